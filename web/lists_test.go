package web

import (
	"testing"

	"sitrep"
)

func turn(what string, day sitrep.CivilDate) sitrep.Turn {
	return sitrep.Turn{What: what, When: sitrep.Interval{From: day, To: day}}
}

func TestStripPutsTurnsInTheirPlace(t *testing.T) {
	day := func(d int) sitrep.CivilDate { return sitrep.CivilDate{Year: 2016, Month: 4, Day: d} }
	s := newStrip(sitrep.Incident{Course: []sitrep.Turn{turn("agreed", day(1)), turn("violation", day(6)), turn("ended", day(11)), turn("told of", sitrep.CivilDate{})}})
	want := []float64{1, 50, 99, 1}
	for i, p := range s.Points {
		if p.X < want[i]-0.5 || p.X > want[i]+0.5 {
			t.Errorf("%s stands at %.1f, want %.1f", p.Turn.What, p.X, want[i])
		}
	}
	if !s.Drawn || newStrip(sitrep.Incident{Course: []sitrep.Turn{turn("agreed", day(1))}}).Drawn {
		t.Error("a strip is drawn for several days, and for those only")
	}
}
