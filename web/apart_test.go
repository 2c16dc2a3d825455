package web

import (
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// Marks that would hide each other become one, which has all that both have; single incidents stay what they are.
func TestMarksThatWouldHideEachOther(t *testing.T) {
	kinds := []casebook.KindCount{{Kind: sitrep.Attack, N: 2}}
	spots := []casebook.Spot{
		{N: 2, Lat: 36, Lon: 37, West: 36.9, East: 37.1, South: 35.9, North: 36.1, Kinds: kinds, Killed: 3},
		{N: 1, Lat: 36, Lon: 37.2, West: 37.2, East: 37.2, South: 36, North: 36, Kinds: []casebook.KindCount{{Kind: sitrep.Battle, N: 1}}, Killed: 7, Only: casebook.Point{ID: "i1"}},
		{N: 1, Lat: 10, Lon: 10, Only: casebook.Point{ID: "i2"}}, {N: 1, Lat: 10, Lon: 10.1, Only: casebook.Point{ID: "i3"}},
	}
	got := apart(spots, 4)
	if len(got) != 3 {
		t.Fatalf("%d marks", len(got))
	}
	if m := got[0]; m.N != 3 || m.Killed != 7 || m.East != 37.2 || m.West != 36.9 || m.Only.ID != "" || len(m.Kinds) != 2 || m.Lon <= 37 || m.Lon >= 37.2 {
		t.Errorf("taken in: %+v", m)
	}
	if len(kinds) != 1 || spots[0].N != 2 {
		t.Error("the spots themselves were changed")
	}
	if got := apart(spots, 12); len(got) != 4 {
		t.Errorf("near by, %d marks", len(got))
	}
}

func TestNamesInALine(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "A": {"A"}, "A; B; C; D": {"A", "B", "C", "D"}, "A; B; C and 2 more": {"A", "B", "C", "D", "E"}} {
		if got := someOf(names); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, n := range map[string][2]int{"2 of 5": {2, 5}, "–": {0, 0}, "0 of 3": {0, 3}, "6": {6, 1}} {
		if got := outOf(n[0], n[1]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// As many marks as a map of the world can hold are put together in a moment.
func BenchmarkApart(b *testing.B) {
	var spots []casebook.Spot
	for i := range 60000 {
		spots = append(spots, casebook.Spot{N: 1 + i%9, Lat: float64(i%240)/2 - 60, Lon: float64(i/240)*1.4 - 170})
	}
	for b.Loop() {
		apart(spots, 7)
	}
}

func TestWhatASourceIs(t *testing.T) {
	for kind, want := range map[string]string{"": "not told", "unnamed": "not told", "local-official": "local official", "monitor": "monitor"} {
		if got := sourceLabel(sitrep.SourceKind(kind)); got != want {
			t.Errorf("%q is called %q, want %q", kind, got, want)
		}
	}
}
