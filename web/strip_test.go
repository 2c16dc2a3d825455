package web

import (
	"testing"

	"sitrep"
)

func turn(what, by string, day sitrep.CivilDate) sitrep.Turn {
	return sitrep.Turn{What: what, By: by, When: sitrep.Interval{From: day, To: day}}
}

func TestStripPutsTurnsInTheirPlace(t *testing.T) {
	day := func(d int) sitrep.CivilDate { return sitrep.CivilDate{Year: 2016, Month: 4, Day: d} }
	s := newStrip(sitrep.Incident{Course: []sitrep.Turn{
		turn("agreed", "Mara", day(1)), turn("violation", "NORTH", day(6)), turn("violation", "", day(6)), turn("violation", "NORTH", day(7)), turn("ended", "", day(11)), turn("told of", "", sitrep.CivilDate{}),
	}}, nil)
	if s.Lane == nil || len(s.Lane.Rows) != 3 || s.Undone != 1 {
		t.Fatalf("drawn as %+v, %d not drawn", s.Lane, s.Undone)
	}
	phases, north, nobody := s.Lane.Rows[0].Marks, s.Lane.Rows[1].Marks, s.Lane.Rows[2].Marks
	if len(phases) != 2 || len(north) != 2 || len(nobody) != 1 {
		t.Errorf("%d phases, %d by one side, %d by a side that is not told", len(phases), len(north), len(nobody))
	}
	if phases[0].X >= north[0].X || north[0].X >= phases[1].X || north[0].X != nobody[0].X {
		t.Errorf("the turns stand at %.1f, %.1f, %.1f", phases[0].X, north[0].X, phases[1].X)
	}
	if s.Sides[0] != (sideCount{"NORTH", 2}) || s.Sides[1] != (sideCount{notToldWhom, 1}) {
		t.Errorf("sides are counted as %v", s.Sides)
	}
	if newStrip(sitrep.Incident{Course: []sitrep.Turn{turn("agreed", "", day(1))}}, nil).Lane != nil {
		t.Error("a strip of one day is drawn")
	}
}
