package web

import (
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/gazetteer"
)

func TestMarksGatherWhatLiesNear(t *testing.T) {
	points := []casebook.Point{
		{ID: "a", Kind: sitrep.Battle, Title: "A", Lat: 36.20, Lon: 37.16, Killed: 3}, {ID: "b", Kind: sitrep.Airstrike, Title: "B", Lat: 36.21, Lon: 37.17, Killed: 9}, {ID: "c", Kind: sitrep.Shelling, Title: "C", Lat: 36.19, Lon: 37.15},
		{ID: "d", Kind: sitrep.Talks, Title: "D", Lat: 46.2, Lon: 6.15, Precision: 4},
	}
	far := marksOf(gathered(points, 3))
	if len(far) != 2 || far[0].N != 3 || far[0].Class != "strike" || far[0].Killed != 9 || far[0].ID != "" || len(far[0].Box) != 4 {
		t.Errorf("from far: %+v", far)
	}
	if one := far[1]; one.ID != "d" || one.Km == 0 || one.Label != "D" || one.Class != "peace" {
		t.Errorf("the single one: %+v", one)
	}
	if near := marksOf(gathered(points, 15)); len(near) != 4 {
		t.Errorf("from near: %+v", near)
	}
	if got := marksOf(gathered(nil, 3)); len(got) != 0 || got == nil {
		t.Errorf("of nothing: %v", got)
	}
}

func TestMarksDoNotDependOnTheOrder(t *testing.T) {
	points := []casebook.Point{{ID: "a", Kind: sitrep.Battle, Lat: 1, Lon: 1}, {ID: "b", Kind: sitrep.Battle, Lat: 30, Lon: 40}, {ID: "c", Kind: sitrep.Battle, Lat: -20, Lon: 100}}
	want := marksOf(gathered(points, 2))
	for _, order := range [][3]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		got := marksOf(gathered([]casebook.Point{points[order[0]], points[order[1]], points[order[2]]}, 2))
		for i := range want {
			if got[i].ID != want[i].ID {
				t.Errorf("order %v: mark %d is %s, want %s", order, i, got[i].ID, want[i].ID)
			}
		}
	}
}

func TestTownsByZoom(t *testing.T) {
	all := newTowns(gazetteer.Default())
	named := func(zoom, x, y int, name string) bool {
		for _, l := range all.in(zoom, x, y) {
			if l.Name == name {
				return true
			}
		}
		return false
	}
	if !named(2, 2, 1, "Syria") || named(2, 2, 1, "Aleppo") {
		t.Error("zoom 2 names countries, and no towns")
	}
	if !named(6, 38, 25, "Damascus") {
		t.Errorf("zoom 6 names Damascus: %v", all.in(6, 38, 25))
	}
	if n := len(all.in(4, 9, 6)); n == 0 || n > mostLabels {
		t.Errorf("%d labels", n)
	}
	if got := newTowns(nil).in(3, 4, 3); len(got) != 0 {
		t.Errorf("without a gazetteer: %v", got)
	}
}
