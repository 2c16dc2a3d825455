package main

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/export/text"
	"sitrep/privacy"
	"sitrep/reconcile"
)

type claimsCommand struct {
	caseArgument
	stanceFlags
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (claimsCommand) Help() string {
	return `What somebody says in a report, with who says it and the very words.

    sitrep claims case.db --source "defense ministry" --stance deny
    sitrep claims case.db --incident 3f2a --csv > claims.csv`
}

// Run lists claims.
func (c *claimsCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.stanceFlags.fill(&q)
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	return listClaims(ctx, a, c.Case, &c.outputFlags, q, "sitrep claims", []string{"published", "source", "stance", "quote", "outlet", "incidents"}, claimsOf)
}

type demandsCommand struct {
	caseArgument
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (demandsCommand) Help() string {
	return `What somebody demands of somebody, and the answers, over all reports: a demand that several tell is listed once, as the first of them tells it, and an answer may stand in another report than its demand. A demand without an answer is one to which none is reported.

    sitrep demands case.db --source UN --from 2016-04`
}

// Run lists demands.
func (c *demandsCommand) Run(ctx context.Context, a *app) error {
	q := casebook.Query{Stances: []sitrep.Stance{sitrep.Demand}}
	c.queryFlags.fill(&q)
	return listClaims(ctx, a, c.Case, &c.outputFlags, q, "sitrep demands", []string{"published", "source", "to", "quote", "answers", "outlet", "incidents"}, demandsOf)
}

// claimRow is a claim; a demand with the answers to it, and the reports that tell it again.
type claimRow struct {
	casebook.ClaimRow
	again   []casebook.ClaimRow
	answers []reconcile.Statement
}

// answer is a claim that answers another one, as it is printed.
type answer struct {
	ID        string   `json:"id"`
	Report    string   `json:"report"`
	Published any      `json:"published"`
	Outlet    *string  `json:"outlet"`
	Source    string   `json:"source"`
	Stance    string   `json:"stance"`
	Quote     string   `json:"quote"`
	Again     []string `json:"again"` // ids of other reports that tell it
}

type claimColumn = column[claimRow]

var claimColumns = []claimColumn{
	{name: "id", value: func(r *claimRow) any { return r.Claim.ID }},
	{name: "report", value: func(r *claimRow) any { return r.Report.ID }},
	{name: "published", value: func(r *claimRow) any { return moment(r.Report.Published) }, shown: func(r *claimRow) string { return text.Published(&r.Report) }},
	{name: "outlet", value: func(r *claimRow) any { return rows.OrNil(r.Report.Outlet) }, least: 10, rank: 2},
	{name: "title", value: func(r *claimRow) any { return rows.OrNil(r.Report.Title) }, least: 12},
	{name: "url", value: func(r *claimRow) any { return rows.OrNil(r.Report.URL) }},
	{name: "source", value: func(r *claimRow) any { return r.Claim.Source }, least: 16},
	{name: "side", value: func(r *claimRow) any { return rows.OrNil(r.Claim.Side) }},
	{name: "source_kind", value: func(r *claimRow) any { return rows.OrNil(string(r.Claim.SourceKind)) }},
	{name: "via", value: func(r *claimRow) any { return rows.OrNil(r.Claim.Via) }},
	{name: "to", value: func(r *claimRow) any { return rows.OrNil(r.Claim.To) }, least: 10},
	{name: "mode", value: func(r *claimRow) any { return string(r.Claim.Mode) }},
	{name: "stance", value: func(r *claimRow) any { return string(r.Claim.Stance) }},
	{name: "quote", value: func(r *claimRow) any { return r.Quote }, least: 30},
	{name: "incidents", value: func(r *claimRow) any { return list(r.Incidents) }, head: "about", rank: 1},
	{name: "answers_claim", value: func(r *claimRow) any { return rows.OrNil(r.Claim.Answers) }},
	{name: "again", value: func(r *claimRow) any { return reportsOf(r.again) }, head: "told again by"},
	{name: "answers", value: func(r *claimRow) any { return r.printed() }, shown: func(r *claimRow) string { return r.shownAnswers() }, least: 20},
}

// reportsOf are the ids of the reports that tell some claims, each once, in order.
func reportsOf(claims []casebook.ClaimRow) []string {
	out := []string{}
	for i := range claims {
		if id := claims[i].Report.ID; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func (r *claimRow) printed() []answer {
	out := []answer{}
	for i := range r.answers {
		a := &r.answers[i]
		out = append(out, answer{a.Claim.ID, a.Report.ID, moment(a.Report.Published), rows.OrNull(a.Report.Outlet), a.Claim.Source, string(a.Claim.Stance), a.Quote, reportsOf(a.Again)})
	}
	return out
}

// shownAnswers are the answers in a line; one of another report has its day.
func (r *claimRow) shownAnswers() string {
	s := ""
	for i := range r.answers {
		a := &r.answers[i]
		if i > 0 {
			s += "; "
		}
		if a.Report.ID != r.Report.ID {
			s += text.Published(&a.Report) + " "
		}
		s += a.Claim.Source + " " + text.Verb(a.Claim.Stance) + ": " + a.Quote
	}
	return s
}

type askClaims func(context.Context, casebook.Asker, casebook.Query) (casebook.Page[claimRow], error)

// claimsOf are the claims of a query.
func claimsOf(ctx context.Context, book casebook.Asker, q casebook.Query) (casebook.Page[claimRow], error) {
	page, err := book.Claims(ctx, q)
	out := casebook.Page[claimRow]{Total: page.Total, Next: page.Next}
	for i := range page.Rows {
		out.Rows = append(out.Rows, claimRow{ClaimRow: page.Rows[i]})
	}
	return out, err
}

// demandsOf are the demands of a query, each once, with the answers to it.
func demandsOf(ctx context.Context, book casebook.Asker, q casebook.Query) (casebook.Page[claimRow], error) {
	page, err := reconcile.Demands(ctx, book, q)
	out := casebook.Page[claimRow]{Total: page.Total, Next: page.Next}
	for i := range page.Rows {
		out.Rows = append(out.Rows, claimRow{page.Rows[i].ClaimRow, page.Rows[i].Again, page.Rows[i].Answers})
	}
	return out, err
}

func listClaims(ctx context.Context, a *app, path string, out *outputFlags, q casebook.Query, command string, table []string, ask askClaims) error {
	return a.reading(ctx, path, out.Names, command, func(book casebook.Casebook) error {
		l := listing[claimRow]{command: command, columns: claimColumns, table: table, veil: veilClaims}
		l.ask = func(ctx context.Context, q casebook.Query) (casebook.Page[claimRow], error) { return ask(ctx, book, q) }
		return l.run(ctx, a, out, q)
	})
}

func veilClaims(_ context.Context, rows []claimRow) error {
	for i := range rows {
		r := &rows[i]
		r.ClaimRow = privacy.VeilClaim(r.ClaimRow)
		for k := range r.answers {
			r.answers[k].ClaimRow = privacy.VeilClaim(r.answers[k].ClaimRow)
		}
	}
	return nil
}
