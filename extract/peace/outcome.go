package peace

import "sitrep"

// How much a stretch says of the outcome of talks: the more, the better.
const (
	slight   = 1 + iota // they adjourned, or are to go on
	stalled             // they stalled, collapsed, failed
	produced            // what they did or did not bring
)

// outcomes finds, in the report's own words, how talks that have been held ended.
func (v *view) outcomes() {
	best := map[int]int{}
	note := func(event, weight, first, last int) {
		if weight > best[event] && last > first && v.Events[event].Status != sitrep.Planned && v.reported(first) {
			best[event] = weight
			v.Events[event].Outcome = v.quote(first, last)
		}
	}
	for _, r := range v.talks {
		if v.another(r.token) && v.Tokens[r.token].UPOS == "NOUN" && !v.definite(r.token) {
			continue
		}
		for _, g := range v.governors(v.round(r.token)) {
			switch {
			case g.relation == "nsubj":
				v.ending(r.event, g.token, note)
			case (g.relation == "nsubj:pass" || g.relation == "obj") && stopping[v.lemma(g.token)] && v.mood(g.token) == actual:
				if p := v.Tree.Child(g.token, "compound:prt"); p >= 0 == particled[v.lemma(g.token)] {
					note(r.event, stalled, g.token, v.phraseEnd(g.token))
				}
			}
		}
		v.after(r, note)
	}
}

// reported tells whether words are the reporter's, or told by somebody in the reporter's words.
func (v *view) reported(t int) bool {
	c := v.claimed(t)
	return c == nil || c.Mode != sitrep.QuoteMode && c.Stance == sitrep.Assert
}

// round is the head of the phrase in which talks are named: "round" in "the fifth round of talks".
func (v *view) round(t int) int {
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "nmod") && talkWords[v.lemma(h)] {
		return h
	}
	return t
}

// ending reads what the verb of talks says of how they ended.
func (v *view) ending(event, verb int, note func(event, weight, first, last int)) {
	if v.mood(verb) != actual && !(v.mood(verb) == negated && v.brings(verb)) {
		return
	}
	l := v.lemma(verb)
	switch {
	case v.brings(verb):
		note(event, produced, v.verbFirst(verb), v.end(verb))
	case closing[l]:
		for _, c := range v.Tree.All(verb, "advmod") {
			if manner[v.lemma(c)] {
				note(event, produced, min(c, verb), max(c, verb)+1)
			}
		}
		for _, c := range v.Tree.All(verb, "obl", "advcl") {
			if p := v.mark(c); c > verb && (p == "without" || p == "with" || p == "in" && result[v.lemma(c)]) {
				first, last := v.Tree.Extent(c)
				note(event, produced, first, last)
			}
		}
		if l == "adjourn" || l == "collapse" || l == "break" {
			note(event, slight, verb, v.phraseEnd(verb))
		}
	case halting[l]:
		note(event, stalled, verb, v.phraseEnd(verb))
	}
	for _, c := range v.Tree.All(verb, "advcl", "obl") {
		if c > verb && v.mark(c) == "with" && v.lemma(v.agreeing(c)) == "agree" {
			first, last := v.Tree.Extent(c)
			note(event, produced, first+1, last)
		}
	}
}

var (
	// stopping is done to talks; particled of it only with "off".
	stopping  = words("abort suspend cancel call break")
	particled = words("call break")

	manner  = words("inconclusively unsuccessfully successfully acrimoniously fruitlessly")
	closing = words("end conclude close finish wrap break adjourn collapse fail")
	halting = words("stall collapse fail founder falter deadlock")
	// result are what talks end in.
	result = words("deadlock impasse agreement failure disagreement acrimony stalemate deal success disarray")
	// bringing are what talks bring as the object of a verb.
	bringing = words("agreement deal breakthrough progress result accord success truce ceasefire memorandum statement declaration understanding pact impasse deadlock stalemate consensus compromise headway")
)

// brings tells whether a verb says what talks brought: "achieved no breakthrough", "yielded a deal", "failed to produce a deal".
func (v *view) brings(verb int) bool {
	switch v.lemma(verb) {
	case "fail":
		x := v.Tree.Child(verb, "xcomp")
		return x >= 0 && v.infinitive(x)
	case "produce", "yield", "achieve", "make", "bring", "reach", "result", "lead":
		o := v.Tree.Child(verb, "obj", "obl")
		return o > verb && bringing[v.lemma(o)]
	}
	return false
}

// after reads what the parties did at or after talks: "after talks in Oldtown they signed a memorandum".
func (v *view) after(r reference, note func(event, weight, first, last int)) {
	t := v.round(r.token)
	h := v.Tokens[t].Head
	if h < 0 || !v.is(t, "obl") {
		return
	}
	switch v.preposition(t) {
	case "after", "at", "in", "during", "following":
	default:
		return
	}
	if f := v.Tokens[h].Head; f >= 0 && v.is(h, "xcomp") && v.lemma(f) == "fail" {
		h = f
	}
	m := v.mood(h)
	if s := v.Tree.Child(h, "nsubj:pass"); s >= 0 && s < h && t > h && bringing[v.lemma(s)] && (m == actual || m == negated) {
		first, _ := v.Tree.Extent(s)
		last, _ := v.Tree.Extent(t)
		note(r.event, produced, first, last)
		return
	}
	switch l := v.lemma(h); {
	case (l == "agree" || l == "sign" || l == "reach") && (m == actual || m == negated), l == "fail" && m == actual && v.Tree.Child(h, "xcomp") >= 0:
		first, last := v.verbFirst(h), v.end(h)
		if from, to := v.Tree.Extent(t); from > h {
			last = from
		} else if to > first && from >= first {
			first = to
		}
		if last-first > 1 {
			note(r.event, produced, first, last)
		}
	}
}

// agreeing is the participle in "with both sides agreeing to meet again", or the word itself.
func (v *view) agreeing(t int) int {
	if c := v.Tree.Child(t, "acl"); c >= 0 {
		return c
	}
	return t
}

// verbFirst is the first token of a verb with its "not".
func (v *view) verbFirst(verb int) int {
	for _, c := range v.Tree.All(verb, "advmod", "aux") {
		if l := v.lemma(c); c < verb && (l == "not" || l == "n't" || v.is(c, "aux") && v.helpers(verb) == negated) {
			return c
		}
	}
	return verb
}

// phraseEnd is the end of a verb with its particle and nothing more.
func (v *view) phraseEnd(verb int) int {
	if p := v.Tree.Child(verb, "compound:prt"); p == verb+1 {
		return p + 1
	}
	return verb + 1
}

// undated leaves off an expression of time at the end: the event has its days.
func (v *view) undated(first, last int) int {
	for i := range v.Timexes {
		if x := &v.Timexes[i]; x.Last == last && x.First > first+2 {
			last = x.First
			if v.Tokens[last-1].UPOS == "ADP" {
				last--
			}
			break
		}
	}
	return last
}

// mark is the preposition or joining word of a phrase or clause.
func (v *view) mark(t int) string {
	if c := v.Tree.Child(t, "case", "mark"); c >= 0 && c < t {
		return v.form(c)
	}
	return ""
}

// quote is the text of tokens, on one line, without marks at its ends.
func (v *view) quote(first, last int) string {
	for first < last && v.edge(first) {
		first++
	}
	for last > first && v.edge(last-1) {
		last--
	}
	last = v.undated(first, last)
	return oneLine(v.In(v.SpanOf(first, last)))
}
