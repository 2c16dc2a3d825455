// Package when finds the days of each mention of a happening.
package when

import (
	"sitrep"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{}

// New makes the step.
func New() *Step { return &Step{} }

// Name is "when".
func (*Step) Name() string { return "when" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
