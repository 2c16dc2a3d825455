package timex

import "sitrep"

func yearOf(y int) sitrep.CivilDate { return sitrep.CivilDate{Year: y} }

// yearAfter reads ", 2013", "2013", "'13" after a month or a day.
func (l *line) yearAfter(i int) (int, int) {
	j := i
	if l.says(j, ",") || l.says(j, "of") {
		j++
	}
	x := l.at(j)
	if l.fourDigits(j) && x.n >= 1000 && x.n <= 2100 {
		return x.n, j + 1
	}
	if m, k := l.spokenYear(j); k > j {
		return m.date.Year, k
	}
	return 0, i
}

// relativeYear reads "last year", "of this year" after a month.
func (l *line) relativeYear(i int) (int, int) {
	j := i
	if l.says(j, ",") || l.says(j, "of") {
		j++
	}
	if x := l.at(j); x.is(relative) && !x.is(narrative) && l.says(j+1, "year") {
		return x.n, j + 2
	}
	return 0, i
}

// yearAlone reads a year without a month. Four digits before a plural noun count things, unless something says that they are a year.
func (l *line) yearAlone(i int, sure bool) (meaning, int) {
	x := l.at(i)
	if !l.fourDigits(i) || x.n < 1500 || x.n > 2100 {
		return meaning{}, i
	}
	if to := l.at(i + 2); (l.hyphen(i+1) || l.says(i+1, "/")) && to.is(digits) && to.n > x.n%100 && to.n < 100 && to.End-to.Start == 2 {
		m := dated(yearOf(x.n))
		m.until = x.n - x.n%100 + to.n
		return m, i + 3
	}
	if sure || l.isYear(i) {
		return dated(yearOf(x.n)), i + 1
	}
	return meaning{}, i
}

// fourDigits tells whether the lexeme at i is a number of four digits.
func (l *line) fourDigits(i int) bool {
	x := l.at(i)
	return x.is(digits) && !x.is(ordinal) && x.End-x.Start == 4
}

func (l *line) isYear(i int) bool {
	x, next := l.at(i), l.at(i+1)
	if next.is(unit|zone) && !l.says(i+1, "year") || next.text == "%" || next.text == "percent" || next.is(digits) && !next.is(ordinal) || l.either(i-1, "$", "than", "€", "£", "#") {
		return false
	}
	counts := next.xpos == "NNS" || next.xpos == "JJ" || next.xpos == "NNPS"
	if counts && x.n%100 == 0 {
		return false
	}
	if l.either(i-1, "in", "since", "by", "until", "till", "from", "year", "before", "after", "during", "through", "mid", "early", "late", "the", "fiscal") || l.hyphen(i-1) {
		return true
	}
	return x.n >= 1800 && x.n <= 2050 && !counts
}

// spokenYear reads a year in words: "nineteen ninety-five".
func (l *line) spokenYear(i int) (meaning, int) {
	c, d := l.at(i), l.at(i+1)
	if c.is(digits) || !c.is(number) || c.n < 17 || c.n > 20 || d.is(digits) || !d.is(number) || d.n < 10 || d.n > 90 {
		return meaning{}, i
	}
	y, j := c.n*100+d.n, i+2
	if k := l.hyphened(j); d.n%10 == 0 && l.at(k).is(number) && !l.at(k).is(digits) && l.at(k).n < 10 {
		y, j = y+l.at(k).n, k+1
	}
	return dated(yearOf(y)), j
}
