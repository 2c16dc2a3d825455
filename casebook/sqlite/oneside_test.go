package sqlite

import (
	"path/filepath"
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// A casebook of before has incidents whose digests do not say on whose word they rest.
func TestAnOlderCasebookSaysWhatOneSideAloneTells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case")
	b, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	f := casebooktest.Filing(1)
	if _, err := b.File(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	key := f.Tellings[0].Key
	i := sitrep.Incident{ID: "i", Kind: sitrep.Shelling, Events: []sitrep.EventKey{key}, Origins: []sitrep.Origin{{Name: "the army", Side: "UPL", Kind: sitrep.Belligerent}},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Target, Name: "Dorel Radio"}}}
	if err := b.Apply(t.Context(), casebook.Change{Put: []sitrep.Incident{i}, Placed: i.Events}); err != nil {
		t.Fatal(err)
	}
	err = b.write(t.Context(), "forget", func(t *tx) error {
		for _, e := range some(t, &b.digests.incidents, []int64{1}) {
			e.tags = slices.DeleteFunc(slices.Clone(e.tags), func(g uint32) bool { return field(g&(1<<fieldBits-1)) == oneSideField })
			t.set(incidentList, e.n, e.bytes())
		}
		t.exec("DELETE FROM term WHERE field = ?", oneSideField)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := oneSideOf(t, b); got != 0 {
		t.Fatalf("the digest says %d still", got)
	}
	if _, err := b.conn.ExecContext(t.Context(), "DROP INDEX incident_version_gone; PRAGMA user_version = 11"); err != nil {
		t.Fatal(err)
	}
	closed(t, b)
	if b, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer closed(t, b)
	if got := oneSideOf(t, b); got != 1 {
		t.Errorf("%d incidents rest on one side's word, want 1", got)
	}
}

func oneSideOf(t *testing.T, b *Book) int {
	t.Helper()
	page, err := b.Actors(t.Context(), casebook.Query{})
	if err != nil || len(page.Rows) != 1 {
		t.Fatalf("%+v, %v", page, err)
	}
	return page.Rows[0].OneSide
}
