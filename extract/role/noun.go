package role

import "sitrep"

// noun takes what hangs below a noun: "the Ruritanian shelling of Oldtown by rebels", "a truce brokered by Freedonia".
func (x *syntax) noun(n int, prefix, via string) {
	x.add(x.blamedFor(n), prefix+blamed, "blame")
	for _, c := range x.Tree.Children(n) {
		t := &x.Tokens[c]
		switch d := t.Deprel; {
		case d == "nmod:poss":
			x.add(c, prefix+owner, via)
		case d == "amod" && verbal(t):
			x.participle(c, prefix)
		case d == "compound" || d == "amod":
			x.add(c, prefix+modifier, via)
		case sitrep.Is(d, "nmod", "obl"):
			if p := x.preposition(c); p != "" {
				x.add(c, prefix+p, via)
			}
		case d == "acl" || d == "acl:relcl":
			x.clause(c, n, prefix)
		}
	}
}

// blamesOn are the verbs with a deed as their object and whom they blame for it behind a preposition.
var blamesOn = map[string]string{"blame": "on", "attribute": "to"}

// blamedFor is whom a deed is blamed on where the parser hangs him on the deed itself or on a place of it: "blaming the bombing of a market in Oldtown on
// the army". Of several phrases with the preposition it is the last. -1 for nobody.
func (x *syntax) blamedFor(n int) int {
	h := x.Tokens[n].Head
	if h < 0 || x.Tokens[n].Deprel != "obj" {
		return -1
	}
	with := blamesOn[x.Tokens[h].Lemma]
	if with == "" || x.oblique(h, with) > n {
		return -1
	}
	last := -1
	_, end := x.Tree.Extent(n)
	for i := n + 1; i < end; i++ {
		if sitrep.Is(x.Tokens[i].Deprel, "nmod", "obl") && x.preposition(i) == with {
			last = i
		}
	}
	return last
}

// participle takes the noun of a compound participle: "Ruritanian-led", "rebel-held", "Freedonia-brokered".
func (x *syntax) participle(v int, prefix string) {
	for _, c := range x.Tree.Children(v) {
		if sitrep.Is(x.Tokens[c].Deprel, "obl", "compound", "nmod", "obj", "nsubj", "advmod", "amod") && x.preposition(c) == "" {
			x.add(c, prefix+leader, x.Tokens[v].Lemma)
		}
	}
}

// clause takes the arguments of a clause that tells more of a noun: "that killed five", "carried out by rebels", "targeting a market".
func (x *syntax) clause(v, n int, prefix string) {
	if !verbal(&x.Tokens[v]) {
		return
	}
	lemma := x.Tokens[v].Lemma
	if s := x.Tree.Child(v, "nsubj"); s >= 0 && !relative(&x.Tokens[s]) {
		x.add(s, prefix+doer, lemma) // "the attack that rebels carried out"
	}
	x.ofVerb(v, prefix, lemma)
}

// ofVerb takes what hangs on a verb beside its subject, for a noun that is the verb's subject.
func (x *syntax) ofVerb(v int, prefix, lemma string) {
	for _, c := range x.Tree.Children(v) {
		switch d := x.Tokens[c].Deprel; {
		case c == x.trigger:
		case d == "obj":
			x.add(c, prefix+affected, lemma)
			x.damaged(v, c, prefix)
		case d == "obl:agent":
			x.add(c, prefix+agent, lemma)
			x.blamedBy(c, prefix, lemma)
		case sitrep.Is(d, "obl"):
			p := x.preposition(c)
			if p != "" && p == blamesOn[lemma] {
				x.add(c, prefix+blamed, lemma)
			} else if p != "" {
				x.add(c, prefix+p, lemma)
			}
		case d == "conj" && verbal(&x.Tokens[c]) && x.Tree.Child(c, "nsubj") < 0:
			x.ofVerb(c, prefix, x.Tokens[c].Lemma)
		case d == "advcl" && verbal(&x.Tokens[c]) && x.Tree.Child(c, "nsubj") < 0:
			x.add(x.Tree.Child(c, "obj"), prefix+affected, x.Tokens[c].Lemma)
		}
	}
}

// damaged takes what the damage that a verb tells of was done to: "the blast caused damage to two houses".
func (x *syntax) damaged(v, object int, prefix string) {
	noun := x.Tokens[object].Lemma
	if harmNouns[noun] == "" {
		return
	}
	for _, h := range []int{object, v} {
		x.add(x.oblique(h, "to"), prefix+affected, noun)
	}
}

// blamedBy takes whom the agent of a verb blames: "blamed by the government on the rebels", which reads like a government on them.
func (x *syntax) blamedBy(agent int, prefix, lemma string) {
	if lemma != "blame" {
		return
	}
	for _, c := range x.Tree.All(agent, "nmod") {
		if x.preposition(c) == "on" {
			x.add(c, prefix+blamed, lemma)
		}
	}
}

// above takes what hangs on the word that governs a noun.
func (x *syntax) above(n, steps int) {
	t := &x.Tokens[n]
	h := t.Head
	if s := x.Tree.Child(n, "nsubj"); s >= 0 {
		x.add(x.antecedent(s, n), predicated, "be")
	}
	if h < 0 || steps > 4 {
		return
	}
	lemma := x.Tokens[h].Lemma
	switch d := t.Deprel; {
	case d == "conj" && !verbal(&x.Tokens[h]):
		x.shared(h, n)
		x.above(h, steps+1)
	case !verbal(&x.Tokens[h]) && sitrep.Is(d, "nmod", "compound", "appos", "obl", "obj"):
		x.noun(h, "up ", lemma)
		x.above(h, steps+1)
	case !verbal(&x.Tokens[h]):
	case d == "obj" || d == "xcomp" || d == "ccomp":
		x.heldBy(h, lemma)
	case sitrep.Is(d, "nsubj"):
		x.ofVerb(h, "", lemma)
	case sitrep.Is(d, "obl"):
		x.verb(h, x.preposition(n)+" ", lemma)
	}
}

// shared takes the words before a joined noun that belong to both: "Ruritanian airstrikes and shelling".
func (x *syntax) shared(first, n int) {
	for _, c := range x.Tree.Children(first) {
		t := &x.Tokens[c]
		if c < first && sitrep.Is(t.Deprel, "amod", "compound", "nmod:poss") && !verbal(t) {
			slot := modifier
			if t.Deprel == "nmod:poss" {
				slot = owner
			}
			x.add(c, slot, "")
		} else if c > n && sitrep.Is(t.Deprel, "nmod") {
			x.add(c, x.preposition(c), "")
		}
	}
}

// heldBy takes the subject and the obliques of the verb that has a noun as its object: "rebels carried out an attack on a base".
func (x *syntax) heldBy(v int, lemma string) {
	if s, slot := x.subjectOf(v, 0); s >= 0 {
		if slot == subject {
			slot = doer
		}
		x.add(s, slot, lemma)
	}
	for _, c := range x.Tree.Children(v) {
		if d := x.Tokens[c].Deprel; sitrep.Is(d, "obl") {
			if p := x.preposition(c); p != "" && p == blamesOn[lemma] {
				x.add(c, blamed, lemma)
			} else if p != "" {
				x.add(c, p, lemma)
			}
		} else if d == "iobj" {
			x.add(c, recipient, lemma)
		}
	}
}
