package sqlite

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

var update = flag.Bool("update", false, "keep a casebook of the newest shape, where there is none")

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
	for _, name := range shapes(t) {
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

// shapes are the casebooks that are kept of older shapes, and of the newest one for the day when it is old.
func shapes(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "shape-*.db.gz"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%q, %v", files, err)
	}
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	return names
}

// A released shape is promised to open for ever: docs/compatibility.md. So a casebook of it is kept, made once, by the program of that shape, with -update; packaging/dist wants it for a version that is released.
func TestACasebookOfTheNewestShapeIsKept(t *testing.T) {
	file := filepath.Join("testdata", fmt.Sprintf("shape-%d.db.gz", Shape()))
	if _, err := os.Stat(file); err == nil {
		return
	} else if !*update {
		t.Skipf("%s is not there, and no version can be released without: go test ./casebook/sqlite -update makes it", file)
	}
	b := filled(t)
	copied := filepath.Join(t.TempDir(), "case")
	if err := b.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	closed(t, b)
	raw, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	w.Write(raw)
	w.Close()
	if err := os.WriteFile(file, packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnOlderCasebookIsNotReadAsItIs(t *testing.T) {
	_, err := OpenReadOnly(older(t, "shape-3.db.gz"), Options{})
	if err == nil {
		t.Fatal("no error")
	}
	fails(t, err, err, "open it once with a command that writes")
}
