package values

import "sitrep"

// date reads an absolute date at i: a day, month, weekday, season, holiday, year, decade, with what narrows it.
func (l *line) date(i int) (sitrep.NameLabel, int) {
	label, j := l.calendar(i)
	if j == i {
		return "", i
	}
	if k := l.throughDate(j); k > j {
		j = k
	}
	return l.withDayPart(label, j)
}

// calendar reads one date without ranges.
func (l *line) calendar(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	switch {
	case w.is(edge):
		return l.edged(i)
	case w.is(wholeDate):
		return sitrep.Date, l.yearAfter(i + 1)
	case w.is(month) && l.isMonth(i):
		return sitrep.Date, l.fromMonth(i)
	case w.is(weekday) && l.isWeekday(i):
		return sitrep.Date, l.fromWeekday(i)
	case w.is(deictic):
		return deicticLabel(w), i + 1
	case w.is(holiday):
		return sitrep.Date, l.fromHoliday(i)
	case w.is(season):
		return sitrep.Date, l.fromSeason(i)
	case w.is(decade):
		return sitrep.Date, i + 1
	}
	if j := l.dayThenMonth(i); j > i {
		return sitrep.Date, j
	}
	if w.is(year) && l.isYear(i) {
		return sitrep.Date, i + 1
	}
	if w.is(numberWord) {
		return sitrep.Date, l.spokenYear(i)
	}
	return "", i
}

func deicticLabel(w *item) sitrep.NameLabel {
	if len(w.text) == len("tonight") && (w.text[2] == 'n' || w.text[2] == 'N') {
		return sitrep.Time
	}
	return sitrep.Date
}

// edged reads "early March", "late Friday", "mid - 1990s", "mid-afternoon yesterday".
func (l *line) edged(i int) (sitrep.NameLabel, int) {
	j := l.hyphened(i + 1)
	if w := l.at(j); w.is(dayPart) && !w.is(hourPoint) {
		return sitrep.Time, l.dayAfterPart(j + 1)
	}
	if l.at(j).is(relative) {
		if label, k := l.related(j); k > j {
			return label, k
		}
	}
	if l.at(j).is(edge) {
		return "", i
	}
	if label, k := l.date(j); k > j {
		return label, k
	}
	if w := l.at(j); w.is(year) && w.value >= 1500 {
		return sitrep.Date, j + 1
	}
	return "", i
}

// isMonth tells whether the month's name at i means the month: "may" and "march" are ordinary words too.
func (l *line) isMonth(i int) bool {
	w := l.at(i)
	if !w.capital() {
		return false
	}
	if !w.is(ordinary) {
		return true
	}
	next, before := l.at(i+1), l.at(i-1)
	if next.is(year|clock) || next.is(digits) && next.value <= 31 || next.is(ordinal) && next.value <= 31 || l.says(i+1, ",") && l.at(i+2).is(year) || l.says(i+1, "of") && l.at(i+2).is(year|definite) {
		return true
	}
	if before.is(relative|edge) || before.is(digits|ordinal) && before.value <= 31 && i > 0 || l.hyphen(i-1) && l.at(i-2).is(edge) {
		return true
	}
	if len(w.text) <= 3 && w.text != "May" || w.tagged("MD", "VB", "VBP", "VBD", "NN") {
		return false
	}
	return l.either(i-1, "in", "since", "until", "till", "by", "from", "during", "of", "through", "to", "before", "after", "between", "and", "or", "for", "every", "each")
}

// fromMonth reads what follows a month: a day or days, a year.
func (l *line) fromMonth(i int) int {
	j := i + 1
	if l.says(j, "the") && l.at(j+1).is(ordinal) {
		j++
	}
	w := l.at(j)
	switch {
	case isDay(w):
		return l.yearAfter(l.daysAfter(j + 1))
	case w.is(rangeOf) && w.value2 <= 31:
		return l.yearAfter(j + 1)
	}
	return l.yearAfter(i + 1)
}

func isDay(w *item) bool {
	return w.is(digits|ordinal) && !w.is(percent) && w.value >= 1 && w.value <= 31 && len(w.text) <= 4 || w.is(ordinal) && w.value >= 1 && w.value <= 31
}

// daysAfter reads the second day of "March 3 to 5", "March 3 - 5", "March 3 and 5".
func (l *line) daysAfter(j int) int {
	if !l.at(j).is(joins) && !l.says(j, "and") {
		return j
	}
	if next := l.at(j + 1); isDay(next) && !l.at(j+2).is(month|dateUnit|timeUnit|percent|meridiem|measure) && (l.hyphen(j) || !l.followedByNoun(j+2)) {
		return j + 2
	}
	return j
}

// followedByNoun tells whether a number that ends before j counts a noun.
func (l *line) followedByNoun(j int) bool {
	return l.at(j).tagged("NN", "NNS", "JJ")
}

// yearAfter reads a year, with or without a comma or "of" before it.
func (l *line) yearAfter(j int) int {
	k := j
	if l.says(k, ",") || l.says(k, "of") {
		k++
	}
	if end := l.spokenYear(k); end > k && !l.says(j, ",") {
		return end
	}
	if w := l.at(k); w.is(year) && w.value >= 1000 && (k > j || !l.at(k+1).is(dateUnit)) {
		return k + 1
	}
	if l.says(k, "this", "year") || l.says(k, "last", "year") || l.says(k, "next", "year") {
		if k == j || l.says(j, "of") {
			return k + 2
		}
	}
	if w := l.at(k); k == j && w.is(digits) && len(w.text) == 3 && (w.text[0] == '\'') {
		return k + 1
	}
	return j
}

// dayThenMonth reads "11 March 2011", "the 11th of March", "3 - 5 March", "3 to 5 March".
func (l *line) dayThenMonth(i int) int {
	if l.at(i).is(rangeOf) && l.at(i+1).is(month) && l.at(i+1).capital() {
		return l.yearAfter(i + 2)
	}
	if !isDay(l.at(i)) {
		return i
	}
	j := l.daysBefore(i + 1)
	if l.says(j, "of") {
		j++
	}
	if l.at(j).is(month) && l.at(j).capital() {
		return l.yearAfter(j + 1)
	}
	return i
}

// daysBefore reads the second day of "3 to 5 March".
func (l *line) daysBefore(j int) int {
	if (l.at(j).is(joins) || l.says(j, "and")) && isDay(l.at(j+1)) && l.at(j+2).is(month) {
		return j + 2
	}
	return j
}

// throughDate reads the second date of a range: "Monday to Thursday", "March 3 - April 5", "2011 - 2014", "1992 and 1995" after "between".
func (l *line) throughDate(j int) int {
	if !l.at(j).is(joins) || l.says(j, "or") {
		return j
	}
	first, next := l.at(j-1), l.at(j+1)
	switch {
	case next.is(year) && first.is(year):
		return j + 2
	case next.is(weekday) && first.is(weekday), next.is(season|edge) && first.is(season|month|digits), next.is(wholeDate) && first.is(wholeDate), next.is(decade) && first.is(decade):
	case next.is(month|digits) && first.is(month|digits|ordinal):
		if k := l.dayThenMonth(j + 1); k > j+1 {
			return k
		}
		if !next.is(month) {
			return j
		}
	case first.is(year) && l.hyphen(j) && next.is(digits) && len(next.text) == 2:
		return j + 2
	case next.is(deictic) && l.hyphen(j):
	default:
		return j
	}
	if _, k := l.calendar(j + 1); k > j+1 {
		return k
	}
	return j
}
