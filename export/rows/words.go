package rows

import (
	"strings"

	"sitrep"
)

// sureness says how sure it is that an initiator is one.
var sureness = map[sitrep.Confidence]string{sitrep.Fact: "told as a fact", sitrep.ClaimedByDoer: "says so itself", sitrep.Accused: "accused",
	sitrep.AccusedByAuthorities: "accused by authorities", sitrep.Possible: "possibly", "": "how sure is not told"}

// Sureness is a confidence in words.
func Sureness(c sitrep.Confidence) string { return sureness[c] }

// Name is a name with the side behind it.
func Name(a *sitrep.IncidentActor) string {
	switch {
	case a.Name == "":
		return a.Side
	case a.Side == "" || a.Side == a.Name:
		return a.Name
	}
	return a.Name + " (" + a.Side + ")"
}

// Actor is somebody who has a part in an incident. An initiator stands with how sure that is and who says so.
func Actor(a *sitrep.IncidentActor) string {
	if a.Role != sitrep.Initiator {
		return Name(a)
	}
	return Name(a) + " – " + Saying(a)
}

// Saying is how sure it is that an initiator is one, who says so, and who denies it.
func Saying(a *sitrep.IncidentActor) string {
	s := Sureness(a.Confidence) + ", "
	if len(a.AccordingTo) > 0 {
		s += "according to " + strings.Join(a.AccordingTo, ", ")
	} else {
		s += "in the reporters' own voice"
	}
	if len(a.DeniedBy) > 0 {
		s += "; denied by " + strings.Join(a.DeniedBy, ", ")
	}
	return s
}

// Cast is everybody who has a role.
func Cast(i *sitrep.Incident, role sitrep.Role) []string {
	var out []string
	for k := range i.Actors {
		if i.Actors[k].Role == role {
			out = append(out, Actor(&i.Actors[k]))
		}
	}
	return out
}

// Whom says who was harmed.
func Whom(t *sitrep.Tally) string {
	switch {
	case t.Civilian == sitrep.True && t.Side != "":
		return "civilians (" + t.Side + ")"
	case t.Civilian == sitrep.True:
		return "civilians"
	case t.Side != "":
		return "forces of " + t.Side
	case t.Civilian == sitrep.False:
		return "no civilians"
	}
	return ""
}

// Tally is a line of the tally: "killed 3–5–29+, civilians", "wounded ~24".
func Tally(t *sitrep.Tally) string {
	s := string(t.Harm) + " " + Figure(t)
	if who := Whom(t); who != "" {
		s += ", " + who
	}
	return s
}

// Tallies are all lines of the tally.
func Tallies(i *sitrep.Incident) []string {
	var out []string
	for k := range i.Tally {
		out = append(out, Tally(&i.Tally[k]))
	}
	return out
}

// Where is a place in words.
func Where(p *sitrep.Place) string {
	s := p.Name
	if c := strings.Join(p.Countries, ", "); c != "" && s != "" {
		s += " (" + c + ")"
	} else if s == "" {
		s = c
	}
	if s == "" {
		return "place not told"
	}
	if !p.Located {
		s += ", not on the map"
	}
	return s
}

// Account tells an incident in lines of text: when and where, figures, who is said to have done it, and on whose word it rests.
func Account(i *sitrep.Incident) []string {
	out := []string{i.When.Words(i.Status) + " · " + Where(&i.Place)}
	if t := Tallies(i); len(t) > 0 {
		out = append(out, "Told (low–best–high): "+strings.Join(t, "; "))
	}
	for _, part := range []struct {
		role  sitrep.Role
		label string
	}{{sitrep.Initiator, "Said to have done it: "}, {sitrep.Target, "Hit: "}, {sitrep.Party, "Parties: "}, {sitrep.Mediator, "Mediated by: "}} {
		if who := Cast(i, part.role); len(who) > 0 {
			out = append(out, part.label+strings.Join(who, "; "))
		}
	}
	if q, by := Words(i); q != "" {
		out = append(out, "“"+q+"” – "+by)
	}
	rests := strings.ReplaceAll(string(i.Grade), "-", " ")
	if names := Origins(i); len(names) > 0 {
		rests += "; told by " + strings.Join(names, ", ")
	}
	if side := i.OneSide(); side != "" {
		rests += "; told by one side only (" + side + ")"
	}
	return append(out, rests, Reviewed(i))
}

// Reviewed says whether a person has judged an incident.
func Reviewed(i *sitrep.Incident) string {
	if i.GradedBy.By == "" {
		return "Read by a machine; no person has judged it."
	}
	return "Judged by " + i.GradedBy.By + "."
}

// Origins are the names of the first speakers.
func Origins(i *sitrep.Incident) []string {
	var out []string
	for _, o := range i.Origins {
		out = append(out, o.Name)
	}
	return out
}

// Words are words of a report that give a figure of the incident or a turn of its course, with who says them.
func Words(i *sitrep.Incident) (quote, by string) {
	for _, t := range i.Tally {
		for _, f := range t.RestsOn {
			if f.Quote != "" {
				return Quote(f.Quote), f.Origin
			}
		}
	}
	for _, t := range i.Course {
		if t.Quote != "" && len(t.AccordingTo) > 0 {
			return Quote(t.Quote), strings.Join(t.AccordingTo, ", ")
		}
	}
	return "", ""
}
