// Package event makes one event of all mentions of one happening in a report, and says whether it is new and how real it is.
//
// Two mentions are joined by what speaks for one happening: kind, words, days, places, actors, tolls, and where in the text they stand. How
// much each of these weighs is learned (join.bin); what must not be joined (two days, two places, two tolls told apart) is a rule.
package event

import "sitrep"

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	models Models
}

// New makes the step.
func New() *Step { return NewWith(builtIn()) }

// NewWith makes the step with other models than those that are built in.
func NewWith(m Models) *Step { return &Step{m} }

// Name is "event".
func (*Step) Name() string { return "event" }

// Read sets s.Events, in the order of their first mentions.
func (st *Step) Read(s *sitrep.Story) error {
	v := newView(s)
	for _, found := range st.models.events(v) {
		e := st.models.judge(found)
		v.began(&e)
		s.Events = append(s.Events, e)
	}
	return nil
}
