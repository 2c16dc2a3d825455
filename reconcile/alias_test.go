package reconcile

import (
	"context"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// notary is a casebook that keeps under which ids incidents were known.
type notary struct {
	*shelf
	alias map[string]string
}

func (n *notary) Apply(ctx context.Context, c casebook.Change) error {
	for from, to := range c.Alias {
		n.alias[from] = to
	}
	return n.shelf.Apply(ctx, c)
}

// An incident has the id of its least event; where another report, a merge or a split changes it, the old id leads to the incident that holds that event now.
func TestAnOldIDLeadsToTheIncident(t *testing.T) {
	strike := func(report string, on int) sitrep.Telling {
		return told(report, "e1", "2016-03-20", sitrep.Airstrike, day(2016, 3, on), "Oldtown")
	}
	id := func(report string) string { return IncidentID(sitrep.EventKey{Report: report, Event: "e1"}) }
	book := &notary{newShelf(), map[string]string{}}
	only := func(want ...string) {
		t.Helper()
		settleAll(t, book)
		all := book.all()
		if len(all) != len(want) {
			t.Fatalf("%d incidents, want %d", len(all), len(want))
		}
		for i := range all {
			if all[i].ID != want[i] {
				t.Errorf("incident %d is %s, want %s", i, all[i].ID, want[i])
			}
		}
	}
	book.file(strike("m", 12), strike("z", 19))
	only(id("m"), id("z"))
	book.file(strike("c", 12))
	only(id("c"), id("z"))
	if book.alias[id("m")] != id("c") {
		t.Errorf("of a lesser event: %v", book.alias)
	}
	merge := sitrep.Correction{ID: "1", Op: sitrep.MergeOp, Events: []sitrep.EventKey{{Report: "c", Event: "e1"}, {Report: "z", Event: "e1"}}}
	book.corrections = append(book.corrections, merge)
	for _, k := range merge.Events {
		book.unplaced[k] = true
	}
	only(id("c"))
	if book.alias[id("z")] != id("c") {
		t.Errorf("of a merge: %v", book.alias)
	}
	book.corrections = append(book.corrections, sitrep.Correction{ID: "2", Op: sitrep.UndoOp, Undoes: "1", Events: merge.Events})
	for _, k := range merge.Events {
		book.unplaced[k] = true
	}
	only(id("c"), id("z"))
}
