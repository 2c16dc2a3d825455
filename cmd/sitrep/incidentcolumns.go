package main

import (
	"fmt"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/rows"
	"sitrep/export/text"
)

type incidentColumn = column[sitrep.Incident]

// incidentColumns are the fields of a list of incidents: those of every wide form, and behind them what says in words for people what others say for machines.
var incidentColumns = append(incidentFields(),
	incidentColumn{name: "when", value: func(i *sitrep.Incident) any { return i.When.Words(i.Status) }, least: 10},
	incidentColumn{name: "where", value: func(i *sitrep.Incident) any { return text.PlaceName(&i.Place) }, least: 10},
	incidentColumn{name: "who", value: func(i *sitrep.Incident) any { return who(i) }, least: 20},
	incidentColumn{name: "figures", value: func(i *sitrep.Incident) any { return tolls(i) }, shown: func(i *sitrep.Incident) string { return strings.Join(tolls(i), "; ") }, head: "tolls", least: 18},
	incidentColumn{name: "course", value: func(i *sitrep.Incident) any { return course(i) }, least: 20},
	incidentColumn{name: "violations", value: func(i *sitrep.Incident) any { return turns(i, "violation") }, head: "alleged violations", right: true, rank: 2},
)

// incidentFields are the columns that all wide forms share, as a table shows them.
func incidentFields() []incidentColumn {
	var out []incidentColumn
	for _, f := range rows.IncidentFields() {
		c := incidentColumn{name: f.Name, sheet: f.Cell}
		c.value = func(i *sitrep.Incident) any { return forJSON(f.Value(i)) }
		switch f.Name {
		case "title":
			c.least = 24
		case "parties", "mediators", "origins":
			c.least = 12
		case "grade":
			c.rank = 2
		case "reports_count":
			c.head, c.rank = "reports", 3
		}
		c.right = f.Type == rows.WholeType || f.Type == rows.NumberType
		out = append(out, c)
	}
	return out
}

// forJSON is a value of a field as JSON holds it.
func forJSON(v any) any {
	switch v := v.(type) {
	case time.Time:
		return moment(v)
	case sitrep.CivilDate:
		return v.String()
	case []string:
		return list(v)
	}
	return v
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

// tolls are the lines of the tally.
func tolls(i *sitrep.Incident) []string {
	out := []string{}
	for k := range i.Tally {
		t := &i.Tally[k]
		line := string(t.Harm) + " " + rows.Figure(t)
		if t.Side != "" || t.Civilian == sitrep.True {
			line += " " + text.Whom(t)
		}
		out = append(out, line)
	}
	return out
}

// course is the life of a truce or of talks: the last turn that is told, with who tells it, and of a truce when it was last told to hold.
func course(i *sitrep.Incident) string {
	if len(i.Course) == 0 {
		return ""
	}
	last := &i.Course[len(i.Course)-1]
	s := "last told: " + last.When.Words(sitrep.Happened) + " " + text.TurnBy(last)
	if n := len(i.Course); n > 1 {
		s = fmt.Sprintf("%d turns, %s", n, s)
	}
	if held := text.LastInEffect(i.Course); held != nil && held != last {
		s += "; last reported in effect " + held.When.Words(sitrep.Happened) + ", by " + text.Voices(held.AccordingTo)
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
