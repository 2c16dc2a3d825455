package source

import (
	"context"
	"fmt"
	"time"
)

// lookAgain is how long after a page was first fetched it is looked at again: corrections come soon or within the week.
var lookAgain = []time.Duration{time.Hour, 6 * time.Hour, 24 * time.Hour, 3 * 24 * time.Hour, 7 * 24 * time.Hour}

// mostFailed is how often a page is tried that fails.
const mostFailed = 8

// again looks at the pages whose turn it is.
func (p *poller) again(ctx context.Context) {
	now := time.Now()
	for _, key := range p.seen.due(now) {
		s := p.seen.Entries[key]
		i := Item{From: p.address, Where: s.URL, Hints: Hints{URL: plainAddress(s.URL), Published: s.Published}}
		if ctx.Err() != nil || !p.page(ctx, s, i) {
			return
		}
	}
}

// page fetches a page and gives it if it is new or has changed.
func (p *poller) page(ctx context.Context, s *entryState, i Item) bool {
	i, got, err := p.o.page(ctx, i, s.URL, s.Validators)
	now := time.Now().UTC()
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		return p.pageFailed(s, i, err, now)
	case got == nil: // it will not be had: the beginning that the feed holds
		s.Next = time.Time{}
		return p.send(i, nil)
	}
	s.Failed = 0
	if s.First.IsZero() {
		s.First = now
	}
	s.next(now)
	if got.NotModified {
		return true
	}
	s.Validators = got.Validators
	if sum := i.SHA256()[:hashed]; sum != s.Page {
		s.Page = sum
		return p.send(i, nil)
	}
	return true
}

// pageFailed tells that a page could not be fetched, and when it is tried again. Until then the beginning has to do that the feed holds.
func (p *poller) pageFailed(s *entryState, i Item, err error, now time.Time) bool {
	s.Failed++
	way := "it is not tried again"
	if s.Next = (time.Time{}); s.Failed < mostFailed && !isPermanent(context.Background(), err) {
		s.Next = now.Add(p.w.every() << min(s.Failed, 6))
		way = fmt.Sprintf("it is tried again in %s", s.Next.Sub(now).Round(time.Minute))
	}
	if s.Page != "" { // that a page is gone which we have is nothing to tell
		return true
	}
	told := p.send(Item{From: i.From, Where: i.Where}, fmt.Errorf("%w; %s", err, way))
	return told && (len(i.Raw) == 0 || p.send(i, nil))
}
