package rows

import (
	"slices"
	"strings"

	"sitrep"
)

// Act is something that somebody does, or says, to somebody: a row of a coded stream.
type Act struct {
	ID        string        // of the incident, or of the claim
	Kind      sitrep.Kind   // of an incident
	Stance    sitrep.Stance // of a statement
	Status    sitrep.Status
	Day       sitrep.CivilDate
	Precision sitrep.DatePrecision // of Day
	By, To    []Somebody           // who does it; to whom, or with whom
	Place     sitrep.Place
	Heads     []sitrep.ReportHead
	Words     string // of a statement; what an incident is in one line
	Turns     []string
	OneSide   string
	// Accused is who is said to have done it, with who says so, where that is no more than an allegation. They are not in By.
	Accused string
	Grade   sitrep.Grade
}

// Somebody is who does something or has it done to him.
type Somebody struct{ Name, Side string }

// ActOf is an incident as an act. Where nobody is borne out as the doer and it is done together, its first party does it with the others.
func ActOf(i *Incident) Act {
	a := Act{ID: i.ID, Kind: i.Kind, Status: i.Status, Day: firstKnown(i.When), Precision: Precision(&i.When), Place: i.Place, Heads: i.Heads, Words: i.Title,
		OneSide: i.Incident.OneSide(), Grade: i.Grade}
	var parties []Somebody
	var accused []string
	for k := range i.Actors {
		x := &i.Actors[k]
		who := Somebody{x.Name, x.Side}
		switch {
		case x.Role == sitrep.Party:
			parties = append(parties, who)
		case x.Role == sitrep.Initiator && borneOut(x):
			a.By = append(a.By, who)
		case x.Role == sitrep.Initiator:
			accused = append(accused, Actor(x))
		case x.Role == sitrep.Target && x.Kind != sitrep.ThingEntity:
			a.To = append(a.To, who)
		}
	}
	if len(a.By) == 0 && len(accused) == 0 && len(parties) > 0 {
		a.By, parties = parties[:1], parties[1:]
	}
	a.To = append(a.To, slices.DeleteFunc(parties, func(s Somebody) bool { return slices.Contains(a.By, s) || slices.Contains(a.To, s) })...)
	a.Accused = strings.Join(accused, "; ")
	for _, t := range i.Course {
		a.Turns = append(a.Turns, t.What)
	}
	return a
}

func firstKnown(i sitrep.Interval) sitrep.CivilDate {
	if i.From.IsZero() {
		return i.To
	}
	return i.From
}

// StatementOf is a claim as an act, on the day of its report. Those whom its maker accuses are given: the claim itself names only whom a demand is made of.
func StatementOf(c *sitrep.Claim, quote string, h sitrep.ReportHead, accused []Somebody, oneSide string) Act {
	a := Act{ID: c.ID, Stance: c.Stance, Status: sitrep.Happened, Precision: sitrep.DayPrecision, By: []Somebody{{c.Source, c.Side}}, Heads: []sitrep.ReportHead{h},
		Words: Quote(quote), OneSide: oneSide}
	if !h.Published.IsZero() {
		a.Day = sitrep.CivilDateOf(h.Published)
	}
	switch {
	case c.To != "":
		a.To = []Somebody{{Name: c.To}}
	case c.Stance == sitrep.Accuse || c.Stance == sitrep.Condemn:
		a.To = accused
	}
	return a
}

// Accused are the initiators of an incident that are accused by somebody.
func Accused(i *sitrep.Incident, by string) []Somebody {
	var out []Somebody
	for k := range i.Actors {
		if a := &i.Actors[k]; a.Role == sitrep.Initiator && slices.Contains(a.AccordingTo, by) {
			out = append(out, Somebody{a.Name, a.Side})
		}
	}
	return out
}

// InForce tells whether a truce came to be, by the turns that are told of it; where none is told, it did.
func (a *Act) InForce() bool {
	told := false
	for _, t := range a.Turns {
		switch t {
		case "agreed", "declared", "in-effect", "extended":
			return true
		case "violation":
		default:
			told = true
		}
	}
	return !told
}

// Names are the names of some, as one cell; their sides stand in for those without a name.
func Names(list []Somebody) string {
	return each(list, func(s Somebody) string {
		if s.Name == "" {
			return s.Side
		}
		return s.Name
	})
}

// SidesOf are the sides of some, as one cell, each once.
func SidesOf(list []Somebody) string {
	return each(list, func(s Somebody) string { return s.Side })
}

func each(list []Somebody, of func(Somebody) string) string {
	var out []string
	for _, s := range list {
		if v := of(s); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return List(out)
}

// Outlets are those that tell it, each once.
func Outlets(heads []sitrep.ReportHead) string {
	return fromHeads(heads, func(h *sitrep.ReportHead) string { return h.Outlet })
}

// URLs are the addresses of reports, each once.
func URLs(heads []sitrep.ReportHead) string {
	return fromHeads(heads, func(h *sitrep.ReportHead) string { return h.URL })
}

func fromHeads(heads []sitrep.ReportHead, of func(*sitrep.ReportHead) string) string {
	var out []string
	for k := range heads {
		if v := of(&heads[k]); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return List(out)
}
