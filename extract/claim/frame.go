package claim

import (
	"sitrep/lexicon"
)

// match is the dependents of a verb that are its content by a frame.
type match struct {
	ok         bool
	parts      []int
	addressee  int
	above      bool // the verb stands below its content: "..., he said"
	impersonal bool // nobody is told who says it
	before     run  // the content, where the order of the words tells it against the tree
}

func (r *reader) match(v int, frame lexicon.CueFrame) match {
	m := match{addressee: -1}
	switch frame {
	case "that":
		r.clauses(v, &m)
	case "to":
		m.parts = r.infinitives(v)
		r.raise(v, &m)
	case "who-to":
		if o := r.Tree.Child(v, "obj", "iobj"); o >= 0 && !r.isPassive(v) {
			m.parts, m.addressee = r.infinitives(v), o
		} else if s := r.Tree.Child(v, "nsubj:pass"); s >= 0 {
			m.parts, m.addressee = r.infinitives(v), s
			r.raise(v, &m)
		} else {
			m.parts = r.clausesAfterObject(v)
		}
	case "on-to":
		for _, c := range r.Tree.All(v, "obl") {
			if p := r.mark(c); c > v && (p == "on" || p == "upon") {
				m.parts, m.addressee = r.infinitives(v), c
				if len(m.parts) == 0 {
					m.parts = r.infinitivesBelow(c)
				}
			}
		}
	case "np":
		r.objects(v, &m)
	case "pred":
		r.predicates(v, &m)
	case "ing":
		for _, c := range r.Tree.All(v, "xcomp", "advcl", "ccomp") {
			if c > v && r.Tokens[c].XPOS == "VBG" && r.mark(c) == "" {
				m.parts = append(m.parts, c)
			}
		}
	default:
		r.prepositions(v, frame, &m)
	}
	if len(m.parts) == 0 && m.before.empty() && frame == "that" {
		m.before = r.wordsAfter(v)
	}
	m.ok = len(m.parts) > 0 || !m.before.empty()
	return m
}

// raise takes the subject of "seems to" and of "is expected to" for a part of the content: it is nobody's who speaks.
func (r *reader) raise(v int, m *match) {
	l := r.lemma(v)
	if len(m.parts) == 0 || l != "seem" && l != "appear" && !(r.isPassive(v) && r.sortOf(v) == string(lexicon.ThinkCue)) {
		return
	}
	m.impersonal, m.addressee = true, -1
	if s := r.Tree.Child(v, "nsubj"); s >= 0 {
		m.parts = append(m.parts, s)
	}
}

func (r *reader) infinitives(v int) []int {
	var all []int
	for _, c := range r.Tree.All(v, "xcomp", "advcl", "ccomp") {
		if c > v && r.infinitive(c) {
			all = append(all, c)
		}
	}
	return all
}

func (r *reader) infinitivesBelow(n int) []int {
	for _, c := range r.Tree.All(n, "acl", "xcomp", "advcl") {
		if c > n && r.infinitive(c) {
			return []int{c}
		}
	}
	return nil
}

// clausesAfterObject finds "urged the sides to talk" where the parser took "the sides to talk" for one clause.
func (r *reader) clausesAfterObject(v int) []int {
	for _, c := range r.Tree.All(v, "ccomp", "xcomp") {
		if c > v && r.infinitive(c) {
			return []int{c}
		}
	}
	return nil
}

// objects finds what a verb is done to in words: "condemned the attack", "the attack that the union condemned", "an attack claimed by the rebels".
func (r *reader) objects(v int, m *match) {
	relations := []string{"obj"}
	if r.isPassive(v) {
		relations = []string{"nsubj:pass"}
	}
	for _, c := range r.Tree.All(v, relations...) {
		if !r.punct(c) && !(r.Tokens[c].UPOS == "PRON" && r.Tokens[c].XPOS == "PRP") && r.Tokens[c].XPOS != "WDT" && r.Tokens[c].XPOS != "WP" {
			m.parts = append(m.parts, c)
		}
	}
	if as := r.judged(v); len(m.parts) == 0 && as >= 0 {
		m.parts = []int{as}
		return
	}
	if len(m.parts) == 0 && r.describes(v) {
		m.parts, m.above = []int{r.Tokens[v].Head}, true
	}
}

