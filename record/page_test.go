package record

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/internal/terminal"
)

const pageText = `DOREL, June 16 – Rebels shelled the market of Dorel on Tuesday, killing at least three people and wounding 9 to 12, the mayor said. Dozens fled.

The Marun Front denied that it had fired. A truce of May 4 bars both sides from the town. Upland called on the front to leave Dorel. The front refused to go.

Talks are to begin in Kesh on Friday. The war began in 2019. Unknown men tried to burn a bridge.`

// at is where words stand in the text.
func at(words string) sitrep.Span {
	i := strings.Index(pageText, words)
	if i < 0 {
		panic(words)
	}
	return sitrep.Span{Start: i, End: i + len(words)}
}

// invented is a reading made by hand that has something in every part of the page.
func invented() *sitrep.Reading {
	day := func(s string) sitrep.CivilDate {
		d, err := sitrep.ParseCivilDate(s)
		if err != nil {
			panic(err)
		}
		return d
	}
	dorel := sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Precision: 3, Located: true, Lat: 1, Lon: 2}
	kesh := sitrep.Place{Name: "Kesh"}
	return &sitrep.Reading{
		Report: &sitrep.Report{ID: "r", Title: "Shelling kills three in Dorel", Outlet: "Dorel Radio", Text: pageText, Published: time.Date(2021, 6, 16, 0, 0, 0, 0, time.UTC),
			PublishedBasis: sitrep.PublishedText, Dateline: sitrep.Dateline{Place: "DOREL"}},
		Claims: []sitrep.Claim{
			{ID: "c1", Source: "the mayor", Side: "UPL", SourceKind: sitrep.LocalOfficial, Mode: sitrep.IndirectMode, Stance: sitrep.Assert,
				Content: []sitrep.Span{at("Rebels shelled the market of Dorel on Tuesday, killing at least three people and wounding 9 to 12")}},
			{ID: "c2", Source: "The Marun Front", Side: "MARUN", SourceKind: sitrep.ArmedGroupSource, Stance: sitrep.Deny, Content: []sitrep.Span{at("that it had fired")}},
			{ID: "c3", Source: "Upland", Side: "UPL", SourceKind: sitrep.GovernmentSource, Stance: sitrep.Demand, To: "the front", Content: []sitrep.Span{at("to leave Dorel")}},
			{ID: "c4", Source: "The Marun Front", Side: "MARUN", SourceKind: sitrep.ArmedGroupSource, Stance: sitrep.Reject, Answers: "c3", Content: []sitrep.Span{at("to go")}},
		},
		Events: []sitrep.Event{
			{ID: "e1", Kind: sitrep.Shelling, Status: sitrep.Disputed, News: true, When: sitrep.Interval{From: day("2021-06-15"), To: day("2021-06-15"), Basis: sitrep.Resolved},
				Places: []sitrep.Place{dorel}, Mentions: []sitrep.Span{at("Rebels shelled the market of Dorel on Tuesday")}, Violates: "e2",
				Actors: []sitrep.Actor{{Role: sitrep.Initiator, Name: "Marun Front", Side: "MARUN", AccordingTo: []string{"c1"}, DeniedBy: []string{"c2"}, Confidence: sitrep.AccusedByAuthorities},
					{Role: sitrep.Target, Name: "people"}},
				Tolls: []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 3, Qualifier: sitrep.AtLeast, Who: "people", Claim: "c1", Words: at("at least three people")},
					{ID: "t2", Harm: sitrep.Wounded, Count: 9, CountTo: 12, Qualifier: sitrep.Range, Claim: "c1", Words: at("wounding 9 to 12"), Relation: sitrep.PartToll}}},
			{ID: "e2", Kind: sitrep.Ceasefire, Status: sitrep.Happened, When: sitrep.Interval{From: day("2021-05-04"), To: day("2021-05-04"), Basis: sitrep.Told}, Phase: "in-effect",
				Mentions: []sitrep.Span{at("A truce of May 4")}, Terms: []sitrep.Span{at("bars both sides from the town")}},
			{ID: "e3", Kind: sitrep.Talks, Status: sitrep.Planned, News: true, When: sitrep.Interval{From: day("2021-06-18"), Basis: sitrep.Resolved}, Places: []sitrep.Place{kesh},
				Mentions: []sitrep.Span{at("Talks are to begin in Kesh on Friday")}},
			{ID: "e4", Kind: sitrep.Displacement, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: day("2021-06-16"), To: day("2021-06-16"), Basis: sitrep.Assumed},
				Mentions: []sitrep.Span{at("Dozens fled")}, Tolls: []sitrep.Toll{{ID: "t3", Harm: sitrep.Displaced, Count: 24, Qualifier: sitrep.Vague, Words: at("Dozens")}}},
			{ID: "e5", Kind: sitrep.War, Status: sitrep.Ongoing, When: sitrep.Interval{From: day("2019"), Basis: sitrep.Told}, Mentions: []sitrep.Span{at("The war began in 2019")}},
			{ID: "e6", Kind: sitrep.Destruction, Status: sitrep.Happened, Stage: sitrep.Attempted, News: true, Mentions: []sitrep.Span{at("Unknown men tried to burn a bridge")},
				Actors: []sitrep.Actor{{Role: sitrep.Initiator, Name: "Unknown men", Confidence: sitrep.Fact}},
				Why:    []sitrep.Reason{{Field: "score", Rule: "by hand", Words: at("burn"), Score: 0.5}}},
		},
		Problems: []sitrep.Problem{{Stage: "page", Err: "the year of the dateline is that of the address"}},
	}
}

