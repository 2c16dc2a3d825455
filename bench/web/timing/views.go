package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"time"

	"sitrep/casebook"
)

// views asks for each view so many times, one after the other, and prints what that took.
func views(ctx context.Context, book casebook.Asker, h http.Handler, rounds int) error {
	list, err := viewsOf(ctx, book)
	if err != nil {
		return err
	}
	var all []time.Duration
	fmt.Printf("%-28s %10s %10s %10s %10s\n", "view", "at first", "median", "99 %", "packed")
	for _, v := range list {
		took, size, err := measure(h, v[1], rounds)
		if err != nil {
			return fmt.Errorf("%s: %w", v[0], err)
		}
		all = append(all, took...)
		first := took[0]
		slices.Sort(took)
		fmt.Printf("%-28s %10s %10s %10s %7d KB\n", v[0], short(first), short(at(took, 50)), short(at(took, 99)), size/1000)
	}
	slices.Sort(all)
	fmt.Printf("%-28s %10s %10s %10s\n", "all", "", short(at(all, 50)), short(at(all, 99)))
	return nil
}

func short(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }

// at is a percentile of what is sorted.
func at(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
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
		{"situation", "/"}, {"situation, one kind", "/?kind=airstrike"}, {"situation, words", "/?q=ceasefire"}, {"situation, a year", "/?from=2016&to=2016"}, {"situation, its parts", "/?part=list&box=34,33,40,38"},
		{"map, a part", "/map/points?zoom=7&box=34,33,40,38"}, {"map, all", "/map/points?zoom=2"},
		{"map, a tile", "/map/tiles/5/19/12"}, {"truces", "/truces"}, {"claims", "/claims"}, {"claims, a stance", "/claims?stance=deny"}, {"actors", "/actors"}, {"sources", "/sources"}, {"reports", "/reports"}, {"brief", "/brief"}, {"api, incidents", "/api/v1/incidents"}, {"api, claims", "/api/v1/claims"}, {"api, facets", "/api/v1/facets"}, {"api, changes", "/api/v1/changes?since=1d"},
	}
	for _, i := range incidents.Rows {
		views = append(views, [2]string{"incident", "/incidents/" + i.ID}, [2]string{"why", "/incidents/" + i.ID + "/why"})
	}
	for _, r := range reports.Rows {
		views = append(views, [2]string{"report", "/reports/" + r.ID})
	}
	return views, nil
}

// measure asks for a view so many times and gives what each took, in order, and the bytes of the answer.
func measure(h http.Handler, path string, rounds int) (took []time.Duration, size int, err error) {
	for range rounds {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Host = "localhost"
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		start := time.Now()
		h.ServeHTTP(w, r)
		took = append(took, time.Since(start))
		if w.Code != http.StatusOK {
			return nil, 0, fmt.Errorf("GET %s: %d", path, w.Code)
		}
		size = w.Body.Len()
	}
	return took, size, nil
}
