package jsonl

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

func incident(id string) *rows.Incident {
	return &rows.Incident{Incident: sitrep.Incident{ID: id, Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 1, Best: 1, High: 1,
		RestsOn: []sitrep.TallyToll{{Key: sitrep.EventKey{Report: "r1"}, Quote: "one dead", Span: sitrep.Span{Start: 3, End: 11}}}}}}}
}

// text begins with a letter of two bytes: offsets out here are of code points.
func text(string) (string, bool) { return "é: one dead", true }

func TestEveryLineIsAnIncident(t *testing.T) {
	var b bytes.Buffer
	w := New(&b, text)
	for _, id := range []string{"a", "b"} {
		if err := w.Write(incident(id)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	var got struct {
		Schema, ID string
		Tally      []struct {
			Rests []struct{ Start, End int } `json:"rests_on"`
		}
	}
	if len(lines) != 2 || json.Unmarshal([]byte(lines[1]), &got) != nil || got.ID != "b" || got.Schema != "sitrep-incident/1" {
		t.Fatalf("got %+v of\n%s", got, b.String())
	}
	if r := got.Tally[0].Rests[0]; r.Start != 2 || r.End != 10 {
		t.Errorf("offsets %+v, want 2 and 10", r)
	}
}

func TestAnArray(t *testing.T) {
	for n := range 3 {
		var b bytes.Buffer
		w := NewArray(&b, nil)
		for range n {
			if err := w.Write(incident("a")); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		var got []any
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || len(got) != n {
			t.Errorf("of %d: %v, %v", n, got, err)
		}
	}
}
