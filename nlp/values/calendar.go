package values

// isWeekday tells whether the weekday's name at i means the day: short forms need company.
func (l *line) isWeekday(i int) bool {
	w := l.at(i)
	if !w.capital() {
		return false
	}
	if !w.is(ordinary) {
		return true
	}
	return l.says(i+1, ",") && l.at(i+2).is(month|digits) || l.at(i+1).is(month) && l.at(i+1).capital()
}

// fromWeekday reads what follows a weekday: a date, a part of the day comes later.
func (l *line) fromWeekday(i int) int {
	j := i + 1
	if l.says(j, ",") {
		j++
	}
	if l.at(j).is(month) && l.isMonth(j) {
		if k := l.fromMonth(j); k > j+1 || j == i+1 {
			return k
		}
	}
	if k := l.dayThenMonth(j); k > j {
		return k
	}
	if l.either(i+1, "last", "this", "next") && l.says(i+2, "week") {
		return i + 3
	}
	return i + 1
}

// fromHoliday reads a holiday: "Eid al - Fitr", "New Year's Eve", "Christmas 2014".
func (l *line) fromHoliday(i int) int {
	w := l.at(i)
	if !w.capital() {
		return i
	}
	j := i + 1
	switch {
	case l.says(i, "Eid"):
		switch {
		case l.either(j, "al-Fitr", "al-Adha", "ul-Fitr", "ul-Adha", "al-Azha"):
			j++
		case (l.says(j, "al") || l.says(j, "ul")) && l.hyphen(j+1):
			j += 3
		}
	case l.says(i, "New"):
		switch {
		case l.says(j, "Year") && l.at(j).capital() && (l.either(j+1, "'s", "’s")):
			j += 2
		case l.says(j, "Year") && l.at(j).capital() && l.either(j+1, "Day", "Eve"):
			j++
		case l.either(j, "Year's", "Year’s"):
			j++
		default:
			return i
		}
	case l.either(i, "Yom", "Independence", "Labor", "Memorial"):
		if !l.says(i, "Yom", "Kippur") && !(l.says(j, "Day") && l.at(j).capital()) {
			return i
		}
		j++
	}
	if l.either(j, "Day", "Eve") && l.at(j).capital() {
		j++
	}
	return l.yearAfter(j)
}

// fromSeason reads "summer 2014", "summer of 2014"; a season alone is a date only where something else says so.
func (l *line) fromSeason(i int) int {
	j := l.yearAfter(i + 1)
	if j > i+1 {
		return j
	}
	if w := l.at(i); !w.is(ordinary) && !l.at(i-1).is(article) && l.either(i-1, "in", "during", "since", "by", "until", "the", "over", "through", "before", "after") && !l.followedByNoun(i+1) {
		return i + 1
	}
	if l.at(i-1).is(edge|relative) && !l.isFalling(i) {
		return i + 1
	}
	return i
}

// isYear tells whether the four digits at i are a year.
func (l *line) isYear(i int) bool {
	w, next, before := l.at(i), l.at(i+1), l.at(i-1)
	if w.value < 1500 || next.is(percent|currency|scale|measure|timeUnit) || before.is(currencySign) || l.says(i-1, "-") {
		return l.says(i-1, "in") && w.value >= 1000 && !l.followedByNoun(i+1) && !next.is(percent|currency|scale|measure|timeUnit)
	}
	if next.is(dateUnit|zone) && !l.says(i+1, "year") {
		return false
	}
	if w.value < 1800 || w.value > 2050 {
		return l.either(i-1, "in", "since", "by", "until", "from", "to", "of", "year", "before", "after") && !l.followedByNoun(i+1)
	}
	if int(w.value)%100 == 0 && (next.tagged("NNS", "JJ") || before.is(modifies) && !l.either(i-1, "in", "around", "about", "over", "above")) {
		return false
	}
	return !l.says(i-1, "than") && !l.says(i-2, "at", "least") && !l.says(i-2, "up", "to")
}

// spokenYear reads a year in words: "nineteen ninety-five".
func (l *line) spokenYear(i int) int {
	c := l.at(i)
	if c.value != 18 && c.value != 19 && !(c.value == 20 && l.at(i-1).is(month)) {
		return i
	}
	n := l.at(i + 1)
	if !n.is(numberWord) || n.value < 10 {
		return i
	}
	_, j := l.words(i + 1)
	return j
}
