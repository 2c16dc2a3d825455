package values

import "sitrep"

// related reads an expression that begins with "this", "last", "next", "the past" and their like, without "the".
func (l *line) related(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	if !w.is(relative) {
		return "", i
	}
	j := i + 1
	if l.at(j).is(relative) && l.either(i, "this", "these") || l.says(i, "that", "same") || l.either(j, "fiscal", "full", "whole", "entire", "calendar", "latest") {
		j++ // "this past week", "this coming Sunday"
	}
	if l.at(j).is(edge) {
		j++
	}
	if q, k := l.lengths(j); k > j && !l.either(i, "this", "that") {
		return q, k
	}
	if l.at(j).is(ordinal) && l.says(j+1, "quarter") {
		return sitrep.Date, j + 2
	}
	w = l.at(j)
	switch {
	case w.is(dateUnit) && (!l.either(i, "that", "those", "these", "same") || !l.says(j, "weekday")):
		return sitrep.Date, l.quarterOf(j + 1)
	case w.is(timeUnit) && (w.is(plural) || l.either(j, "hour", "minute")) && !l.says(j, "second"):
		return sitrep.Time, j + 1
	case w.is(dayPart):
		return sitrep.Time, j + 1
	case l.says(j, "quarter"), w.is(season) && !l.isFalling(j):
		return sitrep.Date, l.yearAfter(j + 1)
	case w.is(month|weekday) && w.capital():
		return l.date(j)
	case w.is(holiday):
		if k := l.fromHoliday(j); k > j {
			return sitrep.Date, k
		}
	}
	return "", i
}

// isFalling tells whether "fall" or "spring" at j is no season: "this fall in prices".
func (l *line) isFalling(j int) bool {
	return l.at(j).is(ordinary) && l.either(j+1, "in", "of", "from") && !l.at(j+2).is(year)
}

// quarterOf reads the rest of "this year's third quarter".
func (l *line) quarterOf(j int) int {
	if l.either(j, "'s", "’s") && l.at(j+1).is(ordinal) && l.says(j+2, "quarter") {
		return j + 3
	}
	return j
}

// withDefinite reads expressions that begin with "the" at i.
func (l *line) withDefinite(i int) (sitrep.NameLabel, int) {
	j := i + 1
	w := l.at(j)
	switch {
	case w.is(relative):
		if label, k := l.related(j); k > j {
			return label, k
		}
		return "", i
	case w.is(limit):
		return l.limited(i, j)
	case w.is(ordinal):
		return l.ordinalPart(i, j)
	case w.is(edge | decade):
		if label, k := l.calendar(j); k > j {
			return label, k
		}
		if w.is(edge) && l.at(j+1).is(dateUnit) && l.at(j+1).is(plural) {
			return sitrep.Date, j + 2
		}
		return "", i
	}
	return l.definiteUnit(i, j)
}

// definiteUnit reads "the day before yesterday", "the week", "the morning", "the summer of 2014", "the year 2000", "the nineties".
func (l *line) definiteUnit(i, j int) (sitrep.NameLabel, int) {
	w := l.at(j)
	switch {
	case l.says(j, "day", "after", "tomorrow"), l.says(j, "day", "before", "yesterday"):
		return sitrep.Date, j + 3
	case l.says(j, "day", "before"), l.says(j, "day", "after"), l.says(j, "year", "before"), l.says(j, "week", "before"), l.says(j, "month", "before"):
		return sitrep.Date, j + 2
	case l.says(j, "other", "day"), l.says(j, "latest", "quarter"), l.says(j, "fiscal", "year"), l.says(j, "full", "year"):
		return sitrep.Date, j + 2
	case l.says(j, "year") && l.at(j+1).is(year):
		return sitrep.Date, j + 2
	case l.says(j, "year", "two", "thousand"):
		_, k := l.words(j + 1)
		return sitrep.Date, k
	case w.is(season):
		if k := l.yearAfter(j + 1); k > j+1 {
			return sitrep.Date, k
		}
		if k := l.fromSeason(j); k > j {
			return sitrep.Date, k
		}
	case l.either(j, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"):
		return sitrep.Date, j + 1
	case w.is(dateUnit) && !w.is(plural) && !l.says(j, "decade") && l.standsAlone(j):
		return sitrep.Date, j + 1
	case w.is(dayPart) && !w.is(hourPoint) && l.standsAlone(j):
		return sitrep.Time, j + 1
	}
	if q, k := l.lengths(j); k > j && !l.attributive(j, k) {
		return q, l.shifted(k)
	}
	return l.definiteDate(i, j)
}

// attributive tells whether a length from i to j stands before a noun: "the two-week truce" is no "the two weeks".
func (l *line) attributive(i, j int) bool {
	return l.hyphen(j-2) && j-2 > i || l.at(j-1).is(duration|age)
}

// definiteDate reads "the 11th of March", "the Christmas holiday" after "the", which belongs to a date only before a day.
func (l *line) definiteDate(i, j int) (sitrep.NameLabel, int) {
	if k := l.dayThenMonth(j); k > j && l.at(j).is(ordinal) {
		return sitrep.Date, k
	}
	if l.at(j).is(wholeDate) && l.at(j).text[0]|0x20 == 'm' {
		return sitrep.Date, j + 1
	}
	return "", i
}

// standsAlone tells whether the unit at j is a head of its own: no noun follows and no "of" says what it is a unit of.
func (l *line) standsAlone(j int) bool {
	if l.followedByNoun(j+1) || l.hyphen(j+1) || l.either(j+1, "of", "'s", "’s") {
		return false
	}
	return true
}

// limited reads "the end of the year", "the beginning of 2015", "the start of this week".
func (l *line) limited(i, j int) (sitrep.NameLabel, int) {
	if !l.says(j+1, "of") {
		return "", i
	}
	if label, k := l.nested(j + 2); k > j+2 && (label == sitrep.Date || label == sitrep.Time) {
		return label, k
	}
	return "", i
}

// ordinalPart reads "the third quarter", "the first half of 2016", "the first nine months", "the second day", "the 19th century".
func (l *line) ordinalPart(i, j int) (sitrep.NameLabel, int) {
	k := l.ordinalUnit(j)
	if k == j {
		return l.definiteDate(i, j)
	}
	if l.hyphen(j + 1) {
		return "", i // "the third-quarter results": the article belongs to the noun
	}
	label := sitrep.Date
	if l.at(k - 1).is(timeUnit) {
		label = sitrep.Time
	}
	return label, l.ofDate(k)
}

// ordinalUnit reads an ordinal and a unit of time or a number of them.
func (l *line) ordinalUnit(j int) int {
	k := j + 1
	if l.hyphen(k) {
		k++
	}
	if l.says(k, "few") || l.says(k, "full") {
		k++
	}
	w := l.at(k)
	switch {
	case w.is(digits | numberWord):
		if _, end := l.lengths(k); end > k {
			return end
		}
		return j
	case w.is(dateUnit), w.is(timeUnit) && !l.says(k, "second"), l.says(k, "quarter"), l.says(k, "quarters"):
		return k + 1
	case l.says(k, "half") && (l.says(k+1, "of")):
		if end := l.ofDate(k + 1); end > k+1 {
			return end
		}
	}
	return j
}

// ofDate reads "of" and a date after a part of it.
func (l *line) ofDate(k int) int {
	if l.says(k, "of") {
		if label, end := l.nested(k + 1); end > k+1 && label == sitrep.Date {
			return end
		}
	}
	if w := l.at(k); w.is(year) {
		return k + 1
	}
	return k
}
