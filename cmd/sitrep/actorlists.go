package main

import (
	"context"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/privacy"
)

type actorsCommand struct {
	caseArgument
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (actorsCommand) Help() string {
	return `Who has a part in incidents, and in how many. Being named as the one who did it is what somebody says: sitrep show tells of each incident who says so.

    sitrep actors case.db --country SYR --from 2016`
}

// Run lists actors.
func (c *actorsCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	return a.reading(ctx, c.Case, c.Names, "sitrep actors", func(book casebook.Casebook) error {
		l := listing[casebook.ActorRow]{command: "sitrep actors", columns: actorColumns, ask: book.Actors,
			veil:  func(ctx context.Context, rows []casebook.ActorRow) error { return privacy.VeilActors(ctx, book, rows) },
			table: []string{"name", "side", "kind", "incidents", "said_to_have_acted", "target", "party", "mediator", "claims", "first", "last", "told_by_one_side_only"}}
		return l.run(ctx, a, &c.outputFlags, q)
	})
}

type actorColumn = column[casebook.ActorRow]

var actorColumns = []actorColumn{
	{name: "name", value: func(r *casebook.ActorRow) any { return r.Name }, least: 20},
	{name: "side", value: func(r *casebook.ActorRow) any { return rows.OrNil(r.Side) }},
	{name: "actor", value: func(r *casebook.ActorRow) any { return rows.OrNil(r.ActorID) }},
	{name: "kind", value: func(r *casebook.ActorRow) any { return rows.OrNil(string(r.Kind)) }, rank: 3},
	{name: "incidents", value: func(r *casebook.ActorRow) any { return r.Incidents }, right: true},
	{name: "said_to_have_acted", value: func(r *casebook.ActorRow) any { return r.Roles[sitrep.Initiator] }, head: "said to have acted", right: true},
	{name: "target", value: func(r *casebook.ActorRow) any { return r.Roles[sitrep.Target] }, head: "hit", right: true},
	{name: "party", value: func(r *casebook.ActorRow) any { return r.Roles[sitrep.Party] }, right: true},
	{name: "mediator", value: func(r *casebook.ActorRow) any { return r.Roles[sitrep.Mediator] }, right: true},
	{name: "claims", value: func(r *casebook.ActorRow) any { return r.Claims }, right: true},
	{name: "first", value: func(r *casebook.ActorRow) any { return rows.OrNil(r.First.String()) }, rank: 2},
	{name: "last", value: func(r *casebook.ActorRow) any { return rows.OrNil(r.Last.String()) }, rank: 1},
	{name: "told_by_one_side_only", value: func(r *casebook.ActorRow) any { return r.OneSide }, head: "one side only", right: true, rank: 4},
}

type sourcesCommand struct {
	caseArgument
	stanceFlags
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (sourcesCommand) Help() string {
	return `Who makes claims and gives figures, with counts and what they are out of. There is no score and no order of merit: a lowered figure may be the honest one.

    sitrep sources case.db --outlet "Dorel Radio"`
}

// Run lists sources.
func (c *sourcesCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.stanceFlags.fill(&q)
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	return a.reading(ctx, c.Case, c.Names, "sitrep sources", func(book casebook.Casebook) error {
		l := listing[casebook.SourceRow]{command: "sitrep sources", columns: sourceColumns, ask: book.Sources,
			veil: func(ctx context.Context, rows []casebook.SourceRow) error {
				return privacy.VeilSources(ctx, book, rows)
			},
			table: []string{"name", "side", "kind", "claims", "reports", "outlets", "figures", "updated", "lowered", "contradicted", "first", "last", "told_by_one_side_only"}}
		return l.run(ctx, a, &c.outputFlags, q)
	})
}

type sourceColumn = column[casebook.SourceRow]

var sourceColumns = []sourceColumn{
	{name: "name", value: func(r *casebook.SourceRow) any { return r.Name }, least: 20},
	{name: "side", value: func(r *casebook.SourceRow) any { return rows.OrNil(r.Side) }},
	{name: "kind", value: func(r *casebook.SourceRow) any { return rows.OrNil(string(r.Kind)) }, rank: 3},
	{name: "claims", value: func(r *casebook.SourceRow) any { return r.Claims }, right: true},
	{name: "reports", value: func(r *casebook.SourceRow) any { return r.Reports }, right: true},
	{name: "outlets", value: func(r *casebook.SourceRow) any { return r.Outlets }, right: true},
	{name: "figures", value: func(r *casebook.SourceRow) any { return r.Tolls }, right: true},
	{name: "updated", value: func(r *casebook.SourceRow) any { return r.Updated }, right: true},
	{name: "lowered", value: func(r *casebook.SourceRow) any { return r.Lowered }, right: true},
	{name: "contradicted", value: func(r *casebook.SourceRow) any { return r.Contradicted }, right: true},
	{name: "first", value: func(r *casebook.SourceRow) any { return rows.OrNil(r.First.String()) }, rank: 2},
	{name: "last", value: func(r *casebook.SourceRow) any { return rows.OrNil(r.Last.String()) }, rank: 1},
	{name: "told_by_one_side_only", value: func(r *casebook.SourceRow) any { return r.OneSide }, head: "one side only", right: true, rank: 4},
}
