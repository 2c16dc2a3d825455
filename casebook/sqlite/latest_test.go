package sqlite

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// TestTheLatestAreThoseOfAll compares pages that go by the days of chunks with what all rows give.
func TestTheLatestAreThoseOfAll(t *testing.T) {
	d := &digest[claimEntry]{row: func(e *claimEntry) int64 { return e.n }, day: func(e *claimEntry) int32 { return e.day }, chunks: []chunk[claimEntry]{}}
	var all []claimEntry
	for number := range int64(12) {
		var rows []claimEntry
		for k := range int64(40) {
			e := claimEntry{n: number*chunkRows + k, day: int32((number*7919 + k*k*31) % 300)}
			if k%17 == 0 {
				e.day = unknownDay
			}
			rows = append(rows, e)
		}
		all = append(all, rows...)
		d.chunks = append(d.chunks, newChunk(d, number, rows))
	}
	tx := &tx{seen: 1}
	for _, days := range []area{areaOf(casebook.Query{}), {dated: true, from: 50, to: 90}, {dated: true, from: 200, to: noEnd}, {dated: true, from: -1 << 30, to: 40}, {dated: true, from: 400, to: 500}} {
		for _, enough := range []int{1, 7, 100, 1000} {
			var want []found
			for _, e := range all {
				if days.published(e.day) {
					want = append(want, found{int64(e.day), e.n})
				}
			}
			rows, total, ok := latest(tx, d, days, enough)
			if !ok || total != len(want) {
				t.Fatalf("%+v, %d: %d rows in all, want %d", days, enough, total, len(want))
			}
			if got := fmt.Sprint(needed(rows, enough)); got != fmt.Sprint(needed(want, enough)) {
				t.Errorf("%+v, %d: %s\nwant %v", days, enough, got, needed(want, enough))
			}
		}
	}
}

// needed are the rows that a page of so many can show: they and those of the day of the last.
func needed(rows []found, enough int) []found {
	if len(rows) == 0 {
		return nil
	}
	last := edge(rows, -1, enough)
	out := slices.DeleteFunc(slices.Clone(rows), func(f found) bool { return f.order < last })
	slices.SortFunc(out, func(a, b found) int { return int(a.n - b.n) })
	return out
}

func TestAnEmptyListHasNoLatest(t *testing.T) {
	b, err := Create(filepath.Join(t.TempDir(), "case"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for range 3 { // the third one finds the list at hand
		page, err := b.Claims(t.Context(), casebook.Query{To: sitrep.CivilDate{Year: 2016}})
		if err != nil || len(page.Rows) != 0 || page.Total != 0 || page.Next != "" {
			t.Fatalf("%+v, %v", page, err)
		}
	}
}
