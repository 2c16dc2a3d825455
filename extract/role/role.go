// Package role finds who did what to whom: first in each mention of a happening (Step, role.bin), then, when the mentions of one are together,
// in the event as a whole (Caster, cast.bin), where what all mentions say of a side counts at once.
package role

import (
	"sitrep"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ *decider }

// New makes the step.
func New(*lexicon.Lexicon) *Step { return NewWith(builtIn()) }

// NewWith makes the step with another model than the one that is built in.
func NewWith(m *maxent.Model) *Step { return &Step{newDecider(m)} }

// Name is "role".
func (*Step) Name() string { return "role" }

// Read fills the actors of every mention.
func (s *Step) Read(story *sitrep.Story) error {
	p := newPool(story)
	p.survey()
	for i := range story.Mentions {
		m := &story.Mentions[i]
		m.Actors, m.Parts = nil, nil
		if p.all[i] == nil {
			continue
		}
		odds := s.odds(p, m, p.all[i])
		m.Actors = choose(p, m, p.all[i], &limits, odds)
		m.Parts = p.parts(m, p.all[i], odds)
	}
	return nil
}
