package sitrep

import "slices"

// Tree finds its way in the dependency trees of a document: from a token down to its dependents, and to its sentence.
type Tree struct {
	doc      *Doc
	first    []int // of each token: where its children begin in children
	children []int
	sentence []int
	left     []int // the first and the last token below each token, itself included
	right    []int
}

// NewTree indexes the trees of a document.
func NewTree(d *Doc) *Tree {
	n := len(d.Tokens)
	t := &Tree{doc: d, first: make([]int, n+1), sentence: make([]int, n), left: make([]int, n), right: make([]int, n)}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			t.sentence[i] = s
		}
	}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.first[h+1]++
		}
	}
	for i := range n {
		t.first[i+1] += t.first[i]
	}
	t.children = make([]int, t.first[n])
	next := slices.Clone(t.first[:n])
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.children[next[h]] = i
			next[h]++
		}
		t.left[i], t.right[i] = i, i
	}
	for i := range d.Tokens {
		for h, steps := d.Tokens[i].Head, 0; h >= 0 && steps < n; h, steps = d.Tokens[h].Head, steps+1 {
			if i >= t.left[h] && i <= t.right[h] {
				break
			}
			t.left[h], t.right[h] = min(t.left[h], i), max(t.right[h], i)
		}
	}
	return t
}

// Children are the dependents of a token in the order of the text.
func (t *Tree) Children(i int) []int { return t.children[t.first[i]:t.first[i+1]] }

// Child is the first dependent of a token with one of the relations, tried in their order; -1 where there is none. A relation without a
// subtype takes every subtype ("nsubj" takes "nsubj:pass").
func (t *Tree) Child(i int, relations ...string) int {
	for _, r := range relations {
		for _, c := range t.Children(i) {
			if Is(t.doc.Tokens[c].Deprel, r) {
				return c
			}
		}
	}
	return -1
}

// All are the dependents of a token with one of the relations, in the order of the text.
func (t *Tree) All(i int, relations ...string) []int {
	var all []int
	for _, c := range t.Children(i) {
		if Is(t.doc.Tokens[c].Deprel, relations...) {
			all = append(all, c)
		}
	}
	return all
}

// Is tells whether a relation is one of those given; one given without a subtype takes every subtype.
func Is(deprel string, relations ...string) bool {
	for _, r := range relations {
		if deprel == r || len(deprel) > len(r) && deprel[len(r)] == ':' && deprel[:len(r)] == r {
			return true
		}
	}
	return false
}

// Extent is the run of tokens from the first to the last that a token governs, itself included: half open.
func (t *Tree) Extent(i int) (first, last int) { return t.left[i], t.right[i] + 1 }

// Sentence is the number of the sentence of a token.
func (t *Tree) Sentence(i int) int { return t.sentence[i] }

// Root is the root of a sentence, -1 for an empty one.
func (t *Tree) Root(sentence int) int {
	s := t.doc.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		if t.doc.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Below tells whether a token stands below another one, or is it.
func (t *Tree) Below(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(t.left); i, steps = t.doc.Tokens[i].Head, steps+1 {
		if i == top {
			return true
		}
	}
	return false
}

// SpanOf is the span of the tokens first to last, half open.
func (d *Doc) SpanOf(first, last int) Span {
	if first >= last {
		return Span{}
	}
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}
