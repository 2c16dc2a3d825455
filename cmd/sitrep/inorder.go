package main

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"sitrep/internal/inorder"
	"sitrep/internal/terminal"
)

// inOrder does the jobs on all cores.
func inOrder[J, R any](ctx context.Context, jobs iter.Seq[J], do func(J) R, take func(R) error) error {
	return inorder.Do(ctx, runtime.GOMAXPROCS(0), jobs, do, take)
}

// tally counts what was read, says what failed, and how far the work is.
type tally struct {
	of     int
	failed []string
	last   error
	told   time.Time
}

func (a *app) newTally() *tally { return &tally{told: time.Now()} }

// betweenTold is how often progress is told.
const betweenTold = 2 * time.Second

func (t *tally) add(a *app, r outcome) {
	t.of++
	switch {
	case r.err != nil:
		t.failed = append(t.failed, r.job.name)
		t.last = fmt.Errorf("read %s: %w", r.job.name, r.err)
		if r.job.line > 0 || t.of > 1 || len(t.failed) > 1 {
			a.fault(t.last)
			t.last = nil
		}
	case r.job.line == 0:
		for _, p := range r.problems {
			a.note("%s: %s", r.job.name, p.Err)
		}
	}
	if time.Since(t.told) > betweenTold {
		a.progress(fmt.Sprintf("%d read, %d failed", t.of-len(t.failed), len(t.failed)))
		t.told = time.Now()
	}
}

// fault says an error that does not end the work.
func (a *app) fault(err error) { fmt.Fprintln(a.err, "sitrep: "+terminal.Clean(withWayOut(err))) }

// err is what the whole work ends with.
func (t *tally) err() error {
	switch {
	case len(t.failed) == 0:
		return nil
	case t.of == 1 && t.last != nil:
		return t.last
	}
	return someFailed{failed: t.failed, of: t.of}
}
