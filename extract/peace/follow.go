package peace

import (
	"sitrep"
	"sitrep/ground/date"
)

// follow dates what an accord brought and no word dates by the accord: "under the deal, the army left the valley" was in the year of the deal, or in its month
// where that is told. It dates the accord that ended a war by the war's end.
func (v *view) follow() {
	for _, r := range v.accords {
		if v.ends(r) {
			continue
		}
		w := v.Events[r.event].When
		if w.From.IsZero() {
			continue
		}
		if w.From.Day > 0 {
			month := date.MonthOf(w.From)
			w = date.Span(month, month)
		}
		w.Basis = sitrep.Assumed
		for k := range v.Events {
			e := &v.Events[k]
			if e.When.IsZero() && e.Status == sitrep.Happened && brought[e.Kind] && v.underIt(e, v.top(r.token)) {
				e.When = w
				e.Why = append(e.Why, sitrep.Reason{Field: "when", Rule: "extract/peace: under an accord", Words: v.Tokens[r.token].Span, Score: 1})
			}
		}
	}
}

// brought are kinds of deeds that accords bring.
var brought = map[sitrep.Kind]bool{sitrep.Territory: true, sitrep.Deployment: true, sitrep.Withdrawal: true, sitrep.Release: true, sitrep.Displacement: true}

// underIt tells whether the words of an event say that it was under an accord, in the clause of its verb or in one that this is joined to.
func (v *view) underIt(e *sitrep.Event, accord int) bool {
	if p := v.preposition(accord); p != "under" {
		return false
	}
	for _, i := range e.MentionsOf {
		t := v.Mentions[i].Trigger
		for steps := 0; steps < 3 && t >= 0; steps++ {
			if v.Tokens[accord].Head == t && v.Tokens[t].UPOS == "VERB" && v.mood(t) == actual {
				return true
			}
			if !v.is(t, "conj", "nsubj", "obj") {
				break
			}
			t = v.Tokens[t].Head
		}
	}
	return false
}

// ends gives an accord with which a war ended the war's last year or day, and tells whether it did.
func (v *view) ends(r reference) bool {
	t := v.top(r.token)
	h := v.Tokens[t].Head
	if h < 0 || v.lemma(h) != "end" || !v.is(t, "obl") || v.preposition(t) != "with" && v.preposition(t) != "in" {
		return false
	}
	e := &v.Events[r.event]
	for k := range v.Events {
		w := &v.Events[k]
		if w.Kind != sitrep.War || w.When.From == w.When.To || w.When.To.IsZero() || e.When.From != w.When.From || !v.tellsOf(w, h) {
			continue
		}
		e.When.From = w.When.To
		e.When.To, e.When.Precision = w.When.To, sitrep.PrecisionOf(w.When.To, w.When.To)
		e.Why = append(e.Why, sitrep.Reason{Field: "when", Rule: "extract/peace: a war ended with it", Words: v.Tokens[h].Span, Score: 1})
		return true
	}
	return false
}

// tellsOf tells whether a verb, or its subject, tells of an event.
func (v *view) tellsOf(e *sitrep.Event, verb int) bool {
	s := v.Tree.Child(verb, "nsubj")
	for _, i := range e.MentionsOf {
		if t := v.Mentions[i].Trigger; t == verb || t == s {
			return true
		}
	}
	return false
}
