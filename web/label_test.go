package web

import (
	"testing"

	"sitrep"
)

func TestDaysThatMayStandForMore(t *testing.T) {
	for _, c := range []struct {
		first, last sitrep.CivilDate
		days, rough string
	}{
		{sitrep.CivilDate{Year: 2016, Month: 4, Day: 12}, sitrep.CivilDate{Year: 2016, Month: 4, Day: 12}, "12 Apr 2016", "12 Apr 2016"},
		{sitrep.CivilDate{Year: 1968, Month: 1, Day: 1}, sitrep.CivilDate{Year: 2016, Month: 12, Day: 31}, "1 Jan 1968 – 31 Dec 2016", "1968 – 2016"},
		{sitrep.CivilDate{Year: 2015, Month: 8, Day: 1}, sitrep.CivilDate{Year: 2016, Month: 2, Day: 29}, "1 Aug 2015 – 29 Feb 2016", "August 2015 – February 2016"},
		{sitrep.CivilDate{Year: 2015, Month: 8, Day: 1}, sitrep.CivilDate{Year: 2015, Month: 8, Day: 31}, "1 Aug 2015 – 31 Aug 2015", "August 2015"},
		{sitrep.CivilDate{Year: 2015, Month: 8, Day: 2}, sitrep.CivilDate{Year: 2015, Month: 8, Day: 30}, "2 Aug 2015 – 30 Aug 2015", "2 Aug 2015 – 30 Aug 2015"},
		{sitrep.CivilDate{}, sitrep.CivilDate{}, "", ""},
	} {
		if got := daysLabel(c.first, c.last); got != c.days {
			t.Errorf("%v to %v: %q, want %q", c.first, c.last, got, c.days)
		}
		if got := roughDaysLabel(c.first, c.last); got != c.rough {
			t.Errorf("%v to %v, roughly: %q, want %q", c.first, c.last, got, c.rough)
		}
	}
}

func TestWhatSomebodySet(t *testing.T) {
	for value, want := range map[string]string{`"shelling"`: "shelling", `12`: "12", `true`: "true", `null`: "not told", `[{"name":"Dorel"}]`: "Dorel", `[{"name":"Dorel"},{"name":"Port Havel"}]`: "Dorel, Port Havel"} {
		if got := setLabel(value); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}
