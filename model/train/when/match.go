package main

import (
	"strings"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/extract/when"
)

// match pairs the mentions of a story with the events of its answer: the shortest stretch that holds the trigger, one of the same kind first.
func match(a *gold.Answer, s *sitrep.Story) []judged {
	candidates := when.Candidates(s)
	var all []judged
	for i := range s.Mentions {
		m := &s.Mentions[i]
		e := eventAt(a, m)
		if e == nil || !dated(e) {
			continue
		}
		j := judged{report: a.ID, event: e, candidates: candidates[i], words: words(s, m)}
		for k := range j.candidates {
			w := j.candidates[k].When
			j.fits = append(j.fits, read.WhenFit(e, w.From.String(), w.To.String()))
		}
		all = append(all, j)
	}
	return all
}

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
