package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sitrep/nlp/lemma"
)

// entry is a word as rules see it (folded, or as written where the class keeps case) and its lemma.
type entry struct {
	class      lemma.Class
	key, lemma string
}

// learn makes the table. What a treebank says of a word goes before the book of irregular forms, and both before regular inflection.
func learn(words []word, b *book, c corpus) *lemma.Table {
	t := lemma.NewTable()
	seen := vote(words)
	learnCase(t, words)
	known := known(seen, b, c)
	groups := byClass(known)
	for class, entries := range groups {
		for _, kin := range kindred[class] {
			entries = append(entries, groups[kin]...)
		}
		learnEdits(t, class, entries)
	}
	for _, e := range known {
		if t.Lemma(e.class, e.key) != e.lemma {
			addException(t, e)
		}
		if e.class == "JJ" && e.key == e.lemma {
			addCommon(t, e)
		}
	}
	return t
}

// kindred classes inflect alike, and lend their words to one that has few.
var kindred = map[lemma.Class][]lemma.Class{"NNPS": {"NNS"}, lemma.NamedVerb: {"VBG", "VBN"}}

// addCommon notes an adjective without a capital of its own that the case rules would take for one with ("Clean" at the head of a line).
func addCommon(t *lemma.Table, e entry) {
	if e.lemma != "" && lowerASCII(e.lemma) && t.Lemma(e.class, strings.ToUpper(e.key[:1])+e.key[1:]) != e.lemma {
		addException(t, e)
	}
}

func addException(t *lemma.Table, e entry) {
	if t.Exceptions[e.class] == nil {
		t.Exceptions[e.class] = map[string]string{}
	}
	t.Exceptions[e.class][e.key] = e.lemma
}

// vote finds the commonest lemma of each word and class; of two as common the first in the alphabet, so that no order matters.
func vote(words []word) map[entry]int {
	counts := map[entry]int{}
	for _, w := range words {
		if w.typo || w.lemma == "_" || len(w.form) > 40 {
			continue
		}
		key := w.form
		if !w.class.KeepsCase() {
			key = lemma.Fold(w.form)
		} else if lemma.ShapeOf(w.form) != lemma.Lower && lemma.Fold(w.form) == lemma.Fold(w.lemma) && w.form != w.lemma {
			continue // the treebanks put some capitals into small letters, which no rule foretells
		}
		counts[entry{w.class, key, w.lemma}]++
	}
	best := map[entry]int{}
	for _, e := range sorted(counts) {
		k := entry{e.class, e.key, ""}
		if old, ok := best[k]; !ok || counts[e] > old {
			best[k] = counts[e]
		}
	}
	won := map[entry]int{}
	taken := map[entry]bool{}
	for _, e := range sorted(counts) {
		k := entry{e.class, e.key, ""}
		if counts[e] == best[k] && !taken[k] {
			taken[k] = true
			won[e] = counts[e]
		}
	}
	return won
}

func sorted[V any](m map[entry]V) []entry {
	var es []entry
	for e := range m {
		es = append(es, e)
	}
	slices.SortFunc(es, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.class, b.class), strings.Compare(a.key, b.key), strings.Compare(a.lemma, b.lemma))
	})
	return es
}

// known joins what treebanks, book and regular inflection say, the first to speak of a word being right.
func known(seen map[entry]int, b *book, c corpus) []entry {
	have := map[entry]string{}
	add := func(class lemma.Class, key, l string) {
		k := entry{class, key, ""}
		if _, ok := have[k]; !ok {
			have[k] = l
		}
	}
	for class, forms := range b.forms {
		for form, base := range forms {
			add(class, form, base)
		}
	}
	for _, e := range sorted(seen) {
		add(e.class, e.key, e.lemma)
	}
	for _, p := range bases(seen, b, c) {
		for class, form := range b.inflect(p.class, p.base) {
			add(class, form, p.base)
		}
	}
	for class, twin := range twins {
		for form, base := range b.forms[twin] {
			add(class, form, base)
		}
	}
	var all []entry
	for _, k := range sorted(have) {
		all = append(all, entry{k.class, k.key, have[k]})
	}
	return all
}

// bases are the words whose regular forms are worth knowing, the treebanks' before those of raw text.
func bases(seen map[entry]int, b *book, c corpus) []pair {
	var trusted, raw []pair
	trusted = append(trusted, b.bases...)
	for _, e := range sorted(seen) {
		if e.class == "NNS" && e.key == e.lemma {
			continue // a plural without a singular
		}
		if stem := baseClass(e.class); stem != "" && lowerASCII(e.lemma) && len(e.lemma) > 2 {
			trusted = append(trusted, pair{stem, e.lemma})
		}
	}
	for _, v := range slices.Sorted(maps.Keys(b.verbs)) {
		trusted = append(trusted, pair{"VB", v})
	}
	for _, v := range slices.Sorted(maps.Keys(b.doubles)) {
		trusted = append(trusted, pair{"VB", v})
	}
	raw = b.attested(c)
	slices.SortFunc(raw, func(a, b pair) int { return cmp.Or(cmp.Compare(a.class, b.class), strings.Compare(a.base, b.base)) })
	return append(trusted, raw...)
}

func baseClass(c lemma.Class) lemma.Class {
	switch c {
	case "VB", "VBP", "VBZ", "VBD", "VBN", "VBG":
		return "VB"
	case "NN", "NNS":
		return "NN"
	case "JJ", "JJR", "JJS", "RB", "RBR", "RBS":
		return "JJ"
	}
	return ""
}

// twins are classes that taggers take for each other: what is irregular in the one ("seen", "began") is no regular form of the other.
var twins = map[lemma.Class]lemma.Class{"VBD": "VBN", "VBN": "VBD", "RBR": "JJR", "RBS": "JJS"}

func byClass(entries []entry) map[lemma.Class][]entry {
	m := map[lemma.Class][]entry{}
	for _, e := range entries {
		m[e.class] = append(m[e.class], e)
	}
	return m
}
