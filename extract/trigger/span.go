package trigger

import (
	"strings"

	"sitrep"
)

// longest is the greatest length of a mention, in bytes: longer ones would tell of the whole paragraph.
const longest = 300

// stretch is the clause or the phrase of a trigger: of a verb its clause, of a noun that is the subject, the object or a close complement of
// a verb the clause too, of any other noun its phrase. Half open.
func (t *text) stretch(i int) (first, last int) {
	top := i
	if t.Tokens[i].UPOS != "VERB" {
		top = t.phraseTop(i)
	}
	first, last = t.extent(top)
	if i < first || i >= last || t.Tokens[last-1].End-t.Tokens[first].Start > longest {
		first, last = t.extent(i)
	}
	for t.Tokens[last-1].End-t.Tokens[first].Start > longest && last-first > 1 {
		if last-1 > i {
			last--
		} else {
			first++
		}
	}
	return first, last
}

// phraseTop is the verb of the clause that a noun carries, or the head of the noun's own phrase.
func (t *text) phraseTop(i int) int {
	n := t.lead(i)
	for t.is(n, "compound", "amod", "nmod:poss") && t.Tokens[n].Head >= 0 {
		n = t.lead(t.Tokens[n].Head)
	}
	if g := t.Tokens[n].Head; g >= 0 && t.is(n, "nsubj", "obj") && t.Tokens[g].UPOS == "VERB" && !speech[t.lemma[g]] {
		return g
	}
	return n
}

// speech are verbs whose clause is more than what is told of.
var speech = lemmas(`say tell report announce add claim accuse deny warn urge condemn blame describe note confirm call see mean want`)

// extent is the run of tokens of a clause or phrase, without the clauses that are joined to it and stand on their own.
func (t *text) extent(top int) (first, last int) {
	first, last = t.Tree.Extent(top)
	for _, c := range t.Tree.Children(top) {
		if !t.detached(c) {
			continue
		}
		a, b := t.Tree.Extent(c)
		if a > top && a < last {
			last = a
		} else if b <= top && b > first {
			first = b
		}
	}
	return first, max(last, top+1)
}

// detached tells whether a dependent stands apart from its governor's clause: a joined clause with its own subject, the words around a quote,
// a parenthesis, and a finite clause of circumstance.
func (t *text) detached(c int) bool {
	switch {
	case t.is(c, "parataxis", "discourse", "vocative", "dislocated"):
		return true
	case t.is(c, "conj"):
		return t.Tokens[c].UPOS == "VERB"
	case t.is(c, "ccomp"):
		return true
	case t.is(c, "advcl"):
		return t.Tree.Child(c, "nsubj") >= 0
	case t.is(c, "acl:relcl"):
		return true
	}
	return false
}

// trimmed is the span of a run of tokens without marks, conjunctions and opening particles at its ends.
func (t *text) trimmed(first, last int) sitrep.Span {
	for first < last-1 && (t.Tokens[first].UPOS == "PUNCT" || t.Tokens[first].UPOS == "CCONJ" || t.is(first, "mark", "case")) {
		first++
	}
	for last-1 > first && (t.Tokens[last-1].UPOS == "PUNCT" || t.Tokens[last-1].UPOS == "CCONJ" || strings.TrimSpace(t.Tokens[last-1].Form) == "") {
		last--
	}
	return t.SpanOf(first, last)
}
