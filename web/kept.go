package web

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"sitrep/casebook"
)

// keptAnswers are answers of the casebook that cost much and are asked for again and again: the list of a view with its counts, the squares of a map, a brief. One is
// given at once while the casebook has not changed. Where something was filed since, it is given once more, made anew behind whoever asked, and the page says as of
// when it stands: somebody who files all day makes no page wait.
type keptAnswers struct {
	mu     sync.Mutex
	made   map[string]*keptAnswer
	behind sync.Mutex // held by what is made anew behind those who ask: one thing at a time
}

// keptAnswer is one of them, whether it is there or not.
type keptAnswer struct {
	making   sync.Mutex // held by whoever makes it: the others wait, and take what was made
	renewing atomic.Bool
	there    atomic.Pointer[answer]
	used     time.Time
}

// answer is what the casebook held at a revision, and what it took to find out.
type answer struct {
	revision int64
	at       time.Time
	took     time.Duration
	value    any
}

const (
	mostAnswers = 128
	// mostStale is how old an answer may be that is given although something was filed since.
	mostStale = time.Minute
	// rest is how many times as long as an answer took it is left alone before it is made anew behind those who ask, and moment how long at least: answers that
	// cost much may not take the machine from those who wait for a page.
	rest   = 20
	moment = 3 * time.Second
)

// keeping is an answer that is at hand, or that make makes. It must not be changed.
func keeping[T any](ctx context.Context, s *Server, what string, q casebook.Query, make func(context.Context) (T, error)) (v T, err error) {
	book, ok := s.book.(casebook.Revised)
	if !ok {
		return make(ctx)
	}
	revision, err := book.Revision(ctx)
	if err != nil {
		return v, err
	}
	k := s.kept.answer(fmt.Sprintf("%s %+v", what, q))
	again := func(ctx context.Context) (*answer, error) {
		revision, err := book.Revision(ctx)
		if err != nil {
			return nil, err
		}
		at := time.Now()
		v, err := make(ctx)
		if err != nil {
			return nil, err
		}
		a := &answer{revision, at, time.Since(at), v}
		k.there.Store(a)
		return a, nil
	}
	if a := k.there.Load(); a != nil && a.revision == revision {
		return a.value.(T), nil
	} else if a != nil && time.Since(a.at) < mostStale {
		standsAsOf(ctx, a.at)
		if time.Since(a.at) > max(moment, rest*a.took) {
			s.renew(ctx, k, again)
		}
		return a.value.(T), nil
	}
	k.making.Lock()
	defer k.making.Unlock()
	a := k.there.Load() // of whoever held it before
	if a == nil || a.revision < revision {
		if a, err = again(ctx); err != nil {
			return v, err
		}
	}
	return a.value.(T), nil
}

// renew makes an answer anew behind whoever asked for it, unless that goes on already.
func (s *Server) renew(ctx context.Context, k *keptAnswer, again func(context.Context) (*answer, error)) {
	if !k.renewing.CompareAndSwap(false, true) {
		return
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), mostWait)
	go func() {
		defer stop()
		defer k.renewing.Store(false)
		defer func() {
			if fault := recover(); fault != nil { // nobody else would catch it: the next who asks gets it as an error
				s.o.Log.Error("an answer could not be made anew", "fault", fault)
			}
		}()
		s.kept.behind.Lock()
		defer s.kept.behind.Unlock()
		if _, err := again(ctx); err != nil {
			s.o.Log.Warn("an answer could not be made anew", "error", err)
		}
	}()
}

// answer is the answer to a question, whether it is there or not.
func (k *keptAnswers) answer(key string) *keptAnswer {
	k.mu.Lock()
	defer k.mu.Unlock()
	a := k.made[key]
	if a == nil {
		k.makeRoom()
		a = &keptAnswer{}
		k.made[key] = a
	}
	a.used = time.Now()
	return a
}

// makeRoom forgets the answer that was asked for longest ago, where there are many.
func (k *keptAnswers) makeRoom() {
	if k.made == nil {
		k.made = map[string]*keptAnswer{}
	}
	if len(k.made) < mostAnswers {
		return
	}
	oldest := ""
	for key, a := range k.made {
		if oldest == "" || a.used.Before(k.made[oldest].used) {
			oldest = key
		}
	}
	delete(k.made, oldest)
}

// forget drops all answers: whoever has changed something sees it at once.
func (k *keptAnswers) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.made = nil
}
