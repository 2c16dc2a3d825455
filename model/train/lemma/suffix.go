package main

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/nlp/lemma"
)

// node counts the answers of the words that share a suffix.
type node[A cmp.Ordered] struct {
	answers map[A]int
}

// sample is a word and the answer that a suffix rule should give for it.
type sample[A cmp.Ordered] struct {
	word   string
	answer A
}

// suffixRules finds the shortest set of suffixes whose commonest answers fit: a suffix is kept where its answer differs from that of the next
// shorter kept one. need is the number of words that a suffix must hold; fits tells whether an answer can be given for a suffix.
func suffixRules[A cmp.Ordered](samples []sample[A], need int, fits func(suffix string, a A) bool) map[string]A {
	nodes := map[string]*node[A]{}
	for _, s := range samples {
		for n := 0; n <= min(lemma.MaxSuffix, len(s.word)); n++ {
			suffix := s.word[len(s.word)-n:]
			if nodes[suffix] == nil {
				nodes[suffix] = &node[A]{answers: map[A]int{}}
			}
			nodes[suffix].answers[s.answer]++
		}
	}
	suffixes := make([]string, 0, len(nodes))
	for s := range nodes {
		suffixes = append(suffixes, s)
	}
	slices.SortFunc(suffixes, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) })
	rules := map[string]A{}
	for _, s := range suffixes {
		a, count := nodes[s].best(s, fits)
		if count < need {
			continue
		}
		if old, ok := inherited(rules, s); !ok || old != a {
			rules[s] = a
		}
	}
	return rules
}

func (n *node[A]) best(suffix string, fits func(string, A) bool) (a A, count int) {
	for b, k := range n.answers {
		if fits(suffix, b) && (k > count || k == count && b < a) {
			a, count = b, k
		}
	}
	return a, count
}

func inherited[A any](rules map[string]A, suffix string) (a A, ok bool) {
	for i := 1; i <= len(suffix); i++ {
		if a, ok = rules[suffix[i:]]; ok {
			return a, true
		}
	}
	return a, false
}

// learnEdits finds the edits of a class.
func learnEdits(t *lemma.Table, c lemma.Class, entries []entry) {
	var samples []sample[string]
	for _, e := range entries {
		samples = append(samples, sample[string]{lemma.Fold(e.key), edit(lemma.Fold(e.key), lemma.Fold(e.lemma))})
	}
	t.Edits[c] = map[string]lemma.Edit{}
	for s, a := range suffixRules(samples, 4, editFits) {
		t.Edits[c][s] = readEdit(a)
	}
}

// An edit is written as one byte, the number of bytes to strip, and the text to add.
func edit(from, to string) string {
	n := 0
	for n < len(from) && n < len(to) && from[n] == to[n] {
		n++
	}
	return string(rune(len(from)-n)) + to[n:]
}

func readEdit(a string) lemma.Edit {
	r := []rune(a)
	return lemma.Edit{Strip: int(r[0]), Add: string(r[1:])}
}

// editFits tells whether the suffix shows all that the edit takes off; one that takes off a doubled letter must show both, or it would
// take the last letter of "clasping" for that of "stopping".
func editFits(suffix, a string) bool {
	e := readEdit(a)
	at := len(suffix) - e.Strip
	if at < 0 || e.Add != "" || e.Strip == 0 || !doubling[suffix[at+1:]] || suffix[at] == 'k' || isVowel(suffix[at]) {
		return at >= 0
	}
	return at > 0 && suffix[at-1] == suffix[at]
}

// doubling endings double the letter before them.
var doubling = map[string]bool{"ing": true, "ed": true, "er": true, "est": true}

// learnCase finds which capitals belong to the lemma, by class, shape and suffix.
func learnCase(t *lemma.Table, words []word) {
	type group struct {
		class lemma.Class
		shape lemma.Shape
	}
	samples := map[group]map[string]int{}
	for _, w := range words {
		g := group{w.class, lemma.ShapeOf(w.form)}
		if !w.class.HasCaseRules() || g.shape == lemma.Lower || w.typo || w.lemma == "_" {
			continue
		}
		if samples[g] == nil {
			samples[g] = map[string]int{}
		}
		vote := -1
		if lemma.ShapeOf(w.lemma) != lemma.Lower {
			vote = 1
		}
		samples[g][lemma.Fold(w.form)] += vote
	}
	for g, votes := range samples {
		var s []sample[int]
		for w, v := range votes {
			s = append(s, sample[int]{w, min(1, max(0, v))})
		}
		if t.Case[g.class] == nil {
			t.Case[g.class] = map[lemma.Shape]map[string]bool{}
		}
		t.Case[g.class][g.shape] = map[string]bool{}
		for suffix, keep := range suffixRules(s, 3, func(string, int) bool { return true }) {
			t.Case[g.class][g.shape][suffix] = keep == 1
		}
	}
}
