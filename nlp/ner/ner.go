// Package ner finds the names of a text: persons, organisations, places, facilities, and the peoples and faiths that adjectives and nouns name.
//
// The network says where persons, organisations and places are named. The lexicon says the rest: which places are countries or cities and
// which are regions or facilities, which words name peoples, and which armed groups and organisations the network overlooked.
package ner

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/nlp"
)

// Component is the finder of names in a pipeline.
type Component struct {
	pool   *model.Pool
	labels []string
	known  *known
}

// New makes the component; it keeps nothing of the lists but what it makes from them.
func New(pool *model.Pool, lex *lexicon.Lexicon, places *gazetteer.Gazetteer) *Component {
	return &Component{pool, pool.Network().Labels().NER, newKnown(lex, places)}
}

// Name is "ner".
func (*Component) Name() string { return "ner" }

// Requires vectors and tags.
func (*Component) Requires() []nlp.Layer {
	return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Vectors, nlp.Tags}
}

// Assigns names.
func (*Component) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Names} }

// Annotate sets Doc.Names, in the order of the text and without overlaps.
func (c *Component) Annotate(w *nlp.Work) error {
	e := c.pool.Get()
	labels := e.Names(w.Encoding)
	c.pool.Put(e)
	w.Doc.Names = make([]sitrep.Name, 0, len(w.Tokens)/12)
	var read, listed []sitrep.Name
	for _, s := range w.Sentences {
		read = c.read(read[:0], w.Tokens, s, labels)
		listed = c.known.find(listed[:0], w.Tokens, s)
		read = c.known.reconcile(w.Tokens, read, listed)
		read = c.known.bodies(w.Tokens, s, read)
		w.Doc.Names = append(w.Doc.Names, c.known.towns(w.Tokens, s, read)...)
	}
	w.Doc.Names = c.known.agree(w.Tokens, w.Doc.Names)
	for i := range w.Doc.Names {
		n := &w.Doc.Names[i]
		n.Span = sitrep.Span{Start: w.Tokens[n.First].Start, End: w.Tokens[n.Last-1].End}
	}
	return nil
}

// read gives the names of a sentence as the network labels them, cut to their proper ends and with places told apart.
func (c *Component) read(dst []sitrep.Name, tokens []sitrep.Token, s sitrep.Sentence, labels []uint8) []sitrep.Name {
	for i := s.First; i < s.Last; {
		kind, ok := strings.CutPrefix(c.labels[labels[i]], "B-")
		if !ok {
			i++
			continue
		}
		end := i + 1
		for end < s.Last && c.labels[labels[end]] == "I-"+kind {
			end++
		}
		n := widen(tokens, s, sitrep.Name{First: i, Last: end, Label: labelOf(kind)})
		dst = c.known.part(c.known.before(dst, tokens, n.First), tokens, n)
		i = max(end, n.Last)
	}
	return dst
}

// labelOf turns the network's kinds into labels; a place is a GPE until placeLabel has looked at it.
func labelOf(kind string) sitrep.NameLabel {
	switch kind {
	case "PER":
		return sitrep.Person
	case "ORG":
		return sitrep.Org
	}
	return sitrep.GPE
}

// reconcile joins what the network read with what the lists know. A listed name that the network left out is added; where both name the same
// words the list decides, but for persons, who share their names with countries ("Jordan") and faiths ("Christian"); where they overlap, the
// longer one stays.
func (k *known) reconcile(tokens []sitrep.Token, read, listed []sitrep.Name) []sitrep.Name {
	for _, l := range listed {
		read = k.settle(tokens, read, l)
	}
	slices.SortFunc(read, func(a, b sitrep.Name) int { return a.First - b.First })
	return read
}

func (k *known) settle(tokens []sitrep.Token, names []sitrep.Name, l sitrep.Name) []sitrep.Name {
	for i := range names {
		n := &names[i]
		if !n.Overlaps(l) {
			continue
		}
		same := n.First == l.First && n.Last == l.Last
		wider := l.First <= n.First && n.Last <= l.Last && !same
		if same && (n.Label != sitrep.Person || !k.personal(tokens, l)) {
			n.Label = l.Label
		}
		if !wider || l.Label == sitrep.NORP && n.Label != sitrep.Person {
			return names
		}
	}
	names = slices.DeleteFunc(names, l.Overlaps)
	return append(names, l)
}

// personal tells whether a listed name may be a person's too: places, peoples and faiths may where they are given names.
func (k *known) personal(tokens []sitrep.Token, l sitrep.Name) bool {
	return l.Label != sitrep.Org && l.Last-l.First == 1 && k.given[strings.ToLower(tokens[l.First].Reading())]
}
