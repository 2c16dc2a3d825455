package toll

import "sitrep"

// real tells whether the clause of a word of harm says that it came to pass: not denied, feared, wished, planned or threatened.
func (f *finder) real(word int) bool {
	if f.figurative(word) {
		return false
	}
	i := word
	for range farthest {
		if f.denied(i) {
			return false
		}
		t := &f.Tokens[i]
		up := t.Head
		if up < f.first || up >= f.last {
			return true
		}
		if t.UPOS == "VERB" && f.infinitive(i) && !f.perfect(i) && !realizing[f.lemma(up)] {
			return false
		}
		if sitrep.Is(t.Deprel, "xcomp", "acl") && unrealized[f.lemma(up)] && f.Tokens[up].XPOS != "VBN" && f.infinitive(i) {
			return false
		}
		if intended[f.lemma(up)] && sitrep.Is(t.Deprel, "acl", "nmod", "obl") && f.Tokens[up].UPOS == "NOUN" {
			return false
		}
		if !sitrep.Is(t.Deprel, "xcomp", "conj", "aux", "amod", "acl") || f.hasSubject(i) {
			return true
		}
		if !f.isVerb(up) {
			return true
		}
		i = up
	}
	return true
}

// figurative tells whether what was hurt is no body: "wounded in pride only".
func (f *finder) figurative(word int) bool {
	for _, c := range f.Tree.Children(word) {
		if c > word && feelings[f.lemma(c)] && sitrep.Is(f.Tokens[c].Deprel, "obl", "nmod", "obj") {
			return true
		}
	}
	return false
}

var feelings = words("pride feeling ego vanity reputation honor honour dignity")

// realizing are verbs whose infinitive came to pass: "forced thousands to flee".
var realizing = words("force drive compel cause say believe report know fear think continue begin start manage appear seem happen")

// intended are nouns for what has not come to pass: "plans for killing the envoy".
var intended = words("plan plot attempt threat conspiracy intention bid order risk danger fear possibility")

func (f *finder) hasSubject(i int) bool {
	return sitrep.Is(f.Tokens[i].Deprel, "conj") && f.Tree.Child(i, "nsubj") >= 0
}

// denied tells whether a verb stands with "not", with a verb of what may be, or after "if".
func (f *finder) denied(i int) bool {
	for _, c := range f.Tree.Children(i) {
		if c > i {
			continue
		}
		w, d := f.form(c), f.Tokens[c].Deprel
		switch {
		case w == "almost" || w == "nearly" && f.Tokens[c].Head == i && f.Tokens[i].UPOS == "VERB":
			return true
		case sitrep.Is(d, "aux") && modals[w], w == "not" || w == "n't" || w == "never" || w == "without" || w == "no" && sitrep.Is(d, "det"):
			return true
		case sitrep.Is(d, "mark") && (w == "if" || w == "unless" || w == "lest"):
			return true
		}
	}
	return false
}

func (f *finder) infinitive(i int) bool {
	for _, c := range f.Tree.Children(i) {
		if f.form(c) == "to" && sitrep.Is(f.Tokens[c].Deprel, "mark") {
			return true
		}
	}
	return false
}

func (f *finder) perfect(i int) bool {
	for _, c := range f.Tree.Children(i) {
		if f.lemma(c) == "have" && sitrep.Is(f.Tokens[c].Deprel, "aux") {
			return true
		}
	}
	return false
}
