package peace

import "sitrep"

// Breach is an event that the report presents as a breach of a truce, and that truce, by their numbers.
type Breach struct{ Event, Truce int }

// Breaches finds the fighting that breaches truces. That there is fighting while a truce holds makes no breach; the report must say so, and where
// only a party does, only what that party alone tells of counts.
func Breaches(s *sitrep.Story) []Breach {
	v := newView(s)
	var all []Breach
	for k := range s.Events {
		if !violent(s.Events[k].Kind) {
			continue
		}
		for _, i := range s.Events[k].MentionsOf {
			if truce := v.breached(k, s.Mentions[i].Trigger); truce >= 0 && truce != k {
				all = append(all, Breach{k, truce})
				break
			}
		}
	}
	return all
}

func violent(k sitrep.Kind) bool {
	switch k {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Violation, sitrep.Territory:
		return true
	}
	return false
}

// breached is the truce that a mention of fighting is said to breach, -1 for none.
func (v *view) breached(event, t int) int {
	for steps, at := 0, t; steps < 3 && at >= 0; steps, at = steps+1, v.Tokens[at].Head {
		if k := v.breachBeside(event, at); k >= 0 {
			return k
		}
		if h := v.Tokens[at].Head; v.is(at, "advcl") && h >= 0 && breachVerbs[v.lemma(h)] && (v.child(at, "when") >= 0 || v.mark(at) == "by") {
			continue
		}
		if !v.is(at, "obj", "nsubj", "obl", "conj", "xcomp", "compound", "nmod", "root") {
			break
		}
	}
	return -1
}

// breachBeside reads "in violation of the truce", "violating the truce", "despite the truce", and what the fighting, as a subject, did to it.
func (v *view) breachBeside(event, at int) int {
	for _, c := range v.Tree.Children(at) {
		switch {
		case v.is(c, "obl", "nmod") && (breachNouns[v.lemma(c)] && v.preposition(c) == "in"):
			if k := v.of(c, at); k >= 0 {
				return v.said(event, c, k)
			}
		case v.is(c, "obl", "nmod") && v.preposition(c) == "despite":
			if k := v.truceIn(c); k >= 0 && v.mood(at) == actual {
				return v.said(event, c, k)
			}
		case v.is(c, "advcl", "acl", "conj") && breachVerbs[v.lemma(c)] && v.mood(c) == actual:
			if o := v.Tree.Child(c, "obj"); o >= 0 && v.truceIn(o) >= 0 {
				return v.said(event, c, v.truceIn(o))
			}
		}
	}
	if breachNouns[v.lemma(at)] {
		if k := v.of(at, at); k >= 0 && v.mood(at) == actual {
			return v.said(event, at, k)
		}
	}
	if breachVerbs[v.lemma(at)] && v.mood(at) == actual {
		if o := v.Tree.Child(at, "obj", "nsubj:pass"); o >= 0 && v.truceIn(o) >= 0 {
			return v.said(event, at, v.truceIn(o))
		}
	}
	return -1
}

// of is the truce of which a noun is the breach; without one, the truce that was told of last before.
func (v *view) of(noun, at int) int {
	for _, c := range v.Tree.All(noun, "nmod", "compound") {
		if k := v.truceIn(c); k >= 0 {
			return k
		}
	}
	if v.Tree.Child(noun, "nmod") < 0 && noun != at {
		return v.before(noun, 1, v.isTruce)
	}
	return -1
}

// truceIn is the truce that a noun, or the noun that it is part of, names; -1 for none.
func (v *view) truceIn(t int) int {
	for _, c := range append([]int{t}, v.Tree.All(t, "compound", "nmod")...) {
		if k := v.resolve(c); k >= 0 && v.isTruce(k) {
			return k
		}
		if v.truce(c) {
			return v.only()
		}
	}
	return -1
}

// only is the one truce of the report; -1 where there are more or none.
func (v *view) only() int {
	k := -1
	for i := range v.Events {
		if v.isTruce(i) {
			if k >= 0 {
				return -1
			}
			k = i
		}
	}
	return k
}

// said gives the truce where those who speak of a breach are those who tell of the fighting: the reporter, or the claim that alone tells of it.
func (v *view) said(event, at, truce int) int {
	c := v.claimed(at)
	if c == nil {
		return truce
	}
	if !(c.Stance == sitrep.Assert || c.Stance == sitrep.Accuse || c.Stance == sitrep.Condemn) {
		return -1
	}
	for _, i := range v.Events[event].MentionsOf {
		if v.claimed(v.Mentions[i].Trigger) != c {
			return -1
		}
	}
	return truce
}
