package desk

import (
	"testing"

	"sitrep"
)

func question() *Question {
	span := sitrep.Span{Start: 0, End: 6}
	toll := sitrep.Span{Start: 10, End: 23}
	return &Question{A: sitrep.Telling{Key: sitrep.EventKey{Report: "r1", Event: "e1"}, Report: sitrep.ReportHead{ID: "r1", SHA256: "aa"},
		Event:  sitrep.Event{Trigger: span, Tolls: []sitrep.Toll{{Words: toll, Count: 3}}},
		Quotes: []sitrep.Passage{{Span: span, Words: "Shells"}, {Span: toll, Words: "killing three"}}},
		B: sitrep.Telling{Key: sitrep.EventKey{Report: "r2", Event: "e2"}}}
}

func TestFix(t *testing.T) {
	cases := []struct{ words, op, field, value, quote, err string }{
		{"kind shelling", "set", "event.kind", `"shelling"`, "Shells", ""},
		{"from 2031-05-02", "set", "event.from", `"2031-05-02"`, "Shells", ""},
		{"to none", "set", "event.to", "null", "Shells", ""},
		{"news no", "set", "event.news", "false", "Shells", ""},
		{"place Upper Dorel", "set", "event.places", `[{"name":"Upper Dorel"}]`, "Shells", ""},
		{"toll 1 count 4", "set", "toll.count", "4", "killing three", ""},
		{"toll 1 civilian none", "set", "toll.civilian", "null", "killing three", ""},
		{"toll 1 none", "reject", "toll", "", "killing three", ""},
		{"toll 2 count 4", "", "", "", "", `fix toll "2": the event has 1 tolls`},
		{"toll 1 count many", "", "", "", "", `fix count: "many" is no number of people`},
		{"kind picnic", "", "", "", "", `fix kind: "picnic" is no kind of event: docs/record.md lists them`},
		{"from someday", "", "", "", "", `fix from: date "someday": want YYYY-MM-DD, YYYY-MM or YYYY`},
		{"kind", "", "", "", "", `fix "kind": a field and its value are wanted: ` + FixHelp},
		{"colour red", "", "", "", "", `fix "colour red": there is no field "colour": ` + FixHelp},
	}
	for _, c := range cases {
		t.Run(c.words, func(t *testing.T) {
			got, err := question().Fix(c.words)
			if err != nil {
				if err.Error() != c.err {
					t.Errorf("error %q, want %q", err, c.err)
				}
				return
			}
			if c.err != "" || string(got.Op) != c.op || got.Field != c.field || got.Value != c.value || got.Anchor.Quote != c.quote || got.Anchor.Report != "r1" || got.Anchor.SHA256 != "aa" {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestADayThatIsNotTold(t *testing.T) {
	for _, word := range []string{"", "none"} {
		if v, err := FieldValue("to", word); v != nil || err != nil {
			t.Errorf("to %q: %v, %v", word, v, err)
		}
	}
	if _, err := FieldValue("kind", ""); err == nil {
		t.Error("no kind is taken for a kind")
	}
}

func TestJudgementsOfAJoin(t *testing.T) {
	q := question()
	q.Join = &sitrep.Verdict{Relation: sitrep.SameIncident}
	if a, r := q.Accept(), q.Reject(); a.Op != sitrep.MergeOp || len(a.Events) != 2 || r.Op != sitrep.SplitOp || len(r.Events) != 1 || r.Value != `[{"report":"r1","event":"e1"}]` {
		t.Errorf("same: accepted %+v, rejected %+v", a, r)
	}
	q.Join.Relation = sitrep.NewIncident
	if a, r := q.Accept(), q.Reject(); a.Op != sitrep.SplitOp || r.Op != sitrep.MergeOp {
		t.Errorf("new: accepted %+v, rejected %+v", a, r)
	}
	q.Join = nil
	if a, r := q.Accept(), q.Reject(); a.Op != sitrep.AcceptOp || r.Op != sitrep.RejectOp || a.Field != "event" || r.Anchor.Quote != "Shells" {
		t.Errorf("event: accepted %+v, rejected %+v", a, r)
	}
}
