package web

import (
	"context"
	"fmt"
	"sync"
	"time"

	"sitrep/casebook"
)

// keptAnswers are answers of the casebook that cost much and are asked for again and again: counts by field, and the squares of a map. One is given again while the
// casebook has not changed, and for a moment longer, so that somebody who files all day does not make every page wait.
type keptAnswers struct {
	mu   sync.Mutex
	made map[string]*keptAnswer
}

type keptAnswer struct {
	mu       sync.Mutex // held by whoever makes it: the others wait, and take what was made
	there    bool
	revision int64
	at, used time.Time
	value    any
}

const (
	mostAnswers = 128
	moment      = 3 * time.Second
)

// keeping is an answer that is at hand, or that make makes. It must not be changed.
func keeping[T any](ctx context.Context, s *Server, what string, q casebook.Query, make func() (T, error)) (v T, err error) {
	book, ok := s.book.(casebook.Revised)
	if !ok {
		return make()
	}
	revision, err := book.Revision(ctx)
	if err != nil {
		return v, err
	}
	a, now := s.kept.answer(fmt.Sprintf("%s %+v", what, q)), time.Now()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.there && (a.revision == revision || now.Sub(a.at) < moment) {
		return a.value.(T), nil
	}
	if v, err = make(); err == nil {
		a.there, a.revision, a.at, a.value = true, revision, time.Now(), v
	}
	return v, err
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