// describes tells whether a verb stands in a clause about the noun that is its object.
func (r *reader) describes(v int) bool {
	h := r.Tokens[v].Head
	if h < 0 || h > v || !r.nominal(h) {
		return false
	}
	if r.is(v, "acl:relcl") {
		if r.isPassive(v) {
			return r.agent(v) >= 0
		}
		s := r.Tree.Child(v, "nsubj")
		return s >= 0 && r.Tokens[s].XPOS != "WDT" && r.Tokens[s].XPOS != "WP" && r.Tree.Child(v, "obj", "ccomp", "xcomp") != -1 == r.relative(v)
	}
	return r.is(v, "acl") && r.Tokens[v].XPOS == "VBN" && r.agent(v) >= 0
}

// judged is what somebody makes of a thing in a clause about it: "a demand that the rebels reject as an insult"; -1 for none.
func (r *reader) judged(v int) int {
	if !r.is(v, "acl:relcl") || r.isPassive(v) || r.Tree.Child(v, "nsubj") < 0 {
		return -1
	}
	for _, c := range r.Tree.All(v, "obl", "advcl", "xcomp", "nmod") {
		if c > v && r.mark(c) == "as" {
			return c
		}
	}
	return -1
}

// relative tells whether the object of a verb is a relative pronoun.
func (r *reader) relative(v int) bool {
	o := r.Tree.Child(v, "obj")
	return o >= 0 && (r.Tokens[o].XPOS == "WDT" || r.Tokens[o].XPOS == "WP")
}

// predicates finds what somebody is called: "called the plan a mistake".
func (r *reader) predicates(v int, m *match) {
	o := r.Tree.Child(v, "obj")
	if r.isPassive(v) {
		o = r.Tree.Child(v, "nsubj:pass")
	}
	x := r.Tree.Child(v, "xcomp", "obj")
	if o >= 0 && x == o {
		for _, c := range r.Tree.All(v, "obj") {
			x = c
		}
	}
	if o >= 0 && x > v && x != o && !r.infinitive(x) {
		m.parts = []int{o, x}
	}
}

func (r *reader) prepositions(v int, frame lexicon.CueFrame, m *match) {
	p, object := frame.Preposition()
	for _, c := range r.Tree.Children(v) {
		if c > v && r.is(c, "obl", "advcl", "nmod", "xcomp", "ccomp") && (r.mark(c) == p || r.doingMark(c) == p) && !(p == "to" && r.infinitive(c)) && !r.is(c, "obl:unmarked") {
			m.parts = append(m.parts, c)
		}
	}
	r.gerundParts(v, m)
	if a := r.agent(v); object && len(m.parts) == 0 && a >= 0 && r.isPassive(v) {
		m.parts = r.gerunds(a, p)
	}
	if !object || len(m.parts) == 0 {
		if len(m.parts) > 0 {
			m.parts = append(m.parts, r.infinitivesOf(v, p)...)
		}
		return
	}
	o := r.Tree.Child(v, "obj", "iobj")
	if r.isPassive(v) {
		o = r.Tree.Child(v, "nsubj:pass")
	}
	if o < 0 {
		m.parts = nil
		return
	}
	m.parts = append(m.parts, o)
}

// infinitivesOf are the infinitives of "called for the army to leave".
func (r *reader) infinitivesOf(v int, p string) []int {
	if p == "for" || p == "on" {
		return r.infinitives(v)
	}
	return nil
}

func (r *reader) isPassive(v int) bool {
	return r.Tree.Child(v, "aux:pass") >= 0 || r.Tree.Child(v, "nsubj:pass") >= 0
}
