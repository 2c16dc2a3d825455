package source

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"sync"
	"time"

	"sitrep/source/fetch"
)

// State keeps where a feed was read to, under a name; a casebook's watermarks do.
type State interface {
	Watermark(ctx context.Context, name string) (string, error) // empty where there is none
	SetWatermark(ctx context.Context, name, value string) error
}

// Watcher asks feeds for what is new, for weeks. It asks a feed that fails less and less often, says so, and looks again at the pages that it has fetched, since
// corrections are made there.
type Watcher struct {
	Feeds   []string
	Options Options       // Fetch is needed
	State   State         // nil: nothing is kept, all that the feeds hold is new at the start
	Every   time.Duration // between two looks at a feed; 0 for 15 minutes, at least one
}

// EveryShortest is the least time between two looks at a feed: whoever asks more often is soon kept out.
const EveryShortest = time.Minute

const (
	everyDefault = 15 * time.Minute
	everyLongest = 24 * time.Hour // between two looks at a feed that fails
	mostPolls    = 8              // feeds that are read at once
)

// found is an item on its way to whoever watches, or why there is none.
type found struct {
	item Item
	err  error
}

// Items gives what is new, until ctx ends. An error beside an item is about a feed, or about one of its reports; it will be tried again.
//
// Where a feed was read to is kept one look late, when what it gave has been taken: after a crash the last look is done again, and nothing is lost. Whoever
// files the items knows by their marks those that he has.
func (w *Watcher) Items(ctx context.Context) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		out, slots := make(chan found), make(chan struct{}, mostPolls)
		for _, f := range w.Feeds {
			running.Go(func() { w.poll(ctx, f, out, slots) })
		}
		for ctx.Err() == nil {
			select {
			case f := <-out:
				if !yield(f.item, f.err) {
					return
				}
			case <-ctx.Done():
			}
		}
	}
}

// poll looks at one feed again and again.
func (w *Watcher) poll(ctx context.Context, address string, out chan<- found, slots chan struct{}) {
	p := &poller{w: w, o: &w.Options, address: address}
	p.send = func(i Item, err error) bool {
		select {
		case out <- found{i, err}:
			return true
		case <-ctx.Done():
			return false
		}
	}
	p.load(ctx)
	for first := true; ; first = false {
		if fetch.Sleep(ctx, p.wait(first)) != nil {
			return
		}
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		p.look(ctx)
		<-slots
	}
}

func (w *Watcher) every() time.Duration {
	if w.Every > 0 {
		return max(w.Every, EveryShortest)
	}
	return everyDefault
}

// poller is one feed that is watched.
type poller struct {
	w       *Watcher
	o       *Options
	address string
	send    func(Item, error) bool // false when ctx has ended
	seen    feedState
	kept    string // the state as it was last kept
	odd     bool   // the state could not be kept, which has been told
}

// wait is how long until the next look. At the start a feed is looked at when it would have been without the stop, the feeds a little apart.
func (p *poller) wait(first bool) time.Duration {
	if first && p.seen.Next.IsZero() {
		return rand.N(time.Second)
	}
	return time.Until(p.seen.Next)
}

// look asks the feed once, and looks again at the pages whose turn it is.
func (p *poller) look(ctx context.Context) {
	p.keep(ctx)
	got, err := p.o.Fetch.Fetch(ctx, p.address, p.seen.Validators)
	if err == nil && !got.NotModified {
		err = p.read(ctx, got)
	}
	if ctx.Err() != nil {
		return
	}
	now := time.Now()
	if err != nil {
		p.failed(err, now)
	} else {
		every := p.w.every()
		p.seen.Failures, p.seen.Since, p.seen.Next = 0, time.Time{}, now.Add(every-every/10+rand.N(every/5))
	}
	p.again(ctx)
}

// failed notes and tells that the feed could not be read.
func (p *poller) failed(err error, now time.Time) {
	p.seen.Failures++
	if p.seen.Since.IsZero() {
		p.seen.Since = now.UTC()
	}
	wait := fetch.Backoff(2*p.w.every(), everyLongest, p.seen.Failures)
	if s, ok := errors.AsType[*fetch.StatusError](err); ok {
		wait = max(wait, min(s.RetryAfter, everyLongest))
	}
	p.seen.Next = now.Add(wait)
	if n := p.seen.Failures; n > 1 {
		err = fmt.Errorf("%w; it has failed %d times since %s", err, n, p.seen.Since.Format("2006-01-02 15:04 MST"))
	}
	p.send(Item{From: p.address, Where: p.address}, fmt.Errorf("%w; it is asked again in %s", err, wait.Round(time.Minute)))
}

// read gives the entries of the feed that are new or have changed.
func (p *poller) read(ctx context.Context, got *fetch.Response) error {
	if !isFeed(got.Body) {
		return notAFeed(got)
	}
	entries, err := readFeed(got.URL, got.Body)
	if err != nil {
		return err
	}
	p.seen.begin()
	for _, e := range entries {
		if !p.seen.isNew(&e) {
			continue
		}
		if !p.entry(ctx, &e) {
			return ctx.Err()
		}
	}
	p.seen.end(time.Now())
	p.seen.Validators = got.Validators
	return nil
}

// entry gives a report that the feed tells of.
func (p *poller) entry(ctx context.Context, e *entry) bool {
	i := e.item(p.address, p.address)
	i.Seen = time.Now().UTC()
	if !e.whole && e.url != "" {
		return p.page(ctx, p.seen.page(e), i)
	}
	if len(i.Raw) == 0 {
		return p.send(i, errors.New("the feed holds nothing of it but its title"))
	}
	return p.send(i, nil)
}
