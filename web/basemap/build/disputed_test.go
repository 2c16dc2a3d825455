package main

import "testing"

func TestDisputedTable(t *testing.T) {
	lines, err := parseDisputed(disputed)
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) < 30 {
		t.Errorf("%d lines", len(lines))
	}
	for _, d := range lines {
		if d.west >= d.east || d.south >= d.north {
			t.Errorf("%s and %s: the box is empty", d.a, d.b)
		}
	}
	if _, err := parseDisputed("A\tB\t1,2,3\tx"); err == nil {
		t.Error("a box of three numbers is taken")
	}
}

func TestRunsCutABorderWhereItComesToBeDisputed(t *testing.T) {
	arc := [][2]float64{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}
	got := runs(arc, pair{0, "A", "B"}, []*disputedLine{{a: "B", b: "*", west: 1, south: -1, east: 3, north: 1}})
	want := []run{{0, 1, false}, {1, 3, true}, {3, 4, false}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}
