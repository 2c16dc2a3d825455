package parse

import "sitrep"

// titles ties a name to the noun before it that says who or what it is, where the network has hung both on the same word in the same relation: "murdered
// businessman John Miller", "the capital Seoul". As the treebanks have it, a bare title hangs on the name, and a name on a noun with an article.
func titles(tokens []sitrep.Token, s sitrep.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		noun, name := &tokens[i-1], &tokens[i]
		if noun.UPOS != "NOUN" || name.UPOS != "PROPN" || noun.Head != name.Head || noun.Head == sitrep.NoHead || noun.Deprel != name.Deprel || !named[noun.Deprel] {
			continue
		}
		if child(tokens, s, i, "case") >= 0 {
			continue
		}
		if child(tokens, s, i-1, "det") >= 0 {
			name.Head, name.Deprel = i-1, "appos"
			continue
		}
		for k := s.First; k < i-1; k++ {
			if t := &tokens[k]; t.Head == i-1 && sitrep.Is(t.Deprel, "case", "cc", "mark", "punct") {
				t.Head = i
			}
		}
		noun.Head, noun.Deprel = i, "nmod:desc"
	}
}

// named are the relations in which a noun and a name may be one.
var named = map[string]bool{"nsubj": true, "nsubj:pass": true, "obj": true, "obl": true, "obl:agent": true, "nmod": true, "nmod:poss": true, "conj": true}

// child is the first dependent before a token with a relation, -1 for none.
func child(tokens []sitrep.Token, s sitrep.Sentence, of int, relation string) int {
	for k := s.First; k < of; k++ {
		if tokens[k].Head == of && sitrep.Is(tokens[k].Deprel, relation) {
			return k
		}
	}
	return -1
}
