// Package reports writes the heads of reports as a sheet: one row a report.
package reports

import (
	"io"

	"sitrep/casebook"
	"sitrep/export/rows"
)

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[casebook.ReportRow] {
	return rows.NewSheet(w, columns(), "The texts of the reports stay in the casebook; sha256 is the hash of each.")
}

func columns() []rows.Column[casebook.ReportRow] {
	return []rows.Column[casebook.ReportRow]{
		{Name: "id", Value: func(r *casebook.ReportRow) string { return r.ID }},
		{Name: "published", Value: func(r *casebook.ReportRow) string { return rows.Moment(r.Published) }},
		{Name: "published_basis", Value: func(r *casebook.ReportRow) string { return string(r.PublishedBasis) }},
		{Name: "outlet", Value: func(r *casebook.ReportRow) string { return r.Outlet }},
		{Name: "title", Value: func(r *casebook.ReportRow) string { return r.Title }},
		{Name: "url", Value: func(r *casebook.ReportRow) string { return r.URL }},
		{Name: "language", Value: func(r *casebook.ReportRow) string { return r.Language }},
		rows.Number("bytes", func(r *casebook.ReportRow) int { return r.Length }),
		{Name: "sha256", Value: func(r *casebook.ReportRow) string { return r.SHA256 }},
		rows.Number("version", func(r *casebook.ReportRow) int { return r.Version }),
		{Name: "filed", Value: func(r *casebook.ReportRow) string { return rows.Moment(r.Filed) }},
		rows.Number("incidents", func(r *casebook.ReportRow) int { return r.Incidents }),
		rows.Number("told_by_one_side_only", func(r *casebook.ReportRow) int { return r.OneSide }),
		{Name: "note", Value: func(r *casebook.ReportRow) string { return string(r.Note) }},
	}
}
