package main

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/extract/where"
)

// report is an answer with its story, and the answer's event that each mention and each event of the story tells of, nil for none.
type report struct {
	answer   *gold.Answer
	story    *sitrep.Story
	fold     int
	options  []where.Option
	mentions []*gold.Event
	events   []*gold.Event
}

func newReport(a *gold.Answer, s *sitrep.Story, fold int) report {
	locate(a, s)
	r := report{answer: a, story: s, fold: fold, options: where.Options(s)}
	for i := range s.Mentions {
		r.mentions = append(r.mentions, eventOf(a, &s.Mentions[i]))
	}
	for _, v := range read.Judge(a, &sitrep.Reading{Report: s.Report, Events: s.Events}) {
		if v.Event >= 0 {
			r.events = append(r.events, &a.Events[v.Event])
		} else {
			r.events = append(r.events, nil)
		}
	}
	return r
}

// locate puts the places of an answer that has only names on the map where the story has them.
func locate(a *gold.Answer, s *sitrep.Story) {
	for i := range a.Events {
		for k := range a.Events[i].Places {
			p := &a.Events[i].Places[k]
			if p.Lat != nil || len(p.Country) > 0 {
				continue
			}
			if t := named(p.Name, s); t != nil {
				p.Country = t.Countries
				if t.Located {
					p.Lat, p.Lon, p.Km = &t.Lat, &t.Lon, reach(t.Precision)
				}
			}
		}
	}
}

// named is the place of a story that an answer names: by the whole name, else by the longest name that is a part of it.
func named(name string, s *sitrep.Story) *sitrep.Place {
	var best *sitrep.Place
	length := 0
	for i := range s.Toponyms {
		p := &s.Toponyms[i].Place
		if strings.EqualFold(p.Name, name) {
			return p
		}
		if n := len(p.Name); n > 3 && n > length && strings.Contains(strings.ToLower(name), strings.ToLower(p.Name)) {
			best, length = p, n
		}
	}
	return best
}

// reach is how far off still counts, in kilometres, for a place of a precision.
func reach(precision int) float64 {
	if precision >= 3 {
		return 100
	}
	return 30
}

// eventOf is the event that a mention tells of: the one of its kind, or else any, whose words hold the trigger.
func eventOf(a *gold.Answer, m *sitrep.EventMention) *gold.Event {
	var found *gold.Event
	for i := range a.Events {
		e := &a.Events[i]
		for _, span := range e.Spans {
			if !span.Contains(m.TriggerSpan) {
				continue
			}
			if e.Kind == m.Kind || slices.Contains(e.Also, m.Kind) {
				return e
			}
			if found == nil {
				found = e
			}
		}
	}
	return found
}

// fits is how well a place fits the best of an answer's, as the scorer of the answers has it.
func fits(places []gold.Place, p *sitrep.Place) float64 {
	best := 0.0
	for i := range places {
		best = max(best, fit(&places[i], p))
	}
	return best
}

func fit(g *gold.Place, p *sitrep.Place) float64 {
	same := slices.ContainsFunc(g.Country, func(c string) bool { return slices.Contains(p.Countries, c) })
	if g.Lat != nil && p.Located {
		if sitrep.GreatCircle(*g.Lat, *g.Lon, p.Lat, p.Lon) <= max(g.Km, 30) {
			return 1
		}
	} else if sharesWord(g.Name, p.Name) && (same || len(g.Country) == 0) {
		return 1
	}
	if same {
		return 0.5
	}
	return 0
}

func sharesWord(a, b string) bool {
	words := strings.Fields(strings.ToLower(b))
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if len(w) > 3 && slices.Contains(words, w) {
			return true
		}
	}
	return false
}
