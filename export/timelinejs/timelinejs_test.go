package timelinejs

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

type timeline struct {
	Title  struct{ Text text }
	Scale  string
	Events []struct {
		Start   date   `json:"start_date"`
		End     *date  `json:"end_date"`
		Display string `json:"display_date"`
		Text    text
		Group   string
		ID      string `json:"unique_id"`
	}
}

func written(t *testing.T, list ...sitrep.Incident) (timeline, *Writer) {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, rows.Head{Title: "Lake & hills"})
	for i := range list {
		if err := w.Write(&rows.Incident{Incident: list[i]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var out timeline
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v: %s", err, b.String())
	}
	return out, w
}

func TestSlides(t *testing.T) {
	day, month := sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}, sitrep.CivilDate{Year: 2031, Month: 6}
	got, w := written(t, sitrep.Incident{ID: "a", Kind: sitrep.Shelling, Title: "<b>Shelling</b>", When: sitrep.Interval{From: day, To: day},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}}},
		sitrep.Incident{ID: "b", When: sitrep.Interval{From: day, To: month}}, sitrep.Incident{ID: "c", When: sitrep.Interval{To: month}}, sitrep.Incident{ID: "d"})
	if len(got.Events) != 3 || got.Scale != "human" || got.Title.Text.Headline != "Lake &amp; hills" {
		t.Fatalf("got %+v", got)
	}
	a, b, c := got.Events[0], got.Events[1], got.Events[2]
	if a.Start != (date{2031, 5, 2}) || a.End != nil || a.Display != "2031-05-02" || a.Group != "shelling" || a.ID != "a" || a.Text.Headline != "&lt;b&gt;Shelling&lt;/b&gt;" {
		t.Errorf("a day: %+v", a)
	}
	if !strings.Contains(a.Text.Text, "Northern Army – accused, according to Lake Watch") {
		t.Errorf("a day: %s", a.Text.Text)
	}
	if b.End == nil || *b.End != (date{2031, 6, 0}) || c.Start != (date{2031, 6, 0}) {
		t.Errorf("until a month: %+v, %+v", b.End, c.Start)
	}
	if left := strings.Join(w.LeftOut(), " "); !strings.Contains(left, "1 incidents without any date") || !strings.Contains(got.Title.Text.Text, "1 incidents without any date") {
		t.Errorf("left out: %s", left)
	}
}

func TestNoSlides(t *testing.T) {
	if got, _ := written(t); got.Events == nil || len(got.Events) != 0 {
		t.Errorf("got %+v", got)
	}
}
