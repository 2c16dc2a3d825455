package values

import "sitrep"

// temporal reads a date, a time or a length of time.
func (l *line) temporal(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	if label, j := l.dateBetween(i); j > i {
		return label, j
	}
	if j := l.clockTime(i); j > i && !w.is(hourPoint) {
		return sitrep.Time, l.dayAfterClock(j)
	}
	switch {
	case w.is(definite):
		return l.withDefinite(i)
	case w.is(relative):
		if label, j := l.related(i); j > i {
			return label, j
		}
	case w.is(shifts):
		return l.shiftedRelative(i)
	case w.is(every | setAdverb):
		return l.repeated(i)
	}
	if label, j := l.date(i); j > i {
		return label, j
	}
	if j := l.partOfDay(i); j > i {
		return sitrep.Time, j
	}
	if j := l.fixed(i); j > i {
		return sitrep.Date, j
	}
	if w.is(ordinal) {
		if j := l.ordinalUnit(i); j > i {
			return sitrep.Date, l.ofDate(j)
		}
	}
	if label, j := l.length(i); j > i {
		return label, j
	}
	return l.aboutTime(i)
}

// dateBetween reads "between March 3 and 5", "between 2011 and 2014", "from Monday to Thursday" without its preposition "from".
func (l *line) dateBetween(i int) (sitrep.NameLabel, int) {
	if !l.says(i, "between") {
		return "", i
	}
	label, j := l.date(i + 1)
	if j == i+1 {
		return "", i
	}
	if l.says(j, "and") {
		if _, k := l.date(j + 1); k > j+1 {
			return label, k
		}
		if l.at(j + 1).is(year) {
			return label, j + 2
		}
	}
	if l.says(j-2, "and") {
		return label, j
	}
	return "", i
}

// shiftedRelative reads "later this week", "earlier Sunday", "earlier this year".
func (l *line) shiftedRelative(i int) (sitrep.NameLabel, int) {
	if l.says(i, "ago") {
		return "", i
	}
	j := i + 1
	if l.says(j, "in") || l.says(j, "on") {
		return "", i
	}
	if l.at(j).is(relative) {
		if label, k := l.related(j); k > j {
			return label, k
		}
	}
	if l.at(j).is(weekday | deictic) {
		if label, k := l.date(j); k > j {
			return label, k
		}
	}
	return "", i
}

// fixed reads dates of one or two fixed words: "fiscal 1990", "year-end", "nowadays".
func (l *line) fixed(i int) int {
	switch {
	case l.says(i, "fiscal") && l.at(i+1).is(year), l.says(i, "fiscal", "year"):
		return l.yearAfter(i + 2)
	case l.says(i, "year", "-", "end"), l.says(i, "year", "-", "earlier"), l.says(i, "year", "-", "ago"):
		return i + 3
	case l.either(i, "year-end", "midyear", "mid-year", "mid-week", "midweek", "nowadays", "year-earlier"):
		return i + 1
	}
	return i
}

// aboutTime reads a modifier before a date or time: "around 7:15 p.m.", "about midnight".
func (l *line) aboutTime(i int) (sitrep.NameLabel, int) {
	_, j := l.modifier(i)
	if j == i || !l.either(i, "about", "around", "nearly", "almost", "shortly", "approximately", "roughly", "circa") {
		return "", i
	}
	if k := l.clockTime(j); k > j {
		return sitrep.Time, l.dayAfterClock(k)
	}
	return "", i
}

// dayAfterClock reads the day after a time of day: "10 p.m. Wednesday", "9:30 a.m. yesterday".
func (l *line) dayAfterClock(start int) int {
	j := start
	if l.says(j, ",") && l.at(j+1).is(month|weekday) && l.at(j+1).capital() {
		j++
	}
	if w := l.at(j); w.is(weekday|deictic) || w.is(month) && l.isMonth(j) {
		if _, k := l.date(j); k > j {
			return k
		}
	}
	return start
}
