package peace

import (
	"slices"

	"sitrep"
)

// terms finds the stretches that tell what an accord asks of its parties.
func (v *view) terms() {
	for _, r := range v.accords {
		v.under(r)
		v.provided(r)
	}
	v.obliged()
	v.listed()
	for k := range v.Events {
		if e := &v.Events[k]; len(e.Terms) > 1 {
			slices.SortFunc(e.Terms, func(a, b sitrep.Span) int { return a.Start - b.Start })
			e.Terms = slices.CompactFunc(e.Terms, func(a, b sitrep.Span) bool { return a.Overlaps(b) })
		}
	}
}

// under reads "under (the terms of) the truce, both sides ..." and "a truce under which both sides ...".
func (v *view) under(r reference) {
	t := v.top(r.token)
	if h := v.Tokens[t].Head; h >= 0 && v.lemma(h) == "term" && v.is(t, "nmod") {
		t = h
	}
	for _, c := range v.Tree.All(t, "acl:relcl") {
		for _, w := range v.Tree.All(c, "obl") {
			if v.form(w) == "which" && v.preposition(w) == "under" {
				v.term(r.event, w+1, v.end(c))
			}
		}
	}
	h := v.Tokens[t].Head
	if h >= 0 && v.lemma(h) == "part" && v.preposition(h) == "as" && v.is(t, "nmod") {
		t, h = h, v.Tokens[h].Head
	}
	if p := v.preposition(t); p != "under" && p != "according" && v.lemma(t) != "part" || h < 0 || !v.is(t, "obl") || !v.binds(h) && v.lemma(t) != "term" {
		return
	}
	first, last := v.Tree.Extent(t)
	subject := v.Tree.Child(h, "nsubj", "expl")
	if from, _ := v.Tree.Extent(h); subject >= 0 && subject < first {
		v.term(r.event, from, first)
	} else if subject >= last {
		v.term(r.event, last, v.end(h))
	}
}

// binds tells whether a clause says what is to be: in the present or the future, or with a word of duty.
func (v *view) binds(t int) bool {
	if x := v.Tokens[t].XPOS; x == "VBZ" || x == "VBP" {
		return true
	}
	if v.infinitive(t) {
		return true
	}
	for _, c := range v.Tree.All(t, "aux", "aux:pass", "cop") {
		if x := v.Tokens[c].XPOS; x == "MD" || x == "VBZ" || x == "VBP" {
			return true
		}
	}
	l := v.lemma(t)
	return l == "suppose" || l == "require" || l == "oblige"
}

// provided reads "the truce provides for ..." and "a truce that bans ...".
func (v *view) provided(r reference) {
	t := v.top(r.token)
	if h := v.Tokens[t].Head; h >= 0 && v.lemma(h) == "term" && v.is(t, "nmod") {
		t = h
	}
	for _, g := range v.governors(t) {
		if g.relation != "nsubj" && g.relation != "nsubj:outer" {
			continue
		}
		l := v.lemma(g.token)
		if m := v.helpers(g.token); m == negated || m == unreal && v.child(g.token, "would") < 0 {
			continue
		}
		switch {
		case provideObjects[l]:
			if o := v.Tree.Child(g.token, "obl", "obj", "ccomp", "advcl", "xcomp"); o > g.token && !v.counted(o) && !(l == "include" && v.nameAt(o) != "") {
				first, last := v.Tree.Extent(o)
				if x := v.Tree.Child(g.token, "advcl"); x >= last && v.infinitive(x) {
					last = v.end(g.token) // "calls for both sides to leave": trees take the infinitive apart
				}
				if c := v.Tree.Child(o, "case", "mark"); c == first && (v.form(c) == "for" || v.form(c) == "that") {
					first++
				}
				v.term(r.event, first, last)
			}
		case provideVerbs[l] && v.Tree.Child(g.token, "obj", "ccomp", "xcomp") >= 0:
			v.verbTerms(r.event, g.token)
		}
	}
}

// counted tells whether a noun only announces a list: "three things:".
func (v *view) counted(o int) bool {
	_, last := v.Tree.Extent(o)
	return v.Tree.Child(o, "nummod") >= 0 && last < len(v.Tokens) && v.form(last) == ":"
}

// spoken tells whether words may tell a term: the reporter's own, or what somebody tells, not what he asks for or threatens.
func (v *view) spoken(t int) bool {
	c := v.claimed(t)
	return c == nil || c.Mode != sitrep.QuoteMode && (c.Stance == sitrep.Assert || c.Stance == sitrep.Agree || c.Stance == sitrep.Promise)
}

// verbTerms notes a verb and what belongs to it as a term, and each verb joined to it as a further one.
func (v *view) verbTerms(event, t int) {
	if o := v.Tree.Child(t, "obj"); o >= 0 && v.truce(o) {
		return // to keep or extend the truce is no term of it
	}
	if s := v.Tree.Child(t, "nsubj:pass"); s >= 0 && s < t {
		first, _ := v.Tree.Extent(s)
		v.term(event, first, v.end(t))
		return
	}
	end := v.end(t)
	var joined []int
	for _, c := range v.Tree.All(t, "conj") {
		if c > t && v.Tokens[c].UPOS == "VERB" && v.Tree.Child(c, "nsubj", "csubj") < 0 {
			joined = append(joined, c)
		}
	}
	for i, c := range joined {
		first, _ := v.Tree.Extent(c)
		if i == 0 {
			end = min(end, first)
		}
		stop := v.end(c)
		if i+1 < len(joined) {
			next, _ := v.Tree.Extent(joined[i+1])
			stop = min(stop, next)
		}
		v.term(event, c, stop)
	}
	v.term(event, t, end)
}

// end is the end of the clause of a verb, within its sentence.
func (v *view) end(t int) int {
	_, last := v.Tree.Extent(t)
	return last
}

// term notes the tokens first to last, less the marks and joining words at their ends, as a term of an event.
func (v *view) term(event, first, last int) {
	for first < last && v.edge(first) {
		first++
	}
	for last > first && v.edge(last-1) {
		last--
	}
	if last-first >= 2 && v.spoken(first) {
		v.Events[event].Terms = append(v.Events[event].Terms, v.SpanOf(first, last))
	}
}

func (v *view) edge(t int) bool {
	u := v.Tokens[t].UPOS
	return u == "PUNCT" || u == "SYM" || u == "CCONJ"
}
