package main

import (
	"context"
	"errors"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/export/text"
	tollrows "sitrep/export/tolls"
	"sitrep/privacy"
)

type tollsCommand struct {
	caseArgument
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (tollsCommand) Help() string {
	return `Every figure as one report tells it, with its words and who gives it. sitrep incidents and sitrep show set the figures of one happening beside each other; they are never to be added up.

    sitrep tolls case.db --harm killed --from 2016-04 --order toll
    sitrep tolls case.db --incident 3f2a`
}

// Run lists tolls.
func (c *tollsCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	return a.reading(ctx, c.Case, c.Names, "sitrep tolls", func(book casebook.Casebook) error {
		l := listing[casebook.TollRow]{command: "sitrep tolls", columns: tollColumns, ask: book.Tolls, veil: veilTolls,
			table: []string{"published", "harm", "figure", "who", "told_by", "quote", "incident"}}
		return errors.Join(l.run(ctx, a, &c.outputFlags, q), a.otherNames(ctx, book, q.Actor))
	})
}

func veilTolls(_ context.Context, rows []casebook.TollRow) error {
	for i := range rows {
		rows[i] = privacy.VeilToll(rows[i])
	}
	return nil
}

type tollColumn = column[casebook.TollRow]

var tollColumns = []tollColumn{
	{name: "id", value: func(r *casebook.TollRow) any { return r.Toll.ID }},
	{name: "report", value: func(r *casebook.TollRow) any { return r.Report.ID }},
	{name: "event", value: func(r *casebook.TollRow) any { return r.Event.Event }},
	{name: "incident", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Incident) }, rank: 1},
	{name: "published", value: func(r *casebook.TollRow) any { return moment(r.Report.Published) }, shown: func(r *casebook.TollRow) string { return text.Published(&r.Report) }},
	{name: "outlet", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Report.Outlet) }, least: 10},
	{name: "url", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Report.URL) }},
	{name: "harm", value: func(r *casebook.TollRow) any { return string(r.Toll.Harm) }},
	{name: "count", value: func(r *casebook.TollRow) any { return r.Toll.Count }, right: true},
	{name: "count_to", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.CountTo) }, right: true},
	{name: "qualifier", value: func(r *casebook.TollRow) any { return string(r.Toll.Qualifier) }},
	{name: "figure", value: func(r *casebook.TollRow) any { return text.Told(r.Toll.Count, r.Toll.CountTo, r.Toll.Qualifier) }},
	{name: "who", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.Who) }, least: 12},
	{name: "side", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.Side) }},
	{name: "civilian", value: func(r *casebook.TollRow) any { return truth(r.Toll.Civilian) }},
	{name: "people", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.People) }},
	{name: "relation", value: func(r *casebook.TollRow) any { return string(r.Toll.Relation) }},
	{name: "of", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.Of) }},
	{name: "as_of", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Toll.AsOf.String()) }},
	{name: "source", value: func(r *casebook.TollRow) any { return rows.OrNil(r.Source) }},
	{name: "told_by", value: func(r *casebook.TollRow) any { return tollrows.ToldBy(r) }, least: 16},
	{name: "quote", value: func(r *casebook.TollRow) any { return r.Quote }, least: 24},
}

func truth(t sitrep.Truth) any {
	if t == sitrep.NotKnown {
		return nil
	}
	return t == sitrep.True
}
