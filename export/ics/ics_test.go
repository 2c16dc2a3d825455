package ics

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep"
	"sitrep/export/rows"
)

var day = sitrep.CivilDate{Year: 2031, Month: 12, Day: 31}

// written are the properties of a calendar, unfolded as RFC 5545, 3.1, says.
func written(t *testing.T, list ...sitrep.Incident) ([]string, *Writer) {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, rows.Head{Title: "Lake, hills", Made: "2031-05-09T01:02:03Z", Base: "http://case.example"})
	for i := range list {
		if err := w.Write(&rows.Incident{Incident: list[i]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(b.String(), "\r\n ", ""), "\r\n"), "\r\n"), w
}

func has(t *testing.T, lines []string, want ...string) {
	t.Helper()
	all := "\n" + strings.Join(lines, "\n") + "\n"
	for _, w := range want {
		if !strings.Contains(all, "\n"+w+"\n") {
			t.Errorf("no line %q in %s", w, all)
		}
	}
}

func TestAnEntry(t *testing.T) {
	got, _ := written(t, sitrep.Incident{ID: "a1", Kind: sitrep.Talks, Title: "Talks; Dorel, again", Status: sitrep.Planned, When: sitrep.Interval{From: day, To: day},
		Place:   sitrep.Place{Name: "Dorel", Lat: 1.5, Lon: 20, Located: true},
		Origins: []sitrep.Origin{{Name: "the ministry " + strings.Repeat("ж", 60), Side: "NORTH", Kind: sitrep.GovernmentSource}}})
	has(t, got, "BEGIN:VCALENDAR", "VERSION:2.0", `X-WR-CALNAME:Lake\, hills`, "UID:incident-a1@sitrep", "DTSTAMP:20310509T010203Z", "DTSTART;VALUE=DATE:20311231",
		"DTEND;VALUE=DATE:20320101", `SUMMARY:Talks\; Dorel\, again`, "CATEGORIES:talks", "STATUS:TENTATIVE", "LOCATION:Dorel", "GEO:1.5000;20.0000",
		"URL:http://case.example/incidents/a1", "X-SITREP-TOLD-BY-ONE-SIDE-ONLY:NORTH", "END:VCALENDAR")
	if n := strings.Count(strings.Join(got, "\n"), "BEGIN:VEVENT"); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestTurnsOfATruce(t *testing.T) {
	got, _ := written(t, sitrep.Incident{ID: "a", Title: "Truce", When: sitrep.Interval{From: day}, Course: []sitrep.Turn{{What: "agreed", When: sitrep.Interval{From: day, To: day}},
		{What: "violation", By: "Lake Front", AccordingTo: []string{"the army"}, When: sitrep.Interval{From: day.AddDays(3), To: day.AddDays(3)}, Quote: "They fired first."}, {What: "ended"}}})
	has(t, got, "UID:incident-a-turn-1@sitrep", "UID:incident-a-turn-2@sitrep", "SUMMARY:Truce: violation", `DESCRIPTION:violation by Lake Front\, according to the army\n“They fired first.”`, "DTSTART;VALUE=DATE:20320103")
	if n := strings.Count(strings.Join(got, "\n"), "BEGIN:VEVENT"); n != 3 {
		t.Errorf("%d entries", n)
	}
}

func TestAMonthIsNoEntry(t *testing.T) {
	month := sitrep.CivilDate{Year: 2031, Month: 12}
	got, w := written(t, sitrep.Incident{ID: "a", When: sitrep.Interval{From: month, To: month}}, sitrep.Incident{ID: "b"})
	if strings.Contains(strings.Join(got, "\n"), "VEVENT") || !strings.Contains(strings.Join(w.LeftOut(), " "), "2 incidents whose days") {
		t.Errorf("%v; %v", got, w.LeftOut())
	}
}

func TestNoValueLeavesItsLine(t *testing.T) {
	got, _ := written(t, sitrep.Incident{ID: "a\r\nX-EVIL:1", Title: "x\r\nBEGIN:VALARM\\", When: sitrep.Interval{From: day}})
	has(t, got, `SUMMARY:x\nBEGIN:VALARM\\`, `UID:incident-a\nX-EVIL:1@sitrep`)
}
