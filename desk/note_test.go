package desk

import (
	"strings"
	"testing"

	"sitrep"
)

func TestNoteOfTheOutlet(t *testing.T) {
	filler := strings.Repeat("The talks went on by the lake. ", 60)
	const none, correction, retraction = sitrep.Note(""), sitrep.CorrectionNote, sitrep.RetractionNote
	cases := []struct {
		name, title, text string
		want              sitrep.Note
	}{
		{"plain", "Shells fall on Dorel", filler, none},
		{"at the foot", "Shells fall on Dorel", filler + "Correction: an earlier count of the dead was too high.", correction},
		{"at the head", "", "(Corrects number of dead in paragraph 2.)\n" + filler, correction},
		{"in the title", "CORRECTION - Three, not five, dead in Dorel", filler, correction},
		{"an earlier version", "", filler + "An earlier version of this story gave a higher toll.", correction},
		{"in the middle", "", filler + "A correction: he said so. " + filler, none},
		{"a house of correction", "", "Guards of the correction centre left. " + filler, none},
		{"an earlier report", "", "It was based on an earlier report of the ministry. " + filler, none},
		{"withdrawn", "", "This article has been withdrawn.\n" + filler, retraction},
		{"withdrawn at the foot", "", filler + "\nEditor's note: This story has been retracted.", retraction},
		{"taken back by the editors", "", "We retract this report.\n" + filler, retraction},
		{"a title that takes it back", "RETRACTED: Three dead in Dorel", filler, retraction},
		{"a kill", "KILL: Three dead in Dorel", filler, retraction},
		{"a report of others that was withdrawn", "", "The ministry said this report has been withdrawn by the union.\n" + filler, none},
		{"a withdrawal", "Withdrawal - troops leave Dorel", filler, none},
		{"the end of a line", "", filler + strings.Repeat("x", 390) + "this report was withdrawn", none},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := noteOf(&sitrep.Report{Title: c.title, Text: c.text}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNothingOfARetractedReportCounts(t *testing.T) {
	of := func(text string) *sitrep.Reading {
		return &sitrep.Reading{Report: &sitrep.Report{Text: text}, Events: make([]sitrep.Event, 1), Claims: make([]sitrep.Claim, 1)}
	}
	standing := func(r *sitrep.Reading) *sitrep.Reading { return standing(r, noteOf(r.Report)) }
	if r := standing(of("This story has been withdrawn.\nShells fell on Dorel.")); len(r.Events)+len(r.Claims) > 0 || len(r.Problems) != 1 {
		t.Errorf("of a retracted report stands %+v", r)
	}
	if r := standing(of("Shells fell on Dorel. Correction: an earlier count was too high.")); len(r.Events) != 1 || len(r.Claims) != 1 || len(r.Problems) > 0 {
		t.Errorf("of a corrected report stands %+v", r)
	}
}
