// Package parse gives every sentence its dependency tree.
package parse

import (
	"sitrep"
	"sitrep/model"
	"sitrep/nlp"
)

// Component is the parser of a pipeline.
type Component struct {
	pool *model.Pool
	rels []string
}

// New makes the component.
func New(pool *model.Pool) *Component { return &Component{pool, pool.Network().Labels().Rel} }

// Name is "parse".
func (*Component) Name() string { return "parse" }

// Requires vectors.
func (*Component) Requires() []nlp.Layer {
	return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Vectors}
}

// Assigns trees.
func (*Component) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Trees} }

// Annotate sets Head and Deprel of every token: one tree with one root a sentence.
func (c *Component) Annotate(w *nlp.Work) error {
	e := c.pool.Get()
	defer c.pool.Put(e)
	heads, rels := e.Trees(w.Encoding)
	for _, s := range w.Sentences {
		for i := s.First; i < s.Last; i++ {
			t := &w.Tokens[i]
			t.Deprel = c.rels[rels[i]]
			t.Head = sitrep.NoHead
			if heads[i] != model.Root {
				t.Head = s.First + int(heads[i])
			}
		}
		titles(w.Tokens, s)
	}
	return nil
}
