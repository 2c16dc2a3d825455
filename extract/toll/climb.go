package toll

import "sitrep"

// farthest is how many steps up the tree a group looks for its word of harm.
const farthest = 6

// tree ties a group to a word of harm above it or hanging from it in the tree.
func (f *finder) tree(g *group) bool {
	h := g.top()
	if g.of && g.head >= 0 && !g.ofMore && f.hanging(g, g.head) {
		return true
	}
	for range farthest {
		if f.hanging(g, h) {
			return true
		}
		up, next := f.Tokens[h].Head, false
		if up < f.first || up >= f.last {
			return f.rootState(g, h)
		}
		d := f.Tokens[h].Deprel
		switch {
		case sitrep.Is(d, "obj", "iobj"):
			return f.asObject(g, up)
		case sitrep.Is(d, "nsubj") && d != "nsubj:pass":
			if f.asSubject(g, up) {
				return true
			}
			next = f.hasCase(up, "among") // "five children were among the 12 killed"
			g.part = g.part || next
		case d == "nsubj:pass" || d == "nsubj:outer":
			return f.asPassive(g, up)
		case sitrep.Is(d, "nmod", "obl"):
			if done, ok := f.asModifier(g, h, up); done {
				return ok
			}
			next = true
		case sitrep.Is(d, "conj"):
			next = f.isNominal(up)
			if next && f.groupAt(up) == nil && g.number >= 0 && g.head < 0 {
				next = false
			}
		case sitrep.Is(d, "appos", "dep", "list", "parataxis", "dislocated"):
			next = f.isNominal(up)
			if o := f.groupAt(up); next && o != nil && o != g && sitrep.Is(d, "appos") && g.amount.Low <= o.amount.Low {
				if f.own(g) && kin[f.lemma(g.head)] {
					break // "the commander, his wife and two guards": another person
				}
				if g.number < 0 || g.head < 0 || o.number < 0 {
					return false // "the victim, a nurse": the same person
				}
				g.part = true
			}
		case sitrep.Is(d, "nmod:poss", "compound", "flat", "nummod"):
			if x := f.harmAt(up); x != nil && d == "nmod:poss" && x.Slot == "deed" && x.Harm == "killed" {
				return f.bind(g, up, x, "of")
			}
			return false
		}
		if !next {
			return false
		}
		h = up
	}
	return false
}

func (f *finder) isNominal(i int) bool {
	switch f.Tokens[i].UPOS {
	case "NOUN", "PROPN", "NUM", "PRON":
		return true
	}
	return f.groupAt(i) != nil
}

// hanging looks at the clauses that hang from a noun: "24 people killed in the blast", "two soldiers who died".
func (f *finder) hanging(g *group, h int) bool {
	for _, c := range f.Tree.Children(h) {
		d := f.Tokens[c].Deprel
		if c < h && sitrep.Is(d, "nmod", "obl") && f.hasCase(c, "among") {
			if x := f.harmAt(c); x != nil && x.Slot != "count" {
				g.part = true
				return f.bind(g, c, x, "among")
			}
		}
		if c < h || !sitrep.Is(d, "acl") && d != "amod" {
			continue
		}
		for _, v := range f.withJoined(c) {
			x := f.harmAt(v)
			if x == nil || f.aboutOthers(v) {
				continue
			}
			switch {
			case x.Slot == "subject" || x.Slot == "state":
				return f.bind(g, v, x, "clause")
			case (x.Slot == "object" || x.Slot == "either") && f.Tokens[v].XPOS != "VBG" && f.Tree.Child(v, "obj") < 0 && !f.hasOwnSubject(v):
				return f.bind(g, v, x, "clause")
			}
		}
	}
	return false
}

