package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// leastWorth is how likely an event must be one that a careful reader would enter: the best of the cross-validation over the answers.
const leastWorth = 0.42

// judge says how likely it is that a careful reader would enter the event, whether it is new and how real it is; false where it is none.
func (m *models) judge(e *sitrep.Event, x *maxent.Vector) bool {
	e.Score = m.worths.Of("event", x)
	if e.Score < leastWorth {
		return false
	}
	fresh := m.newness.Of("new", x)
	e.News = fresh > 0.5
	status, sure := m.statuses.Best(x)
	e.Status = sitrep.Status(status)
	e.Why = append(e.Why,
		sitrep.Reason{Field: "score", Rule: "extract/event/worth.bin", Words: e.Trigger, Score: e.Score},
		sitrep.Reason{Field: "news", Rule: "extract/event/news.bin", Words: e.Trigger, Score: max(fresh, 1-fresh)},
		sitrep.Reason{Field: "status", Rule: "extract/event/status.bin", Words: e.Trigger, Score: sure})
	return true
}
