package main

import (
	"context"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/export/text"
	"sitrep/privacy"
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
	return listClaims(ctx, a, c.Case, &c.outputFlags, q, "sitrep claims", []string{"published", "source", "stance", "quote", "outlet", "incidents"}, false)
}

type demandsCommand struct {
	caseArgument
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (demandsCommand) Help() string {
	return `What somebody demands of somebody, and the answers. A demand without an answer is one to which none is reported.

    sitrep demands case.db --source UN --from 2016-04`
}

// Run lists demands.
func (c *demandsCommand) Run(ctx context.Context, a *app) error {
	q := casebook.Query{Stances: []sitrep.Stance{sitrep.Demand}}
	c.queryFlags.fill(&q)
	return listClaims(ctx, a, c.Case, &c.outputFlags, q, "sitrep demands", []string{"published", "source", "to", "quote", "answers", "outlet", "incidents"}, true)
}

// claimRow is a claim with the answers to it, where they are asked for.
type claimRow struct {
	casebook.ClaimRow
	answers []answer
}

// answer is a claim that answers another one.
type answer struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	Stance string `json:"stance"`
	Quote  string `json:"quote"`
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
	{name: "answers", value: func(r *claimRow) any { return r.answers }, shown: func(r *claimRow) string { return shownAnswers(r.answers) }, least: 20},
}

func shownAnswers(list []answer) string {
	s := ""
	for i, a := range list {
		if i > 0 {
			s += "; "
		}
		s += a.Source + " " + text.Verb(sitrep.Stance(a.Stance)) + ": " + a.Quote
	}
	return s
}

func listClaims(ctx context.Context, a *app, path string, out *outputFlags, q casebook.Query, command string, table []string, answers bool) error {
	return a.reading(ctx, path, out.Names, command, func(book casebook.Casebook) error {
		l := listing[claimRow]{command: command, columns: claimColumns, table: table, veil: veilClaims}
		l.ask = func(ctx context.Context, q casebook.Query) (casebook.Page[claimRow], error) {
			page, err := book.Claims(ctx, q)
			rows := make([]claimRow, len(page.Rows))
			for i := range page.Rows {
				rows[i] = claimRow{page.Rows[i], []answer{}}
				if answers && err == nil {
					err = rows[i].answered(ctx, book)
				}
			}
			return casebook.Page[claimRow]{Rows: rows, Total: page.Total, Next: page.Next}, err
		}
		return l.run(ctx, a, out, q)
	})
}

// answered looks for the answers in the claim's report.
func (r *claimRow) answered(ctx context.Context, book casebook.Asker) error {
	if len(r.ClaimRow.Answers) == 0 {
		return nil
	}
	page, err := book.Claims(ctx, casebook.Query{Report: r.Report.ID, All: true})
	for _, c := range page.Rows {
		if c.Claim.Answers == r.Claim.ID {
			r.answers = append(r.answers, answer{c.Claim.ID, c.Claim.Source, string(c.Claim.Stance), c.Quote})
		}
	}
	return err
}

func veilClaims(_ context.Context, rows []claimRow) error {
	for i := range rows {
		r := &rows[i]
		r.ClaimRow = privacy.VeilClaim(r.ClaimRow)
		for k := range r.answers {
			r.answers[k].Source, r.answers[k].Quote = privacy.Veil(r.answers[k].Source, r.Private), privacy.Veil(r.answers[k].Quote, r.Private)
		}
	}
	return nil
}
