package brief_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// fake is a casebook in memory that answers what a brief asks.
type fake struct {
	casebook.Asker
	incidents []sitrep.Incident
	reports   map[string]casebook.StoredReport
	claims    []casebook.ClaimRow
	changes   []casebook.IncidentChange
}

func (f *fake) Incidents(_ context.Context, q casebook.Query) (casebook.Page[sitrep.Incident], error) {
	var rows []sitrep.Incident
	for _, i := range f.incidents {
		if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, i.Kind) || q.Country != "" && !slices.Contains(i.Place.Countries, q.Country) {
			continue
		}
		if i.When.From.First().After(q.To.Last()) || !i.When.To.IsZero() && i.When.To.Last().Before(q.From.First()) {
			continue
		}
		rows = append(rows, i)
	}
	return casebook.Page[sitrep.Incident]{Rows: rows, Total: len(rows)}, nil
}

func (f *fake) Incident(_ context.Context, id string) (sitrep.Incident, error) {
	for _, i := range f.incidents {
		if i.ID == id {
			return i, nil
		}
	}
	return sitrep.Incident{}, casebook.ErrNotFound
}

func (f *fake) Heads(_ context.Context, reports []string) (map[string]sitrep.ReportHead, error) {
	out := map[string]sitrep.ReportHead{}
	for _, id := range reports {
		if r, ok := f.reports[id]; ok {
			out[id] = r.Head
		}
	}
	return out, nil
}

func (f *fake) Report(_ context.Context, id string, _ int) (casebook.StoredReport, error) {
	r, ok := f.reports[id]
	if !ok {
		return r, casebook.ErrNotFound
	}
	return r, nil
}

func (f *fake) Claims(_ context.Context, q casebook.Query) (casebook.Page[casebook.ClaimRow], error) {
	var rows []casebook.ClaimRow
	for _, c := range f.claims {
		if (len(q.Stances) == 0 || slices.Contains(q.Stances, c.Claim.Stance)) && (q.Incident == "" || slices.Contains(c.Incidents, q.Incident)) {
			rows = append(rows, c)
		}
	}
	return casebook.Page[casebook.ClaimRow]{Rows: rows, Total: len(rows)}, nil
}

func (f *fake) Changes(context.Context, time.Time, time.Time) ([]casebook.IncidentChange, error) {
	return f.changes, nil
}

func (f *fake) Private(_ context.Context, reports []string) (map[string][]casebook.PrivateName, error) {
	out := map[string][]casebook.PrivateName{}
	for _, id := range reports {
		if p := f.reports[id].Private; len(p) > 0 {
			out[id] = p
		}
	}
	return out, nil
}

// file adds a report to the case.
func (f *fake) file(id, outlet, day, text string) *sitrep.Reading {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	r := &sitrep.Reading{Report: &sitrep.Report{ID: id, Outlet: outlet, Text: text, Published: at}}
	if f.reports == nil {
		f.reports = map[string]casebook.StoredReport{}
	}
	f.reports[id] = casebook.StoredReport{Head: sitrep.ReportHead{ID: id, Outlet: outlet, Published: at, URL: "https://news.example/" + id}, Reading: r}
	return r
}

// words are the span of words in a report, which have to stand there.
func (f *fake) words(report, words string) sitrep.Span {
	i := strings.Index(f.reports[report].Reading.Report.Text, words)
	if i < 0 {
		panic(report + " does not say: " + words)
	}
	return sitrep.Span{Start: i, End: i + len(words)}
}

// event adds an event to a report, told by some words.
func (f *fake) event(report, id, words string, when sitrep.Interval) sitrep.EventKey {
	s := f.words(report, words)
	r := f.reports[report].Reading
	r.Events = append(r.Events, sitrep.Event{ID: id, Trigger: s, Mentions: []sitrep.Span{s}, When: when})
	return sitrep.EventKey{Report: report, Event: id}
}

// toll is a toll of an event in its report's words.
func (f *fake) toll(k sitrep.EventKey, count int, q sitrep.TollQualifier, origin, words string) sitrep.TallyToll {
	return sitrep.TallyToll{Key: k, Toll: words, Count: count, Qualifier: q, Origin: origin, Published: f.reports[k.Report].Head.Published, Quote: words, Span: f.words(k.Report, words)}
}

