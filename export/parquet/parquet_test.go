package parquet

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"sitrep"
	"sitrep/export/rows"
)

var (
	day  = sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}
	full = sitrep.Incident{ID: "a1", Kind: sitrep.Shelling, Title: "Shelling, Dorel", Status: sitrep.Happened,
		When:  sitrep.Interval{From: day, To: sitrep.CivilDate{Year: 2031, Month: 5}, Precision: sitrep.MonthPrecision},
		Place: sitrep.Place{Name: "Dorel", Countries: []string{"LOW", "UPL"}, Lat: -1.5, Lon: 20, Located: true, Precision: 1},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Side: "NORTH", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}},
			{Role: sitrep.Initiator, Name: "Hill Guard", Confidence: sitrep.Fact}},
		Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9, Open: true}}, News: true,
		Origins: []sitrep.Origin{{Name: "the army", Side: "NORTH", Kind: sitrep.Belligerent}}, FirstPublished: time.Date(2031, 5, 3, 4, 5, 6, 0, time.FixedZone("", 3600))}
	bare = sitrep.Incident{ID: "b2", Kind: sitrep.Talks}
)

// written is a file of incidents.
func written(t *testing.T, geo bool, list ...sitrep.Incident) (*parquet.File, *Writer) {
	t.Helper()
	var b bytes.Buffer
	w := begin(&b, rows.Head{Title: "Lake"}, nil)
	if geo {
		w = NewGeo(&b, rows.Head{Title: "Lake"})
	}
	for i := range list {
		if err := w.Write(&rows.Incident{Incident: list[i]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return f, w
}

// cells are the values of the rows by the name of their column, as text.
func cells(t *testing.T, f *parquet.File) []map[string][]parquet.Value {
	t.Helper()
	var out []map[string][]parquet.Value
	for _, g := range f.RowGroups() {
		r := g.Rows()
		defer r.Close()
		for range g.NumRows() {
			buf := make([]parquet.Row, 1)
			if n, _ := r.ReadRows(buf); n != 1 {
				t.Fatal("a row is missing")
			}
			row := map[string][]parquet.Value{}
			for _, v := range buf[0] {
				if !v.IsNull() {
					name := f.Schema().Columns()[v.Column()][0]
					row[name] = append(row[name], v.Clone())
				}
			}
			out = append(out, row)
		}
	}
	return out
}

func TestColumnsAreThoseOfTheSheet(t *testing.T) {
	f, _ := written(t, true)
	var got []string
	for _, field := range f.Schema().Fields() {
		got = append(got, field.Name())
	}
	if want := append(rows.FieldNames(rows.IncidentFields()), "geometry"); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("columns %v, want %v", got, want)
	}
}

func TestAFileComesBack(t *testing.T) {
	f, _ := written(t, false, full, bare)
	got := cells(t, f)
	if len(got) != 2 {
		t.Fatalf("%d rows", len(got))
	}
	text := func(name string) string {
		var all []string
		for _, v := range got[0][name] {
			all = append(all, v.String())
		}
		return strings.Join(all, "|")
	}
	for name, want := range map[string]string{"id": "a1", "kind": "shelling", "from": "2031-05-02", "to": "2031-05", "countries": "LOW|UPL", "lat": "-1.5", "killed_low": "3", "killed_high": "9",
		"killed_open": "true", "news": "true", "initiators_confidence": "accused|fact", "initiators_according_to": "Lake Watch|the reporters themselves", "told_by_one_side_only": "NORTH",
		"wounded_low": "", "first_published": "1935543906000", "first_day": "22401", "last_day": "22430", "within": ""} {
		if text(name) != want {
			t.Errorf("%s: got %q, want %q", name, text(name), want)
		}
	}
	for _, name := range []string{"lat", "killed_best", "countries", "first_day", "first_published", "place"} {
		if v := got[1][name]; v != nil {
			t.Errorf("%s of an incident without it is %v", name, v)
		}
	}
	if v := got[1]["reports_count"]; len(v) != 1 || v[0].Int64() != 0 {
		t.Errorf("reports_count is %v", v)
	}
}

func TestGeometry(t *testing.T) {
	far := full
	far.Place.Lat, far.Place.Lon = 60, -179.5
	f, w := written(t, true, full, bare, far)
	got := cells(t, f)
	wkb := got[0]["geometry"][0].ByteArray()
	x, y := math.Float64frombits(binary.LittleEndian.Uint64(wkb[5:])), math.Float64frombits(binary.LittleEndian.Uint64(wkb[13:]))
	if len(wkb) != 21 || wkb[0] != 1 || binary.LittleEndian.Uint32(wkb[1:]) != 1 || x != 20 || y != -1.5 || got[1]["geometry"] != nil {
		t.Errorf("geometries %v, %v", wkb, got[1]["geometry"])
	}
	geo, _ := f.Lookup("geo")
	var m struct {
		Version string
		Primary string `json:"primary_column"`
		Columns map[string]struct {
			Encoding string
			Types    []string `json:"geometry_types"`
			BBox     [4]float64
		}
	}
	if err := json.Unmarshal([]byte(geo), &m); err != nil {
		t.Fatal(err)
	}
	c := m.Columns["geometry"]
	if m.Version != "1.1.0" || m.Primary != "geometry" || c.Encoding != "WKB" || strings.Join(c.Types, " ") != "Point" || c.BBox != [4]float64{-179.5, -1.5, 20, 60} {
		t.Errorf("metadata %s", geo)
	}
	if !strings.Contains(strings.Join(w.LeftOut(), " "), "1 of 3 incidents have no place on the map") {
		t.Errorf("left out: %v", w.LeftOut())
	}
	if about, _ := f.Lookup("sitrep"); !strings.Contains(about, `"title":"Lake"`) || !strings.Contains(about, "1 of 3 incidents") {
		t.Errorf("metadata %s", about)
	}
}

func TestAFileWithoutPlacesHasNoBox(t *testing.T) {
	f, _ := written(t, true, bare)
	if geo, _ := f.Lookup("geo"); strings.Contains(geo, "bbox") {
		t.Errorf("metadata %s", geo)
	}
}

func TestRowGroupsAreOfOneSize(t *testing.T) {
	if testing.Short() {
		t.Skip("writes many rows")
	}
	list := make([]sitrep.Incident, 2*group+1)
	for i := range list {
		list[i] = full
	}
	f, _ := written(t, false, list...)
	var got []int64
	for _, g := range f.RowGroups() {
		got = append(got, g.NumRows())
	}
	if len(got) != 3 || got[0] != group || got[2] != 1 {
		t.Errorf("groups of %v rows", got)
	}
}
