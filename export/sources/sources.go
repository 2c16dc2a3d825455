// Package sources writes who makes claims and gives figures, with counts and what they are out of: as a sheet, and as JSON. There is no score and no order of merit.
package sources

import (
	"io"

	"sitrep/casebook"
	"sitrep/export/rows"
)

// LeftOut says what no form of the list carries.
const LeftOut = "Counts of figures that were updated, lowered or contradicted are no score: an early figure is often rightly low."

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[casebook.SourceRow] {
	return rows.NewSheet(w, columns(), LeftOut)
}

func columns() []rows.Column[casebook.SourceRow] {
	return []rows.Column[casebook.SourceRow]{
		{Name: "name", Value: func(r *casebook.SourceRow) string { return r.Name }},
		{Name: "side", Value: func(r *casebook.SourceRow) string { return r.Side }},
		{Name: "kind", Value: func(r *casebook.SourceRow) string { return string(r.Kind) }},
		rows.Number("claims", func(r *casebook.SourceRow) int { return r.Claims }),
		rows.Number("reports", func(r *casebook.SourceRow) int { return r.Reports }),
		rows.Number("outlets", func(r *casebook.SourceRow) int { return r.Outlets }),
		rows.Number("figures", func(r *casebook.SourceRow) int { return r.Tolls }),
		rows.Number("updated", func(r *casebook.SourceRow) int { return r.Updated }),
		rows.Number("lowered", func(r *casebook.SourceRow) int { return r.Lowered }),
		rows.Number("contradicted", func(r *casebook.SourceRow) int { return r.Contradicted }),
		{Name: "first", Value: func(r *casebook.SourceRow) string { return r.First.String() }},
		{Name: "last", Value: func(r *casebook.SourceRow) string { return r.Last.String() }},
		rows.Number("told_by_one_side_only", func(r *casebook.SourceRow) int { return r.OneSide }),
	}
}

// Object is a source as JSON has it. What is not known is null.
type Object struct {
	Name         string  `json:"name" doc:"Who makes claims."`
	Side         *string `json:"side" doc:"Whom the source speaks for."`
	Kind         *string `json:"kind" doc:"belligerent, government, monitor, witness…"`
	Claims       int     `json:"claims" doc:"Claims that it makes."`
	Reports      int     `json:"reports" doc:"Reports that carry them."`
	Outlets      int     `json:"outlets" doc:"Outlets of those reports."`
	Figures      int     `json:"figures" doc:"Figures that it gives: what the three counts below are out of."`
	Updated      int     `json:"updated" doc:"Figures of its own that it later gave anew."`
	Lowered      int     `json:"lowered" doc:"Figures that it later lowered."`
	Contradicted int     `json:"contradicted" doc:"Figures that others contradict."`
	First        *string `json:"first" doc:"Day of the first claim."`
	Last         *string `json:"last" doc:"Day of the last one."`
	OneSide      int     `json:"told_by_one_side_only" doc:"Of the claims, those about incidents that rest on the word of one side alone."`
}

// ObjectOf is a source as JSON has it.
func ObjectOf(r *casebook.SourceRow) Object {
	return Object{Name: r.Name, Side: rows.OrNull(r.Side), Kind: rows.OrNull(string(r.Kind)), Claims: r.Claims, Reports: r.Reports, Outlets: r.Outlets, Figures: r.Tolls,
		Updated: r.Updated, Lowered: r.Lowered, Contradicted: r.Contradicted, First: rows.OrNull(r.First.String()), Last: rows.OrNull(r.Last.String()), OneSide: r.OneSide}
}