// aboutOthers tells whether a relative clause has other people than its noun as those harmed: "blocks from where the guards were killed".
func (f *finder) aboutOthers(v int) bool {
	if f.childForm(v, "where") || f.childForm(v, "when") {
		return true
	}
	s := f.Tree.Child(v, "nsubj")
	if s < 0 || f.Tokens[v].Deprel != "acl:relcl" {
		return false
	}
	w := f.form(s)
	passive := f.Tokens[s].Deprel == "nsubj:pass" || f.harmAt(v).Slot == "subject" || f.harmAt(v).Slot == "state"
	return passive && w != "who" && w != "that" && w != "which"
}

// childForm tells whether a token governs a word.
func (f *finder) childForm(i int, word string) bool {
	for _, c := range f.Tree.Children(i) {
		if f.form(c) == word {
			return true
		}
	}
	return false
}

// hasOwnSubject tells whether somebody other than a relative pronoun does what a verb says, actively: "a man whom police killed" has one too.
func (f *finder) hasOwnSubject(v int) bool {
	s := f.Tree.Child(v, "nsubj")
	return s >= 0 && f.Tokens[v].Deprel != "acl:relcl" && f.Tokens[s].Deprel != "nsubj:pass"
}

// withJoined is a verb with the verbs joined to it that share its arguments: "were shot and killed".
func (f *finder) withJoined(v int) []int {
	all := []int{v}
	for _, c := range f.Tree.Children(v) {
		if sitrep.Is(f.Tokens[c].Deprel, "conj", "xcomp") && f.Tree.Child(c, "nsubj", "obj") < 0 {
			all = append(all, c)
		}
	}
	return all
}

// asObject reads "killed 12", "left 12 dead", "took 12 hostage", "forced 2,000 to flee".
func (f *finder) asObject(g *group, v int) bool {
	if x := f.harmAt(v); x != nil {
		if (x.Slot == "object" || x.Slot == "either") && !(x.Slot == "either" && f.Tree.Child(v, "nsubj") < 0) {
			return f.bind(g, v, x, "object")
		}
		if x.Slot == "subject" {
			return false
		}
	}
	if l := f.lemma(v); l == "want" || l == "wish" || l == "prefer" {
		return false
	}
	for _, c := range f.Tree.Children(v) {
		if x := f.harmAt(c); x != nil && c > v && sitrep.Is(f.Tokens[c].Deprel, "xcomp", "ccomp", "advcl", "obj", "amod") && !f.hasOther(c, g) {
			switch {
			case x.Slot == "state", f.Tokens[c].XPOS == "VBN" && x.Slot == "object":
				return f.bind(g, c, x, "left")
			}
		}
	}
	if f.lemma(v) == "include" {
		return f.included(g, v)
	}
	return false
}

// hasOther tells whether a word of harm has its own people, other than the group.
func (f *finder) hasOther(word int, g *group) bool {
	s := f.Tree.Child(word, "nsubj", "nummod")
	return s >= 0 && f.groupAt(s) != nil && f.groupAt(s) != g
}

// included reads "the dead include two children".
func (f *finder) included(g *group, v int) bool {
	s := f.Tree.Child(v, "nsubj")
	if s < 0 {
		return false
	}
	if x := f.harmAt(s); x != nil && x.Slot != "count" {
		g.part = true
		return f.bind(g, s, x, "include")
	}
	for _, c := range f.Tree.Children(s) {
		if x := f.harmAt(c); x != nil && f.form(s) == "those" && sitrep.Is(f.Tokens[c].Deprel, "acl") {
			g.part = true
			return f.bind(g, c, x, "include")
		}
	}
	if f.lemma(s) == "victim" {
		g.part = true
		return f.bind(g, s, killedObject, "include")
	}
	return false
}

