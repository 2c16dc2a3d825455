package peace

import (
	"slices"
	"strings"

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

// obliged reads what parties are to do in the sentences that follow one which names the accord.
func (v *view) obliged() {
	event, since := -1, 99
	next := 0
	for n := range v.Sentences {
		if since++; since > 2 && !(since <= 4 && n > 0 && v.Sentences[n].Paragraph == v.Sentences[n-1].Paragraph) {
			event = -1
		}
		for ; next < len(v.accords) && v.accords[next].token < v.Sentences[n].Last; next++ {
			if v.another(v.accords[next].token) {
				event = -1
				continue
			}
			event, since = v.accords[next].event, 0
		}
		if event >= 0 && v.duties(event, n, since) {
			since = 0
		}
	}
}

// duties notes what the parties of an accord are to do by a sentence; false where it tells of none.
func (v *view) duties(event, n, since int) bool {
	found := false
	for t := v.Sentences[n].First; t < v.Sentences[n].Last; t++ {
		if v.Tokens[t].UPOS == "VERB" && !meetVerbs[v.lemma(t)] && v.duty(event, t, since) && v.spoken(t) {
			v.verbTerms(event, t)
			found = true
		}
	}
	return found
}

// duty tells whether a verb is what somebody is to do by an accord.
func (v *view) duty(event, t, since int) bool {
	subject := v.Tree.Child(t, "nsubj")
	switch {
	case v.helpers(t) == future && v.child(t, "to") >= 0:
		return subject >= 0 && v.Tokens[subject].UPOS != "PRON" || v.party(event, subject)
	case v.child(t, "must") >= 0 || v.child(t, "shall") >= 0:
		return v.party(event, subject) && since <= 1
	case v.is(t, "xcomp", "advcl", "ccomp", "conj") && v.child(t, "to") >= 0:
		return v.undertaken(event, t)
	}
	return false
}

// undertaken tells whether an infinitive is what parties agreed or committed themselves to do.
func (v *view) undertaken(event, t int) bool {
	h := v.Tokens[t].Head
	if h < 0 || v.is(t, "conj") || v.is(h, "acl") || v.treaty(event, h) {
		return false
	}
	switch v.lemma(h) {
	case "agree", "commit", "undertake":
		return v.helpers(h) == actual && v.party(event, v.Tree.Child(h, "nsubj"))
	}
	return false
}

// treaty tells whether a verb is the one that tells of the accord itself: what is agreed by it is no term but the accord.
func (v *view) treaty(event, t int) bool {
	k, ok := v.own[t]
	return ok && k == event && v.isTruce(event)
}

// party tells whether a noun stands for parties of an accord.
func (v *view) party(event, t int) bool {
	if t < 0 {
		return false
	}
	if partyWords[v.lemma(t)] || v.form(t) == "they" {
		return true
	}
	if k := v.Cast.Index(t); k >= 0 {
		for i := range v.Events[event].Actors {
			if v.Events[event].Actors[i].Entity == k {
				return true
			}
		}
	}
	return false
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

// listed reads the list that a sentence with a colon announces: the paragraphs after it that begin with the same mark.
func (v *view) listed() {
	for n := range v.Sentences {
		s := v.Sentences[n]
		if s.Len() < 2 || v.form(s.Last-1) != ":" || n+1 >= len(v.Sentences) {
			continue
		}
		event := v.announced(s)
		mark := v.bullet(n + 1)
		for i := n + 1; event >= 0 && mark != "" && i < len(v.Sentences) && v.bullet(i) == mark; i++ {
			first := v.Sentences[i].First + 1
			v.term(event, first, v.Sentences[i].Last)
		}
	}
}

// announced is the accord whose terms a sentence announces, -1 for none.
func (v *view) announced(s sitrep.Sentence) int {
	event, terms := -1, false
	for t := s.First; t < s.Last; t++ {
		l := v.lemma(t)
		terms = terms || provideObjects[l] || provideVerbs[l] || l == "term" || l == "under" || l == "agree" || l == "include" || l == "point"
	}
	for _, r := range v.accords {
		if r.token >= s.First && r.token < s.Last {
			event = r.event
		}
	}
	if !terms {
		return -1
	}
	return event
}

// bullet is the mark with which a paragraph of one sentence begins, empty for none.
func (v *view) bullet(n int) string {
	if n == 0 || v.Sentences[n].Paragraph == v.Sentences[n-1].Paragraph || v.Sentences[n].Len() == 0 {
		return ""
	}
	if w := v.Tokens[v.Sentences[n].First].Form; strings.ContainsAny(w, "-–—•*·▪") {
		return w
	}
	return ""
}
