// Package nlp holds the contract of the language components: what each needs, what it adds, and the pipeline that runs them in order.
package nlp

import (
	"fmt"
	"strings"

	"sitrep"
	"sitrep/model"
)

// Layer is a kind of annotation that a component requires or assigns.
type Layer string

// The layers of a Doc.
const (
	Tokens    Layer = "tokens"
	Sentences Layer = "sentences"
	Quotes    Layer = "quotes"
	Vectors   Layer = "vectors"
	Tags      Layer = "tags" // UPOS, XPOS and features
	Lemmas    Layer = "lemmas"
	Trees     Layer = "trees"
	Names     Layer = "names"  // persons, organisations, places
	Values    Layer = "values" // dates and numbers, in Doc.Names too
	Chains    Layer = "chains"
)

// Work is a document on its way through a pipeline, with what components hand on to each other and nobody keeps.
type Work struct {
	*sitrep.Doc
	Encoding *model.Encoding // assigned by Vectors
}

// Component adds layers to a document. It must be safe for concurrent use by several documents.
type Component interface {
	Name() string
	Requires() []Layer
	Assigns() []Layer
	Annotate(*Work) error
}

// Pipeline runs its components in order.
type Pipeline struct {
	components []Component
	vectors    int // the last component that reads the vectors: after it they are let go, for they are the largest part of a document
}

// NewPipeline checks that every layer that a component requires is assigned by one before it, and names the gap where one is not.
func NewPipeline(components ...Component) (*Pipeline, error) {
	have := map[Layer]bool{}
	p := &Pipeline{components: components}
	for i, c := range components {
		var missing []string
		for _, l := range c.Requires() {
			if !have[l] {
				missing = append(missing, string(l))
			}
			if l == Vectors {
				p.vectors = i
			}
		}
		if missing != nil {
			return nil, fmt.Errorf("pipeline: component %q requires %s, which no component before it assigns", c.Name(), strings.Join(missing, " and "))
		}
		for _, l := range c.Assigns() {
			have[l] = true
		}
	}
	return p, nil
}

// Annotate runs the components over a text. The Doc is valid, as far as it goes, even with an error.
func (p *Pipeline) Annotate(text string) (*sitrep.Doc, error) {
	w := &Work{Doc: &sitrep.Doc{Text: text}}
	return w.Doc, p.run(w, false)
}

// Work is Annotate for those who read the vectors too: the encoding is kept.
func (p *Pipeline) Work(text string) (*Work, error) {
	w := &Work{Doc: &sitrep.Doc{Text: text}}
	return w, p.run(w, true)
}

// Continue runs the components over a document that already holds some layers (gold tokens, say).
func (p *Pipeline) Continue(d *sitrep.Doc) error { return p.run(&Work{Doc: d}, false) }

func (p *Pipeline) run(w *Work, keep bool) error {
	for i, c := range p.components {
		if err := c.Annotate(w); err != nil {
			return fmt.Errorf("%s: %w", c.Name(), err)
		}
		if i == p.vectors && !keep {
			w.Encoding = nil
		}
	}
	return nil
}
