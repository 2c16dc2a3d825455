// Package event makes one event of all mentions of one happening, and says whether it is new and how real it is.
package event

import (
	"sitrep"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{}

// New makes the step.
func New() *Step { return &Step{} }

// Name is "event".
func (*Step) Name() string { return "event" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
