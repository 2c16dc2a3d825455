package date

import (
	"testing"
	"time"

	"sitrep"
)

func on(s string) sitrep.CivilDate {
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestAdd(t *testing.T) {
	for _, c := range []struct {
		name, day string
		n         int
		unit      Unit
		want      string
	}{
		{"days over a month's end", "2016-02-28", 2, Day, "2016-03-01"},
		{"weeks back over a year", "2016-01-05", -2, Week, "2015-12-22"},
		{"a month cuts the day", "2015-01-31", 1, Month, "2015-02-28"},
		{"months back", "2015-01-31", -13, Month, "2013-12-31"},
		{"quarters", "2015-11-30", 1, Quarter, "2016-02-29"},
		{"years from a leap day", "2016-02-29", -1, Year, "2015-02-28"},
		{"a month stays one", "2015-11", 3, Month, "2016-02"},
		{"a year stays one", "2015", -1, Decade, "2005"},
		{"hours do not move a day", "2015-01-31", 30, Hour, "2015-01-31"},
		{"before the calendar", "0003-01-01", -10, Year, ""},
		{"beyond the calendar", "2015-01-01", 10, Millennium, ""},
		{"nonsense", "2015-01-01", 1 << 40, Day, ""},
	} {
		if got := Add(on(c.day), c.n, c.unit).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := Add(sitrep.CivilDate{}, 1, Day); !got.IsZero() {
		t.Errorf("a day after no day: %s", got)
	}
}

func TestWeeks(t *testing.T) {
	monday, sunday := WeekOf(on("2016-01-03"))
	if monday != on("2015-12-28") || sunday != on("2016-01-03") {
		t.Errorf("week of a Sunday: %s to %s", monday, sunday)
	}
	for day, want := range map[string]string{"2016-01-03": "2015-W53", "2016-01-04": "2016-W01", "1998-12-31": "1998-W53"} {
		if got := WeekName(on(day)); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
	saturday, _ := WeekendOf(on("2016-05-11"))
	if saturday != on("2016-05-14") {
		t.Errorf("weekend: %s", saturday)
	}
	if got := OnOrBefore(on("2016-05-11"), time.Wednesday); got != on("2016-05-11") {
		t.Errorf("Wednesday on a Wednesday: %s", got)
	}
	if got := OnOrAfter(on("2016-05-11"), time.Tuesday); got != on("2016-05-17") {
		t.Errorf("Tuesday after a Wednesday: %s", got)
	}
}

func TestPartOfDecade(t *testing.T) {
	for mod, want := range map[string]string{"": "1990..1999", "START": "1990..1993", "MID": "1994..1996", "END": "1996..1999"} {
		from, to := PartOfDecade(1994, mod)
		if got := from.String() + ".." + to.String(); got != want {
			t.Errorf("%q: %s, want %s", mod, got, want)
		}
	}
}

func TestSeasonsAndQuarters(t *testing.T) {
	from, to := SeasonOf(2015, SeasonName("winter"))
	if from != on("2015-12") || to != on("2016-02") {
		t.Errorf("winter: %s to %s", from, to)
	}
	if from, to := QuarterOf(2015, 4); from != on("2015-10") || to != on("2015-12") {
		t.Errorf("fourth quarter: %s to %s", from, to)
	}
	if got := QuarterName(Quarters(on("2016-02-03")) - 1); got != "2015-Q4" {
		t.Errorf("the quarter before: %s", got)
	}
	if from, to := DecadeOf(1994); from != on("1990") || to != on("1999") {
		t.Errorf("decade: %s to %s", from, to)
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		name string
		year int
		want string
	}{
		{"christmas eve", 2014, "2014-12-24"},
		{"easter", 2016, "2016-03-27"},
		{"easter", 2000, "2000-04-23"},
		{"good friday", 2017, "2017-04-14"},
		{"thanksgiving", 1999, "1999-11-25"},
		{"election day", 1998, "1998-11-03"},
		{"memorial day", 2013, "2013-05-27"},
	} {
		if got, ok := Holiday(c.name, c.year); !ok || got != on(c.want) {
			t.Errorf("%s %d: %s, want %s", c.name, c.year, got, c.want)
		}
	}
	if d, ok := Holiday("ramadan", 2014); ok {
		t.Errorf("Ramadan moves with the moon, but is %s", d)
	}
}

func TestReal(t *testing.T) {
	for s, want := range map[sitrep.CivilDate]bool{{Year: 2016, Month: 2, Day: 29}: true, {Year: 2015, Month: 2, Day: 29}: false,
		{Year: 2015, Month: 13}: false, {Year: 2015}: true, {Year: 0}: false, {Year: 2015, Day: 3}: false} {
		if got := Real(s); got != want {
			t.Errorf("%v: %t", s, got)
		}
	}
}
