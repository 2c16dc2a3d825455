package event

import (
	"sitrep"
)

// An event is entered if a careful reader would so likely enter it; one with a toll sooner, since a toll that is lost harms somebody. Both are the
// best of the cross-validation over the answers.
const (
	leastWorth      = 0.42
	leastWorthTolls = 0.25
)

// judge says whether an event is new and how real it is.
func (m *models) judge(s *standing) sitrep.Event {
	e := s.event
	fresh := m.newness.Of("new", &s.words)
	e.News = fresh > 0.5
	status, sure := m.statuses.Best(&s.words)
	e.Status = sitrep.Status(status)
	e.Why = append(e.Why,
		sitrep.Reason{Field: "score", Rule: "extract/event/worth.bin", Words: e.Trigger, Score: e.Score},
		sitrep.Reason{Field: "news", Rule: "extract/event/news.bin", Words: e.Trigger, Score: max(fresh, 1-fresh)},
		sitrep.Reason{Field: "status", Rule: "extract/event/status.bin", Words: e.Trigger, Score: sure})
	return e
}
