package main

import (
	_ "embed"
	"fmt"
	"strings"

	"sitrep/nlp/lemma"
)

//go:embed irregular.tsv
var irregular string

// book is the irregular inflection of the language.
type book struct {
	forms   map[lemma.Class]map[string]string // class → form → lemma
	verbs   map[string]bool                   // verbs with a past of their own
	doubles map[string]bool                   // verbs of several syllables that double their last letter
	bases   []pair                            // regular words worth knowing
}

func readIrregular() (*book, error) {
	b := &book{map[lemma.Class]map[string]string{}, map[string]bool{}, map[string]bool{}, nil}
	for i, line := range strings.Split(irregular, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if n, ok := fields[f[0]]; !ok || len(f) != n {
			return nil, fmt.Errorf("irregular.tsv:%d: %q: want verb, noun, adj, adv, double, word or base with its forms", i+1, line)
		}
		b.add(f)
	}
	return b, nil
}

// fields is the number of fields of each kind of line.
var fields = map[string]int{"verb": 4, "noun": 3, "adj": 4, "adv": 4, "double": 2, "word": 4, "base": 3}

// columns are the classes of the columns after the base form.
var columns = map[string][]lemma.Class{"verb": {"VBD", "VBN"}, "noun": {"NNS"}, "adj": {"JJR", "JJS"}, "adv": {"RBR", "RBS"}}

func (b *book) add(f []string) {
	switch f[0] {
	case "word":
		b.put(lemma.Class(f[1]), f[2], f[3])
	case "base":
		b.bases = append(b.bases, pair{lemma.Class(f[1]), f[2]})
	case "verb":
		b.verbs[f[1]] = true
	case "double":
		b.doubles[f[1]] = true
	}
	for i, c := range columns[f[0]] {
		for _, form := range strings.Split(f[i+2], "/") {
			b.put(c, form, f[1])
		}
	}
}

// put notes a form; the first base that claims a form keeps it.
func (b *book) put(c lemma.Class, form, base string) {
	if b.forms[c] == nil {
		b.forms[c] = map[string]string{}
	}
	if _, ok := b.forms[c][form]; !ok {
		b.forms[c][form] = base
	}
}
