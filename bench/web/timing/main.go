// Command timing measures what the views of the window cost on a casebook: server time without the network, at first and from then on, median and 99th percentile,
// and the bytes of a page packed; the same while another process files reports; and in a browser, what a first visit loads, how soon it answers, and how long the
// frames take while the map is dragged.
//
//	go run ./bench/web/timing [-rounds N] [-ingest] [-cold] [-browser] [-profile FILE] [-view NAME] CASE
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/pprof"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/gazetteer"
	"sitrep/web"
)

// options say what is measured.
type options struct {
	rounds                int
	ingest, cold, browser bool
	profile, only         string
}

func main() {
	log.SetFlags(0)
	var o options
	flag.IntVar(&o.rounds, "rounds", 100, "how often each view is asked for")
	flag.BoolVar(&o.ingest, "ingest", false, "another process files two reports a second meanwhile; they stay in CASE")
	flag.BoolVar(&o.cold, "cold", false, "do not make the pages ready first, as sitrep serve does")
	flag.BoolVar(&o.browser, "browser", false, "measure in Chromium instead")
	flag.StringVar(&o.profile, "profile", "", "write where the time of the processor goes to this file")
	flag.StringVar(&o.only, "view", "", "ask for the view of this name only")
	onlyFile := flag.Bool("file", false, "only file two reports a second, until standard input ends")
	flag.Parse()
	if flag.NArg() != 1 || o.rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	run := func() error { return measure(context.Background(), flag.Arg(0), o) }
	if *onlyFile {
		run = func() error { return files(context.Background(), flag.Arg(0)) }
	}
	if err := run(); err != nil {
		log.Fatal("measure the window: ", err)
	}
}

func measure(ctx context.Context, path string, o options) error {
	book, err := sqlite.OpenReadOnly(path, sqlite.Options{Who: "bench/web"})
	if err != nil {
		return err
	}
	defer book.Close()
	stats, err := book.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d reports, %d incidents\n", stats.Reports, stats.Incidents)
	s, err := web.New(book, web.Options{Title: "Bench", Places: gazetteer.Default(), Desk: &desk.Desk{Book: book, Now: time.Now}})
	if err != nil {
		return err
	}
	if o.browser {
		return inBrowser(s.Handler())
	}
	if !o.cold {
		start := time.Now()
		s.Warm(ctx)
		fmt.Printf("made ready in %s\n", short(time.Since(start)))
	}
	return timed(ctx, path, book, s.Handler(), o)
}

// timed measures the views, while reports are filed where that is asked for.
func timed(ctx context.Context, path string, book casebook.Asker, h http.Handler, o options) (err error) {
	if o.ingest {
		stop, err := filing(path)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, stop()) }()
	}
	if o.profile != "" {
		f, err := os.Create(o.profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer func() {
			pprof.StopCPUProfile()
			err = errors.Join(err, f.Close())
		}()
	}
	return asksAll(ctx, book, h, o.rounds, o.only)
}
