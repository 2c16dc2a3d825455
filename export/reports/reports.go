// Package reports writes the heads of reports as a sheet: one row a report.
package reports

import (
	"io"

	"sitrep"
	"sitrep/export/rows"
)

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[sitrep.ReportHead] {
	return rows.NewSheet(w, columns(), "The texts of the reports stay in the casebook; sha256 is the hash of each.")
}

func columns() []rows.Column[sitrep.ReportHead] {
	return []rows.Column[sitrep.ReportHead]{
		{Name: "id", Value: func(r *sitrep.ReportHead) string { return r.ID }},
		{Name: "published", Value: func(r *sitrep.ReportHead) string { return rows.Moment(r.Published) }},
		{Name: "published_basis", Value: func(r *sitrep.ReportHead) string { return string(r.PublishedBasis) }},
		{Name: "outlet", Value: func(r *sitrep.ReportHead) string { return r.Outlet }},
		{Name: "title", Value: func(r *sitrep.ReportHead) string { return r.Title }},
		{Name: "url", Value: func(r *sitrep.ReportHead) string { return r.URL }},
		{Name: "language", Value: func(r *sitrep.ReportHead) string { return r.Language }},
		rows.Number("bytes", func(r *sitrep.ReportHead) int { return r.Length }),
		{Name: "sha256", Value: func(r *sitrep.ReportHead) string { return r.SHA256 }},
		rows.Number("version", func(r *sitrep.ReportHead) int { return r.Version }),
		{Name: "filed", Value: func(r *sitrep.ReportHead) string { return rows.Moment(r.Filed) }},
	}
}
