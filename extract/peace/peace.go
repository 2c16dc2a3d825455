// Package peace reads the life of truces and talks: how far a truce has come, what it asks of its parties and whom it leaves out, how talks
// ended and when they go on, what fighting the report presents as a breach of which truce, and which claim answers which demand.
//
// It works from the trees: a word that stands for an accord or for talks, the verb that it belongs to, and whether that verb tells of something
// real. What is only called for, offered or feared says nothing of a truce; where every telling of one is of that sort there is no event.
package peace

import "sitrep"

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{}

// New makes the step.
func New() *Step { return &Step{} }

// Name is "peace".
func (*Step) Name() string { return "peace" }

// Read adds what is told of truces and talks to the events of a story, and says of whom its demands are made.
func (*Step) Read(s *sitrep.Story) error {
	v := newView(s)
	v.addressees()
	v.doubt()
	if v.unwant() {
		v = newView(s)
	}
	if !v.any(sitrep.Ceasefire, sitrep.Agreement, sitrep.Talks) {
		return nil
	}
	v.name()
	if v.drop() {
		v = newView(s)
	}
	if v.mend() {
		v = newView(s)
	}
	v.phases()
	v.terms()
	v.exclusions()
	v.spans()
	v.follow()
	v.outcomes()
	v.rounds()
	v.series()
	return nil
}
