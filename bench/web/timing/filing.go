package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"slices"
	"time"

	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/record"
	"sitrep/source"
)

// pace is how long there is between two reports that are filed.
const pace = 500 * time.Millisecond

// filing has another process file reports in the casebook, as sitrep watch does beside sitrep serve, until stop is called.
func filing(path string) (stop func() error, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := exec.Command(self, "-file", path)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	return func() error {
		in.Close()
		return c.Wait()
	}, nil
}

// files files a report every half second, and joins it, until its standard input ends.
func files(parent context.Context, path string) error {
	language, err := english.NewFor()
	if err != nil {
		return err
	}
	book, err := sqlite.Open(path, sqlite.Options{Who: "bench/web"})
	if err != nil {
		return err
	}
	defer book.Close()
	d := &desk.Desk{Book: book, Reader: extract.New(language, lexicon.English(), gazetteer.Default()), By: record.Reader{Version: "bench"}, Now: time.Now}
	ctx, cancel := context.WithCancel(parent)
	go func() {
		io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	var took []time.Duration
	for tick := time.NewTicker(pace); ctx.Err() == nil; {
		select {
		case <-ctx.Done():
			tick.Stop()
			continue
		case <-tick.C:
		}
		start := time.Now()
		if err := file(ctx, d, len(took)); err != nil && ctx.Err() == nil {
			return fmt.Errorf("file a report: %w", err)
		}
		took = append(took, time.Since(start))
	}
	if slices.Sort(took); len(took) > 0 {
		log.Printf("%d reports were filed meanwhile, each in %s (median; the longest %s)", len(took), short(at(took, 50)), short(took[len(took)-1]))
	}
	return nil
}

// towns are invented; each report tells of one of them, and of another day.
var towns = [...]string{"Dorel", "Harrowind", "Oskel", "Marnau", "Tiverran", "Belholm", "Quarrin", "Sendova", "Lower Astel", "Port Havel", "Kirrin", "Old Varden", "Menna", "Tolvik", "Ashgar", "Brannoc"}

func file(ctx context.Context, d *desk.Desk, n int) error {
	day := time.Now().AddDate(0, 0, -n%300).Format("2 January 2006")
	text := fmt.Sprintf("Shells hit the town of %s on %s and killed %d people, the mayor of the town said.\n\nThe ministry of health spoke of %d wounded. Talks on a ceasefire are to begin in Geneva on Thursday.", towns[n%len(towns)], day, 2+n%40, 3+n%70)
	item := source.Item{Raw: []byte(text), Where: "bench", From: "bench", Hints: source.Hints{Outlet: "Bench Wire", Published: time.Now().Format(time.RFC3339Nano), ID: fmt.Sprintf("bench-%d-%d", time.Now().UnixNano(), n)}}
	one := func(yield func(source.Item, error) bool) { yield(item, nil) }
	if _, err := d.Ingest(ctx, one, desk.Watcher{}); err != nil {
		return err
	}
	_, err := d.Reconcile(ctx, nil)
	return err
}
