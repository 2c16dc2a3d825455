package toll

import (
	"sitrep"
	"sitrep/nlp/values"
)

var one = values.Amount{Low: 1, High: 1, Qualifier: values.Exact}

// singles finds the groups that are one person: a noun in the singular with its article, a name, an ordinal ("a fourth").
func (f *finder) singles() {
	taken := make([]bool, f.last-f.first)
	for _, g := range f.groups {
		for i := g.first; i < g.last; i++ {
			taken[i-f.first] = true
		}
	}
	for i := f.first; i < f.last; i++ {
		if taken[i-f.first] || !f.isOne(i) || f.speaks(i) {
			continue
		}
		g := group{first: i, last: i + 1, number: -1, numberEnd: i, head: i, sure: true, amount: one, word: -1, whole: -1, update: -1}
		g.sure = f.Tokens[i].UPOS != "PROPN" || f.label[i] != "" || f.determined(i)
		if first, _ := f.Tree.Extent(i); first >= f.first && first > i-12 {
			for k := i - 1; k >= first; k-- {
				if u := f.Tokens[k].UPOS; taken[k-f.first] || u == "PUNCT" && f.Tokens[k].Form != "-" || u == "CCONJ" || u == "ADP" || u == "SCONJ" {
					break
				}
				g.first = k
			}
		}
		if w := f.form(g.first); (w == "including" || w == "include" || w == "them" || w == "whom") && g.first < i {
			g.first++
		}
		if f.form(g.first) == "both" {
			g.amount = values.Amount{Low: 2, High: 2, Qualifier: values.Exact}
		}
		for g.last < f.last && f.Tokens[g.last].Head == i && sitrep.Is(f.Tokens[g.last].Deprel, "flat") {
			g.last++
		}
		f.groups = append(f.groups, g)
	}
}

// isOne tells whether the token is the head of a noun phrase for one person.
func (f *finder) isOne(i int) bool {
	t := &f.Tokens[i]
	if sitrep.Is(t.Deprel, "compound", "flat", "amod", "nummod", "det", "case", "fixed") {
		return false
	}
	if f.form(i) == "old" && f.form(i-1) == "-" && (f.form(i-2) == "year" || f.form(i-2) == "month") {
		return true
	}
	switch t.UPOS {
	case "PROPN":
		if f.label[i] == sitrep.Person || f.label[i] == "" && t.XPOS == "NNP" && f.Tree.Child(i, "det", "case") < 0 {
			return true
		}
		if f.isDemonym(i) {
			return t.XPOS == "NNP" && f.determined(i)
		}
		_, known := f.class(i)
		return known && f.determined(i) && t.XPOS != "NNPS"
	case "NOUN":
		if t.XPOS == "NNS" {
			_, known := f.class(i)
			return known && f.form(i-1) == "both"
		}
		_, known := f.class(i)
		suffix, _ := f.suffixed(lower(*t))
		if f.label[i] == sitrep.Ordinal && f.form(i-1) == "a" {
			return true
		}
		if !known && !suffix && !f.isDemonym(i) {
			return false
		}
		return f.determined(i)
	case "ADJ", "NUM":
		return f.label[i] == sitrep.Ordinal && f.determined(i) && (f.form(i-1) == "a")
	case "DET", "PRON":
		return f.form(i) == "another" && sitrep.Is(t.Deprel, "obj", "nsubj", "conj")
	}
	return false
}

// speaks tells whether the verb of saying just after a person is his, however the tree has it: "a civil defence official said".
func (f *finder) speaks(i int) bool {
	w := f.form(i + 1)
	return (w == "said" || w == "says" || w == "added" || w == "told") && f.form(i+2) != "to"
}

// determined tells whether a noun has an article or another word that makes one of it.
func (f *finder) determined(i int) bool {
	for _, c := range f.Tree.Children(i) {
		if c < i && (determiners[f.form(c)] && sitrep.Is(f.Tokens[c].Deprel, "det", "nmod:poss", "nummod") || sitrep.Is(f.Tokens[c].Deprel, "nmod:poss")) {
			return true
		}
	}
	return false
}
