package coref

import (
	"strings"

	"sitrep"
)

// growTree lists each token's children and finds the ends of its subtree and of its noun phrase.
func (s *state) growTree() {
	for t := range s.governor {
		i := int32(t)
		s.governor[t] = s.readHead(i)
		s.fullFirst[t], s.fullLast[t], s.npFirst[t], s.npLast[t] = i, i, i, i
	}
	s.listChildren()
	for _, sent := range s.doc.Sentences { // one at a time, so that a sentence's tokens are at hand
		k := len(s.order)
		s.orderTokens(sent)
		for i := len(s.order) - 1; i >= k; i-- {
			t := s.order[i]
			if h := s.head(t); h >= 0 {
				s.widen(h, t)
			}
		}
	}
}

// head is the governor within the sentence, or -1.
func (s *state) head(t int32) int32 { return s.governor[t] }

// readHead distrusts heads that point elsewhere.
func (s *state) readHead(t int32) int32 {
	h := s.doc.Tokens[t].Head
	if h < 0 || h >= len(s.doc.Tokens) || int32(h) == t || s.sentence[h] != s.sentence[t] {
		return -1
	}
	return int32(h)
}

func (s *state) listChildren() {
	for t := range s.firstChild {
		s.firstChild[t], s.nextChild[t] = -1, -1
	}
	for t := len(s.firstChild) - 1; t >= 0; t-- {
		if h := s.head(int32(t)); h >= 0 {
			s.nextChild[t], s.firstChild[h] = s.firstChild[h], int32(t)
		}
	}
}

// orderTokens walks the trees of a sentence breadth first. Tokens in a cycle are never reached and keep themselves as subtree.
func (s *state) orderTokens(sent sitrep.Sentence) {
	k := len(s.order)
	for t := max(sent.First, 0); t < sent.Last && t < len(s.doc.Tokens); t++ {
		if s.head(int32(t)) < 0 {
			s.order = append(s.order, int32(t))
		}
	}
	for ; k < len(s.order); k++ {
		for c := s.firstChild[s.order[k]]; c >= 0; c = s.nextChild[c] {
			s.order = append(s.order, c)
		}
	}
}

// widen adds the subtree of child c to that of h, and to its noun phrase where the relation belongs to one.
func (s *state) widen(h, c int32) {
	if s.doc.Tokens[c].UPOS == "PUNCT" {
		return
	}
	s.fullFirst[h] = min(s.fullFirst[h], s.fullFirst[c])
	s.fullLast[h] = max(s.fullLast[h], s.fullLast[c])
	if s.inPhrase(h, c) {
		s.npFirst[h] = min(s.npFirst[h], s.fullFirst[c])
		s.npLast[h] = max(s.npLast[h], s.fullLast[c])
	}
}

// inPhrase tells whether child c of a nominal head h is part of the noun phrase: no coordination, no preposition, nothing of the
// clause that a predicate nominal heads.
func (s *state) inPhrase(h, c int32) bool {
	switch base(s.doc.Tokens[c].Deprel) {
	case "det", "amod", "nummod", "compound", "nmod", "flat", "appos", "acl", "fixed", "goeswith":
		return true
	case "advmod":
		return c < h && s.doc.Tokens[h].UPOS == "NUM"
	case "case":
		return c > h
	}
	return false
}

// base is a relation without its subtype.
func base(deprel string) string {
	if i := strings.IndexByte(deprel, ':'); i >= 0 {
		return deprel[:i]
	}
	return deprel
}

// mostChildren bounds the search among children, for heads that no grammar makes.
const mostChildren = 100

// child gives the first child of t with one of two relations (with subtype where the argument has one), or -1.
func (s *state) child(t int32, rel, or string) int32 {
	for c, k := s.firstChild[t], 0; c >= 0 && k < mostChildren; c, k = s.nextChild[c], k+1 {
		if r := s.doc.Tokens[c].Deprel; r == rel || r == or || base(r) == rel || base(r) == or {
			return c
		}
	}
	return -1
}

// isSubject tells whether a token is the subject of its clause, also of one that "with" makes: "With the army weakened by its losses, ...".
func (s *state) isSubject(t int32) bool {
	tok := &s.doc.Tokens[t]
	if base(tok.Deprel) == "nsubj" {
		return true
	}
	g, w := s.head(t), s.child(t, "case", "mark")
	if g < 0 || base(tok.Deprel) != "obl" {
		return false
	}
	if w < 0 {
		w = s.child(g, "mark", "mark")
	}
	x := s.doc.Tokens[g].XPOS
	return w >= 0 && w < t && t < g && (x == "VBN" || x == "VBG") && base(s.doc.Tokens[g].Deprel) == "advcl" && strings.EqualFold(s.doc.Tokens[w].Form, "with")
}

// climb goes up from a name's token, or a title's, to the head of the phrase that it names.
func (s *state) climb(t int32) int32 {
	for range 8 {
		switch base(s.doc.Tokens[t].Deprel) {
		case "flat", "appos", "fixed", "goeswith":
		default:
			return t
		}
		h := s.head(t)
		if h < 0 {
			return t
		}
		t = h
	}
	return t
}
