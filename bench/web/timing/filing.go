package main

import (
	"context"
	"fmt"
	"log"
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

// filing files a report every half second, and joins it, until stop is called.
func filing(parent context.Context, path string) (stop func(), err error) {
	language, err := english.NewFor()
	if err != nil {
		return nil, err
	}
	book, err := sqlite.Open(path, sqlite.Options{Who: "bench/web"})
	if err != nil {
		return nil, err
	}
	d := &desk.Desk{Book: book, Reader: extract.New(language, lexicon.English(), gazetteer.Default()), By: record.Reader{Version: "bench"}, Now: time.Now}
	ctx, cancel := context.WithCancel(parent)
	done, filed := make(chan struct{}), 0
	go func() {
		defer close(done)
		for tick := time.NewTicker(pace); ctx.Err() == nil; filed++ {
			select {
			case <-ctx.Done():
				tick.Stop()
				return
			case <-tick.C:
			}
			if err := file(ctx, d, filed); err != nil && ctx.Err() == nil {
				log.Print("file a report: ", err)
				return
			}
		}
	}()
	return func() {
		cancel()
		<-done
		book.Close()
		fmt.Printf("%d reports were filed meanwhile\n", filed)
	}, nil
}

func file(ctx context.Context, d *desk.Desk, n int) error {
	text := fmt.Sprintf("Shells hit the town of Dorel on Monday and killed %d people, the mayor of the town said.\n\nThe ministry of health spoke of %d wounded. Talks on a ceasefire are to begin in Geneva on Thursday.", 2+n%40, 3+n%70)
	item := source.Item{Raw: []byte(text), Where: "bench", From: "bench", Hints: source.Hints{Outlet: "Bench Wire", Published: time.Now().Format(time.RFC3339Nano), ID: fmt.Sprintf("bench-%d-%d", time.Now().UnixNano(), n)}}
	one := func(yield func(source.Item, error) bool) { yield(item, nil) }
	if _, err := d.Ingest(ctx, one, desk.Watcher{}); err != nil {
		return err
	}
	_, err := d.Reconcile(ctx, nil)
	return err
}
