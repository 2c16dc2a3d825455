// Package csv writes incidents as a wide sheet: one row an incident.
package csv

import (
	"io"
	"strconv"

	"sitrep"
	"sitrep/export/rows"
)

// New begins a sheet.
func New(w io.Writer) *rows.Sheet[rows.Incident] {
	return rows.NewSheet(w, columns(),
		"Of each figure only low, best and high are in the sheet; single figures with their words are in the tolls form, claims in the claims form.",
		"Where an incident has several lines of one harm (two sides, civilians and forces) its figures are in the column tolls only: none is made by adding them up.")
}

type column = rows.Column[rows.Incident]

func columns() []column {
	all := []column{
		{Name: "id", Value: func(i *rows.Incident) string { return i.ID }},
		{Name: "kind", Value: func(i *rows.Incident) string { return string(i.Kind) }},
		{Name: "title", Value: func(i *rows.Incident) string { return i.Title }},
		{Name: "status", Value: func(i *rows.Incident) string { return string(i.Status) }},
		{Name: "from", Value: func(i *rows.Incident) string { return i.When.From.String() }},
		{Name: "to", Value: func(i *rows.Incident) string { return i.When.To.String() }},
		{Name: "date_precision", Value: func(i *rows.Incident) string { return string(i.When.Precision) }},
		{Name: "date_basis", Value: func(i *rows.Incident) string { return string(i.When.Basis) }},
		{Name: "place", Value: func(i *rows.Incident) string { return i.Place.Name }},
		{Name: "within", Value: func(i *rows.Incident) string { return rows.List(i.Place.Within) }},
		{Name: "countries", Value: func(i *rows.Incident) string { return rows.List(i.Place.Countries) }},
		{Name: "lat", Value: func(i *rows.Incident) string { return rows.Latitude(&i.Place) }},
		{Name: "lon", Value: func(i *rows.Incident) string { return rows.Longitude(&i.Place) }},
		{Name: "where_prec", Value: func(i *rows.Incident) string { return rows.Int(i.Place.Precision) }},
		{Name: "uncertainty_km", Value: uncertainty},
		{Name: "geonames", Value: func(i *rows.Incident) string { return rows.Int(i.Place.GeoNames) }},
	}
	all = append(all, who()...)
	for _, h := range []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced} {
		all = append(all, figures(h)...)
	}
	return append(all, sources()...)
}

// uncertainty is how far off a place on the map may be.
func uncertainty(i *rows.Incident) string {
	if !i.Place.Located {
		return ""
	}
	return rows.Int(int(rows.Kilometres(i.Place.Precision)))
}

// who are the columns of actors. An initiator's cell says how sure it is and who says so; the three after it say it for programs.
func who() []column {
	return []column{
		{Name: "initiators", Value: func(i *rows.Incident) string { return rows.List(rows.Cast(&i.Incident, sitrep.Initiator)) }},
		{Name: "initiators_confidence", Value: each(func(a *sitrep.IncidentActor) string { return string(a.Confidence) })},
		{Name: "initiators_according_to", Value: each(func(a *sitrep.IncidentActor) string {
			if len(a.AccordingTo) == 0 {
				return "the reporters themselves"
			}
			return rows.List(a.AccordingTo)
		})},
		{Name: "initiators_denied_by", Value: each(func(a *sitrep.IncidentActor) string { return rows.List(a.DeniedBy) })},
		{Name: "targets", Value: func(i *rows.Incident) string { return rows.List(rows.Cast(&i.Incident, sitrep.Target)) }},
		{Name: "parties", Value: func(i *rows.Incident) string { return rows.List(rows.Cast(&i.Incident, sitrep.Party)) }},
		{Name: "mediators", Value: func(i *rows.Incident) string { return rows.List(rows.Cast(&i.Incident, sitrep.Mediator)) }},
	}
}

