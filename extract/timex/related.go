package timex

import "sitrep/ground/date"

// related reads what is told by its place before or after another time: "last week", "this May", "the past three days", "next Tuesday",
// "that day", "the following month", "this morning".
func (l *line) related(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	x := l.at(j)
	if !x.is(relative) || j == i && l.says(j, "following") && l.at(j+1).is(weekday|month) { // "following Sunday's attack" is after it
		return meaning{}, i
	}
	if l.either(j, "this", "that") && l.at(j+1).is(relative) && !l.at(j+1).is(narrative) { // "this past week", "this coming Sunday"
		j++
		x = l.at(j)
	}
	if l.says(j, "same") && j > 0 && l.says(j-1, "that") {
		i = min(i, j)
	}
	if l.says(j, "that") && l.says(j+1, "same") {
		j++
	}
	m := meaning{n: x.n, weekday: -1, pointed: true, story: x.is(narrative) || l.says(i, "the") && l.says(j, "next")}
	return l.relatedTo(m, i, j)
}

func (l *line) relatedTo(m meaning, i, j int) (meaning, int) {
	k := j + 1
	next := l.at(k)
	switch {
	case next.is(unit) && !next.is(plural) && !(l.says(j, "same") && next.unit < date.Day):
		return l.relatedUnit(m, i, j)
	case l.countAt(k) > k && l.either(j, "last", "past", "next", "coming", "previous", "following", "preceding"):
		return l.relatedCount(m, i, j)
	case next.is(unit) && next.is(plural) && l.either(j, "coming", "past", "upcoming"):
		return meaning{op: recentOp, unit: next.unit, n: m.n, vague: true}, k + 1
	case next.is(dayPart) && !next.is(plural) && !l.says(j, "same"):
		return l.relatedPart(m, i, j)
	case next.is(weekday) && !next.is(plural):
		d, e := l.fromWeekday(k)
		if d.op != dateOp || d.date.Day > 0 {
			return d, e
		}
		d.n, d.pointed, d.story = m.n, true, m.story
		return d, e
	case next.is(month):
		return l.relatedMonth(m, i, k)
	case next.is(season) && next.is(plural):
		return meaning{op: setOp, name: next.name}, k + 1
	case next.is(season):
		m.op, m.name = seasonOp, next.name
		return m, k + 1
	case l.feastAt(k) > k:
		f, e := l.feast(k)
		f.n, f.pointed = m.n, true
		return f, e
	case l.says(k, "half") || l.says(k, "fiscal", "year"):
		return l.relatedFiscal(m, i, k)
	}
	return meaning{}, i
}

// relatedUnit reads "last week", "that day", "the past year", "the same month". "This time" and "the last minute" are none.
func (l *line) relatedUnit(m meaning, i, j int) (meaning, int) {
	u := l.at(j + 1).unit
	switch {
	case u < date.Day && !l.either(j, "past", "last"), u < date.Hour, l.either(j, "current") && u < date.Week:
		return meaning{}, i
	case u == date.Hour, l.says(j, "past") && u != date.Weekend:
		return l.moreOrLess(meaning{op: recentOp, unit: u, n: -1, weekday: -1}, j+2)
	case u == date.Day && l.either(j, "last", "past", "this", "coming"):
		return meaning{}, i
	}
	m.op, m.unit = unitOp, u
	if u == date.Day {
		m.op = dayOp
	}
	j = j + 2
	if l.says(j, "or", "so") {
		m.mod, j = "APPROX", j+2
	}
	if l.says(j, "'s") && l.at(j+1).is(ordinal) && l.says(j+2, "quarter") {
		return meaning{op: quarterOp, date: yearOf(0), n: l.at(j + 1).n, unit: date.Year, story: m.story, weekday: m.n}, j + 3
	}
	return m, j
}

// relatedCount reads "the past three days", "the next few weeks", "the last 24 hours".
func (l *line) relatedCount(m meaning, i, j int) (meaning, int) {
	n, k := l.count(j + 1)
	k = l.hyphened(k)
	u := l.at(k)
	if !u.is(unit) {
		return meaning{}, i
	}
	m.op, m.unit, m.vague = recentOp, u.unit, n.vague
	if l.either(j, "last", "past", "previous", "preceding") {
		m.n = -n.n
	} else {
		m.n = n.n
	}
	m.half = n.half
	if m.vague && m.n == 0 {
		m.n = l.at(j).n
	}
	return l.moreOrLess(m, l.moreUnits(k+1))
}

// relatedPart reads "this morning", "last night", "that evening", "the next morning".
func (l *line) relatedPart(m meaning, i, j int) (meaning, int) {
	p := l.at(j + 1)
	if p.is(clock) {
		return meaning{}, i
	}
	if l.says(j, "past") || l.says(j, "last") && p.name != "NI" && p.name != "EV" {
		return meaning{}, i
	}
	m.op, m.part = dayOp, "T"+p.name
	return m, j + 2
}

// relatedMonth reads "last May", "this April"; a day may follow: "this May 3".
func (l *line) relatedMonth(m meaning, i, k int) (meaning, int) {
	if !l.at(k).is(capital) {
		return meaning{}, i
	}
	d, e := l.fromMonth(k)
	if d.op != dateOp {
		return meaning{}, i
	}
	if d.date.Year == 0 && d.unit == date.NoUnit {
		d.n, d.pointed, d.story = m.n, true, m.story
	}
	return d, e
}

// relatedFiscal reads "the current fiscal year", "the last half of 1989".
func (l *line) relatedFiscal(m meaning, i, k int) (meaning, int) {
	if l.says(k, "fiscal", "year") {
		m.op, m.unit = unitOp, date.Year
		return m, k + 2
	}
	return meaning{}, i
}

// set reads what comes again: "every day", "each Thursday", "daily", "every two weeks".
func (l *line) set(i int) (meaning, int) {
	x := l.at(i)
	if x.is(adverbial) {
		return meaning{op: setOp, unit: x.unit, n: 1, weekday: -1}, i + 1
	}
	if !l.either(i, "every", "each") {
		return meaning{}, i
	}
	next := l.at(i + 1)
	switch {
	case next.is(weekday):
		return meaning{op: setOp, weekday: next.n}, i + 2
	case next.is(month) && next.is(capital):
		return meaning{op: setOp, date: dated(monthOf(next.n)).date, weekday: -1}, i + 2
	case next.is(season):
		return meaning{op: setOp, name: next.name, weekday: -1}, i + 2
	case next.is(unit) && !next.is(plural) && !l.says(i+1, "second"):
		return meaning{op: setOp, unit: next.unit, n: 1, weekday: -1}, i + 2
	case next.is(dayPart):
		return meaning{op: setOp, unit: date.Day, n: 1, part: "T" + next.name, weekday: -1}, i + 2
	}
	if n, j := l.count(i + 1); j > i+1 && l.at(j).is(unit) && l.says(i, "every") {
		return meaning{op: setOp, unit: l.at(j).unit, n: n.n, weekday: -1}, j + 1
	}
	return meaning{}, i
}
