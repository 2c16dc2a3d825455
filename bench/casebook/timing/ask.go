package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/internal/cputime"
)

// rounds is how often each question is asked; the median counts.
const rounds = 7

// question is something asked of the casebook.
type question struct {
	name  string
	limit time.Duration // that the project sets itself; 0 for none
	ask   func(context.Context, *sqlite.Book) (rows, total int, err error)
}

func incidents(q casebook.Query) func(context.Context, *sqlite.Book) (int, int, error) {
	return func(ctx context.Context, b *sqlite.Book) (int, int, error) {
		p, err := b.Incidents(ctx, q)
		return len(p.Rows), p.Total, err
	}
}

func reports(q casebook.Query) func(context.Context, *sqlite.Book) (int, int, error) {
	return func(ctx context.Context, b *sqlite.Book) (int, int, error) {
		p, err := b.Reports(ctx, q)
		return len(p.Rows), p.Total, err
	}
}

func claims(q casebook.Query) func(context.Context, *sqlite.Book) (int, int, error) {
	return func(ctx context.Context, b *sqlite.Book) (int, int, error) {
		p, err := b.Claims(ctx, q)
		return len(p.Rows), p.Total, err
	}
}

func tolls(q casebook.Query) func(context.Context, *sqlite.Book) (int, int, error) {
	return func(ctx context.Context, b *sqlite.Book) (int, int, error) {
		p, err := b.Tolls(ctx, q)
		return len(p.Rows), p.Total, err
	}
}

// ask asks all questions and prints the medians, and what each takes a process that asks nothing else.
func ask(ctx context.Context, b *sqlite.Book) error {
	stats, err := b.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("casebook: %d reports, %d events, %d claims, %d tolls, %d incidents, %.0f MB\n", stats.Reports, stats.Events, stats.Claims, stats.Tolls, stats.Incidents, float64(stats.Bytes)/1e6)
	questions, err := questions(ctx, b)
	if err != nil {
		return err
	}
	fmt.Printf("%-52s %9s %9s %9s %9s %7s %8s\n", "question", "median ms", "CPU ms", "first ms", "limit ms", "rows", "of")
	var filters, work []time.Duration
	for _, q := range questions {
		took, busy, rows, total, err := median(ctx, b, q)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		first, err := alone(ctx, b.Path(), q)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		limit := "-"
		if q.limit > 0 {
			limit = fmt.Sprint(q.limit.Milliseconds())
		}
		if q.limit == filterLimit {
			filters, work = append(filters, took), append(work, busy)
		}
		fmt.Printf("%-52s %9.1f %9.1f %9.1f %9s %7d %8d\n", q.name, took.Seconds()*1000, busy.Seconds()*1000, first.Seconds()*1000, limit, rows, total)
	}
	slices.Sort(filters)
	slices.Sort(work)
	fmt.Printf("filters: median %.1f ms, the slowest %.1f ms, of %d; CPU %.1f ms, %.1f ms\n", filters[len(filters)/2].Seconds()*1000, filters[len(filters)-1].Seconds()*1000, len(filters),
		work[len(work)/2].Seconds()*1000, work[len(work)-1].Seconds()*1000)
	fmt.Printf("memory while asking: %s\n", resident())
	return nil
}

// alone is what a question takes that is the first that a process asks, with opening the casebook.
func alone(ctx context.Context, path string, q question) (time.Duration, error) {
	start := time.Now()
	b, err := sqlite.OpenReadOnly(path, sqlite.Options{})
	if err != nil {
		return 0, err
	}
	defer b.Close()
	_, _, err = q.ask(ctx, b)
	return time.Since(start), err
}

// others is how many other questions make a book forget the answer to one.
const others = 20

// forget makes a book forget its last answers: it would give them again without looking.
func forget(ctx context.Context, b *sqlite.Book) error {
	for i := range others {
		if _, err := b.Incidents(ctx, casebook.Query{Country: fmt.Sprint("nowhere ", i)}); err != nil {
			return err
		}
	}
	return nil
}

// median is what a question takes by the clock, and of the processor: on a machine that others use too the second says more.
func median(ctx context.Context, b *sqlite.Book, q question) (took, busy time.Duration, rows, total int, err error) {
	var times, work []time.Duration
	for range rounds {
		if err := forget(ctx, b); err != nil {
			return 0, 0, 0, 0, err
		}
		start, before := time.Now(), cputime.Used()
		if rows, total, err = q.ask(ctx, b); err != nil {
			return 0, 0, 0, 0, err
		}
		times, work = append(times, time.Since(start)), append(work, cputime.Used()-before)
	}
	slices.Sort(times)
	slices.Sort(work)
	return times[len(times)/2], work[len(work)/2], rows, total, nil
}

// some is an incident to ask for, and what it has.
func some(ctx context.Context, b *sqlite.Book) (sitrep.Incident, error) {
	q := casebook.Query{HasToll: true, Kinds: []sitrep.Kind{sitrep.Airstrike, sitrep.Bombing, sitrep.Attack}, Limit: 500}
	for {
		p, err := b.Incidents(ctx, q)
		if err != nil {
			return sitrep.Incident{}, err
		}
		for _, i := range p.Rows {
			if len(i.Events) > 2 && i.Place.Located && len(i.Place.Countries) > 0 && len(i.Actors) > 0 {
				return i, nil
			}
		}
		if q.After = p.Next; p.Next == "" {
			return sitrep.Incident{}, fmt.Errorf("of %d incidents with a toll none has a place and several events", p.Total)
		}
	}
}
