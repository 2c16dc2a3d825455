package event

import (
	"sitrep"
)

// How likely a careful reader must be to enter an event, the best of the cross-validation over the answers: one with a toll is entered sooner, since
// a toll that is lost harms somebody, and so is one that a surely read word tells, since a short text gives little else to go by.
const (
	leastWorth          = 0.42
	leastWorthTolls     = 0.3
	leastWorthSure      = 0.2
	sureMention         = 0.9
	leastWorthLead      = 0.15 // of what a report opens with
	likelyMention       = 0.6
	leastSubject        = 0.05 // of what a report tells of that tells of nothing likelier
	leastSubjectMention = 0.4
	opening             = 1    // the last sentence with which a report may open; the first may be a dateline
	leastNews           = 0.45 // to be new, where F1 is best
)

// judge says whether an event is new and how real it is.
func (m *Models) judge(s *standing) sitrep.Event {
	e := s.event
	fresh := m.News.Of("new", &s.words)
	e.News = fresh > leastNews
	sureNews := fresh
	if !e.News {
		sureNews = 1 - fresh
	}
	status, sure := m.Status.Best(&s.words)
	e.Status = sitrep.Status(status)
	e.Why = append(e.Why,
		sitrep.Reason{Field: "score", Rule: "extract/event/worth.bin", Words: e.Trigger, Score: e.Score},
		sitrep.Reason{Field: "news", Rule: "extract/event/news.bin", Words: e.Trigger, Score: sureNews},
		sitrep.Reason{Field: "status", Rule: "extract/event/status.bin", Words: e.Trigger, Score: sure})
	return e
}
