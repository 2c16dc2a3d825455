package reconcile

import (
	"context"
	"fmt"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// Neighbours is the part of a casebook that joining needs.
type Neighbours interface {
	casebook.Reconciler
	// Corrections in the order in which they were made; all where report is empty.
	Corrections(ctx context.Context, report string) ([]sitrep.Correction, error)
	Incident(ctx context.Context, id string) (sitrep.Incident, error)
}

// Result says what a step of joining did.
type Result struct {
	Placed  int // tellings
	Put     int // incidents that are new or were made anew
	Dropped int // incidents that are no more
}

// step is how many tellings are placed at once: enough that a happening that many reports tell is made anew once for all of them, and little enough that a step
// can be waited for.
const step = 1000

// Reconcile joins what the book has not placed yet with its neighbourhood, and applies the outcome. It places as much as one step should; call it until
// Result.Placed is 0. What comes out is what All makes of all tellings of the book. When ctx ends before a step is applied it is given up; one that is being applied is applied whole.
func Reconcile(ctx context.Context, book Neighbours, at time.Time) (Result, error) {
	fresh, err := book.Unplaced(ctx, step)
	if err != nil || len(fresh) == 0 {
		return Result{}, wrap("what is not placed", err)
	}
	corrections, err := book.Corrections(ctx, "")
	if err != nil {
		return Result{}, wrap("corrections", err)
	}
	h := newHood(ctx, book, judgementsOf(corrections))
	if err := h.take(fresh); err != nil {
		return Result{}, err
	}
	if err := h.grow(); err != nil {
		return Result{}, err
	}
	change, err := h.change(Standing(corrections))
	if err != nil {
		return Result{}, err
	}
	change.At = at
	if err := book.Apply(context.WithoutCancel(ctx), change); err != nil {
		return Result{}, wrap("the outcome", err)
	}
	return Result{Placed: len(change.Placed), Put: len(change.Put), Dropped: len(change.Drop)}, nil
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("reconcile: %s: %w", what, err)
}
