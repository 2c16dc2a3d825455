package sqlite

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// TestTheListOfChangesOutlivesOtherQuestions asks more between two pages of changes than is kept of other answers. Of many changes those that are no incidents any more are found too.
func TestTheListOfChangesOutlivesOtherQuestions(t *testing.T) {
	b, err := Open(filepath.Join(t.TempDir(), "case"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	f := casebooktest.Filing(1)
	if _, err := b.File(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	var put []sitrep.Incident
	for n := range many + 10 {
		put = append(put, sitrep.Incident{ID: fmt.Sprintf("i%05d", n), Kind: sitrep.Shelling, Events: []sitrep.EventKey{f.Tellings[0].Key}})
	}
	gone := put[7].ID
	for _, c := range []casebook.Change{{Put: put, At: at}, {Drop: []string{gone}, At: at.Add(time.Hour)}} {
		if err := b.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	page, err := b.ChangesAfter(t.Context(), at.Add(-time.Hour), at.Add(2*time.Hour), "", 5)
	if err != nil || page.Total != len(put)-1 {
		t.Fatalf("%d changes (%v), want %d: one came and went", page.Total, err, len(put)-1)
	}
	for n := range 2 * mostAnswers {
		if _, err := b.Incidents(t.Context(), casebook.Query{Place: fmt.Sprint("place ", n)}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(b.changes.kept); n != 1 {
		t.Errorf("%d lists of changes are kept, want 1", n)
	}
	page, err = b.ChangesAfter(t.Context(), at, at, page.Next, 5)
	if err != nil || len(page.Rows) != 5 || page.Rows[2].After.ID != "i00008" {
		t.Errorf("the second page is %v (%v), want it without %s", page.Rows, err, gone)
	}
}
