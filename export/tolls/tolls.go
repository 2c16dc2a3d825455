// Package tolls writes the figures of people harmed as a sheet: one row a figure, as one report tells it. They are never to be added up.
package tolls

import (
	"io"

	"sitrep/casebook"
	"sitrep/export/rows"
)

// Row is a figure with what is known of it beyond its report.
type Row struct {
	casebook.TollRow
	OneSide string // the side on whose word alone its incident rests
}

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[Row] {
	return rows.NewSheet(w, columns(), "Rows are figures as they were told: several are of the same people, and they must not be added up. The csv form has one line an incident.")
}

func columns() []rows.Column[Row] {
	return []rows.Column[Row]{
		{Name: "id", Value: func(r *Row) string { return r.Toll.ID }},
		{Name: "report", Value: func(r *Row) string { return r.Report.ID }},
		{Name: "event", Value: func(r *Row) string { return r.Event.Event }},
		{Name: "incident", Value: func(r *Row) string { return r.Incident }},
		{Name: "sha256", Value: func(r *Row) string { return r.Report.SHA256 }},
		{Name: "published", Value: func(r *Row) string { return rows.Moment(r.Report.Published) }},
		{Name: "outlet", Value: func(r *Row) string { return r.Report.Outlet }},
		{Name: "title", Value: func(r *Row) string { return r.Report.Title }},
		{Name: "url", Value: func(r *Row) string { return r.Report.URL }},
		{Name: "harm", Value: func(r *Row) string { return string(r.Toll.Harm) }},
		rows.Number("count", func(r *Row) int { return r.Toll.Count }),
		{Name: "count_to", Value: func(r *Row) string { return rows.Int(r.Toll.CountTo) }},
		{Name: "qualifier", Value: func(r *Row) string { return string(r.Toll.Qualifier) }},
		{Name: "who", Value: func(r *Row) string { return r.Toll.Who }},
		{Name: "side", Value: func(r *Row) string { return r.Toll.Side }},
		{Name: "civilian", Value: func(r *Row) string { return rows.Truth(r.Toll.Civilian) }},
		{Name: "people", Value: func(r *Row) string { return r.Toll.People }},
		{Name: "relation", Value: func(r *Row) string { return string(r.Toll.Relation) }},
		{Name: "of", Value: func(r *Row) string { return r.Toll.Of }},
		{Name: "as_of", Value: func(r *Row) string { return r.Toll.AsOf.String() }},
		{Name: "source", Value: func(r *Row) string { return r.Source }},
		{Name: "in_the_reporters_own_voice", Value: func(r *Row) string { return rows.Bool(r.Source == "") }},
		{Name: "told_by_one_side_only", Value: func(r *Row) string { return r.OneSide }},
		{Name: "quote", Value: func(r *Row) string { return rows.Quote(r.Quote) }},
		rows.Number("byte_start", func(r *Row) int { return r.Toll.Words.Start }),
		rows.Number("byte_end", func(r *Row) int { return r.Toll.Words.End }),
	}
}
