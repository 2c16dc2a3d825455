package main

import (
	"strings"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/extract/when"
)

// match pairs the mentions of a story with the events of its answer: the shortest stretch that holds the trigger, one of the same kind
// first. A mention of an event that the answer does not date has none.
func match(a *gold.Answer, s *sitrep.Story) []*gold.Event {
	events := make([]*gold.Event, len(s.Mentions))
	for i := range s.Mentions {
		if e := eventAt(a, &s.Mentions[i]); e != nil && dated(e) {
			events[i] = e
		}
	}
	return events
}

func fit(e *gold.Event, c *when.Candidate) float64 {
	return read.WhenFit(e, c.When.From.String(), c.When.To.String())
}

// words are a mention in its sentence, with a star before the trigger.
func words(s *sitrep.Story, m *sitrep.EventMention) string {
	sentence := s.Sentences[s.Tree.Sentence(m.Trigger)]
	text := s.Text[sentence.Start:m.TriggerSpan.Start] + "*" + s.Text[m.TriggerSpan.Start:sentence.End]
	return strings.Join(strings.Fields(text), " ")
}

func eventAt(a *gold.Answer, m *sitrep.EventMention) *gold.Event {
	var best *gold.Event
	least := 0
	for i := range a.Events {
		e := &a.Events[i]
		for _, span := range e.Spans {
			n := span.Len()
			if e.Kind == m.Kind {
				n -= 10000
			}
			if span.Contains(m.TriggerSpan) && (best == nil || n < least) {
				best, least = e, n
			}
		}
	}
	return best
}

// dated tells whether the answer says anything of the time: the others are not scored.
func dated(e *gold.Event) bool {
	return e.From != "" || e.To != "" || len(e.FromAlt) > 0 || len(e.ToAlt) > 0
}
