package brief

import (
	"fmt"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
)

// unknown says what the record does not know of the incidents of the period.
func (m *maker) unknown() error {
	var list []casebook.Sketch
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
			out = append(out, record(fmt.Sprintf(gap.text, text.Number(n), text.Number(of))))
		}
	}
	m.section("What is not known", []Item{{Points: out}})
	return nil
}

// gaps are what may be missing of an incident, of which incidents, and how it is said.
var gaps = []struct {
	text     string
	of, open func(*casebook.Sketch) bool
}{
	{"Who did it: no report names anybody for %s of %s violent incidents.", violent, func(i *casebook.Sketch) bool { return !i.Named }},
	{"Who did it is an accusation, a claim or a possibility, and no more, for %s of %s violent incidents.", violent, func(i *casebook.Sketch) bool { return i.Accused }},
	{"How many were killed or wounded: no report gives a number for %s of %s violent incidents.", violent, func(i *casebook.Sketch) bool { return !i.Counted }},
	{"%s of %s incidents stand on one origin only.", every, func(i *casebook.Sketch) bool { return i.Grade == sitrep.SingleOrigin }},
	{"%s of %s incidents are contested.", every, func(i *casebook.Sketch) bool { return i.Grade == sitrep.Contested }},
	{"The day is assumed from the day of the report for %s of %s incidents.", every, func(i *casebook.Sketch) bool { return !i.Dated }},
	{"The place is not known, or is on no map, for %s of %s incidents.", every, func(i *casebook.Sketch) bool { return !i.Located }},
	{"No person has looked at %s of %s incidents.", every, func(i *casebook.Sketch) bool { return !i.Judged }},
}

func every(*casebook.Sketch) bool { return true }

func violent(i *casebook.Sketch) bool {
	switch i.Kind {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Abduction:
		return !i.Planned
	}
	return false
}

// head says what the brief is made of.
func (m *maker) head() error {
	fresh := 0
	for k := range m.incidents {
		if m.isNew(&m.incidents[k]) {
			fresh++
		}
	}
	if len(m.incidents) == 0 {
		m.brief.Head = []Sentence{record("The record holds no incident of this period that the filters leave. That is no finding: what no report in it tells, it does not know.")}
		return nil
	}
	m.brief.Head = []Sentence{
		record(fmt.Sprintf("%s of the period in %s; %s of them new.", text.Count(len(m.incidents), "incident"), text.Count(m.reports, "report"), text.Number(fresh))),
		record("Made by a program out of what reports say. It does not know what is true: every sentence says whose word it is, and the numbers in brackets lead to the words."),
	}
	return nil
}
