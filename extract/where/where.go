// Package where finds the places of each mention of a happening.
package where

import (
	"sitrep"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{}

// New makes the step.
func New() *Step { return &Step{} }

// Name is "where".
func (*Step) Name() string { return "where" }

// Read adds the layer to a story.
func (*Step) Read(s *sitrep.Story) error { return nil }
