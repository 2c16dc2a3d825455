package main

import (
	"context"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
)

// The limits are those of the project's figures.
const (
	filterLimit = 50 * time.Millisecond
	textLimit   = 20 * time.Millisecond
	pageLimit   = 30 * time.Millisecond
)

func questions(ctx context.Context, b *sqlite.Book) ([]question, error) {
	i, err := some(ctx, b)
	if err != nil {
		return nil, err
	}
	from, to := i.When.From.AddDays(-15), i.When.From.AddDays(15)
	year, p := sitrep.CivilDate{Year: i.When.From.Year}, i.Place
	first, err := b.Incidents(ctx, casebook.Query{})
	if err != nil {
		return nil, err
	}
	filter := func(name string, q casebook.Query) question { return question{name, filterLimit, incidents(q)} }
	text := func(name, words string) []question {
		return []question{{"reports, text: " + name, textLimit, reports(casebook.Query{Text: words})}, {"incidents, text: " + name, textLimit, incidents(casebook.Query{Text: words})},
			{"claims, text: " + name, textLimit, claims(casebook.Query{Text: words})}}
	}
	all := []question{
		filter("all", casebook.Query{}),
		filter("second page", casebook.Query{After: first.Next}),
		filter("the deadliest", casebook.Query{Order: casebook.Deadly}),
		filter("a month", casebook.Query{From: from, To: to}),
		filter("a year", casebook.Query{From: year, To: year}),
		filter("since a day", casebook.Query{From: from}),
		filter("place", casebook.Query{Place: p.Name}),
		filter("radius of 50 km", casebook.Query{Lat: p.Lat, Lon: p.Lon, Km: 50}),
		filter("radius of 50 km, a year", casebook.Query{Lat: p.Lat, Lon: p.Lon, Km: 50, From: year, To: year}),
		filter("box of 10 degrees", casebook.Query{Box: [4]float64{p.Lon - 5, p.Lat - 5, p.Lon + 5, p.Lat + 5}}),
		filter("country", casebook.Query{Country: p.Countries[0]}),
		filter("country, kind, a year", casebook.Query{Country: p.Countries[0], Kinds: []sitrep.Kind{i.Kind}, From: year, To: year}),
		filter("kind", casebook.Query{Kinds: []sitrep.Kind{sitrep.Attack}}),
		filter("three kinds", casebook.Query{Kinds: []sitrep.Kind{sitrep.Attack, sitrep.Airstrike, sitrep.Shelling}}),
		filter("side", casebook.Query{Sides: []string{"SYR"}}),
		filter("side and kind", casebook.Query{Sides: []string{"SYR"}, Kinds: []sitrep.Kind{sitrep.Airstrike}}),
		filter("actor", casebook.Query{Actor: i.Actors[0].Name}),
		filter("outlet", casebook.Query{Outlet: "Outlet 7"}),
		filter("source", casebook.Query{Source: "Observatory"}),
		filter("new only", casebook.Query{NewOnly: true}),
		filter("new only, a month", casebook.Query{NewOnly: true, From: from, To: to}),
		filter("disputed", casebook.Query{Disputed: true}),
		filter("grade", casebook.Query{Grades: []sitrep.Grade{sitrep.SeveralOrigins}}),
		filter("status and toll", casebook.Query{Statuses: []sitrep.Status{sitrep.Ongoing}, HasToll: true}),
		filter("changed since", casebook.Query{ChangedSince: time.Unix(1_700_000_000, 0), Order: casebook.Changed}),
	}
	for _, f := range []struct {
		name string
		q    casebook.Query
	}{
		{"a country", casebook.Query{Country: p.Countries[0]}}, {"three kinds", casebook.Query{Kinds: []sitrep.Kind{sitrep.Attack, sitrep.Airstrike, sitrep.Shelling}}},
		{"a side", casebook.Query{Sides: []string{"SYR"}}}, {"an actor", casebook.Query{Actor: i.Actors[0].Name}}, {"a place", casebook.Query{Place: p.Name}},
		{"a radius", casebook.Query{Lat: p.Lat, Lon: p.Lon, Km: 50}}, {"what is new", casebook.Query{NewOnly: true}}, {"what is disputed", casebook.Query{Disputed: true}},
		{"a grade", casebook.Query{Grades: []sitrep.Grade{sitrep.SeveralOrigins}}}, {"words and a country", casebook.Query{Text: "killed", Country: p.Countries[0]}},
	} {
		all = append(all, question{"reports of " + f.name, filterLimit, reports(f.q)}, question{"claims of " + f.name, filterLimit, claims(f.q)},
			question{"tolls of " + f.name, filterLimit, tolls(f.q)})
	}
	all = append(all, []question{
		{"incidents of words and a country", filterLimit, incidents(casebook.Query{Text: "killed", Country: p.Countries[0]})},
		{"reports of a month", filterLimit, reports(casebook.Query{From: from, To: to})},
		{"reports of an outlet", filterLimit, reports(casebook.Query{Outlet: "Outlet 7"})},
		{"reports of a kind in a country", filterLimit, reports(casebook.Query{Country: p.Countries[0], Kinds: []sitrep.Kind{i.Kind}})},
		{"claims of a month", filterLimit, claims(casebook.Query{From: from, To: to})},
		{"claims of a source", filterLimit, claims(casebook.Query{Source: "Observatory"})},
		{"demands and rejections", filterLimit, claims(casebook.Query{Stances: []sitrep.Stance{sitrep.Demand, sitrep.Reject}})},
		{"tolls of a month", filterLimit, tolls(casebook.Query{From: from, To: to})},
		{"tolls of killed, the highest first", filterLimit, tolls(casebook.Query{Harms: []sitrep.Harm{sitrep.Killed}, Order: casebook.Deadly})},
	}...)
	all = append(all, text("a rare word", "hospital airstrike barrel")...)
	all = append(all, text("a common word", "killed")...)
	all = append(all, text("a phrase", `"peace talks"`)...)
	return append(all, pages(i)...), nil
}

