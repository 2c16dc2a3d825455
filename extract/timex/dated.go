package timex

import (
	"sitrep"
	"sitrep/ground/date"
)

// dated reads dates of the calendar: "May 3, 2013", "3 May", "Tuesday, March 4", "2013-05-03", "2011", "March last year", "yesterday".
func (l *line) dated(i int) (meaning, int) {
	x := l.at(i)
	switch {
	case x.is(whole):
		return dated(x.day), i + 1
	case x.is(weekday):
		return l.fromWeekday(i)
	case x.is(month):
		return l.fromMonth(i)
	case x.is(deictic):
		return l.fromDeictic(i)
	case x.is(digits|ordinal) || l.says(i, "the") && l.at(i+1).is(ordinal|digits):
		if m, j := l.dayFirst(i); j > i {
			return m, j
		}
		return l.yearAlone(i, false)
	case x.is(number):
		return l.spokenYear(i)
	}
	return meaning{}, i
}

// fromDeictic reads "today", "yesterday evening", "tonight".
func (l *line) fromDeictic(i int) (meaning, int) {
	m := meaning{op: dayOp, n: l.at(i).n, weekday: -1, pointed: true}
	if l.says(i, "tonight") {
		m.part = "TNI"
	}
	return m, i + 1
}

// fromWeekday reads a weekday and the date after it.
func (l *line) fromWeekday(i int) (meaning, int) {
	x := l.at(i)
	if x.is(plural) {
		return meaning{op: setOp, weekday: x.n, many: true}, i + 1
	}
	j := i + 1
	if l.says(j, ",") {
		j++
	}
	if l.says(j, "the") {
		j++
	}
	if m, k := l.dateAfterWeekday(j); k > j {
		m.weekday = x.n
		return m, k
	}
	if x.is(ambiguous) {
		return meaning{}, i
	}
	m := meaning{op: dateOp, weekday: x.n}
	if l.either(i+1, "last", "this", "next") && l.says(i+2, "week") {
		m.unit, m.n, m.pointed = date.Week, l.at(i+1).n, true
		return m, i + 3
	}
	return m, i + 1
}

func (l *line) dateAfterWeekday(j int) (meaning, int) {
	x := l.at(j)
	switch {
	case x.is(whole):
		return dated(x.day), j + 1
	case x.is(month):
		if m, k := l.fromMonth(j); m.date.Day > 0 {
			return m, k
		}
	case x.is(digits | ordinal):
		return l.dayFirst(j)
	}
	return meaning{}, j
}

// fromMonth reads "May 3", "March 2011", "Sept. 30, 2012", "January this year", "June of last year".
func (l *line) fromMonth(i int) (meaning, int) {
	x := l.at(i)
	d := sitrep.CivilDate{Month: x.n}
	j := i + 1
	until := 0
	if n, k := l.dayNumber(j); k > j && n <= monthDays(x.n) {
		d.Day, j = n, k
		until, j = l.untilDay(d, j)
	}
	if y, k := l.yearAfter(j); k > j {
		d.Year = y
		return realDate(d, until, i, k)
	}
	if d.Day > 0 {
		return realDate(d, until, i, j)
	}
	if x.is(ambiguous) && !l.isMonth(i) {
		return meaning{}, i
	}
	if shift, k := l.relativeYear(j); k > j {
		return meaning{op: dateOp, date: d, weekday: -1, unit: date.Year, n: shift, pointed: true}, k
	}
	return dated(d), j
}

// monthDays is how many days a month can have.
func monthDays(month int) int { return sitrep.CivilDate{Year: 2000, Month: month}.Last().Day() }

func realDate(d sitrep.CivilDate, until, i, j int) (meaning, int) {
	if d.Year > 0 && !date.Real(d) {
		return meaning{}, i
	}
	m := dated(d)
	m.until = until
	return m, j
}

// untilDay reads the second day of "May 3-5", "May 3 to 5", 0 where there is none.
func (l *line) untilDay(d sitrep.CivilDate, i int) (int, int) {
	if !l.hyphen(i) && !l.says(i, "to") {
		return 0, i
	}
	if n, k := l.dayNumber(i + 1); k > i+1 && n > d.Day && n <= monthDays(d.Month) && !l.at(k).is(month) && !noun(l.at(k).xpos) {
		return n, k
	}
	return 0, i
}

// dayNumber reads the day after a month: "3", "3rd", "the 3rd". A number that counts something else is none.
func (l *line) dayNumber(i int) (int, int) {
	j := i
	if l.says(j, "the") && l.at(j+1).is(ordinal) {
		j++
	}
	x := l.at(j)
	if !x.is(digits|ordinal) || x.n < 1 || x.n > 31 || l.at(j+1).is(unit) && !l.hyphen(j+1) {
		return 0, i
	}
	if x.is(unit) { // second
		return 0, i
	}
	return x.n, j + 1
}

// isMonth tells whether a word that is an ordinary one too is meant as the month.
func (l *line) isMonth(i int) bool {
	x := l.at(i)
	if x.xpos == "MD" || x.xpos == "VB" || x.xpos == "VBP" {
		return false
	}
	before := l.at(i - 1)
	if before.is(relative|edge) || l.hyphen(i-1) || l.either(i-1, "in", "since", "until", "till", "by", "during", "from", "of", "to", "through", "before", "after", "between") {
		return true
	}
	// "at May peace talks": before a noun in small letters, a proper noun that is no name of its own.
	if next := l.at(i + 1); x.xpos == "NNP" && noun(next.xpos) && !next.is(capital) && l.at(i-1).text != "" && !l.at(i-1).is(capital) {
		return true
	}
	return l.either(i-1, "and", "or") && l.at(i-2).is(month)
}

// dayFirst reads "3 May 2013", "the 3rd of May", "05 MAR 07".
func (l *line) dayFirst(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	x := l.at(j)
	if x.n < 1 || x.n > 31 || !x.is(digits|ordinal) || x.is(unit) {
		return meaning{}, i
	}
	k := l.hyphened(j + 1)
	if l.says(k, "of") {
		k++
	}
	m := l.at(k)
	if !m.is(month) || x.n > monthDays(m.n) {
		return meaning{}, i
	}
	d := sitrep.CivilDate{Month: m.n, Day: x.n}
	end := k + 1
	if y, e := l.yearAfter(l.hyphened(end)); e > l.hyphened(end) {
		d.Year, end = y, e
	} else if y := l.at(end); y.is(digits) && y.End-y.Start == 2 && x.End-x.Start == 2 && !l.at(end+1).is(unit) {
		d.Year, end = fullYear(y.n), end+1
	}
	return realDate(d, 0, i, end)
}
