package csv

import (
	"bytes"
	sheets "encoding/csv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

// names are the columns, in order: who loads the sheet counts on them. New ones go to the end.
const names = "id,kind,title,status,from,to,date_precision,date_basis,place,within,countries,lat,lon,where_prec,uncertainty_km,geonames," +
	"initiators,initiators_confidence,initiators_according_to,initiators_denied_by,targets,parties,mediators," +
	"killed_low,killed_best,killed_high,killed_open,wounded_low,wounded_best,wounded_high,wounded_open,casualties_low,casualties_best,casualties_high,casualties_open," +
	"missing_low,missing_best,missing_high,missing_open,captured_low,captured_best,captured_high,captured_open,displaced_low,displaced_best,displaced_high,displaced_open," +
	"tolls,quote,quote_by,told_by_one_side_only,origins,origins_count,grade,graded_by_a_person,differ,news,last_turn,part_of,follows,reports,first_published,last_published,first_day,last_day,reports_count,rough"

func row(t *testing.T, i sitrep.Incident) map[string]string {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, false)
	if err := w.Write(&rows.Incident{Incident: i}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := sheets.NewReader(&b).ReadAll()
	if err != nil || len(got) != 2 || strings.Join(got[0], ",") != names {
		t.Fatalf("%v: columns\n%s", err, strings.Join(got[0], ","))
	}
	cells := map[string]string{}
	for k, name := range got[0] {
		cells[name] = got[1][k]
	}
	return cells
}

func TestARow(t *testing.T) {
	got := row(t, sitrep.Incident{ID: "a1", Place: sitrep.Place{Name: "Dorel", Lat: -1.5, Lon: 20, Located: true, Precision: 1},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Side: "NORTH", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch", "Lake Front"}},
			{Role: sitrep.Initiator, Name: "Hill Guard", Confidence: sitrep.Fact}},
		Tally:  []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9, Open: true}, {Harm: sitrep.Wounded, Side: "A", Best: 1}, {Harm: sitrep.Wounded, Side: "B", Best: 2}},
		Events: []sitrep.EventKey{{Report: "r1", Event: "e"}, {Report: "r1", Event: "f"}, {Report: "r2", Event: "e"}}})
	for name, want := range map[string]string{"id": "a1", "lat": "-1.5000", "lon": "20.0000", "uncertainty_km": "5", "killed_low": "3", "killed_high": "9", "killed_open": "true",
		"wounded_best": "", "initiators_denied_by": "", "rough": "", "reports": "r1; r2", "initiators_confidence": "accused | fact", "initiators_according_to": "Lake Watch; Lake Front | the reporters themselves",
		"initiators": "Northern Army (NORTH) – accused, according to Lake Watch, Lake Front; Hill Guard – told as a fact, in the reporters' own voice"} {
		if got[name] != want {
			t.Errorf("%s: got %q, want %q", name, got[name], want)
		}
	}
}

func TestAPlaceThatIsNotKnownHasNoCoordinates(t *testing.T) {
	got := row(t, sitrep.Incident{Place: sitrep.Place{Name: "Dorel", Precision: 1}})
	if got["lat"] != "" || got["lon"] != "" || got["uncertainty_km"] != "" {
		t.Errorf("got %q, %q, %q", got["lat"], got["lon"], got["uncertainty_km"])
	}
}

func TestTagsOfHXL(t *testing.T) {
	var b bytes.Buffer
	w := New(&b, true)
	if err := w.Write(&rows.Incident{Incident: sitrep.Incident{ID: "a"}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := sheets.NewReader(&b).ReadAll()
	if err != nil || len(got) != 3 || got[2][0] != "a" {
		t.Fatalf("%v: %q", err, got)
	}
	tags := map[string]string{}
	for k, name := range got[0] {
		tags[name] = got[1][k]
	}
	for name, want := range map[string]string{"id": "#event+code", "kind": "#event+type", "first_day": "#date+start", "lat": "#geo+lat", "killed_best": "#affected+killed",
		"killed_low": "#affected+killed+min", "wounded_best": "#affected+injured", "told_by_one_side_only": "", "origins": "#meta+source"} {
		if tags[name] != want {
			t.Errorf("%s: got %q, want %q", name, tags[name], want)
		}
	}
}
