package main

import (
	"sitrep"
	"sitrep/eval/gold"
)

// goldMentions puts a mention in the story for each stretch of words of each event, and gives the number of the event of each. The trigger is
// the one that the reading found there for the same kind, else the highest token.
func goldMentions(s *sitrep.Story, a *gold.Answer) []int {
	found := s.Mentions
	s.Mentions = nil
	var of []int
	for k, e := range a.Events {
		for _, span := range e.Spans {
			ts := triggers(found, span, &e)
			if ts == nil {
				if t := highest(s, span); t >= 0 {
					ts = []sitrep.EventMention{{Trigger: t, TriggerSpan: s.Tokens[t].Span, Frame: "none"}}
				}
			}
			for _, m := range ts {
				m.Span, m.Kind = span, e.Kind
				m.Nominal, m.Verbal = s.Tokens[m.Trigger].UPOS == "NOUN", s.Tokens[m.Trigger].UPOS == "VERB"
				s.Mentions = append(s.Mentions, m)
				of = append(of, k)
			}
		}
	}
	return of
}

func triggers(found []sitrep.EventMention, span sitrep.Span, e *gold.Event) []sitrep.EventMention {
	var ts []sitrep.EventMention
	for _, m := range found {
		if !span.Contains(m.TriggerSpan) {
			continue
		}
		good := m.Kind == e.Kind
		for _, k := range e.Also {
			good = good || m.Kind == k
		}
		if good {
			ts = append(ts, m)
		}
	}
	return ts
}

// highest is the token within a span whose head is outside it; a verb, or a noun, before others.
func highest(s *sitrep.Story, span sitrep.Span) int {
	best, rank := -1, 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Start < span.Start || t.End > span.End {
			continue
		}
		if h := t.Head; h >= 0 && s.Tokens[h].Start >= span.Start && s.Tokens[h].End <= span.End {
			continue
		}
		r := map[string]int{"VERB": 3, "NOUN": 2}[t.UPOS] + 1
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}

// found tells whether the reading has a trigger of an event.
func found(s *sitrep.Story, of []int, event int) bool {
	for i, m := range s.Mentions {
		if of[i] == event && m.Frame != "none" {
			return true
		}
	}
	return false
}

// merged is the actors of an event over its mentions.
func merged(s *sitrep.Story, of []int, event int) []sitrep.Actor {
	var all []sitrep.Actor
	for i, m := range s.Mentions {
		if of[i] == event {
			all = append(all, m.Actors...)
		}
	}
	return sitrep.JoinActors(all)
}
