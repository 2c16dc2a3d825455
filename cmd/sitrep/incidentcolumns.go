package main

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/export/text"
)

type incidentColumn = column[sitrep.Incident]

// incidentColumns are the fields of a list of incidents.
var incidentColumns = []incidentColumn{
	{name: "id", value: func(i *sitrep.Incident) any { return i.ID }},
	{name: "kind", value: func(i *sitrep.Incident) any { return string(i.Kind) }},
	{name: "title", value: func(i *sitrep.Incident) any { return i.Title }, least: 24},
	{name: "status", value: func(i *sitrep.Incident) any { return string(i.Status) }},
	{name: "from", value: func(i *sitrep.Incident) any { return orNil(i.When.From.String()) }},
	{name: "to", value: func(i *sitrep.Incident) any { return orNil(i.When.To.String()) }},
	{name: "precision", value: func(i *sitrep.Incident) any { return orNil(string(i.When.Precision)) }},
	{name: "basis", value: func(i *sitrep.Incident) any { return orNil(string(i.When.Basis)) }},
	{name: "when", value: func(i *sitrep.Incident) any { return i.When.Words(i.Status) }, least: 10},
	{name: "place", value: func(i *sitrep.Incident) any { return orNil(i.Place.Name) }},
	{name: "country", value: func(i *sitrep.Incident) any { return list(i.Place.Countries) }},
	{name: "lat", value: func(i *sitrep.Incident) any { return degrees(&i.Place, i.Place.Lat) }, right: true},
	{name: "lon", value: func(i *sitrep.Incident) any { return degrees(&i.Place, i.Place.Lon) }, right: true},
	{name: "where_prec", value: func(i *sitrep.Incident) any { return orNil(i.Place.Precision) }, right: true},
	{name: "geonames", value: func(i *sitrep.Incident) any { return orNil(i.Place.GeoNames) }, right: true},
	{name: "where", value: func(i *sitrep.Incident) any { return text.PlaceName(&i.Place) }, least: 10},
	{name: "initiators", value: func(i *sitrep.Incident) any { return cast(i, sitrep.Initiator, rows.Actor) }},
	{name: "targets", value: func(i *sitrep.Incident) any { return cast(i, sitrep.Target, rows.Actor) }},
	{name: "parties", value: func(i *sitrep.Incident) any { return cast(i, sitrep.Party, rows.Actor) }, least: 12},
	{name: "mediators", value: func(i *sitrep.Incident) any { return cast(i, sitrep.Mediator, rows.Actor) }, least: 12},
	{name: "who", value: func(i *sitrep.Incident) any { return who(i) }, least: 20},
	{name: "killed_low", value: killed(func(t *sitrep.Tally) any { return t.Low }), right: true},
	{name: "killed_best", value: killed(func(t *sitrep.Tally) any { return t.Best }), right: true},
	{name: "killed_high", value: killed(func(t *sitrep.Tally) any { return t.High }), right: true},
	{name: "killed_open", value: killed(func(t *sitrep.Tally) any { return t.Open })},
	{name: "killed_whom", value: killed(func(t *sitrep.Tally) any { return text.Whom(t) })},
	{name: "tolls", value: func(i *sitrep.Incident) any { return tolls(i) }, shown: func(i *sitrep.Incident) string { return strings.Join(tolls(i), "; ") }, least: 18},
	{name: "grade", value: func(i *sitrep.Incident) any { return string(i.Grade) }, rank: 2},
	{name: "origins", value: func(i *sitrep.Incident) any { return originNames(i) }, least: 12},
	{name: "reports", value: func(i *sitrep.Incident) any { return len(casebook.ReportsOf(i)) }, right: true, rank: 3},
	{name: "news", value: func(i *sitrep.Incident) any { return i.News }},
	{name: "differ", value: func(i *sitrep.Incident) any { return differ(i) }},
	{name: "course", value: func(i *sitrep.Incident) any { return course(i) }, least: 20},
	{name: "violations", value: func(i *sitrep.Incident) any { return turns(i, "violation") }, head: "alleged violations", right: true, rank: 2},
	{name: "part_of", value: func(i *sitrep.Incident) any { return orNil(i.PartOf) }},
	{name: "follows", value: func(i *sitrep.Incident) any { return orNil(i.Follows) }},
	{name: "first_published", value: func(i *sitrep.Incident) any { return moment(i.FirstPublished) }},
	{name: "last_published", value: func(i *sitrep.Incident) any { return moment(i.LastPublished) }},
}

