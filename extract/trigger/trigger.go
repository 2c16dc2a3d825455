// Package trigger finds the words that tell of a happening, and of which kind it is.
//
// The frames of the lexicon say which words may open a mention of an event. A candidate that stands in no happening (denied, feared, demanded,
// a name, a figure of speech) is dropped, and candidates that tell of one happening in one clause become one mention.
package trigger

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	frames  *frames
	weapons *weapons
	models  Models
}

// New makes the step.
func New(lex *lexicon.Lexicon) *Step {
	return NewWith(lex, builtIn())
}

// NewWith makes the step with other models.
func NewWith(lex *lexicon.Lexicon, m Models) *Step {
	return &Step{newFrames(lex), newWeapons(lex), m}
}

// Name is "trigger".
func (*Step) Name() string { return "trigger" }

// Read finds the mentions of events in a story.
func (st *Step) Read(s *sitrep.Story) error {
	t := newText(s, st.weapons)
	found := st.frames.candidates(t)
	st.models.weigh(t, found)
	absorb(t, found)
	s.Mentions = mentions(t, found)
	return nil
}

// threshold is the least score of a mention.
const threshold = 0.3
