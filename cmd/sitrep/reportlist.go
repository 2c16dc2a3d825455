package main

import (
	"context"
	"errors"
	"fmt"

	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/export/text"
	"sitrep/privacy"
)

type reportsCommand struct {
	caseArgument
	stanceFlags
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (reportsCommand) Help() string {
	return `The reports in the casebook, the latest first.

    sitrep reports case.db --outlet "Dorel Radio" --text "prisoner exchange"
    sitrep reports case.db --incident 3f2a`
}

// Run lists reports.
func (c *reportsCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.stanceFlags.fill(&q)
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	return a.reading(ctx, c.Case, c.Names, "sitrep reports", func(book casebook.Casebook) error {
		l := listing[casebook.ReportRow]{command: "sitrep reports", columns: reportColumns, ask: book.Reports,
			table: []string{"published", "outlet", "title", "version", "note", "id"}}
		l.veil = func(ctx context.Context, rows []casebook.ReportRow) error { return veilReports(ctx, book, rows) }
		return errors.Join(l.run(ctx, a, &c.outputFlags, q), a.otherNames(ctx, book, q.Actor))
	})
}

func veilReports(ctx context.Context, book casebook.Asker, rows []casebook.ReportRow) error {
	var ids []string
	for i := range rows {
		ids = append(ids, rows[i].ID)
	}
	private, err := book.Private(ctx, ids)
	if err != nil {
		return fmt.Errorf("look for private persons: %w", err)
	}
	for i := range rows {
		rows[i].ReportHead = privacy.VeilReport(rows[i].ReportHead, private[rows[i].ID])
	}
	return nil
}

type reportColumn = column[casebook.ReportRow]

var reportColumns = []reportColumn{
	{name: "id", value: func(r *casebook.ReportRow) any { return r.ID }, least: 12},
	{name: "published", value: func(r *casebook.ReportRow) any { return moment(r.Published) }, shown: func(r *casebook.ReportRow) string { return text.Published(&r.ReportHead) }},
	{name: "published_basis", value: func(r *casebook.ReportRow) any { return string(r.PublishedBasis) }},
	{name: "outlet", value: func(r *casebook.ReportRow) any { return rows.OrNil(r.Outlet) }, least: 12},
	{name: "title", value: func(r *casebook.ReportRow) any { return rows.OrNil(r.Title) }, least: 30},
	{name: "url", value: func(r *casebook.ReportRow) any { return rows.OrNil(r.URL) }},
	{name: "language", value: func(r *casebook.ReportRow) any { return rows.OrNil(r.Language) }},
	{name: "length", value: func(r *casebook.ReportRow) any { return r.Length }, right: true},
	{name: "sha256", value: func(r *casebook.ReportRow) any { return r.SHA256 }},
	{name: "version", value: func(r *casebook.ReportRow) any { return r.Version }, right: true, rank: 1},
	{name: "incidents", value: func(r *casebook.ReportRow) any { return r.Incidents }, right: true},
	{name: "told_by_one_side_only", value: func(r *casebook.ReportRow) any { return r.OneSide }, right: true},
	{name: "filed", value: func(r *casebook.ReportRow) any { return moment(r.Filed) }},
	{name: "note", value: func(r *casebook.ReportRow) any { return rows.OrNil(string(r.Note)) }, rank: 1},
}
