// Package actors writes who has a part in incidents, and in how many: as a sheet, and as JSON.
package actors

import (
	"io"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// LeftOut says what no form of the list carries.
const LeftOut = "To be named as the one who did it is what somebody says: who says it stands with each incident, in the csv and jsonl forms."

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[casebook.ActorRow] {
	return rows.NewSheet(w, columns(), LeftOut)
}

func columns() []rows.Column[casebook.ActorRow] {
	return []rows.Column[casebook.ActorRow]{
		{Name: "name", Value: func(r *casebook.ActorRow) string { return r.Name }},
		{Name: "side", Value: func(r *casebook.ActorRow) string { return r.Side }},
		{Name: "actor", Value: func(r *casebook.ActorRow) string { return r.ActorID }},
		{Name: "kind", Value: func(r *casebook.ActorRow) string { return string(r.Kind) }},
		rows.Number("incidents", func(r *casebook.ActorRow) int { return r.Incidents }),
		rows.Number("said_to_have_acted", func(r *casebook.ActorRow) int { return r.Roles[sitrep.Initiator] }),
		rows.Number("target", func(r *casebook.ActorRow) int { return r.Roles[sitrep.Target] }),
		rows.Number("party", func(r *casebook.ActorRow) int { return r.Roles[sitrep.Party] }),
		rows.Number("mediator", func(r *casebook.ActorRow) int { return r.Roles[sitrep.Mediator] }),
		rows.Number("claims", func(r *casebook.ActorRow) int { return r.Claims }),
		{Name: "first", Value: func(r *casebook.ActorRow) string { return r.First.String() }},
		{Name: "last", Value: func(r *casebook.ActorRow) string { return r.Last.String() }},
		rows.Number("told_by_one_side_only", func(r *casebook.ActorRow) int { return r.OneSide }),
	}
}

// Object is an actor as JSON has it. What is not known is null.
type Object struct {
	Name            string  `json:"name" doc:"The actor's name."`
	Side            *string `json:"side" doc:"A state's three letters, UN, an armed group's short name."`
	Actor           *string `json:"actor" doc:"Id in the lexicon."`
	Kind            *string `json:"kind" doc:"person, people, organisation or thing."`
	Incidents       int     `json:"incidents" doc:"Incidents that it has a part in."`
	SaidToHaveActed int     `json:"said_to_have_acted" doc:"Of those, the ones that somebody says it did; each incident tells who says so."`
	Target          int     `json:"target" doc:"Of those, the ones that hit it."`
	Party           int     `json:"party" doc:"Of those, the ones that it is a party to, without blame."`
	Mediator        int     `json:"mediator" doc:"Of those, the ones that it mediates."`
	Claims          int     `json:"claims" doc:"Claims that it makes."`
	First           *string `json:"first" doc:"Day of the first incident."`
	Last            *string `json:"last" doc:"Day of the last one."`
	OneSide         int     `json:"told_by_one_side_only" doc:"Of the incidents, those that rest on the word of one side alone."`
}

// ObjectOf is an actor as JSON has it.
func ObjectOf(r *casebook.ActorRow) Object {
	return Object{Name: r.Name, Side: rows.OrNull(r.Side), Actor: rows.OrNull(r.ActorID), Kind: rows.OrNull(string(r.Kind)), Incidents: r.Incidents, SaidToHaveActed: r.Roles[sitrep.Initiator],
		Target: r.Roles[sitrep.Target], Party: r.Roles[sitrep.Party], Mediator: r.Roles[sitrep.Mediator], Claims: r.Claims, First: rows.OrNull(r.First.String()), Last: rows.OrNull(r.Last.String()), OneSide: r.OneSide}
}
