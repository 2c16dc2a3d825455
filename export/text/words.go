package text

import (
	"fmt"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// precisions say how finely a place is known, as UCDP's where_prec counts.
var precisions = [...]string{"", "the exact place", "near this place", "this district", "this province", "along a line or in a fuzzy area", "this country", "in international waters or airspace"}

// Where is a place in words, with how finely it is known.
func Where(p *sitrep.Place) string {
	if p.Name == "" && len(p.Countries) == 0 {
		return "place not told"
	}
	parts := []string{PlaceName(p)}
	if p.Located {
		parts = append(parts, fmt.Sprintf("%.4f, %.4f", p.Lat, p.Lon))
	} else {
		parts = append(parts, "not on the map")
	}
	if p.Precision > 0 && p.Precision < len(precisions) {
		parts = append(parts, precisions[p.Precision])
	}
	return strings.Join(parts, " · ")
}

// PlaceName is the name of a place with its countries.
func PlaceName(p *sitrep.Place) string { return withSide(p.Name, strings.Join(p.Countries, ", ")) }

// withSide is a name with the side behind it, where the name is not the side itself.
func withSide(name, side string) string {
	switch {
	case name == "":
		return side
	case side == "" || side == name:
		return name
	}
	return name + " (" + side + ")"
}

// Whom says who was harmed.
func Whom(t *sitrep.Tally) string {
	switch {
	case t.Civilian == sitrep.True:
		return withSide("civilians", t.Side)
	case t.Side != "":
		return "forces of " + t.Side
	case t.Civilian == sitrep.False:
		return "no civilians"
	}
	return "who they were is not told"
}

// Told is a number as it was told.
func Told(count, to int, q sitrep.TollQualifier) string {
	n := Number(count)
	switch q {
	case sitrep.AtLeast:
		return "at least " + n
	case sitrep.MoreThan:
		return "more than " + n
	case sitrep.About:
		return "about " + n
	case sitrep.UpTo:
		return "up to " + n
	case sitrep.FewerThan:
		return "fewer than " + n
	case sitrep.Vague:
		return "no number told, about " + n
	}
	if to > 0 {
		return n + " to " + Number(to)
	}
	return n
}

// Accusation is an initiator with how sure that is and who says so in front: what a cut leaves of it is never the accused alone.
func Accusation(a *sitrep.IncidentActor) string {
	by := strings.Join(InlineAll(a.AccordingTo), ", ")
	s := rows.Sureness(a.Confidence)
	switch {
	case by == "" && a.Confidence != sitrep.Fact:
		s += ", according to the reporters"
	case by != "" && a.Confidence == sitrep.AccusedByAuthorities:
		s += " (" + by + ")"
	case by != "" && (a.Confidence == sitrep.Accused || a.Confidence == sitrep.Fact):
		s += " by " + by
	case by != "":
		s += ", according to " + by
	}
	s += ": " + withSide(a.Name, a.Side)
	if len(a.DeniedBy) > 0 {
		return "denied by " + strings.Join(InlineAll(a.DeniedBy), ", ") + "; " + s
	}
	return s
}

// Grade is a grade in words.
func Grade(i *sitrep.Incident) string {
	s := strings.ReplaceAll(string(i.Grade), "-", " ")
	if by := i.GradedBy; by.By != "" {
		s += " by " + by.By + " on " + by.At.Format("2006-01-02")
		if by.Reason != "" {
			s += ": " + by.Reason
		}
	}
	return s
}

// Verb is what somebody does with a claim: "denies".
func Verb(s sitrep.Stance) string { return verbs[s] }

var verbs = map[sitrep.Stance]string{sitrep.Assert: "says", sitrep.Deny: "denies", sitrep.Accuse: "accuses", sitrep.Demand: "demands", sitrep.Reject: "rejects",
	sitrep.Agree: "agrees", sitrep.Promise: "promises", sitrep.Threaten: "threatens", sitrep.Condemn: "condemns", sitrep.Warn: "warns", "": "says"}

// quoted puts words of a report into quotation marks, on one line.
func quoted(words string) string { return "“" + strings.Join(strings.Fields(words), " ") + "”" }

// given are the parts that are not empty.
func given(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Count is a number with its noun: "1 report", "2 reports".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Number(n) + " " + noun + "s"
}
