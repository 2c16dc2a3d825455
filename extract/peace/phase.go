package peace

import (
	"strings"

	"sitrep"
)

// phases says how far each truce has come: the latest state that is told of it.
func (v *view) phases() {
	only := map[int]bool{} // events of which every word for a truce says that it is another, earlier one
	for _, r := range v.accords {
		if v.truce(r.token) {
			was, seen := only[r.event]
			only[r.event] = v.another(r.token) && (was || !seen)
		}
	}
	for _, r := range v.accords {
		e := &v.Events[r.event]
		if e.Kind != sitrep.Ceasefire || v.another(r.token) && !only[r.event] {
			continue
		}
		if s, at := v.state(v.top(r.token)); rank[s] > rank[e.Phase] {
			e.Phase = s
			e.Why = append(e.Why, sitrep.Reason{Field: "phase", Rule: "extract/peace: words of the truce", Words: v.Tokens[at].Span, Score: 1})
		}
	}
	for k := range v.Events {
		if e := &v.Events[k]; e.Kind == sitrep.Ceasefire && e.Phase == "" {
			e.Phase = v.byVerb(e)
		}
	}
}

// another tells whether a truce is called an earlier or another one, or is one of several.
func (v *view) another(t int) bool {
	for _, c := range v.Tree.All(t, "amod", "det") {
		if other[v.lemma(c)] || other[v.form(c)] {
			return true
		}
	}
	return false
}

// state is the latest state that the words around a truce tell of it, with the word that does.
func (v *view) state(t int) (string, int) {
	best, at := "", t
	note := func(s string, i int) {
		if rank[s] > rank[best] {
			best, at = s, i
		}
	}
	for _, c := range v.Tree.All(t, "amod", "compound") {
		w := v.form(c)
		note(byAdjective[w[strings.LastIndexByte(w, '-')+1:]], c)
	}
	for _, g := range v.governors(t) {
		note(v.told(g), g.token)
		if g.relation == "nsubj:pass" && v.lemma(g.token) == "break" && v.another(t) && v.mood(g.token) == actual {
			note(brokenDown, g.token) // a breach alone is not the end of a truce; of an earlier one it is what became of it
		}
	}
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "nmod") {
		note(v.ofNoun(h), h)
	}
	return best, at
}

// told is the state that a verb or predicate tells of a truce.
func (v *view) told(g governor) string {
	s, m := v.verb(g), v.mood(g.token)
	switch {
	case s == inEffect && m == negated && v.lemma(g.token) == "hold":
		s = brokenDown
	case s == inEffect && m == future && v.begins(g.token):
		s = agreed
	case m == future && v.infinitive(g.token) && v.agreedTo(g.token):
		s = map[string]string{inEffect: agreed, extended: extended}[s]
	case m != actual:
		return ""
	}
	if rank[s] >= rank[suspended] && v.claimed(g.token) != nil {
		return "" // that a truce is over is what a party says, as long as the reporter does not
	}
	return s
}

// agreedTo tells whether a verb is what somebody agreed to do.
func (v *view) agreedTo(t int) bool {
	h := v.Tokens[t].Head
	return h >= 0 && v.is(t, "xcomp") && v.lemma(h) == "agree" && v.helpers(h) == actual
}

// verb is the state that a verb or predicate stands for, were it real.
func (v *view) verb(g governor) string {
	l := v.lemma(g.token)
	particle := ""
	if p := v.Tree.Child(g.token, "compound:prt"); p >= 0 {
		particle = v.form(p)
	}
	switch {
	case g.relation == "nsubj" || g.relation == "nsubj:outer":
		switch {
		case v.effect(g.token):
			return inEffect
		case l == "break" && particle == "down", l == "fall" && v.child(g.token, "apart") >= 0, l == "tatters" || l == "ruins":
			return brokenDown
		case l == "run" && particle == "out":
			return ended
		case v.Tree.Child(g.token, "cop") >= 0 && v.Tokens[g.token].UPOS != "VERB":
			return byAdjective[l]
		case v.Tree.Child(g.token, "obj", "xcomp", "ccomp") >= 0:
			return ""
		}
		return bySubject[l]
	case sitrep.Is(g.relation, "obl"):
		switch {
		case (l == "reach" || l == "sign" || l == "conclude") && g.preposition == "on":
			if o := v.Tree.Child(g.token, "obj"); o >= 0 && accordWords[v.lemma(o)] {
				return agreed
			}
		case l == "agree" && (g.preposition == "to" || g.preposition == "on" || g.preposition == "upon"):
			return agreed
		case (l == "withdraw" || l == "pull") && (g.preposition == "from" || g.preposition == "of"):
			return ended
		}
		return ""
	case particle == "off" && l == "call", v.child(g.token, "over") >= 0 && l == "declare":
		return ended
	case particle != "":
		return ""
	}
	return byObject[l]
}

// effect tells whether a predicate is of the sort of "takes effect", "comes into force", "is in place".
func (v *view) effect(t int) bool {
	switch l := v.lemma(t); l {
	case "take":
		return v.child(t, "effect") >= 0 || v.child(t, "hold") >= 0
	case "effect", "force", "place":
		c := v.Tree.Child(t, "case")
		return c >= 0 && (v.form(c) == "in" || v.form(c) == "into")
	case "go", "come", "enter", "be", "remain", "stay", "put":
		for _, w := range []string{"effect", "force", "place"} {
			if c := v.child(t, w); c >= 0 && v.is(c, "obl") {
				return true
			}
		}
	}
	return false
}

// begins tells whether a predicate tells of the beginning of a truce.
func (v *view) begins(t int) bool {
	l := v.lemma(t)
	return v.effect(t) && l != "remain" && l != "stay" || l == "begin" || l == "start"
}

// ofNoun is the state that a noun before the truce tells, where what it names has come about or is announced: "announced the end of the
// truce", "since the start of the truce".
func (v *view) ofNoun(t int) string {
	s, h := byNoun[v.lemma(t)], v.Tokens[t].Head
	if s == "" || h < 0 {
		return ""
	}
	switch p := v.preposition(t); {
	case v.is(t, "obj") && (v.lemma(h) == "declare" || v.lemma(h) == "announce" || v.lemma(h) == "follow") && v.mood(h) == actual:
		return s
	case (p == "after" || p == "since" || p == "following") && v.mood(h) == actual:
		return s
	}
	return ""
}

// byVerb is the state that the verb of a mention tells where no word names the truce: "agreed to stop fighting".
func (v *view) byVerb(e *sitrep.Event) string {
	for _, i := range e.MentionsOf {
		t := v.Mentions[i].Trigger
		if v.Tokens[t].UPOS == "VERB" && v.mood(t) == actual {
			if s := byObject[v.lemma(t)]; s == agreed || s == declared {
				return s
			}
		}
	}
	return ""
}
