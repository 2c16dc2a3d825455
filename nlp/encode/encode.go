// Package encode runs the trunk of the network over a document: the vectors that tags, trees and names are read from.
package encode

import (
	"sitrep"
	"sitrep/model"
	"sitrep/nlp"
)

// Component is the encoder of a pipeline.
type Component struct {
	pool *model.Pool
}

// New makes the component; the components that read its vectors must share the pool's network.
func New(pool *model.Pool) *Component { return &Component{pool} }

// Name is "encode".
func (*Component) Name() string { return "encode" }

// Requires tokens in sentences.
func (*Component) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Sentences} }

// Assigns vectors.
func (*Component) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Vectors} }

// Annotate sets w.Encoding, whose rows stand in the order of the tokens.
func (c *Component) Annotate(w *nlp.Work) error {
	words := make([]model.Word, len(w.Tokens))
	lengths := make([]int, len(w.Sentences))
	var forms []string
	var lists []uint16
	for i, s := range w.Sentences {
		lengths[i] = s.Len()
		forms = readings(forms[:0], w.Words(s))
		lists = c.pool.Network().Lists(lists[:0], forms)
		for k, f := range forms {
			words[s.First+k] = model.Word{Form: f, Lists: lists[k]}
		}
	}
	e := c.pool.Get()
	defer c.pool.Put(e)
	w.Encoding = &model.Encoding{}
	e.Encode(w.Encoding, words, lengths)
	return nil
}

func readings(dst []string, tokens []sitrep.Token) []string {
	for i := range tokens {
		dst = append(dst, tokens[i].Reading())
	}
	return dst
}
