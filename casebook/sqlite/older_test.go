package sqlite

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// older unpacks a casebook of an older shape, which holds what filled puts into one.
func older(t *testing.T, name string) string {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "case")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func filled(t *testing.T) *Book {
	t.Helper()
	b, err := Temporary(Options{})
	if err != nil {
		t.Fatal(err)
	}
	casebooktest.PlantVictim(t, b)
	for i := range 5 {
		if _, err := b.File(t.Context(), casebooktest.Filing(i)); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// answersOf is what a casebook answers to some questions.
func answersOf(t *testing.T, b *Book) map[string]string {
	t.Helper()
	out := map[string]string{}
	take := func(name string, v any, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		text, _ := json.Marshal(v)
		out[name] = string(text)
	}
	for name, q := range map[string]casebook.Query{"all": {}, "country": {Country: "UPL"}, "text": {Text: "hit"}, "toll": {HasToll: true, Order: casebook.Deadly},
		"days": {From: sitrep.CivilDate{Year: 2021, Month: 6}, To: sitrep.CivilDate{Year: 2021, Month: 6}}, "radius": {Lat: 10, Lon: 20, Km: 50}, "source": {Source: "hospital"}} {
		incidents, err := b.Incidents(t.Context(), q)
		take(name+" incidents", incidents, err)
		claims, err := b.Claims(t.Context(), q)
		for i := range claims.Rows {
			claims.Rows[i].Report = sitrep.ReportHead{} // has the time of filing
		}
		take(name+" claims", claims, err)
		tolls, err := b.Tolls(t.Context(), q)
		for i := range tolls.Rows {
			tolls.Rows[i].Report = sitrep.ReportHead{}
		}
		take(name+" tolls", tolls, err)
		actors, err := b.Actors(t.Context(), q)
		take(name+" actors", actors, err)
		sources, err := b.Sources(t.Context(), q)
		take(name+" sources", sources, err)
		facets, err := b.Facets(t.Context(), q)
		take(name+" facets", facets, err)
	}
	return out
}

func TestOlderCasebooksAnswerAsNewOnes(t *testing.T) {
	fresh := filled(t)
	defer closed(t, fresh)
	want := answersOf(t, fresh)
	for _, name := range []string{"shape-3.db.gz"} {
		b, err := Open(older(t, name), Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, 7)
		for question, got := range answersOf(t, b) {
			if got != want[question] {
				t.Errorf("%s: %s: got\n%s\nwant\n%s", name, question, got, want[question])
			}
		}
		closed(t, b)
	}
}

func TestAnOlderCasebookIsNotReadAsItIs(t *testing.T) {
	_, err := OpenReadOnly(older(t, "shape-3.db.gz"), Options{})
	if err == nil {
		t.Fatal("no error")
	}
	fails(t, err, err, "open it once with a command that writes")
}
