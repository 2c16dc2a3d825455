// Package role finds who did what to whom in each mention of a happening.
package role

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ lex *lexicon.Lexicon }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{lex} }

// Name is "role".
func (*Step) Name() string { return "role" }

// Read fills the actors of every mention.
func (*Step) Read(s *sitrep.Story) error {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Trigger < 0 || m.Trigger >= len(s.Tokens) {
			continue
		}
		m.Actors = nil
		for _, c := range candidates(s, m) {
			if role := c.byRule(s, m); role != "" {
				m.Actors = append(m.Actors, c.actor(s, role))
			}
		}
	}
	return nil
}
