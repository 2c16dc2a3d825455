package geojson

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

func written(t *testing.T, list ...sitrep.Incident) map[string]any {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, rows.Head{Title: "Case", Base: "http://localhost:7350", Made: "2031-05-09T00:00:00Z"})
	for _, i := range list {
		if err := w.Write(&rows.Incident{Incident: i}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	return out
}

func at(id string, lat, lon float64) sitrep.Incident {
	return sitrep.Incident{ID: id, Kind: sitrep.Shelling, Title: "Shelling in Dorel <b>", Place: sitrep.Place{Name: "Dorel", Countries: []string{"XDR"}, Lat: lat, Lon: lon, Located: true, Precision: 4},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}}}
}

// What RFC 7946 asks of a feature collection.
func TestRFC7946(t *testing.T) {
	c := written(t, at("a", 10.5, 20.25), sitrep.Incident{ID: "b"}, at("c", -3, 179))
	features := c["features"].([]any)
	if c["type"] != "FeatureCollection" || len(features) != 3 {
		t.Fatalf("got %v with %d features", c["type"], len(features))
	}
	if want := []any{20.25, -3.0, 179.0, 10.5}; !reflect.DeepEqual(c["bbox"], want) {
		t.Errorf("the box is %v, want %v", c["bbox"], want)
	}
	for k, x := range features {
		f := x.(map[string]any)
		g, has := f["geometry"]
		if f["type"] != "Feature" || f["id"] != string("abc"[k]) || !has || f["properties"] == nil {
			t.Errorf("feature %d: %v", k, f)
		}
		if k == 1 {
			if g != nil {
				t.Errorf("an incident without a place stands at %v", g)
			}
			continue
		}
		p := g.(map[string]any)
		if xy := p["coordinates"].([]any); p["type"] != "Point" || len(xy) != 2 || k == 0 && (xy[0] != 20.25 || xy[1] != 10.5) {
			t.Errorf("feature %d: geometry %v, want longitude before latitude", k, p)
		}
	}
}

func TestUncertaintyIsAProperty(t *testing.T) {
	f := written(t, at("a", 1, 2))["features"].([]any)[0].(map[string]any)["properties"].(map[string]any)
	if f["uncertainty_km"] != 90.0 || f["where_prec"] != 4.0 || f["url"] != "http://localhost:7350/incidents/a" {
		t.Errorf("got %v, %v, %v", f["uncertainty_km"], f["where_prec"], f["url"])
	}
}

func TestAnInitiatorStandsWithWhoSaysSo(t *testing.T) {
	f := written(t, at("a", 1, 2))["features"].([]any)[0].(map[string]any)["properties"].(map[string]any)
	a := f["initiators"].([]any)[0].(map[string]any)
	if a["confidence"] != "accused" || !reflect.DeepEqual(a["according_to"], []any{"Lake Watch"}) {
		t.Errorf("got %v", a)
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	said, _ := json.Marshal(written(t, at("a", 1, 2), sitrep.Incident{ID: "b"})["left_out"])
	if !strings.Contains(string(said), "1 of 2 incidents have no place") {
		t.Errorf("got %s", said)
	}
}

func TestAnEmptyCollection(t *testing.T) {
	c := written(t)
	if f, ok := c["features"].([]any); !ok || len(f) != 0 || c["bbox"] != nil {
		t.Errorf("got %v", c)
	}
}
