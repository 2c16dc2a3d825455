package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"time"

	"sitrep/casebook"
	"sitrep/internal/cputime"
)

// view is a view of the window. Its address may be another one in each round.
type view struct {
	name    string
	address func(round int) string
	took    []time.Duration
	busy    []time.Duration // of the processor, with what is made anew behind meanwhile: on a machine that others use too this says more
	size    int
	failed  string // why it is not asked for again
}

// asksAll asks for each view once a round, for so many rounds, or for one of them only, and prints what that took. Views that people come back to are asked for by the same address; of those
// that are called other or another, each round asks for what nobody has asked for before.
func asksAll(ctx context.Context, book casebook.Asker, h http.Handler, rounds int, only string) error {
	views, err := viewsOf(ctx, book)
	if only != "" {
		views = slices.DeleteFunc(views, func(v view) bool { return v.name != only })
	}
	if err != nil {
		return err
	}
	var all []time.Duration
	cpu, start := cputime.Used(), time.Now()
	for round := range rounds {
		for i := range views {
			views[i].ask(h, round)
		}
	}
	cpu, wall := cputime.Used()-cpu, time.Since(start)
	fmt.Printf("%-28s %10s %10s %10s %10s %10s %10s\n", "view", "at first", "median", "99 %", "longest", "CPU", "packed")
	for _, v := range views {
		all = append(all, v.took...)
		if v.failed != "" {
			fmt.Printf("%-28s %s, and was not asked for again\n", v.name, v.failed)
			continue
		}
		first := v.took[0]
		slices.Sort(v.took)
		slices.Sort(v.busy)
		fmt.Printf("%-28s %10s %10s %10s %10s %10s %7d KB\n", v.name, short(first), short(at(v.took, 50)), short(at(v.took, 99)), short(v.took[len(v.took)-1]), short(at(v.busy, 50)), v.size/1000)
	}
	slices.Sort(all)
	fmt.Printf("%-28s %10s %10s %10s %10s\n", "all", "", short(at(all, 50)), short(at(all, 99)), short(all[len(all)-1]))
	fmt.Printf("%d requests in %s; %s of the processor for each, what is made anew behind them too\n", len(all), wall.Round(time.Second), short(cpu/time.Duration(len(all))))
	return nil
}

func short(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }

// at is a percentile of what is sorted.
func at(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

// same is an address that stays.
func same(path string) func(int) string { return func(int) string { return path } }

// days is an address for other days each round.
func days(path string, long int) func(int) string {
	return func(round int) string {
		from := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 11*round)
		return fmt.Sprintf("%sfrom=%s&to=%s", path, from.Format(time.DateOnly), from.AddDate(0, 0, long-1).Format(time.DateOnly))
	}
}

// eachOf is an address for each of a list, in turn.
func eachOf(format string, list []string) func(int) string {
	return func(round int) string { return fmt.Sprintf(format, url.PathEscape(list[round%len(list)])) }
}

// viewsOf are the views with addresses that the casebook has.
func viewsOf(ctx context.Context, book casebook.Asker) ([]view, error) {
	incidents, err := book.Incidents(ctx, casebook.Query{HasToll: true, Limit: 200})
	if err != nil {
		return nil, err
	}
	reports, err := book.Reports(ctx, casebook.Query{Limit: 200})
	if err != nil {
		return nil, err
	}
	var ids, of []string
	for _, i := range incidents.Rows {
		ids = append(ids, i.ID)
	}
	for _, r := range reports.Rows {
		of = append(of, r.ID)
	}
	var views []view
	for _, v := range []struct{ name, path string }{
		{"situation", "/"}, {"situation, one kind", "/?kind=airstrike"}, {"situation, words", "/?q=ceasefire"}, {"situation, a year", "/?from=2016&to=2016"},
		{"situation, its parts", "/?part=list&box=34,33,40,38"}, {"map, a part", "/map/points?zoom=7&box=34,33,40,38"}, {"map, all", "/map/points?zoom=2"}, {"map, a tile", "/map/tiles/5/19/12"},
		{"truces", "/truces"}, {"claims", "/claims"}, {"claims, a stance", "/claims?stance=deny"}, {"actors", "/actors"}, {"sources", "/sources"}, {"reports", "/reports"}, {"brief", "/brief"},
		{"review", "/review"}, {"api, incidents", "/api/v1/incidents"}, {"api, claims", "/api/v1/claims"}, {"api, facets", "/api/v1/facets"}, {"api, changes", "/api/v1/changes?since=2000-01-01"},
	} {
		views = append(views, view{name: v.name, address: same(v.path)})
	}
	views = append(views, view{name: "situation, other days", address: days("/?", 60)}, view{name: "its parts, other days", address: days("/?part=list&", 60)}, view{name: "claims, other days", address: days("/claims?", 60)},
		view{name: "brief, other days", address: days("/brief?", 7)})
	if len(ids) > 0 {
		views = append(views, view{name: "incident, another", address: eachOf("/incidents/%s", ids)}, view{name: "why, another", address: eachOf("/incidents/%s/why", ids)})
	}
	if len(of) > 0 {
		views = append(views, view{name: "report, another", address: eachOf("/reports/%s", of)})
	}
	return views, nil
}

// ask asks for the view and notes what that took, and the bytes of the answer.
func (v *view) ask(h http.Handler, round int) {
	if v.failed != "" {
		return
	}
	r := httptest.NewRequest(http.MethodGet, v.address(round), nil)
	r.Host = "localhost"
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	start, before := time.Now(), cputime.Used()
	h.ServeHTTP(w, r)
	v.took, v.busy = append(v.took, time.Since(start)), append(v.busy, cputime.Used()-before)
	if w.Code != http.StatusOK {
		v.failed = fmt.Sprintf("GET %s: %d after %s", r.URL, w.Code, short(time.Since(start)))
	}
	v.size = w.Body.Len()
}
