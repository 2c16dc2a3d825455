package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/reconcile"
)

// batch is how many reports are filed in one transaction.
const batch = 50

// filler fills a casebook and takes the time of it.
type filler struct {
	book           *sqlite.Book
	filing, apply  time.Duration
	reports, raw   int
	incidents      int
	started, shown time.Time
}

func fill(parent context.Context, path string, seeds *world, want int) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	book, err := sqlite.Create(path, sqlite.Options{Who: "bench/casebook"})
	if err != nil {
		return err
	}
	f := &filler{book: book, started: time.Now(), shown: time.Now()}
	for w := range worlds(ctx, seeds, want) {
		if err = w.err; err == nil {
			err = f.round(ctx, w.world, want)
		}
		if err != nil {
			break
		}
	}
	if closing := book.Close(); err == nil {
		err = closing
	}
	if err == nil {
		f.print(path)
	}
	return err
}

// next is a world, or why there is none.
type next struct {
	world *world
	err   error
}

// worlds makes worlds until they hold as many reports as are wanted, each while the one before is filed.
func worlds(ctx context.Context, seeds *world, want int) <-chan next {
	out := make(chan next)
	go func() {
		defer close(out)
		for round := 0; round*len(seeds.Reports) < want; round++ {
			w, err := seeds.another(round)
			select {
			case out <- next{w, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func (f *filler) round(ctx context.Context, w *world, want int) error {
	before := f.reports
	for at := 0; at < len(w.Reports) && f.reports < want; at += batch {
		if err := f.file(ctx, w.Reports[at:min(at+batch, len(w.Reports), at+want-f.reports)]); err != nil {
			return err
		}
	}
	at := time.Unix(1_700_000_000+int64(f.reports), 0)
	whole := reconcile.Whole(w.tellings(min(len(w.Reports), want-before)))
	start := time.Now()
	for put := range slices.Chunk(whole.Put, batch) {
		if err := f.book.Apply(ctx, casebook.Change{Put: put, At: at}); err != nil {
			return err
		}
	}
	if err := f.book.Apply(ctx, casebook.Change{Placed: whole.Placed, Recalled: whole.Recalled, At: at}); err != nil {
		return err
	}
	f.incidents += len(whole.Put)
	f.apply += time.Since(start)
	if time.Since(f.shown) > 20*time.Second {
		f.shown = time.Now()
		fmt.Fprintf(os.Stderr, "%d reports, %d incidents, %.0f s\n", f.reports, f.incidents, time.Since(f.started).Seconds())
	}
	return nil
}

func (f *filler) file(ctx context.Context, list []report) error {
	var filings []casebook.Filing
	for i := range list {
		r := &list[i]
		raw := []byte("<html><head><title>" + r.Reading.Report.Title + "</title></head><body><p>" + strings.ReplaceAll(r.Reading.Report.Text, "\n", "</p>\n<p>") + "</p></body></html>")
		filing := casebook.Filing{Raw: raw, Source: r.Reading.Report.URL, Reading: r.Reading, Reader: r.reader, Tellings: r.Tellings, At: time.Unix(1_700_000_000, 0)}
		for k := range r.Tellings {
			filing.Keys = append(filing.Keys, reconcile.Keys(&r.Tellings[k]))
		}
		filings = append(filings, filing)
		f.raw += len(raw)
	}
	start := time.Now()
	_, err := f.book.FileAll(ctx, filings)
	f.filing += time.Since(start)
	f.reports += len(list)
	return err
}

func (f *filler) print(path string) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	n := float64(f.reports)
	fmt.Printf("filed: %d reports, %d incidents\n", f.reports, f.incidents)
	fmt.Printf("filing: %.1f ms a report, in batches of %d\n", f.filing.Seconds()*1000/n, batch)
	fmt.Printf("applying: %.2f ms an incident\n", f.apply.Seconds()*1000/float64(f.incidents))
	fmt.Printf("on disk: %.0f bytes a report (raw pages of %.0f bytes, %.1f incidents)\n", float64(info.Size())/n, float64(f.raw)/n, float64(f.incidents)/n)
	fmt.Printf("memory while filing: %s\n", resident())
}
