// Package role finds who did what to whom in each mention of a happening.
package role

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ *decider }

// New makes the step.
func New(*lexicon.Lexicon) *Step { return &Step{newDecider()} }

// Name is "role".
func (*Step) Name() string { return "role" }

// Read fills the actors of every mention.
func (s *Step) Read(story *sitrep.Story) error {
	p := newPool(story)
	p.survey()
	for i := range story.Mentions {
		story.Mentions[i].Actors = nil
		if p.all[i] == nil {
			continue
		}
		story.Mentions[i].Actors = s.actors(p, &story.Mentions[i], p.all[i])
	}
	return nil
}
