package role

import "sitrep"

// charged takes those whom the words charge with a deed without a verb of blame that has them as its object: "held the rebels responsible for the attack",
// "the rebels were behind the attack", "pointed the finger at the rebels for the attack".
func (x *syntax) charged() {
	n := x.trigger
	for steps := 0; steps < maxSteps && x.Tokens[n].Deprel == "conj" && !verbal(&x.Tokens[x.Tokens[n].Head]); steps++ {
		n = x.Tokens[n].Head
	}
	x.laterBlamed(n, 0)
	h := x.Tokens[n].Head
	if p := x.preposition(n); p == "behind" && x.Tree.Child(n, "cop") >= 0 {
		x.add(x.Tree.Child(n, "nsubj"), blamed, "be")
	}
	if h < 0 {
		return
	}
	switch p, lemma := x.preposition(n), x.Tokens[h].Lemma; {
	case p == "for" && lemma == "responsible":
		x.add(x.answerable(h), blamed, lemma)
	case p == "for" && lemma == "hold":
		if r := x.Tree.Child(h, "xcomp"); r >= 0 && x.Tokens[r].Lemma == "responsible" {
			x.add(x.answerable(r), blamed, lemma)
		}
	case p == "for" && lemma == "point" && x.objectIs(h, "finger"):
		x.add(x.oblique(h, "at"), blamed, lemma)
	case p == "under" && lemma == "come":
		for _, above := range []int{n, h} {
			x.add(x.oblique(above, "from"), agent, "")
		}
	}
}

// laterBlamed takes whom a clause behind a deed, or behind a place of it, blames for it: "the attack on a market, which it blamed on rebels".
func (x *syntax) laterBlamed(n, depth int) {
	for _, c := range x.Tree.Children(n) {
		switch t := &x.Tokens[c]; {
		case sitrep.Is(t.Deprel, "acl") && blamesOn[t.Lemma] != "":
			x.add(x.oblique(c, blamesOn[t.Lemma]), blamed, t.Lemma)
		case sitrep.Is(t.Deprel, "nmod") && depth < 2:
			x.laterBlamed(c, depth+1)
		}
	}
}

// answerable is who is told to be responsible, or held to be; -1 for nobody.
func (x *syntax) answerable(word int) int {
	h := x.Tokens[word].Head
	switch {
	case x.Tree.Child(word, "cop") >= 0:
		return x.Tree.Child(word, "nsubj")
	case h < 0:
	case x.Tokens[h].Lemma == "hold":
		return x.Tree.Child(h, "obj", "nsubj:pass")
	case x.Tokens[h].Head >= 0 && x.Tokens[h].Deprel == "obj" && x.Tokens[x.Tokens[h].Head].Lemma == "hold":
		return h
	}
	return -1
}

func (x *syntax) objectIs(verb int, lemma string) bool {
	o := x.Tree.Child(verb, "obj")
	return o >= 0 && x.Tokens[o].Lemma == lemma
}

func (x *syntax) oblique(above int, with string) int { return oblique(x.Story, above, with) }
