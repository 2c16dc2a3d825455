package event

import (
	"slices"

	"sitrep"
	"sitrep/ground/date"
)

// began puts the beginning of what is told to go on for a third day, or to enter its third, two days before the day that the words tell, or that of publication.
// It comes last: what goes on is as new as its last day.
func (v *view) began(e *sitrep.Event) {
	for _, i := range e.MentionsOf {
		n, at := v.nthDay(i)
		last, told := v.dayAt(i)
		if n < 2 || last.IsZero() || apart(&e.When, &told) {
			continue
		}
		e.When = date.Span(date.Add(last, 1-n, date.Day), last)
		e.When.Basis = sitrep.Resolved
		if e.Status == sitrep.Ongoing {
			e.When.To = sitrep.CivilDate{}
		}
		e.Why = append(e.Why, sitrep.Reason{Field: "when", Rule: "extract/event: goes on for days", Words: v.Tokens[at].Span, Score: 1})
		return
	}
}

// dayAt is the day that dates a mention or its verb, or that of publication.
func (v *view) dayAt(i int) (sitrep.CivilDate, sitrep.Interval) {
	for x := range v.Timexes {
		t := &v.Timexes[x]
		if t.Interval.Precision == sitrep.DayPrecision && t.Interval.From == t.Interval.To && slices.Contains(v.tellers(i), t.Governor) {
			return t.Interval.From, t.Interval
		}
	}
	return v.published, date.Span(v.published, v.published)
}

// tellers are the trigger of a mention and the verb that it is the subject or object of.
func (v *view) tellers(i int) []int {
	t := v.Mentions[i].Trigger
	if h := v.Tokens[t].Head; h >= 0 && sitrep.Is(v.Tokens[t].Deprel, "nsubj", "csubj", "obj") {
		return []int{t, h}
	}
	return []int{t}
}

// nthDay is which day of what a mention tells this was by its words, with the token that says so: 3 for "raged for a third straight day" and "entered its
// third day", 0 where they do not say.
func (v *view) nthDay(i int) (n, at int) {
	for _, t := range v.tellers(i) {
		for _, c := range v.Tree.All(t, "obl", "nmod", "obj") {
			if w := lemma(&v.Tokens[c]); w != "day" && w != "night" || c < t {
				continue
			}
			p, verb := v.Tree.Child(c, "case"), lemma(&v.Tokens[t])
			if object := sitrep.Is(v.Tokens[c].Deprel, "obj"); object != (verb == "enter" || verb == "mark") || !object && (p < 0 || !lasting[lemma(&v.Tokens[p])]) {
				continue
			}
			for _, a := range v.Tree.All(c, "amod") {
				if n := slices.Index(ordinals, lemma(&v.Tokens[a])); n > 0 {
					return n + 1, c
				}
			}
		}
	}
	return 0, -1
}

var lasting = wordSet("for into")
