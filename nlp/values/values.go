// Package values finds dates, times and numbers in a text by a grammar over tokens: DATE, TIME, CARDINAL, ORDINAL, QUANTITY, MONEY and
// PERCENT in the sense of OntoNotes, as entries of Doc.Names.
//
// A first-word table (vocabulary) tells of each token what roles it can play; most can play none and cost one look-up. Where one can begin an
// expression, the rules for its roles are tried, longest reading first: dates and times, lengths of time, then what is counted. Tags help
// with words that are ambiguous ("May", "one"), and may be absent.
package values

import (
	"sync"

	"sitrep"
	"sitrep/nlp"
)

// Finder is the component that finds values. It is safe for concurrent use.
type Finder struct {
	lines sync.Pool
}

// New is a finder.
func New() *Finder { return &Finder{sync.Pool{New: func() any { return new(line) }}} }

// Name is the name of the component.
func (f *Finder) Name() string { return "values" }

// Requires names the layers that values are found in. Names before it, if any, are respected.
func (f *Finder) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Tags} }

// Assigns names the layer of values.
func (f *Finder) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Values} }

// Annotate adds the values of every sentence to Doc.Names, which stays in order and without overlaps.
func (f *Finder) Annotate(w *nlp.Work) error {
	l := f.lines.Get().(*line)
	defer f.lines.Put(l)
	var found []sitrep.Name
	for _, s := range w.Sentences {
		found = l.find(found, w.Tokens, s.First, s.Last)
	}
	w.Names = merge(w.Doc, w.Names, found)
	l.forget()
	return nil
}

// find adds the values of the tokens from first to last.
func (l *line) find(found []sitrep.Name, tokens []sitrep.Token, first, last int) []sitrep.Name {
	l.items = l.items[:0]
	for i := first; i < last; i++ {
		t := &tokens[i]
		l.items = append(l.items, item{word: classify(t.Reading()), text: t.Reading(), xpos: t.XPOS})
	}
	for i := 0; i < len(l.items); {
		label, end := l.expression(i)
		if end <= i {
			i++
			continue
		}
		a, b := first+i, first+end
		found = append(found, sitrep.Name{Span: sitrep.Span{Start: tokens[a].Start, End: tokens[b-1].End}, First: a, Last: b, Label: label})
		i = end
	}
	return found
}

// forget drops the texts that the line still points to.
func (l *line) forget() {
	clear(l.items[:cap(l.items)])
	l.items = l.items[:0]
}

// expression reads the value that begins at i, with its label and its end. The end is i where none begins.
func (l *line) expression(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	if w.kind == 0 || w.kind == joins {
		return "", i
	}
	if label, j := l.temporal(i); j > i {
		return label, j
	}
	if w.is(digits | numberWord | scale | vaguePlural | fewWord | rangeOf | modifies | fraction | article | currencySign | money | quantity | percent | starts) {
		if label, j := l.counted(i); j > i {
			return label, j
		}
	}
	if j := l.ordinalAt(i); j > i {
		return sitrep.Ordinal, j
	}
	return "", i
}

// nested reads an expression inside another.
func (l *line) nested(i int) (sitrep.NameLabel, int) {
	if l.depth >= maxDepth {
		return "", i
	}
	l.depth++
	defer func() { l.depth-- }()
	return l.expression(i)
}
