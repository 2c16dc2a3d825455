// Package segment cuts a text into tokens, sentences and quotes.
//
// Tokens follow Universal Dependencies as the English treebanks EWT and GUM practise it, by hand-written rules over runes. A sentence's
// end is decided where the facts of writing decide it, and else by a small linear model over the words around a gap (boundary.bin,
// made by model/train/boundary). Everything costs time linear in the text, whatever the text is.
package segment

import (
	"sitrep"
	"sitrep/nlp"
)

// Segmenter is the component that begins every pipeline: text → tokens, sentences, quotes.
type Segmenter struct {
	model *boundaryModel
	caser *caser
}

// New gives a Segmenter with the model that the package carries. The casing, which may be nil, is asked for words in capitals that
// neither the text itself nor the package's own list knows: a gazetteer's names, say.
func New(casing Casing) (*Segmenter, error) {
	m, err := newBoundaryModel(boundaryFile)
	if err != nil {
		return nil, err
	}
	return &Segmenter{m, newCaser(truecaseList, casing)}, nil
}

// Name is "segment".
func (*Segmenter) Name() string { return "segment" }

// Requires nothing: the text is there.
func (*Segmenter) Requires() []nlp.Layer { return nil }

// Assigns tokens, sentences and quotes.
func (*Segmenter) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Quotes} }

// Annotate segments the text of w. It never fails: what was wrong with the text becomes Problems.
func (g *Segmenter) Annotate(w *nlp.Work) error {
	g.Segment(w.Doc)
	return nil
}

// Segment fills the tokens, sentences and quotes of d.
func (g *Segmenter) Segment(d *sitrep.Doc) {
	s := newScanner(d.Text)
	s.scan()
	gaps := newGaps(s)
	gaps.usual = func(form string) string { return g.caser.word(form, nil) }
	d.Tokens = s.tokens
	d.Sentences = g.model.sentences(gaps)
	d.Quotes = findQuotes(gaps)
	g.caser.truecase(gaps, d.Sentences)
	d.Problems = append(d.Problems, s.problems(d.Sentences)...)
	if LooksForeign(d) {
		d.Problems = append(d.Problems, sitrep.Problem{Stage: "segment", Err: "does not look English: only English is read"})
	}
}
