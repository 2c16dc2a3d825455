package kml

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

func written(t *testing.T, list ...sitrep.Incident) string {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, rows.Head{Title: "Lake & hills"})
	for _, i := range list {
		if err := w.Write(&rows.Incident{Incident: i}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// children are the names of the elements in each placemark, in order.
func children(t *testing.T, doc string) (out [][]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(doc))
	depth, in := 0, -1
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, doc)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; e.Name.Local == "Placemark" {
				in, out = depth, append(out, nil)
			} else if depth == in+1 {
				out[len(out)-1] = append(out[len(out)-1], e.Name.Local)
			}
		case xml.EndElement:
			depth--
		}
	}
}

// The schema of KML asks for its elements in one order.
func TestElementsStandInTheOrderOfTheSchema(t *testing.T) {
	day := sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}
	doc := written(t, sitrep.Incident{ID: "a", Title: "Shelling <in> Dorel", When: sitrep.Interval{From: day, To: day}, Place: sitrep.Place{Lat: 10, Lon: 20, Located: true},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}}}, sitrep.Incident{ID: "b"})
	got := children(t, doc)
	if len(got) != 2 || !slices.Equal(got[0], []string{"name", "description", "TimeSpan", "ExtendedData", "Point"}) || slices.Contains(got[1], "Point") || slices.Contains(got[1], "TimeSpan") {
		t.Errorf("got %v", got)
	}
	for _, want := range []string{"<coordinates>20.00000,10.00000</coordinates>", "<begin>2031-05-02</begin>", "Northern Army – accused, according to Lake Watch", "Lake &amp; hills"} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %q in\n%s", want, doc)
		}
	}
}

func TestAnEmptyDocument(t *testing.T) {
	if got := children(t, written(t)); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
