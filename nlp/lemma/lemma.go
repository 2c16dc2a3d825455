// Package lemma gives each token its lemma, the dictionary form, by the conventions of the English treebanks of Universal Dependencies:
// names keep their form, a pronoun's lemma is its nominative ("them" is "they"), possessives stay ("his"), "n't" is "not", numbers lose
// their separators.
//
// A lemma follows from the word and its tags: exceptions first, then the edit of the longest suffix that fits. Both come from a table
// that model/train/lemma makes.
package lemma

import (
	"bytes"
	_ "embed"
	"sync"

	"sitrep"
	"sitrep/nlp"
)

//go:embed english.tsv
var english []byte

// Lemmatizer is the component that assigns lemmas. It is safe for concurrent use.
type Lemmatizer struct {
	table *Table
	memos sync.Pool
}

// English is the lemmatizer of English with the table that the program carries.
func English() (*Lemmatizer, error) {
	t, err := ReadTable(bytes.NewReader(english))
	if err != nil {
		return nil, err
	}
	return New(t), nil
}

// New is a lemmatizer with a table of its own.
func New(t *Table) *Lemmatizer {
	return &Lemmatizer{table: t, memos: sync.Pool{New: func() any { return newMemo() }}}
}

// Name is the name of the component.
func (l *Lemmatizer) Name() string { return "lemma" }

// Requires names the layers that lemmas are made from.
func (l *Lemmatizer) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Tags} }

// Assigns names the layer of lemmas.
func (l *Lemmatizer) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Lemmas} }

// Annotate sets the Lemma of every token.
func (l *Lemmatizer) Annotate(w *nlp.Work) error {
	m := l.memos.Get().(*memo)
	defer l.memos.Put(m)
	for i := range w.Tokens {
		t := &w.Tokens[i]
		c := ClassOf(t.UPOS, t.XPOS, t.Feats)
		if c == verbZ && hasIsHave(w.Tokens, i) {
			t.Lemma = "have"
			continue
		}
		t.Lemma = m.lemma(l.table, c, t.Reading())
	}
	return nil
}

// Lemma is the lemma of one word with its tags; what only neighbours tell ("'s" for "has") it does not know.
func (l *Lemmatizer) Lemma(word, upos, xpos, feats string) string {
	return l.table.Lemma(ClassOf(upos, xpos, feats), word)
}

// hasIsHave tells whether token i is an "'s" that stands for "has". "Is" is the likelier reading; "has" is certain before "been", "had" and
// "got", and before a participle that has no passive.
func hasIsHave(tokens []sitrep.Token, i int) bool {
	switch tokens[i].Form {
	case "'s", "’s", "'S", "’S":
	default:
		return false
	}
	for _, t := range tokens[i+1 : min(i+4, len(tokens))] {
		switch {
		case t.XPOS == "VBN" || t.XPOS == "VBD":
			return neverPassive[Fold(t.Form)]
		case t.UPOS == "ADV" || t.UPOS == "PART" || t.XPOS == "RB":
		default:
			return false
		}
	}
	return false
}

// neverPassive are participles that follow "has" and practically never "is".
var neverPassive = map[string]bool{
	"been": true, "had": true, "got": true, "gotten": true, "become": true, "happened": true, "seemed": true, "died": true,
	"appeared": true, "lasted": true, "arisen": true, "occurred": true, "begun": true, "fled": true, "remained": true, "come": true,
	"ceased": true, "failed": true, "resigned": true, "escaped": true, "collapsed": true, "managed": true,
}
