package date

import (
	"time"

	"sitrep"
)

// Holiday is the day of a feast in a year, by its name in small letters; false for one that the calendar does not fix (the feasts of the
// moon) or that this package does not know.
func Holiday(name string, year int) (sitrep.CivilDate, bool) {
	if md, ok := fixedHolidays[name]; ok {
		return sitrep.CivilDate{Year: year, Month: md[0], Day: md[1]}, true
	}
	if n, ok := fromEaster[name]; ok {
		return easter(year).AddDays(n), true
	}
	switch name {
	case "thanksgiving", "thanksgiving day":
		return NthWeekday(year, 11, 4, time.Thursday), true
	case "labor day":
		return NthWeekday(year, 9, 1, time.Monday), true
	case "memorial day":
		return NthWeekday(year, 5, -1, time.Monday), true
	case "election day":
		return NthWeekday(year, 11, 1, time.Monday).AddDays(1), true
	}
	return sitrep.CivilDate{}, false
}

// fixedHolidays are those of a fixed day: month and day. Independence Day is not among them, since every country has its own.
var fixedHolidays = map[string][2]int{
	"christmas": {12, 25}, "christmas day": {12, 25}, "christmas eve": {12, 24}, "boxing day": {12, 26},
	"new year's day": {1, 1}, "new year's eve": {12, 31}, "new year's": {1, 1}, "new year": {1, 1},
	"may day": {5, 1}, "halloween": {10, 31}, "valentine's day": {2, 14}, "nowruz": {3, 21}, "bastille day": {7, 14},
	"armistice day": {11, 11}, "veterans day": {11, 11}, "women's day": {3, 8},
}

// fromEaster are those that move with the Easter of the Western churches, in days after its Sunday.
var fromEaster = map[string]int{
	"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46, "pentecost": 49,
}

// easter is Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.
func easter(year int) sitrep.CivilDate {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := h + l - 7*m
	month := (n + 90) / 25
	return sitrep.CivilDate{Year: year, Month: month, Day: (n + 33*month + 19) % 32}
}
