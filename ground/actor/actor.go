// Package actor finds the people, bodies and things that a report speaks of, and says which actors of the world they are and whose side they are on.
package actor

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ index *index }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{newIndex(lex)} }

// Name is "actor".
func (*Step) Name() string { return "actor" }

// Read adds the cast to a story.
func (st *Step) Read(s *sitrep.Story) error {
	sc := newScene(s, st.index)
	sc.match()
	sc.findHome()
	sc.choose()
	sc.findMentions()
	sc.joinMentions()
	sc.findSides()
	sc.joinByActor()
	s.Cast = sc.cast()
	return nil
}
