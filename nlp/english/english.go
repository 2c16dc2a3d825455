// Package english assembles the components that read English.
package english

import (
	"fmt"
	"os"
	"slices"

	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/nlp"
	"sitrep/nlp/coref"
	"sitrep/nlp/encode"
	"sitrep/nlp/lemma"
	"sitrep/nlp/ner"
	"sitrep/nlp/parse"
	"sitrep/nlp/segment"
	"sitrep/nlp/tag"
	"sitrep/nlp/values"
)

// New gives the whole pipeline: a text → everything that a Doc can hold. It reads SITREP_CPU, and fails where that names kernels which this
// machine lacks.
func New() (*nlp.Pipeline, error) { return NewFor() }

// NewFor gives the pipeline for documents that hold some layers already: components that would assign them are left out.
func NewFor(given ...nlp.Layer) (*nlp.Pipeline, error) { return NewWith(lexicon.English(), given...) }

// NewWith is NewFor with lists of the caller's.
func NewWith(lex *lexicon.Lexicon, given ...nlp.Layer) (*nlp.Pipeline, error) {
	all, err := components(lex)
	if err != nil {
		return nil, err
	}
	use := []nlp.Component{nlp.Given(given...)}
	for _, c := range all {
		if !slices.ContainsFunc(c.Assigns(), func(l nlp.Layer) bool { return slices.Contains(given, l) }) {
			use = append(use, c)
		}
	}
	return nlp.NewPipeline(use...)
}

// components are the components of English in their order.
func components(lex *lexicon.Lexicon) ([]nlp.Component, error) {
	cpu, err := model.Choose(os.Getenv(model.CPUVariable))
	if err != nil {
		return nil, fmt.Errorf("choosing kernels: %w", err)
	}
	net, err := model.English()
	if err != nil {
		return nil, err
	}
	places := gazetteer.Default()
	seg, err := segment.New(casing(lex, places))
	if err != nil {
		return nil, err
	}
	lem, err := lemma.English()
	if err != nil {
		return nil, err
	}
	pool := model.NewPool(net, cpu)
	return []nlp.Component{
		seg,
		encode.New(pool),
		tag.New(pool),
		lem,
		parse.New(pool),
		ner.New(pool, lex, places),
		values.New(),
		coref.New(lex),
	}, nil
}
