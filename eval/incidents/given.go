package incidents

import (
	"slices"
	"strings"
	"time"

	"sitrep"
	"sitrep/eval/gold"
)

// given is an answer as a reading: what a person found, and what the answers leave out as our own reading of the text has it (who a source is, and how a toll
// stands to others).
func given(a *gold.Answer, own *sitrep.Reading) *sitrep.Reading {
	r := &sitrep.Reading{Report: own.Report, Toponyms: own.Toponyms, Entities: own.Entities}
	for i := range a.Claims {
		r.Claims = append(r.Claims, givenClaim(&a.Claims[i], own.Claims))
	}
	var tolls []sitrep.Toll
	var actors []sitrep.Actor
	for i := range own.Events {
		tolls = append(tolls, own.Events[i].Tolls...)
		actors = append(actors, own.Events[i].Actors...)
	}
	for i := range a.Events {
		r.Events = append(r.Events, givenEvent(a, &a.Events[i], tolls, actors))
	}
	return r
}

func givenClaim(c *gold.Claim, own []sitrep.Claim) sitrep.Claim {
	out := sitrep.Claim{ID: c.ID, Source: c.Source, Side: c.Side, Mode: c.Mode, Stance: c.Stance, Content: c.Spans, About: c.About, Entity: -1, Cue: -1}
	best := 0
	for i := range own {
		if n := sitrep.Shared(own[i].Content, c.Spans); n > best && shareWord(own[i].Source, c.Source) {
			best, out.SourceKind, out.Actor, out.Via = n, own[i].SourceKind, own[i].Actor, own[i].Via
		}
	}
	return out
}

func shareWord(a, b string) bool {
	words := strings.Fields(strings.ToLower(b))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(a)), func(w string) bool { return len(w) > 3 && slices.Contains(words, w) })
}

func givenEvent(a *gold.Answer, e *gold.Event, tolls []sitrep.Toll, actors []sitrep.Actor) sitrep.Event {
	out := sitrep.Event{ID: e.ID, Kind: e.Kind, Status: e.Status, News: e.News, When: interval(e.From, e.To), Mentions: e.Spans}
	if len(e.Spans) > 0 {
		out.Trigger = e.Spans[0]
	}
	for _, p := range e.Places {
		out.Places = append(out.Places, givenPlace(p))
	}
	for _, x := range e.Actors {
		out.Actors = append(out.Actors, givenActor(x, actors))
	}
	for i := range e.Tolls {
		out.Tolls = append(out.Tolls, givenToll(&e.Tolls[i], tolls))
	}
	for _, c := range a.Claims {
		if slices.Contains(c.About, e.ID) {
			out.Claims = append(out.Claims, c.ID)
		}
	}
	return out
}

func interval(from, to string) sitrep.Interval {
	var i sitrep.Interval
	i.From, _ = sitrep.ParseCivilDate(from)
	i.To, _ = sitrep.ParseCivilDate(to)
	i.Basis = sitrep.Told
	return i
}

// givenPlace takes how far off still counts for how finely the place is told.
func givenPlace(p gold.Place) sitrep.Place {
	out := sitrep.Place{Name: p.Name, Countries: p.Country, Precision: 5}
	switch {
	case p.Km <= 30:
		out.Precision = 2
	case p.Km >= 250 && len(p.Country) == 1:
		out.Precision = 6
	}
	if p.Lat != nil && p.Lon != nil {
		out.Lat, out.Lon, out.Located = *p.Lat, *p.Lon, true
	}
	return out
}

func givenActor(x gold.Actor, own []sitrep.Actor) sitrep.Actor {
	out := sitrep.Actor{Role: x.Role, Name: x.Name, Side: x.Side, Entity: -1, Head: -1}
	for i := range own {
		if own[i].Name == x.Name {
			out.ActorID, out.Kind, out.Named = own[i].ActorID, own[i].Kind, own[i].Named
		}
	}
	return out
}

func givenToll(x *gold.Toll, own []sitrep.Toll) sitrep.Toll {
	out := sitrep.Toll{Harm: x.Harm, Count: x.Count, CountTo: x.CountTo, Qualifier: x.Qualifier, Who: x.Who, Side: x.Side, Words: x.Span, Claim: x.Claim,
		Mentions: []sitrep.Span{x.Span}, ID: x.Words}
	if x.Civilian != nil {
		out.Civilian = sitrep.False
		if *x.Civilian {
			out.Civilian = sitrep.True
		}
	}
	for i := range own {
		if o := &own[i]; o.Harm == x.Harm && o.Count == x.Count && o.Words.Overlaps(x.Span) {
			out.Relation, out.People = o.Relation, o.People
		}
	}
	return out
}

// report is the text of an answer as it is, with nothing dropped.
func report(a *gold.Answer) *sitrep.Report {
	r := &sitrep.Report{ID: a.File, Title: a.Title, Text: a.Text, Language: "en", PublishedBasis: sitrep.PublishedGiven}
	r.Published, _ = time.Parse("2006-01-02", a.Published)
	return r
}

// Head is what is known of a report beside its text.
func Head(r *sitrep.Report, shingles []uint64) sitrep.ReportHead {
	return sitrep.ReportHead{ID: r.ID, SHA256: r.SHA256, URL: r.URL, Outlet: r.Outlet, Title: r.Title, Published: r.Published, Clock: r.Clock,
		PublishedBasis: r.PublishedBasis, Language: r.Language, Length: len(r.Text), Shingles: shingles, Version: 1}
}
