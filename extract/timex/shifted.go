package timex

import "sitrep/ground/date"

// shifted reads a length with the word that points from a day: "two weeks ago", "a year earlier", "three days later", "an hour after".
func (l *line) shifted(i int) (meaning, int) {
	if m, j := l.yearAgo(i); j > i {
		return m, j
	}
	m, j := l.shiftLength(i)
	if j == i {
		return meaning{}, i
	}
	if l.says(j, "-") {
		j++
	}
	m.op, m.pointed = shiftOp, true
	switch {
	case l.says(j, "ago"):
		m.n = -m.n
	case l.either(j, "earlier", "before", "previously"):
		if l.says(j, "before") && !l.ends(j+1) {
			return meaning{}, i
		}
		m.n, m.story = -m.n, true
	case l.says(j, "later") || l.says(j, "after") && l.ends(j+1):
		m.story = true
	case l.says(j, "from", "now"):
		j++
	case l.says(j, "from", "today"):
		j++
	default:
		return meaning{}, i
	}
	j++
	if x := l.at(j); x.is(deictic) && l.says(j-1, "ago") || x.is(weekday) && l.says(j-1, "ago") && m.unit == date.Week {
		if x.is(weekday) {
			m.weekday = x.n
		}
		j++
	}
	return m, j
}

// yearAgo reads what business reports compare with: "year-ago", "the year-earlier quarter".
func (l *line) yearAgo(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	if !l.says(j, "year") || !l.hyphen(j+1) || !l.either(j+2, "ago", "earlier") {
		return meaning{}, i
	}
	m := meaning{op: shiftOp, unit: date.Year, n: -1, pointed: true, weekday: -1}
	k := j + 3
	if l.at(k).is(ordinal) {
		k++
	}
	if l.either(k, "quarter", "period") {
		return m, k + 1
	}
	return m, j + 3
}

// shiftLength is the length before "ago" and the like: a count of units, "a week", "weeks".
func (l *line) shiftLength(i int) (meaning, int) {
	j := i
	c, k := l.count(j)
	if k == j {
		c = counted{n: 1}
		switch {
		case l.either(j, "a", "an") && l.at(j+1).is(unit) && !l.at(j+1).is(plural):
			k = j + 1
		case l.at(j).is(unit):
			c.vague = l.at(j).is(plural)
			if !c.vague && !l.hyphen(j+1) {
				return meaning{}, i
			}
		default:
			return meaning{}, i
		}
	}
	u := l.at(l.hyphened(k))
	if !u.is(unit) {
		return meaning{}, i
	}
	m := meaning{unit: u.unit, n: c.n, vague: c.vague, half: c.half, weekday: -1}
	return l.moreOrLess(m, l.hyphened(k)+1)
}

// ends tells whether a clause or phrase ends before i, so that the word before it is an adverb.
func (l *line) ends(i int) bool {
	return i >= len(l.lexemes) || l.either(i, ",", ".", ";", ":", "and", "but", "?", "!")
}