// holds adds a claim to the reading of a report.
func (f *fake) holds(report, source string, stance sitrep.Stance, content string) {
	r := f.reports[report].Reading
	r.Claims = append(r.Claims, sitrep.Claim{ID: source + content, Source: source, Stance: stance, Content: []sitrep.Span{f.words(report, content)}})
}

// claim adds a claim to a report.
func (f *fake) claim(report, id, source string, stance sitrep.Stance, quote string, incidents ...string) *casebook.ClaimRow {
	f.claims = append(f.claims, casebook.ClaimRow{Report: f.reports[report].Head, Quote: quote, Incidents: incidents,
		Claim: sitrep.Claim{ID: id, Source: source, Stance: stance, Content: []sitrep.Span{f.words(report, quote)}}})
	return &f.claims[len(f.claims)-1]
}

func on(t testing.TB, s string) sitrep.Interval {
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return sitrep.Interval{From: d, To: d, Precision: sitrep.DayPrecision, Basis: sitrep.Resolved}
}

func date(t testing.TB, s string) sitrep.CivilDate { return on(t, s).From }

// darvin is a case of an invented country: a strike with rival tolls and a lowered one, a truce that nobody speaks of any more, a round of talks, a demand
// and its rejection.
func darvin(t testing.TB) *fake {
	f := &fake{}
	f.file("w1", "First Wire", "2021-05-04", "DARVIN - An airstrike hit a market in Darvin on Monday, killing at least 12 people, the Northern Monitor said. Karim Haddad, a baker, was among the dead. "+
		"The Norland army accused Sudland. Sudland's defence ministry said that it had made no strike.")
	f.file("w2", "Second Post", "2021-05-06", "Seven people died in Monday's strike on the market in Darvin, the town's hospital said. The Northern Monitor took its count down to 9.")
	f.file("w3", "Third Radio", "2021-04-02", "Norland and Sudland agreed on a truce for the river line, the envoy Ilse Morgen said on Friday. Norland said that Sudland broke it on Saturday with mortar fire.")
	f.file("w4", "First Wire", "2021-05-05", "Delegations of Norland and Sudland met in Karvel on Wednesday with Ilse Morgen as mediator. Norland demanded that Sudland leave the river line. Sudland rejected this.")
	f.reports["w1"].Reading.Timexes = append(f.reports["w1"].Reading.Timexes, sitrep.Timex{Span: f.words("w1", "on Monday"), Interval: on(t, "2021-05-03")})
	private := f.reports["w1"]
	private.Private = []casebook.PrivateName{{Name: "Karim Haddad", Forms: []string{"Karim Haddad", "Haddad", "Karim"}, Description: "a baker"}}
	f.reports["w1"] = private
	monday := on(t, "2021-05-03")
	a, b := f.event("w1", "e1", "airstrike", monday), f.event("w2", "e1", "strike", monday)
	f.incidents = append(f.incidents, f.strike(a, b, monday), f.truce(t), f.meeting(t))
	f.holds("w1", "the Northern Monitor", sitrep.Assert, "An airstrike hit a market in Darvin on Monday, killing at least 12 people")
	f.holds("w2", "the town's hospital", sitrep.Assert, "Seven people died in Monday's strike on the market in Darvin")
	f.holds("w3", "Ilse Morgen", sitrep.Assert, "Norland and Sudland agreed on a truce for the river line")
	f.claim("w1", "c1", "Sudland's defence ministry", sitrep.Deny, "it had made no strike", "i-strike")
	d := f.claim("w4", "c2", "Norland", sitrep.Demand, "that Sudland leave the river line")
	d.Claim.To, d.Answers = "Sudland", []string{"c3"}
	f.claim("w4", "c3", "Sudland", sitrep.Reject, "rejected this").Claim.Answers = "c2"
	return f
}

