package text

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs; run go test -update and read the diff. Got:\n%s", path, got)
	}
}

func day(n int) time.Time { return time.Date(2031, 5, n, 9, 30, 0, 0, time.UTC) }

func may(n int) sitrep.CivilDate { return sitrep.CivilDate{Year: 2031, Month: 5, Day: n} }

func key(report string) sitrep.EventKey { return sitrep.EventKey{Report: report, Event: "e" + report} }

// shelling is an incident of an invented country in which all that a page shows is told.
func shelling() casebook.Dossier {
	toll := func(report string, n int, q sitrep.TollQualifier, origin, words, why string, published int) sitrep.TallyToll {
		return sitrep.TallyToll{Key: key(report), Toll: "t" + report, Count: n, Qualifier: q, Origin: origin, Published: day(published), Quote: words, Why: why}
	}
	incident := sitrep.Incident{ID: "3f2a9c", Kind: sitrep.Shelling, Title: "Shelling of Dorel, 2 May 2031", Status: sitrep.Disputed, News: true,
		When:  sitrep.Interval{From: may(2), To: may(2), Precision: sitrep.DayPrecision, Basis: sitrep.Resolved},
		Place: sitrep.Place{Name: "Dorel", Countries: []string{"XXK"}, Lat: 12.5, Lon: 45.25, Located: true, Precision: 2},
		Actors: []sitrep.IncidentActor{
			{Role: sitrep.Target, Name: "market in Dorel", Side: "XXK"},
			{Role: sitrep.Initiator, Name: "Northern Army", Side: "XXN", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}, DeniedBy: []string{"the Northern Army"}}},
		Events: []sitrep.EventKey{key("r1"), key("r2"), key("r3")},
		Tally: []sitrep.Tally{{Harm: sitrep.Killed, Side: "XXK", Civilian: sitrep.True, Low: 3, Best: 5, High: 9, Open: true,
			RestsOn: []sitrep.TallyToll{toll("r2", 5, sitrep.Exact, "Dorel hospital", "five people were killed", "last of its origin", 3),
				toll("r3", 9, sitrep.AtLeast, "Lake Watch", "at least nine dead", "last of its origin", 4)},
			SetAside: []sitrep.TallyToll{toll("r1", 3, sitrep.Exact, "Dorel hospital", "killing three", "an earlier figure of the origin", 2)},
			Why:      "the last figure of the hospital on the spot"}},
		Origins: []sitrep.Origin{{Name: "Dorel hospital", Kind: sitrep.MedicalOrRescue, Reports: []string{"r1", "r2"}, Copies: [][]string{{"r1", "r2"}}},
			{Name: "Lake Watch", Kind: sitrep.MonitorSource, Reports: []string{"r3"}}},
		Grade: sitrep.Contested, PartOf: "777777",
		Contradictions: []sitrep.Contradiction{{Field: "initiator", Entries: []sitrep.ContradictionEntry{
			{Value: "Northern Army", Origin: "Lake Watch", Key: key("r3"), Quote: "the Northern Army fired the shells"},
			{Value: "Northern Army", Origin: "a shepherd", Key: key("r2"), Quote: "it came from the north"},
			{Value: "denied", Origin: "the Northern Army", Key: key("r3"), Quote: "our guns were silent"}}}}}
	head := func(id string, n int, outlet, title string) sitrep.ReportHead {
		return sitrep.ReportHead{ID: id, Outlet: outlet, Title: title, Published: day(n), Clock: n == 2, PublishedBasis: sitrep.PublishedGiven, Version: 1}
	}
	first := incident
	first.Tally = []sitrep.Tally{{Harm: sitrep.Killed, Side: "XXK", Civilian: sitrep.True, Low: 3, Best: 3, High: 3}}
	first.Events, first.Origins, first.Grade = first.Events[:1], first.Origins[:1], sitrep.SingleOrigin
	battle := sitrep.Incident{ID: "777777", Title: "Battle of the lake", When: sitrep.Interval{From: may(1), To: may(9)}}
	return casebook.Dossier{Incident: incident, PartOf: &battle,
		Reports: []sitrep.ReportHead{head("r1", 2, "Dorel Radio", "Shells fall on a market"), head("r2", 3, "The Lake Wire", "Five dead in Dorel"), head("r3", 4, "Morning Post", "Monitor: nine dead")},
		Claims: []casebook.ClaimRow{
			{Report: head("r3", 4, "", ""), Claim: sitrep.Claim{Source: "Lake Watch", SourceKind: sitrep.MonitorSource, Stance: sitrep.Accuse}, Quote: "the Northern Army fired the shells"},
			{Report: head("r3", 4, "", ""), Claim: sitrep.Claim{Source: "the Northern Army", Side: "XXN", Stance: sitrep.Deny, Via: "The Lake Wire"}, Quote: "our guns were silent"}},
		Verdicts: []sitrep.Verdict{{A: key("r1"), B: key("r2"), Relation: sitrep.SameIncident, Score: 0.93, By: "rule", Reasons: []string{"same day", "same place, 0 km apart"}},
			{A: key("r3"), B: key("r9"), Relation: sitrep.NewIncident, Score: 0.2, By: "rule", Reasons: []string{"two weeks apart"}}},
		History: []casebook.IncidentVersion{{At: day(2), Incident: first}, {At: day(4), Incident: incident}}}
}

