package desk

import (
	"context"
	"fmt"

	"sitrep/reconcile"
)

// Joined says what a joining did.
type Joined struct {
	Placed, Put, Dropped int // tellings, incidents new or made anew, incidents that are no more
}

// Reconcile joins all that is not placed yet. Each step is kept whole or not at all; when ctx ends, what is not kept waits in the casebook for the next call. told, which may be
// nil, is told after each step.
func (d *Desk) Reconcile(ctx context.Context, told func(Joined)) (Joined, error) {
	var all Joined
	at := d.now()
	for ctx.Err() == nil {
		r, err := reconcile.Reconcile(ctx, d.Book, at)
		if ctx.Err() != nil && err != nil {
			break
		}
		if err != nil {
			return all, fmt.Errorf("join what reports tell: %w", err)
		}
		if r.Placed == 0 {
			return all, nil
		}
		all.Placed, all.Put, all.Dropped = all.Placed+r.Placed, all.Put+r.Put, all.Dropped+r.Dropped
		if told != nil {
			told(all)
		}
	}
	return all, ctx.Err()
}
