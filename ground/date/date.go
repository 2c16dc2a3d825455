// Package date does the arithmetic of the calendar: what days an expression of time stands for, seen from the day of publication.
package date

import (
	"fmt"
	"time"

	"sitrep"
)

// Unit is a unit of the calendar or the clock.
type Unit uint8

// The units, the shortest first.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Weekend
	Week
	Fortnight
	Month
	Quarter
	Season
	Year
	Decade
	Century
	Millennium
)

// months, years and days say how long a unit is, for the units that are made of them.
var (
	months = [Millennium + 1]int{Month: 1, Quarter: 3, Season: 3}
	years  = [Millennium + 1]int{Year: 1, Decade: 10, Century: 100, Millennium: 1000}
	days   = [Millennium + 1]int{Day: 1, Weekend: 7, Week: 7, Fortnight: 14}
)

// Bounds of the years that the calendar is trusted with. What lies outside says nothing.
const (
	firstYear = 1
	lastYear  = 9999
)

// Add is the day n units after d (before it, where n is negative), with the day of the month cut to the length of the month. A day is
// not moved by units of the clock. It is zero where the day is not known or the result leaves the calendar.
func Add(d sitrep.CivilDate, n int, u Unit) sitrep.CivilDate {
	if d.IsZero() || n > 20000 || n < -20000 {
		return sitrep.CivilDate{}
	}
	switch {
	case years[u] > 0:
		return addMonths(d, 12*n*years[u])
	case months[u] > 0:
		return addMonths(d, n*months[u])
	case days[u] > 0:
		return valid(d.AddDays(n * days[u]))
	}
	return d
}

func addMonths(d sitrep.CivilDate, n int) sitrep.CivilDate {
	m := d.Year*12 + max(d.Month, 1) - 1 + n
	if m < 12*firstYear {
		return sitrep.CivilDate{}
	}
	to := sitrep.CivilDate{Year: m / 12, Month: m%12 + 1}
	if d.Day > 0 {
		to.Day = min(d.Day, to.Last().Day())
	}
	if d.Month == 0 {
		to.Month = 0
	}
	return valid(to)
}

func valid(d sitrep.CivilDate) sitrep.CivilDate {
	if d.Year < firstYear || d.Year > lastYear {
		return sitrep.CivilDate{}
	}
	return d
}

// Real tells whether the calendar has the day.
func Real(d sitrep.CivilDate) bool {
	if d.Year < firstYear || d.Year > lastYear || d.Month < 0 || d.Month > 12 || d.Day < 0 {
		return false
	}
	return d.Day <= sitrep.CivilDate{Year: d.Year, Month: d.Month}.Last().Day() && (d.Day == 0 || d.Month > 0)
}

// MonthOf is the month that a day lies in.
func MonthOf(d sitrep.CivilDate) sitrep.CivilDate {
	return sitrep.CivilDate{Year: d.Year, Month: d.Month}
}

// YearOf is the year that a day lies in.
func YearOf(d sitrep.CivilDate) sitrep.CivilDate { return sitrep.CivilDate{Year: d.Year} }

// OnOrBefore is the last such weekday that is not after d.
func OnOrBefore(d sitrep.CivilDate, w time.Weekday) sitrep.CivilDate {
	return d.AddDays(-((int(d.Weekday()) - int(w) + 7) % 7))
}

// OnOrAfter is the first such weekday that is not before d.
func OnOrAfter(d sitrep.CivilDate, w time.Weekday) sitrep.CivilDate {
	return d.AddDays((int(w) - int(d.Weekday()) + 7) % 7)
}

// WeekOf is the first and the last day of the week that a day lies in: Monday and Sunday.
func WeekOf(d sitrep.CivilDate) (from, to sitrep.CivilDate) {
	from = OnOrBefore(d, time.Monday)
	return from, from.AddDays(6)
}

// WeekName is a day's week in the form of ISO 8601: 2013-W12.
func WeekName(d sitrep.CivilDate) string {
	y, w := d.First().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// Before tells whether all of a is before all of b.
func Before(a, b sitrep.CivilDate) bool { return a.Last().Before(b.First()) }

// DaysBetween is how many days the first day of b is after the first day of a.
func DaysBetween(a, b sitrep.CivilDate) int { return int(b.First().Sub(a.First()).Hours() / 24) }

// Span is the interval of two dates, with the precision that its length has. Nothing is said of its basis.
func Span(from, to sitrep.CivilDate) sitrep.Interval {
	return sitrep.Interval{From: from, To: to, Precision: sitrep.PrecisionOf(from, to)}
}
