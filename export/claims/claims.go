// Package claims writes who says what as a sheet: one row a claim, with the words and where they stand.
package claims

import (
	"io"
	"strconv"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Row is a claim with what is known of it beyond its report.
type Row struct {
	casebook.ClaimRow
	OneSide string // the side on whose word alone the incidents rest that it is about
}

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[Row] {
	return rows.NewSheet(w, columns(), "Quotes are cut at 300 characters; byte_start and byte_end find the whole words in the report's text, of which sha256 is the hash.")
}

func columns() []rows.Column[Row] {
	return []rows.Column[Row]{
		{Name: "id", Value: func(r *Row) string { return r.Claim.ID }},
		{Name: "report", Value: func(r *Row) string { return r.Report.ID }},
		{Name: "sha256", Value: func(r *Row) string { return r.Report.SHA256 }},
		{Name: "published", Value: func(r *Row) string { return rows.Moment(r.Report.Published) }},
		{Name: "published_basis", Value: func(r *Row) string { return string(r.Report.PublishedBasis) }},
		{Name: "outlet", Value: func(r *Row) string { return r.Report.Outlet }},
		{Name: "title", Value: func(r *Row) string { return r.Report.Title }},
		{Name: "url", Value: func(r *Row) string { return r.Report.URL }},
		{Name: "source", Value: func(r *Row) string { return r.Claim.Source }},
		{Name: "side", Value: func(r *Row) string { return r.Claim.Side }},
		{Name: "source_kind", Value: func(r *Row) string { return string(r.Claim.SourceKind) }},
		{Name: "via", Value: func(r *Row) string { return r.Claim.Via }},
		{Name: "to", Value: func(r *Row) string { return r.Claim.To }},
		{Name: "mode", Value: func(r *Row) string { return string(r.Claim.Mode) }},
		{Name: "stance", Value: func(r *Row) string { return string(r.Claim.Stance) }},
		{Name: "quote", Value: func(r *Row) string { return rows.Quote(r.Quote) }},
		{Name: "byte_start", Value: func(r *Row) string { return offsets(r, func(s sitrep.Span) int { return s.Start }) }},
		{Name: "byte_end", Value: func(r *Row) string { return offsets(r, func(s sitrep.Span) int { return s.End }) }},
		{Name: "incidents", Value: func(r *Row) string { return rows.List(r.Incidents) }},
		{Name: "told_by_one_side_only", Value: func(r *Row) string { return r.OneSide }},
		{Name: "answers_claim", Value: func(r *Row) string { return r.Claim.Answers }},
		{Name: "answered_by", Value: func(r *Row) string { return rows.List(r.Answers) }},
	}
}

// offsets are one end of each stretch of the words, in order.
func offsets(r *Row, end func(sitrep.Span) int) string {
	var out []string
	for _, s := range r.Claim.Content {
		out = append(out, strconv.Itoa(end(s)))
	}
	return rows.List(out)
}
