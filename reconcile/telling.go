package reconcile

import (
	"slices"
	"strings"

	"sitrep"
)

// most is how many words and names of a telling are kept: what a report tells of one happening in more words than these tells nothing more about which one it is.
const most = 48

// Tellings are the events of a reading, each by itself with what joining needs to know: the claims that it rests on, the words of every span, the words that
// tell it, and the names that its report speaks of. Correct the reading first, see Corrected.
func Tellings(r *sitrep.Reading, head sitrep.ReportHead) []sitrep.Telling {
	around := namesOf(r)
	out := make([]sitrep.Telling, len(r.Events))
	for i := range r.Events {
		t := &out[i]
		t.Key = sitrep.EventKey{Report: head.ID, Event: r.Events[i].ID}
		t.Report, t.Event = head, bare(r.Events[i])
		t.Claims = claimsOf(&t.Event, r.Claims)
		t.Quotes = quotesOf(r.Report.Text, t)
		t.Words = wordsOf(r.Report.Text, t.Event.Mentions)
		t.Around = around
	}
	return out
}

// bare is an event without what only its own report can read: indices and reasons.
func bare(e sitrep.Event) sitrep.Event {
	e.MentionsOf, e.Why = nil, nil
	e.Actors = slices.Clone(e.Actors)
	for i := range e.Actors {
		a := &e.Actors[i]
		a.Entity, a.Head, a.Why = -1, -1, nil
	}
	e.Tolls = slices.Clone(e.Tolls)
	for i := range e.Tolls {
		x := &e.Tolls[i]
		x.HarmToken, x.CountToken, x.PeopleHead, x.Why = -1, -1, -1, nil
	}
	return e
}

// claimsOf are the claims that an event names, and those that are about it, in the order of the reading.
func claimsOf(e *sitrep.Event, all []sitrep.Claim) []sitrep.Claim {
	named := slices.Concat(e.Claims, e.AccordingTo)
	for i := range e.Actors {
		named = append(append(named, e.Actors[i].AccordingTo...), e.Actors[i].DeniedBy...)
	}
	for i := range e.Tolls {
		named = append(named, e.Tolls[i].Claim)
	}
	var out []sitrep.Claim
	for _, c := range all {
		if slices.Contains(named, c.ID) || slices.Contains(c.About, e.ID) || answersOne(&c, all, e.ID) {
			c.Entity, c.Cue, c.Why = -1, -1, nil
			out = append(out, c)
		}
	}
	return out
}

// answersOne tells whether a claim answers one that is about the event.
func answersOne(c *sitrep.Claim, all []sitrep.Claim, event string) bool {
	return c.Answers != "" && slices.ContainsFunc(all, func(o sitrep.Claim) bool { return o.ID == c.Answers && slices.Contains(o.About, event) })
}

// quotesOf are the words of every span of a telling, each once, in the order of the text.
func quotesOf(text string, t *sitrep.Telling) []sitrep.Passage {
	spans := slices.Concat(t.Event.Mentions, t.Event.Terms, []sitrep.Span{t.Event.Trigger})
	for i := range t.Event.Tolls {
		spans = append(append(spans, t.Event.Tolls[i].Words), t.Event.Tolls[i].Mentions...)
	}
	for i := range t.Event.Actors {
		spans = append(spans, t.Event.Actors[i].Mentions...)
	}
	for i := range t.Claims {
		spans = append(spans, t.Claims[i].Content...)
	}
	slices.SortFunc(spans, bySpan)
	var out []sitrep.Passage
	for _, s := range slices.Compact(spans) {
		if s.Len() > 0 && s.Start >= 0 && s.End <= len(text) {
			out = append(out, sitrep.Passage{Span: s, Words: text[s.Start:s.End]})
		}
	}
	return out
}

func bySpan(a, b sitrep.Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// wordsOf are the content words of some spans.
func wordsOf(text string, spans []sitrep.Span) []string {
	var b strings.Builder
	for _, s := range spans {
		if s.Start >= 0 && s.End <= len(text) && s.Len() > 0 {
			b.WriteString(text[s.Start:s.End])
			b.WriteByte(' ')
		}
	}
	words := stems(b.String())
	return words[:min(len(words), most)]
}

// namesOf are the names of persons, bodies and places that a report speaks of, in the order in which they come, each once, in small letters.
func namesOf(r *sitrep.Reading) []string {
	type found struct {
		at   int
		name string
	}
	var all []found
	for i := range r.Toponyms {
		if p := &r.Toponyms[i]; !p.Adjectival {
			all = append(all, found{p.Start, nameKey(p.Place.Name)})
		}
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.Named && !e.State && len(e.Mentions) > 0 {
			all = append(all, found{e.Mentions[0].Start, nameKey(e.Name)})
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return strings.Compare(a.name, b.name)
	})
	var out []string
	for _, f := range all {
		if f.name != "" && !slices.Contains(out, f.name) && len(out) < most {
			out = append(out, f.name)
		}
	}
	return out
}

// nameKey is a name in small letters without articles, titles' stops and possessives.
func nameKey(name string) string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), notInWord) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w != "" && (len(out) > 0 || w != "the" && w != "a" && w != "an") {
			out = append(out, strings.ReplaceAll(strings.ReplaceAll(w, "'", ""), "’", ""))
		}
	}
	return strings.Join(out, " ")
}
