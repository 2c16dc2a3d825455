package peace

import (
	"slices"

	"sitrep"
)

// exclusions finds whom and what a truce leaves out.
func (v *view) exclusions() {
	for _, r := range v.accords {
		if v.isTruce(r.event) || len(v.Events[r.event].Terms) > 0 || v.Events[r.event].Kind == sitrep.Agreement {
			v.leftOut(r)
		}
	}
}

// leftOut reads "the truce excludes X", "it does not apply to X", "X is not part of the truce", "X is excluded from it" and "a truce, except for X".
func (v *view) leftOut(r reference) {
	t := v.top(r.token)
	for _, g := range v.governors(t) {
		m, l := v.mood(g.token), v.lemma(g.token)
		subject := g.relation == "nsubj" || g.relation == "nsubj:outer"
		switch {
		case subject && l == "exclude" && m == actual:
			for _, o := range v.Tree.All(g.token, "obj") {
				v.exclude(r.event, o)
			}
		case subject && (l == "include" || l == "cover") && m == negated:
			v.exclude(r.event, v.Tree.Child(g.token, "obj"))
		case subject && (l == "apply" || l == "extend") && m == negated:
			v.exclude(r.event, v.to(g.token))
		case sitrep.Is(g.relation, "obl") && l == "exclude" && m == actual, sitrep.Is(g.relation, "obl") && outside[l] && m == negated:
			v.exclude(r.event, v.Tree.Child(g.token, "nsubj"))
			v.excludeParticiple(r.event, g.token)
		}
	}
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "nmod") && v.lemma(h) == "part" || h >= 0 && v.is(t, "nmod") && v.lemma(h) == "party" {
		if v.helpers(h) == negated {
			v.exclude(r.event, v.Tree.Child(h, "nsubj"))
		}
	}
	v.exceptions(r.event, t)
}

// outside are the verbs that, denied, say that somebody has no part in an accord.
var outside = words("include cover involve join")

// excludeParticiple reads "the Northern Front, which was not included in the truce", where a noun is said to be left out by a clause of its own.
func (v *view) excludeParticiple(event, verb int) {
	if s := v.Tree.Child(verb, "nsubj"); v.is(verb, "acl") && (s < 0 || v.Tokens[s].UPOS == "PRON") {
		v.exclude(event, v.Tokens[verb].Head)
	}
}

// to is the noun after "to" that belongs to a verb, -1 where there is none.
func (v *view) to(verb int) int {
	for _, c := range v.Tree.All(verb, "obl") {
		if v.preposition(c) == "to" {
			return c
		}
	}
	return -1
}

// exceptions reads "except for X" and "excluding X" beside the verb of a truce.
func (v *view) exceptions(event, t int) {
	around := []int{t}
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "nsubj", "obj") && v.mood(h) == actual {
		around = append(around, h)
	}
	for _, a := range around {
		first, last := v.Tree.Extent(a)
		for c := max(first, t+1); c < last; c++ {
			if p := v.preposition(c); v.is(c, "nmod", "obl") && (p == "except" || p == "excluding" || p == "barring") {
				v.exclude(event, c)
			}
		}
	}
}

// exclude notes the names in a noun phrase as left out of an event.
func (v *view) exclude(event, t int) {
	if t < 0 {
		return
	}
	e := &v.Events[event]
	add := func(name string) {
		if name != "" && !slices.Contains(e.Excludes, name) {
			e.Excludes = append(e.Excludes, name)
		}
	}
	add(v.nameAt(t))
	for _, c := range v.Tree.Children(t) {
		switch {
		case v.is(c, "conj"):
			v.exclude(event, c)
		case v.is(c, "compound", "flat") && v.nameAt(t) != "":
			for _, j := range v.Tree.All(c, "conj") {
				v.exclude(event, j)
			}
		case v.nameAt(t) == "" && v.is(c, "compound", "appos", "nmod") && (v.preposition(c) == "" || v.suchAs(c)):
			v.exclude(event, c)
		}
	}
}

// suchAs tells whether a noun is an example of the one before: "such as", "like", "including".
func (v *view) suchAs(t int) bool {
	p := v.preposition(t)
	return p == "such" || p == "like" || p == "including"
}

// nameAt is the fullest name of who or what a noun names, empty where it names nobody.
func (v *view) nameAt(t int) string {
	if e := v.Cast.At(t); e != nil && e.Named {
		return e.Name
	}
	for _, n := range v.Names {
		if n.First <= t && t < n.Last && (n.Label == sitrep.Org || n.Label == sitrep.NORP || n.Label == sitrep.Person) {
			return v.In(n.Span)
		}
	}
	for i := range v.Toponyms {
		if p := &v.Toponyms[i]; p.First <= t && t < p.Last && !p.Adjectival {
			return v.In(p.Span)
		}
	}
	return ""
}
