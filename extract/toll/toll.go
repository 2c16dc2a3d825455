// Package toll finds how many people were harmed, how, and in which happening.
package toll

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ lex *lexicon.Lexicon }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{lex} }

// Name is "toll".
func (*Step) Name() string { return "toll" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
