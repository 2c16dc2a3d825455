package claim

import (
	"sitrep/lexicon"
)

func (r *reader) partsLen(parts []int) int {
	n := 0
	for _, c := range parts {
		n += r.extent(c).len()
	}
	return n
}

// wordsBefore is the clause before "..., the ministry said." at the end of a sentence, wherever the tree hangs the verb.
func (r *reader) wordsBefore(v int) run {
	if !r.present(v) || r.is(v, "acl", "ccomp", "xcomp", "advcl") && !r.endsWithPronoun(v) {
		return run{}
	}
	sentence := r.sentenceRun(v)
	s := r.nounBeside(v)
	if g := r.Tree.Child(v, "nsubj"); g >= 0 {
		s = g
	}
	if s < 0 || !r.endsWith(v, s, sentence) {
		return run{}
	}
	e := r.extent(s)
	if e.holds(v) {
		e.last, e.first = max(e.first, min(e.last, v)), max(e.first, s-8)
	}
	a := run{sentence.first, min(e.first, v)}
	if s > v {
		if !r.punct(v - 1) {
			return run{}
		}
		a.last = v - 1
	}
	if a.len() < 4 || !r.holdsClause(a) || r.Tokens[a.last-1].UPOS == "CCONJ" || r.Tokens[a.last-1].UPOS == "SCONJ" {
		return run{}
	}
	return a
}

// wordsAfter is "that ..." after "the group said in a statement", wherever the tree hangs it.
func (r *reader) wordsAfter(v int) run {
	if r.sortOf(v) != string(lexicon.SayCue) || r.quotes(v) || !r.present(v) && r.Tokens[v].XPOS != "VBG" {
		return run{}
	}
	sentence := r.sentenceRun(v)
	for t := v + 1; t < min(v+14, sentence.last-2); t++ {
		if r.punct(t) {
			return run{}
		}
		if r.lemma(t) == "that" && (r.Tokens[t].UPOS == "SCONJ" || r.Tokens[t].XPOS == "IN") {
			return run{t, sentence.last}
		}
	}
	return run{}
}

// present tells whether a verb stands in the present or the past without an auxiliary, or with "have".
func (r *reader) present(v int) bool {
	x := r.Tokens[v].XPOS
	return x == "VBD" || x == "VBZ" || x == "VBP" || x == "VBN" && r.Tree.Child(v, "aux") >= 0 && r.Tree.Child(v, "aux:pass") < 0
}

// endsWithPronoun tells whether a sentence ends with "he said", which the tree may take for a clause about the noun before.
func (r *reader) endsWithPronoun(v int) bool {
	return v > 0 && r.Tokens[v-1].XPOS == "PRP" && r.words(run{v + 1, r.sentenceRun(v).last}) == 0 && r.sortOf(v) == string(lexicon.SayCue)
}

// endsWith tells whether a verb, its subject s and phrases of time and place are the end of a sentence.
func (r *reader) endsWith(v, s int, sentence run) bool {
	for t := v + 1; t < sentence.last; t++ {
		if u := r.Tokens[t].UPOS; (u == "VERB" || u == "AUX") && !r.extent(s).holds(t) || r.punct(t) && t+1 < sentence.last && t > v+8 {
			return false
		}
	}
	for _, c := range r.Tree.All(v, "obj", "ccomp", "xcomp") {
		if c > v && c != s {
			return false
		}
	}
	return true
}

func (r *reader) holdsClause(a run) bool {
	for t := a.first; t < a.last; t++ {
		if u := r.Tokens[t].UPOS; (u == "VERB" || u == "AUX") && r.Tree.Child(t, "nsubj") >= 0 || r.is(t, "nsubj") {
			return true
		}
	}
	return false
}
