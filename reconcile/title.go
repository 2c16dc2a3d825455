package reconcile

import (
	"fmt"
	"strings"
	"time"

	"sitrep"
)

// kindNames are the kinds in words for a title.
var kindNames = map[sitrep.Kind]string{sitrep.Battle: "Fighting", sitrep.Shelling: "Shelling", sitrep.Airstrike: "Air strike", sitrep.Bombing: "Bombing",
	sitrep.Attack: "Attack", sitrep.Abduction: "Abduction", sitrep.Arrest: "Arrest", sitrep.Release: "Release", sitrep.Territory: "Control of territory",
	sitrep.Deployment: "Deployment", sitrep.Withdrawal: "Withdrawal", sitrep.Displacement: "Displacement", sitrep.Destruction: "Destruction",
	sitrep.War: "War", sitrep.Ceasefire: "Ceasefire", sitrep.Violation: "Alleged breach of a ceasefire", sitrep.Agreement: "Agreement", sitrep.Talks: "Talks",
	sitrep.Sanction: "Sanctions", sitrep.Aid: "Aid", sitrep.Protest: "Protest", sitrep.Coup: "Seizure of power", sitrep.Trial: "Trial"}

// titleOf is one line of what, where and when, in words of our own. It names no doer: that is for who says so.
func titleOf(in *sitrep.Incident) string {
	what := kindNames[in.Kind]
	if in.Status == sitrep.Planned {
		what += " (planned)"
	}
	parts := []string{what}
	if familiesOf(in.Kind)[0] == peace {
		if with := partiesOf(in); with != "" {
			parts[0] += " of " + with
		}
	}
	if in.Place.Name != "" {
		parts = append(parts, in.Place.Name)
	}
	if when := WhenWords(in.When); when != "" {
		parts = append(parts, when)
	}
	return strings.Join(parts, ", ")
}

// partiesOf names the two sides of talks or of a deal, where two are told.
func partiesOf(in *sitrep.Incident) string {
	var names []string
	for _, a := range in.Actors {
		if a.Role == sitrep.Party && a.Kind != sitrep.PersonEntity && capital(a.Name[:1]) && len(names) < 2 {
			names = append(names, a.Name)
		}
	}
	if len(names) < 2 {
		return ""
	}
	return names[0] + " and " + names[1]
}

// WhenWords says a time as people write it: "12 March 2016", "11 to 13 March 2016", "since March 2011".
func WhenWords(i sitrep.Interval) string {
	switch {
	case i.IsZero():
		return ""
	case i.From.IsZero():
		return "until " + dateWords(i.To)
	case i.To.IsZero():
		return "since " + dateWords(i.From)
	case i.From == i.To:
		return dateWords(i.From)
	case i.From.Year == i.To.Year && i.From.Month == i.To.Month && i.From.Day > 0 && i.To.Day > 0:
		return fmt.Sprintf("%d to %s", i.From.Day, dateWords(i.To))
	}
	return dateWords(i.From) + " to " + dateWords(i.To)
}

func dateWords(d sitrep.CivilDate) string {
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
}