func TestWriteIncident(t *testing.T) {
	var b bytes.Buffer
	d := shelling()
	if err := WriteIncident(&b, &d, Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "incident.txt", b.String())
}

func TestTheCourseOfATruce(t *testing.T) {
	day := func(n int) sitrep.Interval { return sitrep.Interval{From: may(n), To: may(n)} }
	d := casebook.Dossier{Incident: sitrep.Incident{ID: "c1", Kind: sitrep.Ceasefire, Title: "Truce of the lake", Grade: sitrep.SingleOrigin, Course: []sitrep.Turn{
		{What: "agreed", When: day(5), By: "the mayor", Venue: "Dorel", Key: key("r1"), Quote: "shook hands"},
		{What: "in-effect", When: sitrep.Interval{From: may(6)}, AccordingTo: []string{"Lake Watch"}, Key: key("r1")},
		{What: "violation", When: sitrep.Interval{From: may(7), To: may(7), Basis: sitrep.Assumed}, By: "the Northern Army", AccordingTo: []string{"the Lake Front"}, Key: key("r1")}}},
		Reports: []sitrep.ReportHead{{ID: "r1", Outlet: "Dorel Radio"}}}
	var b bytes.Buffer
	if err := WriteIncident(&b, &d, Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "truce.txt", b.String())
}

func TestWriteWhy(t *testing.T) {
	var b bytes.Buffer
	d := shelling()
	const text = "Shells fell on a market in Dorel on Friday, killing three."
	reading := &sitrep.Reading{Report: &sitrep.Report{ID: "r1", Text: text}, Events: []sitrep.Event{{ID: "er1", Kind: sitrep.Shelling, Status: sitrep.Happened, Score: 0.91,
		When: sitrep.Interval{From: may(2), To: may(2)}, Mentions: []sitrep.Span{{Start: 0, End: 42}}, Why: []sitrep.Reason{{Field: "kind", Rule: "trigger fell", Words: sitrep.Span{Start: 7, End: 11}, Score: 0.88}},
		Actors: []sitrep.Actor{{Role: sitrep.Target, Name: "market in Dorel", Why: []sitrep.Reason{{Field: "role", Rule: "model"}}}},
		Tolls:  []sitrep.Toll{{Harm: sitrep.Killed, Count: 3, Words: sitrep.Span{Start: 44, End: 57}}}}}}
	e := Evidence{Reports: []casebook.StoredReport{{Head: d.Reports[0], Reading: reading}}, Show: func(s string) string { return s },
		Corrections: []sitrep.Correction{{ID: "c1", At: day(5), By: "ana", Op: sitrep.SetOp, Field: "toll.count", Value: "4", Anchor: sitrep.Anchor{Quote: "killing three"}, Reason: "misread"}}}
	if err := WriteWhy(&b, &d, e, Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "why.txt", b.String())
}

func TestWriteChanges(t *testing.T) {
	d := shelling()
	first, last := d.History[0].Incident, d.History[1].Incident
	changes := []casebook.IncidentChange{{After: *d.PartOf, At: day(3)}, {Before: first, After: last, At: day(4)}, {Before: *d.PartOf, At: day(4)}}
	var b bytes.Buffer
	if err := WriteChanges(&b, changes, day(2), day(5), Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "changes.txt", b.String())
	b.Reset()
	WriteChanges(&b, nil, day(2), time.Time{}, Style{})
	if !strings.Contains(b.String(), "nothing changed") {
		t.Errorf("got %q", b.String())
	}
}

// An initiator is never shown without who says it and how sure it is.
func TestNoAccusationStandsAlone(t *testing.T) {
	for _, confidence := range []sitrep.Confidence{sitrep.Fact, sitrep.ClaimedByDoer, sitrep.Accused, sitrep.AccusedByAuthorities, sitrep.Possible, ""} {
		for _, by := range [][]string{nil, {"Lake Watch"}} {
			got := rows.Actor(&sitrep.IncidentActor{Role: sitrep.Initiator, Name: "Northern Army", Confidence: confidence, AccordingTo: by, DeniedBy: []string{"the army"}})
			if rows.Sureness(confidence) == "" || !strings.Contains(got, rows.Sureness(confidence)) || !strings.Contains(got, "denied by the army") ||
				!strings.Contains(got, "according to Lake Watch") && !strings.Contains(got, "reporters' own voice") {
				t.Errorf("%q by %v: %q", confidence, by, got)
			}
		}
	}
}

func TestAccusation(t *testing.T) {
	for _, c := range []struct {
		confidence sitrep.Confidence
		by, denied []string
		want       string
	}{
		{sitrep.Fact, nil, nil, "told as a fact: the army (XXN)"},
		{sitrep.Accused, []string{"Lake Watch"}, nil, "accused by Lake Watch: the army (XXN)"},
		{sitrep.Accused, nil, nil, "accused, according to the reporters: the army (XXN)"},
		{sitrep.AccusedByAuthorities, []string{"the mayor"}, []string{"the army"}, "denied by the army; accused by authorities (the mayor): the army (XXN)"},
		{sitrep.ClaimedByDoer, []string{"the army"}, nil, "says so itself, according to the army: the army (XXN)"},
		{sitrep.Possible, nil, nil, "possibly, according to the reporters: the army (XXN)"},
	} {
		if got := Accusation(&sitrep.IncidentActor{Name: "the army", Side: "XXN", Confidence: c.confidence, AccordingTo: c.by, DeniedBy: c.denied}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
