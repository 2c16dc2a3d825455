package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// leastWorth is how likely an event must be one that a careful reader would enter.
const leastWorth = 0.35

func builtIn() models { return models{} }

// worth is the likelihood that the mentions tell of a happening.
func (m *models) worth(v *view, e *sitrep.Event) float64 {
	if m.worths == nil {
		top := 0.0
		for _, i := range e.MentionsOf {
			top = max(top, v.Mentions[i].Score)
		}
		return top
	}
	var x maxent.Vector
	v.describe(e, &x)
	return m.worths.Of("event", &x)
}

// news tells whether the event is what the report is new about.
func (m *models) news(v *view, e *sitrep.Event) bool {
	if m.newness == nil {
		first := v.sentence[e.MentionsOf[0]]
		return first < 3 && !e.When.From.IsZero() && e.When.From.First().AddDate(0, 0, 3).After(v.published.First())
	}
	var x maxent.Vector
	v.describe(e, &x)
	return m.newness.Of("new", &x) > 0.5
}

// status is how real the event is.
func (m *models) status(v *view, e *sitrep.Event) sitrep.Status {
	if m.statuses == nil {
		if e.Status == "" {
			return sitrep.Happened
		}
		return e.Status
	}
	var x maxent.Vector
	v.describe(e, &x)
	s, _ := m.statuses.Best(&x)
	return sitrep.Status(s)
}
