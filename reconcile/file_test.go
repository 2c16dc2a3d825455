package reconcile

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
)

// What a file keeps of a telling is all that joining needs: joined from there, reports make the same incidents as joined at once from memory.
func TestAFileJoinsAsMemoryDoes(t *testing.T) {
	rounds := 8
	if testing.Short() {
		rounds = 2
	}
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 11))
		tellings := world(rng, 40)
		if seed%2 == 0 {
			tellings = append(tellings, recalling(rng, 4*plain)...)
		}
		want := recordOf(t, All(slices.Clone(tellings), nil))
		book, err := sqlite.Temporary(sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		half := len(tellings) / 2
		for half < len(tellings) && tellings[half].Key.Report == tellings[half-1].Key.Report {
			half++
		}
		for _, part := range [][]sitrep.Telling{tellings[:half], tellings[half:]} {
			file(t, book, part)
			settleAll(t, book)
		}
		page, err := book.Incidents(t.Context(), casebook.Query{All: true})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(page.Rows, func(a, b sitrep.Incident) int { return compareKeys(a.Events[0], b.Events[0]) })
		if got := recordOf(t, page.Rows); got != want {
			differ(t, "from a file", want, got)
		}
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}
}

// file files tellings, report by report.
func file(t *testing.T, book casebook.Filer, tellings []sitrep.Telling) {
	t.Helper()
	for len(tellings) > 0 {
		h := tellings[0].Report
		n := slices.IndexFunc(tellings, func(x sitrep.Telling) bool { return x.Report.ID != h.ID })
		if n < 0 {
			n = len(tellings)
		}
		f := casebook.Filing{Key: h.ID, Tellings: tellings[:n], Reading: &sitrep.Reading{Report: &sitrep.Report{ID: h.ID, SHA256: h.ID, Outlet: h.Outlet, Title: h.Title, Published: h.Published}}}
		for i := range f.Tellings {
			f.Keys = append(f.Keys, Keys(&f.Tellings[i]))
		}
		if _, err := book.File(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		tellings = tellings[n:]
	}
}