func degrees(p *sitrep.Place, d float64) any {
	if !p.Located {
		return nil
	}
	s := strconv.FormatFloat(d, 'f', 4, 64)
	rounded, _ := strconv.ParseFloat(s, 64)
	return rounded
}

// cast is who has a role.
func cast(i *sitrep.Incident, role sitrep.Role, show func(*sitrep.IncidentActor) string) []string {
	out := []string{}
	for k := range i.Actors {
		if i.Actors[k].Role == role {
			out = append(out, show(&i.Actors[k]))
		}
	}
	return out
}

// who is everybody in one line. It begins with who says it, so that no cut leaves an accused without the accuser.
func who(i *sitrep.Incident) string {
	parts := cast(i, sitrep.Initiator, text.Accusation)
	if targets := cast(i, sitrep.Target, rows.Actor); len(targets) > 0 {
		parts = append(parts, "hit: "+strings.Join(targets, ", "))
	}
	if parties := cast(i, sitrep.Party, rows.Actor); len(parties) > 0 {
		parts = append(parts, strings.Join(parties, ", "))
	}
	if mediators := cast(i, sitrep.Mediator, rows.Actor); len(mediators) > 0 {
		parts = append(parts, "mediated by "+strings.Join(mediators, ", "))
	}
	return strings.Join(parts, "; ")
}

// deadliest is the line of killed with the greatest best figure, nil where there is none. Lines are not added up: two may count the same people.
func deadliest(i *sitrep.Incident) *sitrep.Tally {
	var out *sitrep.Tally
	for k := range i.Tally {
		if t := &i.Tally[k]; t.Harm == sitrep.Killed && (out == nil || t.Best > out.Best) {
			out = t
		}
	}
	return out
}

// killed is a field of that line.
func killed(of func(*sitrep.Tally) any) func(*sitrep.Incident) any {
	return func(i *sitrep.Incident) any {
		if t := deadliest(i); t != nil {
			return of(t)
		}
		return nil
	}
}

// tolls are the lines of the tally.
func tolls(i *sitrep.Incident) []string {
	out := []string{}
	for k := range i.Tally {
		t := &i.Tally[k]
		line := string(t.Harm) + " " + text.Figure(t)
		if t.Side != "" || t.Civilian == sitrep.True {
			line += " " + text.Whom(t)
		}
		out = append(out, line)
	}
	return out
}

func originNames(i *sitrep.Incident) []string {
	out := []string{}
	for _, o := range i.Origins {
		out = append(out, o.Name)
	}
	return out
}

func differ(i *sitrep.Incident) []string {
	out := []string{}
	for _, c := range i.Contradictions {
		out = append(out, c.Field)
	}
	return out
}

// course is the life of a truce or of talks: the last turn that is told, with who tells it.
func course(i *sitrep.Incident) string {
	if len(i.Course) == 0 {
		return ""
	}
	last := &i.Course[len(i.Course)-1]
	s := "last told: " + last.When.Words(sitrep.Happened) + " " + text.TurnBy(last)
	if n := len(i.Course); n > 1 {
		s = fmt.Sprintf("%d turns, %s", n, s)
	}
	return s
}

func turns(i *sitrep.Incident, what string) int {
	n := 0
	for _, t := range i.Course {
		if t.What == what {
			n++
		}
	}
	return n
}