// each is a field of all initiators, in the order of the column of initiators.
func each(field func(*sitrep.IncidentActor) string) func(*rows.Incident) string {
	return func(i *rows.Incident) string {
		s, n := "", 0
		for k := range i.Actors {
			if i.Actors[k].Role != sitrep.Initiator {
				continue
			}
			if n++; n > 1 {
				s += " | "
			}
			s += field(&i.Actors[k])
		}
		return s
	}
}

func figures(h sitrep.Harm) []column {
	of := func(field func(*sitrep.Tally) string) func(*rows.Incident) string {
		return func(i *rows.Incident) string {
			if t := only(i, h); t != nil {
				return field(t)
			}
			return ""
		}
	}
	return []column{
		{Name: string(h) + "_low", Value: of(func(t *sitrep.Tally) string { return strconv.Itoa(t.Low) })},
		{Name: string(h) + "_best", Value: of(func(t *sitrep.Tally) string { return strconv.Itoa(t.Best) })},
		{Name: string(h) + "_high", Value: of(func(t *sitrep.Tally) string { return strconv.Itoa(t.High) })},
		{Name: string(h) + "_open", Value: of(func(t *sitrep.Tally) string { return rows.Bool(t.Open) })},
	}
}

// only is the only line of a harm: where there are several, for two sides say, no one figure is right.
func only(i *rows.Incident, h sitrep.Harm) *sitrep.Tally {
	var found *sitrep.Tally
	for k := range i.Tally {
		if i.Tally[k].Harm != h {
			continue
		}
		if found != nil {
			return nil
		}
		found = &i.Tally[k]
	}
	return found
}

// sources are the columns of what an incident rests on.
func sources() []column {
	return []column{
		{Name: "tolls", Value: func(i *rows.Incident) string { return rows.List(rows.Tallies(&i.Incident)) }},
		{Name: "quote", Value: func(i *rows.Incident) string { q, _ := rows.Words(&i.Incident); return q }},
		{Name: "quote_by", Value: func(i *rows.Incident) string { _, by := rows.Words(&i.Incident); return by }},
		{Name: "told_by_one_side_only", Value: func(i *rows.Incident) string { return rows.OneSide(&i.Incident) }},
		{Name: "origins", Value: func(i *rows.Incident) string { return rows.List(rows.Origins(&i.Incident)) }},
		{Name: "origins_count", Value: func(i *rows.Incident) string { return strconv.Itoa(len(i.Origins)) }},
		{Name: "grade", Value: func(i *rows.Incident) string { return string(i.Grade) }},
		{Name: "graded_by_a_person", Value: func(i *rows.Incident) string { return rows.Bool(i.GradedBy.By != "") }},
		{Name: "differ", Value: differ},
		{Name: "news", Value: func(i *rows.Incident) string { return rows.Bool(i.News) }},
		{Name: "last_turn", Value: lastTurn},
		{Name: "part_of", Value: func(i *rows.Incident) string { return i.PartOf }},
		{Name: "follows", Value: func(i *rows.Incident) string { return i.Follows }},
		{Name: "reports", Value: func(i *rows.Incident) string { return rows.List(rows.Reports(&i.Incident)) }},
		{Name: "first_published", Value: func(i *rows.Incident) string { return rows.Moment(i.FirstPublished) }},
		{Name: "last_published", Value: func(i *rows.Incident) string { return rows.Moment(i.LastPublished) }},
	}
}

func differ(i *rows.Incident) string {
	var out []string
	for _, c := range i.Contradictions {
		out = append(out, c.Field)
	}
	return rows.List(out)
}

// lastTurn is how far a truce or talks have come, with who tells it.
func lastTurn(i *rows.Incident) string {
	if len(i.Course) == 0 {
		return ""
	}
	t := i.Course[len(i.Course)-1]
	s := t.What
	if t.By != "" {
		s += " by " + t.By
	}
	if len(t.AccordingTo) > 0 {
		return s + ", according to " + rows.List(t.AccordingTo)
	}
	return s + ", in the reporters' own voice"
}