func pageOf(t *testing.T, r *sitrep.Reading, style PageStyle) string {
	t.Helper()
	var b bytes.Buffer
	if err := WritePage(&b, r, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	for name, style := range map[string]PageStyle{"page.txt": {}, "page-why-narrow.txt": {Width: 60, Why: true}} {
		got, file := pageOf(t, invented(), style), filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
			t.Errorf("%s differs (go test ./record -update writes it anew):\n%s", file, got)
		}
	}
}

func TestPageKeepsItsWidth(t *testing.T) {
	for _, width := range []int{40, 72} {
		for _, line := range strings.Split(pageOf(t, invented(), PageStyle{Width: width, Why: true}), "\n") {
			if terminal.Width(line) > width {
				t.Errorf("%d columns, want at most %d: %q", terminal.Width(line), width, line)
			}
		}
	}
}

// Whoever is named as the one who did it stands with who says so, in one line, whatever is known of it.
func TestNoAccusationWithoutItsAccuser(t *testing.T) {
	for _, c := range []struct {
		name  string
		actor sitrep.Actor
		want  string
	}{
		{"the reporter says it", sitrep.Actor{Confidence: sitrep.Fact}, "initiator: Marun Front (MARUN)"},
		{"one accuses", sitrep.Actor{Confidence: sitrep.Accused, AccordingTo: []string{"c3"}}, "initiator: Marun Front (MARUN), according to Upland"},
		{"two accuse", sitrep.Actor{Confidence: sitrep.Accused, AccordingTo: []string{"c1", "c3"}}, "initiator: Marun Front (MARUN), according to the mayor, Upland"},
		{"denied", sitrep.Actor{Confidence: sitrep.Accused, AccordingTo: []string{"c3"}, DeniedBy: []string{"c2"}}, "initiator: Marun Front (MARUN), according to Upland; denied by The Marun Front"},
		{"suspected", sitrep.Actor{Confidence: sitrep.Possible}, "initiator: Marun Front (MARUN), suspected"},
		{"accused by nobody known", sitrep.Actor{Confidence: sitrep.Accused}, "initiator: Marun Front (MARUN), suspected"},
		{"claims the deed", sitrep.Actor{Confidence: sitrep.ClaimedByDoer}, "initiator: Marun Front (MARUN), by its own claim"},
		{"the accuser is lost", sitrep.Actor{Confidence: sitrep.Accused, AccordingTo: []string{"gone"}}, "initiator: Marun Front (MARUN), suspected"},
		{"nothing is known of it", sitrep.Actor{}, "initiator: Marun Front (MARUN), suspected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := invented()
			c.actor.Role, c.actor.Name, c.actor.Side = sitrep.Initiator, "Marun Front", "MARUN"
			r.Events = r.Events[:1]
			r.Events[0].Actors = []sitrep.Actor{c.actor}
			for _, line := range strings.Split(pageOf(t, r, PageStyle{}), "\n") {
				if line = strings.TrimSpace(line); strings.HasPrefix(line, "initiator:") {
					if line != c.want {
						t.Errorf("got  %s\nwant %s", line, c.want)
					}
					return
				}
			}
			t.Error("no initiator on the page")
		})
	}
}

func TestPageOfNothing(t *testing.T) {
	got := pageOf(t, &sitrep.Reading{Report: &sitrep.Report{Text: "Bread is dear."}}, PageStyle{})
	for _, want := range []string{"(no title)", "day of publication not known", "no event of a conflict or a peace process was found"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q:\n%s", want, got)
		}
	}
}

// A stranger's text must not steer the terminal.
func TestPageIsClean(t *testing.T) {
	r := &sitrep.Reading{Report: &sitrep.Report{Title: "Truce\x1b[2J holds", Outlet: "Radio\u202e", Text: "A\x1b[31m truce."},
		Events: []sitrep.Event{{Kind: sitrep.Ceasefire, News: true, Mentions: []sitrep.Span{{Start: 0, End: 13}}}}}
	if got := pageOf(t, r, PageStyle{}); strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("the page holds control characters: %q", got)
	}
}
