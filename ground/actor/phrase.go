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
		case c > head && sitrep.Is(sc.token(c).Deprel, "conj", "cc", "acl", "appos", "parataxis", "punct", "advcl", "list", "orphan", "dep", "cop", "nsubj"):
			if l > head {
				last = min(last, l)
			}
		case c < head && sitrep.Is(sc.token(c).Deprel, "case", "cc", "mark", "punct", "cop", "nsubj", "aux", "advmod", "advcl", "expl", "parataxis", "obl", "csubj"):
			if r <= head && !(sitrep.Is(sc.token(c).Deprel, "punct") && sc.low[c] == "-") {
				first = max(first, r)
			}
		}
	}
	if first > head || last <= head || last-first > longest {
		first, last = sc.core(head)
	}
	return first, last
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
