package actor

import "sitrep"

// phrase is the noun phrase of a head without what only adds to it: relative clauses, appositions, conjuncts, the preposition before it.
func (sc *scene) phrase(head int) (first, last int) {
	first, last = sc.Tree.Extent(head)
	sent := sc.Sentences[sc.Tree.Sentence(head)]
	first, last = max(first, sent.First), min(last, sent.Last)
	for _, c := range sc.Tree.Children(head) {
		l, r := sc.Tree.Extent(c)
		switch {
		case c > head && sitrep.Is(sc.token(c).Deprel, "conj", "cc", "acl", "appos", "parataxis", "punct", "advcl", "list", "orphan", "dep", "cop", "nsubj", "advmod"):
			if l > head {
				last = min(last, l)
			}
		case c > head && l > head && !sc.belongs(c):
			last = min(last, l)
		case c < head && sitrep.Is(sc.token(c).Deprel, "case", "cc", "mark", "punct", "cop", "nsubj", "aux", "advmod", "advcl", "expl", "parataxis", "obl", "csubj"),
			c < head && sc.prepositional(c):
			if r <= head && !(sitrep.Is(sc.token(c).Deprel, "punct") && sc.low[c] == "-") {
				first = max(first, r)
			}
		}
	}
	if first > head || last <= head || last-first > longest {
		first, last = sc.core(head)
	}
	return first, sc.ended(head, last)
}

// ended is the end of a phrase without what only leads on to what was cut off: "troops from [that corps]".
func (sc *scene) ended(head, last int) int {
	for last-1 > head && sc.named[last-1] < 0 && leadsOn(sc.token(last-1)) {
		last--
	}
	return last
}

func leadsOn(t *sitrep.Token) bool {
	switch t.UPOS {
	case "ADP", "DET", "CCONJ", "SCONJ":
		return t.XPOS != "POS" && t.XPOS != "RP"
	}
	return false
}

// prepositional tells whether a dependent is a phrase of its own with a preposition.
func (sc *scene) prepositional(c int) bool {
	k := sc.Tree.Child(c, "case")
	return k >= 0 && k < c && sc.token(k).UPOS == "ADP"
}

// belongs tells whether what follows a head helps to say who it is: "of the army", "in Moscow", but not "in the attacks on Friday".
func (sc *scene) belongs(c int) bool {
	rel := sc.token(c).Deprel
	if !sitrep.Is(rel, "nmod") {
		return !sitrep.Is(rel, "amod", "obl") || sc.matched[c] >= 0
	}
	k := sc.Tree.Child(c, "case")
	if k < 0 {
		return rel != "nmod:unmarked" && rel != "nmod:tmod"
	}
	switch sc.low[k] {
	case "of", "for", "from", "'s", "'", "’s":
		return true
	case "on":
		if g := sc.token(sc.token(c).Head).Head; g >= 0 && sc.lemma(g) == "blame" {
			return false // "blamed by the government on the rebels"
		}
		fallthrough
	case "in", "at", "to":
		first, last := sc.Tree.Extent(c)
		return last-first <= 5 && (sc.matched[c] >= 0 || sc.named[c] >= 0 && !value(sc.Names[sc.named[c]].Label))
	}
	return false
}

// longest is how many tokens a noun phrase may have: longer ones are mostly errors of the tree.
const longest = 24

// core is the head with the words before it that belong to it closely.
func (sc *scene) core(head int) (first, last int) {
	first = head
	for first > 0 && sc.token(first-1).Head == head && sitrep.Is(sc.token(first-1).Deprel, "compound", "amod", "nummod", "det", "flat") {
		first--
	}
	return first, head + 1
}
