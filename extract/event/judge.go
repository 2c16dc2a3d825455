package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// leastWorth is how likely an event must be one that a careful reader would enter.
const leastWorth = 0.35

// worth is the likelihood that the mentions tell of a happening.
func (m *models) worth(v *view, e *sitrep.Event) float64 {
	var x maxent.Vector
	v.describe(e, &x)
	return m.worths.Of("event", &x)
}

// news tells whether the event is what the report is new about.
func (m *models) news(v *view, e *sitrep.Event) bool {
	var x maxent.Vector
	v.describe(e, &x)
	return m.newness.Of("new", &x) > 0.5
}

// status is how real the event is.
func (m *models) status(v *view, e *sitrep.Event) sitrep.Status {
	var x maxent.Vector
	v.describe(e, &x)
	s, _ := m.statuses.Best(&x)
	return sitrep.Status(s)
}
