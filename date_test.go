package sitrep

import "testing"

func TestPrecisionOf(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		want           DatePrecision
	}{
		{"nothing told", "", "", ""},
		{"one day", "2016-02-03", "2016-02-03", DayPrecision},
		{"the last day before the first", "2016-02-03", "2016-02-01", DayPrecision},
		{"two days", "2016-02-03", "2016-02-04", DaysPrecision},
		{"six days", "2016-02-01", "2016-02-06", DaysPrecision},
		{"a week", "2016-02-01", "2016-02-07", WeekPrecision},
		{"a third of a month", "2016-02-01", "2016-02-10", WeekPrecision},
		{"eleven days", "2016-02-01", "2016-02-11", MonthPrecision},
		{"the longest month", "2016-03", "2016-03", MonthPrecision},
		{"32 days", "2016-03-01", "2016-04-01", SeasonPrecision},
		{"the longest season", "2016-06", "2016-08", SeasonPrecision},
		{"93 days", "2016-06-01", "2016-09-01", YearPrecision},
		{"a leap year", "2016", "2016", YearPrecision},
		{"367 days", "2016-01-01", "2017-01-01", MorePrecision},
		{"since a year", "2011", "", YearPrecision},
		{"until a day", "", "2011-03-02", DayPrecision},
		{"some centuries", "0900", "1900", MorePrecision},
	} {
		t.Run(c.name, func(t *testing.T) {
			var days [2]CivilDate
			for i, s := range []string{c.from, c.to} {
				if s == "" {
					continue
				}
				var err error
				if days[i], err = ParseCivilDate(s); err != nil {
					t.Fatal(err)
				}
			}
			if got := PrecisionOf(days[0], days[1]); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
