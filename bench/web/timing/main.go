// Command timing measures what the views of the window cost on a casebook: server time without the network, at first and once they were asked for, median and 99th
// percentile, and the bytes of a page packed; the same while reports are filed; and in a browser, what a first visit loads, how soon it answers, and how
// long the frames take while the map is dragged.
//
//	go run ./bench/web/timing [-rounds N] [-ingest] [-browser] CASE
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"sitrep/casebook/sqlite"
	"sitrep/gazetteer"
	"sitrep/web"
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 30, "how often each view is asked for")
	ingest := flag.Bool("ingest", false, "file two reports a second meanwhile; they stay in CASE")
	browser := flag.Bool("browser", false, "measure in Chromium too")
	flag.Parse()
	if flag.NArg() != 1 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(context.Background(), flag.Arg(0), *rounds, *ingest, *browser); err != nil {
		log.Fatal("measure the window: ", err)
	}
}

func run(ctx context.Context, path string, rounds int, ingest, browser bool) error {
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
	if ingest {
		stop, err := filing(ctx, path)
		if err != nil {
			return err
		}
		defer stop()
	}
	s, err := web.New(book, web.Options{Title: "Bench", Places: gazetteer.Default()})
	if err != nil {
		return err
	}
	if browser {
		return inBrowser(s.Handler())
	}
	return views(ctx, book, s.Handler(), rounds)
}
