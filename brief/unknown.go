package brief

import (
	"fmt"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// unknown says what the record does not know of the incidents of the period.
func (m *maker) unknown() error {
	var list []sitrep.Incident
	for _, i := range m.incidents {
		if m.isNew(&i) {
			list = append(list, i)
		}
	}
	var out []Sentence
	for _, gap := range gaps {
		n, of := 0, 0
		for k := range list {
			if gap.of(&list[k]) {
				of++
				if gap.open(&list[k]) {
					n++
				}
			}
		}
		if n > 0 {
			out = append(out, record(fmt.Sprintf(gap.text, n, of)))
		}
	}
	m.section("What is not known", []Item{{Points: out}})
	return nil
}

// gaps are what may be missing of an incident, of which incidents, and how it is said.
var gaps = []struct {
	text     string
	of, open func(*sitrep.Incident) bool
}{
	{"Who did it: no report names anybody for %d of %d violent incidents.", violent, func(i *sitrep.Incident) bool { return !hasRole(i, sitrep.Initiator) }},
	{"Who did it is an accusation, a claim or a possibility, and no more, for %d of %d violent incidents.", violent, onlyAccused},
	{"How many were killed or wounded: no report gives a number for %d of %d violent incidents.", violent, func(i *sitrep.Incident) bool { return len(i.Tally) == 0 }},
	{"%d of %d incidents stand on one origin only.", every, func(i *sitrep.Incident) bool { return i.Grade == sitrep.SingleOrigin }},
	{"%d of %d incidents are contested.", every, func(i *sitrep.Incident) bool { return i.Grade == sitrep.Contested }},
	{"The day is assumed from the day of the report for %d of %d incidents.", every, func(i *sitrep.Incident) bool { return i.When.Basis == sitrep.Assumed || i.When.IsZero() }},
	{"The place is not known, or is on no map, for %d of %d incidents.", every, func(i *sitrep.Incident) bool { return !i.Place.Located }},
	{"No person has looked at %d of %d incidents.", every, func(i *sitrep.Incident) bool { return i.GradedBy.By == "" }},
}

func every(*sitrep.Incident) bool { return true }

func violent(i *sitrep.Incident) bool {
	switch i.Kind {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Abduction:
		return i.Status != sitrep.Planned
	}
	return false
}

func hasRole(i *sitrep.Incident, r sitrep.Role) bool {
	return slices.ContainsFunc(i.Actors, func(a sitrep.IncidentActor) bool {
		return a.Role == r || r == sitrep.Initiator && a.Role == sitrep.Party
	})
}

func onlyAccused(i *sitrep.Incident) bool {
	named := false
	for _, a := range i.Actors {
		if a.Role == sitrep.Initiator {
			if a.Confidence == sitrep.Fact && len(a.AccordingTo) == 0 {
				return false
			}
			named = true
		}
	}
	return named
}

// head says what the brief is made of.
func (m *maker) head() error {
	reports := map[string]bool{}
	fresh := 0
	for k := range m.incidents {
		for _, id := range casebook.ReportsOf(&m.incidents[k]) {
			reports[id] = true
		}
		if m.isNew(&m.incidents[k]) {
			fresh++
		}
	}
	if m.total == 0 {
		m.brief.Head = []Sentence{record("The record holds no incident of this period that the filters leave. That is no finding: what no report in it tells, it does not know.")}
		return nil
	}
	m.brief.Head = []Sentence{
		record(fmt.Sprintf("%s of the period in %s; %d of them new.", count(m.total, "incident"), count(len(reports), "report"), fresh)),
		record("Made by a program out of what reports say. It does not know what is true: every sentence says whose word it is, and the numbers in brackets lead to the words."),
	}
	return nil
}