// pages are the questions of whole pages.
func pages(i sitrep.Incident) []question {
	return []question{
		{"incident page", pageLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			d, err := casebook.Gather(ctx, b, i.ID)
			return len(d.Claims), len(d.Reports), err
		}},
		{"report page", pageLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			r, err := b.Report(ctx, i.Events[0].Report, 0)
			if err != nil {
				return 0, 0, err
			}
			return len(r.Reading.Events), len(r.Reading.Claims), nil
		}},
		{"facets of all", filterLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			f, err := b.Facets(ctx, casebook.Query{})
			return len(f.Kinds), len(f.Days), err
		}},
		{"facets of a kind in a country", filterLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			f, err := b.Facets(ctx, casebook.Query{Kinds: []sitrep.Kind{i.Kind}, Country: i.Place.Countries[0]})
			return len(f.Kinds), len(f.Days), err
		}},
		{"actors of a country", filterLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			p, err := b.Actors(ctx, casebook.Query{Country: i.Place.Countries[0]})
			return len(p.Rows), p.Total, err
		}},
		{"actors", filterLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			p, err := b.Actors(ctx, casebook.Query{})
			return len(p.Rows), p.Total, err
		}},
		{"sources", filterLimit, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			p, err := b.Sources(ctx, casebook.Query{})
			return len(p.Rows), p.Total, err
		}},
		{"neighbours of an event", 0, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			t, err := b.Tellings(ctx, i.Events)
			return len(t), len(i.Events), err
		}},
		{"points of a map, a country", 0, func(ctx context.Context, b *sqlite.Book) (int, int, error) {
			p, err := casebook.Points(ctx, b, casebook.Query{Country: i.Place.Countries[0]})
			return len(p), len(p), err
		}},
	}
}
