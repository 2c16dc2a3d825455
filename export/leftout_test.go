package export_test

import (
	"testing"

	"sitrep/casebook"
	"sitrep/export"
)

// whole are the formats that carry all that their list has.
var whole = map[string]bool{"jsonl": true, "json": true}

func TestEveryFormatSaysWhatItCouldNotCarry(t *testing.T) {
	b := book(t, 1)
	for _, f := range export.Formats() {
		if _, done := written(t, b, f, casebook.Query{}, false); len(done.LeftOut) == 0 && !whole[f.Name] {
			t.Errorf("%s says nothing", f.Name)
		}
	}
}
