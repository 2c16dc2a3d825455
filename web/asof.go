package web

import (
	"context"
	"sync"
	"time"
)

// asOf is as of when what a page shows stands: the oldest of what was taken from kept answers although something was filed since; zero where all is of now.
type asOf struct {
	mu sync.Mutex
	at time.Time
}

type asOfKey struct{}

// withAsOf is a context in which answers note as of when they stand.
func withAsOf(ctx context.Context) context.Context {
	return context.WithValue(ctx, asOfKey{}, &asOf{})
}

// standsAsOf notes as of when an answer stands.
func standsAsOf(ctx context.Context, at time.Time) {
	o, ok := ctx.Value(asOfKey{}).(*asOf)
	if !ok {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.at.IsZero() || at.Before(o.at) {
		o.at = at
	}
}

// asOfOf is as of when what was asked for in a context stands, zero for now.
func asOfOf(ctx context.Context) time.Time {
	o, ok := ctx.Value(asOfKey{}).(*asOf)
	if !ok {
		return time.Time{}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.at
}
