package peace

import (
	"slices"

	"sitrep"
)

// name calls an accord a truce where a mention of it does.
func (v *view) name() {
	for k := range v.Events {
		e := &v.Events[k]
		if e.Kind == sitrep.Agreement && slices.ContainsFunc(e.MentionsOf, func(i int) bool {
			t := v.Mentions[i].Trigger
			return v.truce(t) && v.top(t) != t && !v.wished(t) || v.stopFighting(t)
		}) {
			e.Kind = sitrep.Ceasefire
		}
	}
}

// stopFighting tells whether a verb agrees to stop fighting.
func (v *view) stopFighting(t int) bool {
	x := v.Tree.Child(t, "xcomp")
	if x < 0 || v.lemma(t) != "agree" || v.mood(t) != actual || !stopVerbs[v.lemma(x)] {
		return false
	}
	o := v.Tree.Child(x, "obj", "xcomp")
	return o >= 0 && fightWords[v.lemma(o)]
}

// drop takes out the truces that nobody made: every word for them stands in a call, an offer, a hope or a denial. It tells whether there were any.
func (v *view) drop() bool {
	var kept []sitrep.Event
	for k := range v.Events {
		if v.Events[k].Kind == sitrep.Agreement {
			v.take(k, v.wished) // a truce that was refused is no part of an accord that was signed
		}
		if e := &v.Events[k]; e.Kind != sitrep.Ceasefire || !v.onlyWished(e) {
			kept = append(kept, *e)
		}
	}
	gone := len(kept) < len(v.Events)
	v.Events = kept
	return gone
}

func (v *view) onlyWished(e *sitrep.Event) bool {
	for _, i := range e.MentionsOf {
		if !v.wished(v.Mentions[i].Trigger) {
			return false
		}
	}
	return len(e.MentionsOf) > 0
}

// wished tells whether a truce is named only as what somebody wants, or does not want. One that the words take as known ("to restore the
// ceasefire") or describe as there ("a shaky truce") is not.
func (v *view) wished(t int) bool {
	if !v.truce(t) {
		return false
	}
	t = v.top(t)
	if v.definite(t) || v.there(t) {
		return false
	}
	h := v.Tokens[t].Head
	switch l := ""; {
	case h < 0:
		return false
	case v.is(t, "nmod"):
		return wishNouns[v.lemma(h)]
	case v.is(t, "obl"):
		return v.lemma(h) == "call" && v.preposition(t) == "for"
	default:
		l = v.lemma(h)
		m := v.mood(h)
		return v.is(t, "obj") && (wishVerbs[l] && l != "call" || m == unreal && byObject[l] != "" && byObject[l] != inEffect && byObject[l] != ended) ||
			v.is(t, "nsubj") && (l == "possible" || l == "need" || l == "be") && m != actual || l == "be" && v.hoped(h)
	}
}

// there tells whether a word before a truce describes it as existing.
func (v *view) there(t int) bool {
	for _, c := range v.Tree.All(t, "amod", "nummod") {
		if l := v.lemma(c); byAdjective[l] == inEffect || byAdjective[l] == agreed || l == "old" || l == "informal" {
			return true
		}
	}
	return false
}

// hoped tells whether a clause is what somebody hopes for.
func (v *view) hoped(t int) bool {
	h := v.Tokens[t].Head
	return h >= 0 && v.is(t, "ccomp", "acl", "csubj") && (wishVerbs[v.lemma(h)] || wishNouns[v.lemma(h)])
}
