// Command growth is a part of bench/casebook: it files ever more reports of wars in forty countries and joins them, a few hundred at a time, and prints what
// joining costs a report when so many are there, and how many incidents it makes anew for each: growth [REPORTS [DAYS]]. They come day by day, forty a day, as an archive grows; with DAYS they are all of so many days, in any
// order, so that every day is told of ever more often.
package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/internal/cputime"
	"sitrep/reconcile"
)

const (
	step    = 200 // reports that are filed and joined together
	perDay  = 40
	between = 10 // steps that a line tells of
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	want, days := 10_000, 0
	for i, into := range []*int{&want, &days} {
		if len(args) > i {
			var err error
			if *into, err = strconv.Atoi(args[i]); err != nil {
				return fmt.Errorf("%s: want a number of reports, and of days", args[i])
			}
		}
	}
	book, err := sqlite.Temporary(sqlite.Options{Who: "bench/casebook"})
	if err != nil {
		return err
	}
	defer book.Close()
	w := world{rand.New(rand.NewPCG(1, 1)), time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC), days}
	fmt.Printf("%8s %10s %14s %17s %20s\n", "reports", "incidents", "joining, ms", "CPU ms, a report", "made anew, a report")
	var took, busy time.Duration
	made := 0
	for n := 0; n < want; {
		if _, err := book.FileAll(ctx, w.filings(n, step)); err != nil {
			return err
		}
		n += step
		start, before := time.Now(), cputime.Used()
		anew, err := join(ctx, book)
		if err != nil {
			return err
		}
		made += anew
		took, busy = took+time.Since(start), busy+cputime.Used()-before
		if n/step%between == 0 {
			stats, err := book.Stats(ctx)
			if err != nil {
				return err
			}
			const reports = step * between
			fmt.Printf("%8d %10d %14.2f %17.2f %20.2f\n", n, stats.Incidents, took.Seconds()*1000/reports, busy.Seconds()*1000/reports, float64(made)/reports)
			took, busy, made = 0, 0, 0
		}
	}
	return nil
}

// join joins what is filed, and gives how many incidents it made.
func join(ctx context.Context, book casebook.Casebook) (made int, err error) {
	for {
		r, err := reconcile.Reconcile(ctx, book, time.Unix(1, 0))
		if err != nil || r.Placed == 0 {
			return made, err
		}
		made += r.Put
	}
}

// world draws reports.
type world struct {
	*rand.Rand
	begin time.Time
	days  int // that all are of; 0 where they come day by day
}

// day is when a report is published.
func (w *world) day(report int) time.Time {
	if w.days > 0 {
		return w.begin.AddDate(0, 0, w.IntN(w.days))
	}
	return w.begin.AddDate(0, 0, report/perDay)
}

func (w *world) filings(from, n int) []casebook.Filing {
	var out []casebook.Filing
	for r := from; r < from+n; r++ {
		at := w.day(r)
		report := &sitrep.Report{ID: fmt.Sprintf("r%07d", r), SHA256: fmt.Sprint("s", r), Outlet: fmt.Sprintf("Outlet %d", w.IntN(60)), Published: at,
			Title: fmt.Sprintf("Strike on %s", words[w.IntN(len(words))])}
		head := sitrep.ReportHead{ID: report.ID, SHA256: report.SHA256, Outlet: report.Outlet, Title: report.Title, Published: at}
		f := casebook.Filing{Key: report.ID, Reading: &sitrep.Reading{Report: report}}
		land := fmt.Sprintf("C%02d", w.IntN(40))
		for e := range 1 + w.IntN(5) {
			t := sitrep.Telling{Key: sitrep.EventKey{Report: report.ID, Event: fmt.Sprintf("e%d", e)}, Report: head, Event: w.event(land, at)}
			t.Event.ID = t.Key.Event
			for range 3 {
				t.Words = append(t.Words, words[w.IntN(len(words))])
			}
			f.Tellings = append(f.Tellings, t)
			f.Keys = append(f.Keys, reconcile.Keys(&t))
		}
		out = append(out, f)
	}
	return out
}

var words = []string{"market", "crowd", "hospital", "convoy", "bridge", "plan", "helicopter", "school", "prisoner", "general", "harbour", "mill", "square", "checkpoint", "road"}

// event is news of these days, or recalls the war of the country.
func (w *world) event(land string, at time.Time) sitrep.Event {
	sides := []sitrep.Actor{{Role: sitrep.Party, Name: "the army", Side: land}, {Role: sitrep.Party, Name: "rebels", Side: "REBELS_" + land}}
	if w.IntN(5) == 0 {
		return sitrep.Event{Kind: sitrep.War, Status: sitrep.Ongoing, When: sitrep.Interval{From: sitrep.CivilDate{Year: 2008 + w.IntN(3)}}, Actors: sides,
			Places: []sitrep.Place{{Name: "Land " + land, Countries: []string{land}, Precision: 6}}}
	}
	kinds := []sitrep.Kind{sitrep.Airstrike, sitrep.Attack, sitrep.Battle, sitrep.Shelling, sitrep.Talks, sitrep.Ceasefire, sitrep.Release}
	on := sitrep.CivilDateOf(at.AddDate(0, 0, -w.IntN(3)))
	town := w.IntN(12)
	return sitrep.Event{Kind: kinds[w.IntN(len(kinds))], Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Basis: sitrep.Told}, Actors: sides,
		Places: []sitrep.Place{{Name: fmt.Sprintf("Town %d %s", town, land), Countries: []string{land}, Lat: float64(town), Lon: float64(land[1]-'0')*10 + float64(land[2]-'0'), Located: true, Precision: 1}}}
}
