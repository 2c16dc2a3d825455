package date

import (
	"fmt"
	"time"

	"sitrep"
)

// SeasonName is the part of the year that TIMEX3 writes SP, SU, FA and WI, by the words of English.
func SeasonName(word string) string {
	switch word {
	case "spring", "springtime":
		return "SP"
	case "summer", "summertime":
		return "SU"
	case "autumn", "fall":
		return "FA"
	case "winter", "wintertime":
		return "WI"
	}
	return ""
}

// seasonStart is the first month of a season in the north, where those who write of seasons in English news mostly are.
var seasonStart = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// SeasonOf is the first and the last month of a season; winter runs into the next year.
func SeasonOf(year int, season string) (from, to sitrep.CivilDate) {
	m := seasonStart[season]
	if m == 0 {
		return
	}
	from = sitrep.CivilDate{Year: year, Month: m}
	return from, Add(from, 2, Month)
}

// QuarterOf is the first and the last month of a quarter of a year, 1 to 4.
func QuarterOf(year, quarter int) (from, to sitrep.CivilDate) {
	from = sitrep.CivilDate{Year: year, Month: 3*quarter - 2}
	return from, Add(from, 2, Month)
}

// Quarters gives the quarter that a day lies in as a count that runs on over years, so that it can be added to.
func Quarters(d sitrep.CivilDate) int { return d.Year*4 + (max(d.Month, 1)-1)/3 }

// QuarterName is a counted quarter as TIMEX3 writes it: 1989-Q3.
func QuarterName(n int) string { return fmt.Sprintf("%04d-Q%d", n/4, n%4+1) }

// DecadeOf is the first and the last year of the ten years that begin with year.
func DecadeOf(year int) (from, to sitrep.CivilDate) {
	year -= year % 10
	return sitrep.CivilDate{Year: year}, sitrep.CivilDate{Year: year + 9}
}

// PartOfDecade cuts ten years to their beginning, middle or end ("the early 1990s"): TIMEX3's START, MID and END.
func PartOfDecade(year int, mod string) (from, to sitrep.CivilDate) {
	from, to = DecadeOf(year)
	switch mod {
	case "START":
		to.Year = from.Year + 3
	case "MID":
		from.Year, to.Year = from.Year+4, from.Year+6
	case "END":
		from.Year += 6
	}
	return from, to
}

// WeekendOf is the Saturday and Sunday of the week that a day lies in.
func WeekendOf(d sitrep.CivilDate) (from, to sitrep.CivilDate) {
	_, sunday := WeekOf(d)
	return sunday.AddDays(-1), sunday
}

// NthWeekday is the nth such weekday of a month, from its end where n is negative.
func NthWeekday(year, month, n int, w time.Weekday) sitrep.CivilDate {
	m := sitrep.CivilDate{Year: year, Month: month}
	if n < 0 {
		return OnOrBefore(sitrep.CivilDateOf(m.Last()), w).AddDays(7 * (n + 1))
	}
	return OnOrAfter(sitrep.CivilDateOf(m.First()), w).AddDays(7 * (n - 1))
}