func (f *fake) strike(a, b sitrep.EventKey, when sitrep.Interval) sitrep.Incident {
	lowered := f.toll(b, 9, sitrep.Exact, "Northern Monitor", "took its count down to 9")
	first := f.toll(a, 12, sitrep.AtLeast, "Northern Monitor", "at least 12 people")
	first.Why = "an earlier figure of its origin"
	hospital := f.toll(b, 7, sitrep.Exact, "the town's hospital", "Seven people")
	return sitrep.Incident{
		ID: "i-strike", Kind: sitrep.Airstrike, Title: "Airstrike in Darvin", Status: sitrep.Happened, When: when, Place: sitrep.Place{Name: "Darvin", Countries: []string{"XNO"}, Located: true},
		Events: []sitrep.EventKey{a, b}, News: true, Grade: sitrep.Contested, FirstPublished: f.reports["w1"].Head.Published, LastPublished: f.reports["w2"].Head.Published,
		Origins: []sitrep.Origin{{Name: "Northern Monitor", Kind: sitrep.MonitorSource, Events: []sitrep.EventKey{a}}, {Name: "the town's hospital", Kind: sitrep.MedicalOrRescue, Events: []sitrep.EventKey{b}}},
		Actors: []sitrep.IncidentActor{
			{Role: sitrep.Initiator, Name: "Sudland", Confidence: sitrep.Accused, AccordingTo: []string{"The Norland army"}, DeniedBy: []string{"Sudland's defence ministry"}, Events: []sitrep.EventKey{a}},
			{Role: sitrep.Target, Name: "a market", Events: []sitrep.EventKey{a}},
			{Role: sitrep.Initiator, Name: "Westland", Confidence: sitrep.Fact, Events: []sitrep.EventKey{a}}, // no report has the name
		},
		Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 7, Best: 7, High: 9, RestsOn: []sitrep.TallyToll{hospital, lowered}, SetAside: []sitrep.TallyToll{first}}},
		Contradictions: []sitrep.Contradiction{{Field: "killed", Entries: []sitrep.ContradictionEntry{
			{Value: "7", Origin: "the town's hospital", Key: b, Quote: "Seven people", Span: f.words("w2", "Seven people")},
			{Value: "9", Origin: "Northern Monitor", Key: b, Quote: "took its count down to 9", Span: f.words("w2", "took its count down to 9")}}}},
	}
}

func (f *fake) truce(t testing.TB) sitrep.Incident {
	k := f.event("w3", "e1", "truce", on(t, "2021-04-02"))
	v := f.event("w3", "e2", "mortar fire", on(t, "2021-04-03"))
	return sitrep.Incident{ID: "i-truce", Kind: sitrep.Ceasefire, When: on(t, "2021-04-02"), Place: sitrep.Place{Name: "river line", Countries: []string{"XNO", "XSU"}}, Events: []sitrep.EventKey{k, v}, News: true,
		Grade: sitrep.SingleOrigin, FirstPublished: f.reports["w3"].Head.Published, LastPublished: f.reports["w3"].Head.Published,
		Origins: []sitrep.Origin{{Name: "Ilse Morgen", Events: []sitrep.EventKey{k}}},
		Course: []sitrep.Turn{
			{What: "agreed", When: on(t, "2021-04-02"), AccordingTo: []string{"Ilse Morgen"}, Key: k, Quote: "agreed on a truce", Span: f.words("w3", "agreed on a truce")},
			{What: "violation", When: on(t, "2021-04-03"), By: "Sudland", AccordingTo: []string{"Norland"}, Key: v, Quote: "Sudland broke it", Span: f.words("w3", "Sudland broke it")},
		}}
}

func (f *fake) meeting(t testing.TB) sitrep.Incident {
	k := f.event("w4", "e1", "met", on(t, "2021-05-05"))
	return sitrep.Incident{ID: "i-talks", Kind: sitrep.Talks, When: on(t, "2021-05-05"), Place: sitrep.Place{Name: "Karvel", Countries: []string{"XNO"}}, Events: []sitrep.EventKey{k}, News: true,
		Grade: sitrep.SingleOrigin, FirstPublished: f.reports["w4"].Head.Published, LastPublished: f.reports["w4"].Head.Published,
		Origins: []sitrep.Origin{{Name: "First Wire", Kind: sitrep.MediaSource, Events: []sitrep.EventKey{k}}},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Party, Name: "Norland", Events: []sitrep.EventKey{k}}, {Role: sitrep.Party, Name: "Sudland", Events: []sitrep.EventKey{k}},
			{Role: sitrep.Mediator, Name: "Ilse Morgen", Events: []sitrep.EventKey{k}}},
		Course: []sitrep.Turn{{What: "round", When: on(t, "2021-05-05"), By: "Ilse Morgen", Venue: "Karvel", Key: k, Quote: "met in Karvel", Span: f.words("w4", "met in Karvel")}}}
}