// asSubject reads "12 died", "12 are dead", "12 civilians killed in raids".
func (f *finder) asSubject(g *group, up int) bool {
	for _, v := range f.withJoined(up) {
		x := f.harmAt(v)
		if x == nil {
			continue
		}
		switch x.Slot {
		case "subject", "state":
			return f.bind(g, v, x, "subject")
		case "people":
			if f.hasCase(v, "among") || f.form(v) == "injured" || f.form(v) == "wounded" {
				return f.bind(g, v, x, "among")
			}
		case "either":
			if f.Tree.Child(v, "obj") < 0 {
				return f.bind(g, v, x, "subject")
			}
		case "object":
			if (f.Tokens[v].XPOS == "VBN" || f.Tokens[v].XPOS == "VBD") && v > g.last-1 && f.Tree.Child(v, "obj") < 0 && !f.takesObject(v) && f.form(v+1) != "himself" {
				return f.bind(g, v, x, "subject")
			}
		}
	}
	if f.hasCase(up, "among") {
		if x := f.harmAt(up); x != nil && x.Slot != "count" {
			return f.bind(g, up, x, "among")
		}
		for _, c := range f.Tree.Children(up) { // "among those killed"
			if x := f.harmAt(c); x != nil && sitrep.Is(f.Tokens[c].Deprel, "acl", "amod") {
				return f.bind(g, c, x, "among")
			}
		}
	}
	return false
}

// asPassive reads "12 were killed", "12 were shot and killed", "2,000 were forced to flee".
func (f *finder) asPassive(g *group, up int) bool {
	for _, v := range f.withJoined(up) {
		if x := f.harmAt(v); x != nil && x.Slot != "count" && x.Slot != "deed" {
			return f.bind(g, v, x, "passive")
		}
	}
	return false
}

// hasCase tells whether a noun follows the preposition.
func (f *finder) hasCase(i int, preposition string) bool {
	for _, c := range f.Tree.Children(i) {
		if sitrep.Is(f.Tokens[c].Deprel, "case", "mark") && f.form(c) == preposition {
			return true
		}
	}
	return false
}

// asModifier reads what hangs from a word by a preposition. It is done where the way up ends there.
func (f *finder) asModifier(g *group, h, up int) (done, ok bool) {
	x := f.harmAt(up)
	switch {
	case f.hasCase(h, "including") || f.hasCase(h, "include"):
		g.part = true
		if o := f.groupAt(up); o == nil && x != nil && x.Slot != "count" && x.Slot != "deed" {
			return true, f.bind(g, up, x, "including")
		}
		return false, false
	case f.hasCase(h, "along") || f.hasCase(h, "together") || f.hasCase(h, "alongside"):
		if x != nil && (x.Slot == "subject" || x.Slot == "object" && f.passive(up)) {
			return true, f.bind(g, up, x, "along")
		}
		return true, false
	case f.hasCase(h, "of"):
		if x != nil && (x.Slot == "deed" || x.Slot == "people" && x.Lemma == "life") {
			if x.Harm == "captured" && x.Slot == "deed" && f.lemma(up) == "detention" {
				return true, false
			}
			return true, f.bind(g, up, x, "of")
		}
		if f.lemma(up) == "body" || f.lemma(up) == "remains" {
			return true, f.bind(g, up, killedObject, "of")
		}
		return !gatherings[f.lemma(up)] || f.groupAt(up) != nil, false
	case f.hasCase(h, "with") && f.own(g):
		if x != nil && (x.Slot == "subject" || x.Slot == "object" && f.passive(up)) {
			return true, f.bind(g, up, x, "along")
		}
	}
	return true, false
}

// gatherings are nouns for the people that follow them with "of": what befell "a total of 12 guards" befell the guards.
var gatherings = words("total group crowd team crew")

// own tells whether a group is somebody's people: "killed with two of his guards".
func (f *finder) own(g *group) bool {
	for i := g.first; i < g.last; i++ {
		if f.Tokens[i].XPOS == "PRP$" {
			return true
		}
	}
	return false
}

// rootState reads "12 dead" and "12 missing" where they are the whole sentence.
func (f *finder) rootState(g *group, h int) bool {
	if x := f.harmAt(h); x != nil && x.Slot == "state" && h != g.head {
		return f.bind(g, h, x, "state")
	}
	return false
}
