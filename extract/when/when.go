// Package when finds the days of each mention of a happening.
//
// For each mention it lists what may date it: the expressions of time in its sentence and before it, the day of publication and the day
// before, and nothing at all. A model, trained by model/train/when, chooses among them by syntax, tense and place in the report.
package when

import (
	_ "embed"
	"fmt"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	model *maxent.Model
}

// New makes the step.
func New() *Step { return NewWith(builtIn()) }

// NewWith makes the step with another model than the one that is built in.
func NewWith(m *maxent.Model) *Step { return &Step{m} }

//go:embed when.bin
var whenBin []byte

// builtIn decodes the model that is built in. It is read by the tests of this package, so that it cannot fail.
var builtIn = sync.OnceValue(func() *maxent.Model {
	m, err := maxent.Decode(whenBin)
	if err != nil {
		panic(fmt.Sprintf("extract/when/when.bin, built in: %v", err))
	}
	return m
})

// Name is "when".
func (*Step) Name() string { return "when" }

// Read dates the mentions of a story.
func (st *Step) Read(s *sitrep.Story) error {
	v := newView(s)
	for i := range s.Mentions {
		c, p := Choose(st.model, v.candidates(i))
		m := &s.Mentions[i]
		m.When, m.WhenScore, m.Timexes = c.When, p, c.Timexes
	}
	return nil
}

// Choose gives the likeliest candidate and its probability.
func Choose(model *maxent.Model, all []Candidate) (Candidate, float64) {
	vectors := make([]maxent.Vector, len(all))
	for i := range all {
		vectors[i] = all[i].Vector
	}
	best, p := 0, model.Choose(vectors, nil)
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return all[best], p[best]
}

// Candidates are what may date a mention of a story. They are exported to train on.
func Candidates(s *sitrep.Story) [][]Candidate {
	v := newView(s)
	all := make([][]Candidate, len(s.Mentions))
	for i := range s.Mentions {
		all[i] = v.candidates(i)
	}
	return all
}
