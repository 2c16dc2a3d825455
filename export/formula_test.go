package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export"
	"sitrep/internal/sheet"
)

// hostile is a casebook in which every word is a formula.
type hostile struct {
	casebook.Asker
	word string
}

func (h hostile) head() sitrep.ReportHead {
	return sitrep.ReportHead{ID: h.word, Outlet: h.word, Title: h.word, URL: h.word, Published: time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)}
}

func (h hostile) incident() sitrep.Incident {
	day := sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}
	return sitrep.Incident{ID: h.word, Kind: sitrep.Shelling, Title: h.word, When: sitrep.Interval{From: day, To: day}, Place: sitrep.Place{Name: h.word, Countries: []string{h.word}, Within: []string{h.word, h.word}},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: h.word, Confidence: sitrep.ClaimedByDoer, AccordingTo: []string{h.word}}},
		Events: []sitrep.EventKey{{Report: h.word}}, Origins: []sitrep.Origin{{Name: h.word, Side: h.word, Kind: sitrep.Belligerent}},
		Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 1, Best: 1, High: 1, RestsOn: []sitrep.TallyToll{{Quote: h.word, Origin: h.word}}}}}
}

func (h hostile) Incidents(context.Context, casebook.Query) (casebook.Page[sitrep.Incident], error) {
	return casebook.Page[sitrep.Incident]{Rows: []sitrep.Incident{h.incident()}}, nil
}

func (h hostile) Incident(context.Context, string) (sitrep.Incident, error) { return h.incident(), nil }

func (h hostile) Reports(context.Context, casebook.Query) (casebook.Page[casebook.ReportRow], error) {
	return casebook.Page[casebook.ReportRow]{Rows: []casebook.ReportRow{{ReportHead: h.head()}}}, nil
}

func (h hostile) Claims(context.Context, casebook.Query) (casebook.Page[casebook.ClaimRow], error) {
	return casebook.Page[casebook.ClaimRow]{Rows: []casebook.ClaimRow{{Report: h.head(), Claim: sitrep.Claim{ID: h.word, Stance: sitrep.Threaten, Source: h.word, Via: h.word, To: h.word}, Quote: h.word, Incidents: []string{h.word}}}}, nil
}

func (h hostile) Tolls(context.Context, casebook.Query) (casebook.Page[casebook.TollRow], error) {
	return casebook.Page[casebook.TollRow]{Rows: []casebook.TollRow{{Report: h.head(), Incident: h.word, Toll: sitrep.Toll{Who: h.word, Side: h.word}, Quote: h.word, Source: h.word}}}, nil
}

func (h hostile) Actors(context.Context, casebook.Query) (casebook.Page[casebook.ActorRow], error) {
	return casebook.Page[casebook.ActorRow]{Rows: []casebook.ActorRow{{Name: h.word, Side: h.word, ActorID: h.word}}}, nil
}

func (h hostile) Sources(context.Context, casebook.Query) (casebook.Page[casebook.SourceRow], error) {
	return casebook.Page[casebook.SourceRow]{Rows: []casebook.SourceRow{{Name: h.word, Side: h.word}}}, nil
}

// 60 payloads go through every tabular format: no cell of it is live.
func TestNoFormatHasALiveFormula(t *testing.T) {
	for _, f := range export.Formats() {
		comma := map[string]rune{"text/csv": ',', "text/tab-separated-values": '\t'}[strings.SplitN(f.Type, ";", 2)[0]]
		if comma == 0 {
			continue
		}
		for _, begin := range []string{"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"} {
			for _, before := range []string{"", " ", "\t", "\r", "\u200b", `"`} {
				var b bytes.Buffer
				word := before + begin + "cmd|' /C calc'!A0"
				if _, err := f.Write(t.Context(), hostile{word: word}, &b, casebook.Query{}, export.Options{Names: true}); err != nil {
					t.Fatal(err)
				}
				r := csv.NewReader(&b)
				r.Comma = comma
				got, err := r.ReadAll()
				if err != nil || len(got) == 0 || !strings.Contains(strings.Join(got[len(got)-1], ""), "cmd|") {
					t.Fatalf("%s: %v: %q", f.Name, err, got)
				}
				for _, row := range got {
					for k, cell := range row {
						if !strings.HasPrefix(cell, "'") && sheet.Guard(cell) != cell {
							t.Errorf("%s: cell %d is live: %q", f.Name, k, cell)
						}
					}
				}
			}
		}
	}
}
