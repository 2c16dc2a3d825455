// Command timing measures what the views of the window cost on a casebook: server time without the network, median and 99th percentile, and the bytes of a page packed.
//
//	go run ./bench/web/timing CASE [ROUNDS]
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/gazetteer"
	"sitrep/web"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: timing CASE [ROUNDS]")
	}
	rounds := 30
	if len(os.Args) > 2 {
		n, err := strconv.Atoi(os.Args[2])
		if err != nil || n < 1 {
			log.Fatalf("rounds %q: want a number", os.Args[2])
		}
		rounds = n
	}
	if err := run(context.Background(), os.Args[1], rounds); err != nil {
		log.Fatal("measure the window: ", err)
	}
}

func run(ctx context.Context, path string, rounds int) error {
	book, err := sqlite.OpenReadOnly(path, sqlite.Options{Who: "bench/web"})
	if err != nil {
		return err
	}
	defer book.Close()
	s, err := web.New(book, web.Options{Title: "Bench", Places: gazetteer.Default()})
	if err != nil {
		return err
	}
	views, err := viewsOf(ctx, book)
	if err != nil {
		return err
	}
	stats, err := book.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d reports, %d incidents, %d rounds\n%-28s %10s %10s %10s\n", stats.Reports, stats.Incidents, rounds, "view", "median", "99 %", "packed")
	for _, v := range views {
		median, late, size, err := measure(s.Handler(), v[1], rounds)
		if err != nil {
			return fmt.Errorf("%s: %w", v[0], err)
		}
		fmt.Printf("%-28s %10s %10s %7d KB\n", v[0], median.Round(100*time.Microsecond), late.Round(100*time.Microsecond), size/1000)
	}
	return nil
}

// viewsOf are the views with addresses that the casebook has.
func viewsOf(ctx context.Context, book casebook.Asker) ([][2]string, error) {
	incidents, err := book.Incidents(ctx, casebook.Query{HasToll: true, Limit: 1})
	if err != nil {
		return nil, err
	}
	reports, err := book.Reports(ctx, casebook.Query{Limit: 1})
	if err != nil {
		return nil, err
	}
	views := [][2]string{
		{"situation", "/"}, {"situation, one kind", "/?kind=airstrike"}, {"situation, words", "/?q=ceasefire"}, {"situation, a year", "/?from=2016&to=2016"}, {"map, a part", "/map/points?zoom=7&box=34,33,40,38"}, {"map, all", "/map/points?zoom=2"},
		{"map, a tile", "/map/tiles/5/19/12"}, {"truces", "/truces"}, {"claims", "/claims"}, {"claims, a stance", "/claims?stance=deny"}, {"actors", "/actors"}, {"sources", "/sources"}, {"reports", "/reports"}, {"brief", "/brief"},
	}
	for _, i := range incidents.Rows {
		views = append(views, [2]string{"incident", "/incidents/" + i.ID}, [2]string{"why", "/incidents/" + i.ID + "/why"})
	}
	for _, r := range reports.Rows {
		views = append(views, [2]string{"report", "/reports/" + r.ID})
	}
	return views, nil
}

func measure(h http.Handler, path string, rounds int) (median, late time.Duration, size int, err error) {
	var took []time.Duration
	for range rounds {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Host = "localhost"
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		start := time.Now()
		h.ServeHTTP(w, r)
		took = append(took, time.Since(start))
		if w.Code != http.StatusOK {
			return 0, 0, 0, fmt.Errorf("GET %s: %d", path, w.Code)
		}
		size = w.Body.Len()
	}
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*99/100], size, nil
}
