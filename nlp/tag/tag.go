// Package tag gives every token its part of speech and its features.
package tag

import (
	"strings"

	"sitrep/model"
	"sitrep/nlp"
)

// Component is the tagger of a pipeline.
type Component struct {
	pool        *model.Pool
	xpos        []string
	upos, feats []string // by morphology label
}

// New makes the component.
func New(pool *model.Pool) *Component {
	l := pool.Network().Labels()
	c := &Component{pool: pool, xpos: l.XPOS}
	for _, m := range l.Morph {
		u, f, _ := strings.Cut(m, "|")
		c.upos, c.feats = append(c.upos, u), append(c.feats, f)
	}
	return c
}

// Name is "tag".
func (*Component) Name() string { return "tag" }

// Requires vectors.
func (*Component) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Vectors} }

// Assigns tags.
func (*Component) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Tags} }

// Annotate sets UPOS, XPOS and Feats of every token.
func (c *Component) Annotate(w *nlp.Work) error {
	e := c.pool.Get()
	defer c.pool.Put(e)
	xpos, morph := e.Tags(w.Encoding)
	for i := range w.Tokens {
		t := &w.Tokens[i]
		t.XPOS, t.UPOS, t.Feats = c.xpos[xpos[i]], c.upos[morph[i]], c.feats[morph[i]]
	}
	return nil
}
