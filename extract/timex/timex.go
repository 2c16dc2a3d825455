// Package timex finds expressions of time and what days they stand for.
package timex

import (
	"sitrep"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{}

// New makes the step.
func New() *Step { return &Step{} }

// Name is "timex".
func (*Step) Name() string { return "timex" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
