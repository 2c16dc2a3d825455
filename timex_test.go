package sitrep

import "testing"

// said is "Officials said on Monday that shells fell .", with "on Monday" hung on the wrong verb, as parsers do.
func said() (*Doc, *Timex) {
	d := &Doc{Sentences: []Sentence{{Last: 8}}}
	for _, t := range []struct {
		form, deprel, upos string
		head               int
	}{{"Officials", "nsubj", "NOUN", 1}, {"said", "root", "VERB", NoHead}, {"On", "case", "ADP", 3}, {"Monday", "obl", "PROPN", 6}, {"that", "mark", "SCONJ", 6},
		{"shells", "nsubj", "NOUN", 6}, {"fell", "ccomp", "VERB", 1}, {".", "punct", "PUNCT", 1}} {
		d.Tokens = append(d.Tokens, Token{Form: t.form, Deprel: t.deprel, UPOS: t.upos, Head: t.head})
	}
	return d, &Timex{First: 3, Last: 4}
}

func TestAttachMendsTheVerbOfSaying(t *testing.T) {
	d, x := said()
	x.Attach(d, NewTree(d))
	if x.Governor != 1 || x.Head != 3 || x.Preposition != "on" {
		t.Errorf("governor %d, head %d, preposition %q; want 1, 3, on", x.Governor, x.Head, x.Preposition)
	}
}

func TestAttachLeavesWhatStandsInTheClause(t *testing.T) {
	d, x := said()
	x.First, x.Last = 5, 6 // behind the conjunction
	d.Tokens[5].Deprel, d.Tokens[3].Deprel = "obl", "nsubj"
	x.Attach(d, NewTree(d))
	if x.Governor != 6 {
		t.Errorf("governor %d, want 6", x.Governor)
	}
}

func TestAttachWithoutTrees(t *testing.T) {
	d, x := said()
	for i := range d.Tokens {
		d.Tokens[i].Head, d.Tokens[i].Deprel = NoHead, ""
	}
	x.Attach(d, NewTree(d))
	if x.Governor != NoHead || x.Preposition != "on" {
		t.Errorf("governor %d, preposition %q", x.Governor, x.Preposition)
	}
}
