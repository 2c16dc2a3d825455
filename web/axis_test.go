package web

import (
	"testing"
	"time"

	"sitrep"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestAnAxisIsLabelledSparsely(t *testing.T) {
	for name, c := range map[string][2]string{
		"a day": {"2016-04-01", "2016-04-01"}, "a week": {"2016-04-01", "2016-04-08"}, "a month": {"2016-04-01", "2016-05-01"}, "a year": {"2016-01-01", "2017-01-01"},
		"a century": {"1915-01-01", "2016-01-01"}, "all of history": {"0001-01-01", "2016-01-01"}, "turned round": {"2016-04-08", "2016-04-01"},
	} {
		for _, most := range []int{mostTick, fewTicks} {
			a := newAxis(day(c[0]), day(c[1]), most)
			if len(a.Ticks) == 0 || len(a.Ticks) > most {
				t.Errorf("%s: %d labels of at most %d", name, len(a.Ticks), most)
			}
			for _, x := range a.Ticks {
				if x.X < 0 || x.X > 100 {
					t.Errorf("%s: a label stands at %.1f", name, x.X)
				}
			}
		}
	}
}

func TestAStretchIsAsWideAsWhatIsNotKnown(t *testing.T) {
	a := newAxis(day("2016-01-01"), day("2016-12-31"), mostTick)
	date := func(s string) sitrep.CivilDate {
		d, _ := sitrep.ParseCivilDate(s)
		return d
	}
	widths := map[string]float64{}
	for name, i := range map[string]sitrep.Interval{
		"a day": {From: date("2016-06-01"), To: date("2016-06-01")}, "a month": {From: date("2016-06"), To: date("2016-06")}, "since": {From: date("2016-06")}, "until": {To: date("2016-06")},
	} {
		s, ok := a.stretchOf(i)
		if !ok || s.X < 0 || s.X+s.W > 100.5 {
			t.Errorf("%s: from %.1f, %.1f wide", name, s.X, s.W)
		}
		if s.Open != (name == "since" || name == "until") {
			t.Errorf("%s: open is %v", name, s.Open)
		}
		widths[name] = s.W
	}
	if widths["a day"] >= widths["a month"] || widths["a month"] >= widths["since"] {
		t.Errorf("the widths are %v", widths)
	}
	if _, ok := a.stretchOf(sitrep.Interval{}); ok {
		t.Error("a time that is not known is drawn")
	}
}
