package timex

import "sitrep/ground/date"

// period reads seasons, quarters, decades and centuries: "summer 2014", "the third quarter", "the 1990s", "the 20th century".
func (l *line) period(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	x := l.at(j)
	switch {
	case x.is(season) && !x.is(plural):
		return l.fromSeason(i, j)
	case x.is(decade):
		if x.is(digits) || j > i || l.at(i-1).is(edge) || l.hyphen(i-1) || x.n < 1920 || l.at(j).End-l.at(j).Start == 5 {
			return meaning{op: decadeOp, n: x.n, weekday: -1}, j + 1
		}
	case x.is(ordinal):
		return l.ordinalUnit(i, j)
	}
	return meaning{}, i
}

func (l *line) fromSeason(i, j int) (meaning, int) {
	m := meaning{op: seasonOp, name: l.at(j).name, weekday: -1}
	if y, k := l.yearAfter(j + 1); k > j+1 {
		m.date.Year = y
		return m, k
	}
	if shift, k := l.relativeYear(j + 1); k > j+1 {
		m.unit, m.n, m.pointed = date.Year, shift, true
		return m, k
	}
	if noun(l.at(j+1).xpos) || l.at(j).xpos == "VB" || l.at(j).is(capital) && j > 0 && l.at(j-1).is(capital) || l.says(j+1, "of") {
		return meaning{}, i
	}
	if l.at(j).is(ambiguous) && l.either(i-1, "in", "last", "this", "since", "by", "early", "late") && l.at(j).xpos == "NN" && (j > i || !l.says(i-1, "in")) ||
		!l.at(j).is(ambiguous) && (j > i || l.either(i-1, "in", "during", "since", "by", "until", "over", "through", "before", "after")) {
		return m, j + 1
	}
	return meaning{}, i
}

// ordinalUnit reads "the third quarter of 1990", "third-quarter", "the 20th century", "the second day".
func (l *line) ordinalUnit(i, j int) (meaning, int) {
	x := l.at(j)
	k := l.hyphened(j + 1)
	u := l.at(k)
	if !u.is(unit) || u.is(plural) {
		return meaning{}, i
	}
	switch u.unit {
	case date.Century:
		if x.n > 5 && x.n < 30 {
			return meaning{op: centuryOp, n: x.n - 1, weekday: -1}, k + 1
		}
	case date.Quarter:
		if x.n > 4 {
			return meaning{}, i
		}
		m := meaning{op: quarterOp, n: x.n, weekday: 9}
		of := k + 1
		if l.says(of, "of") {
			of++
		}
		if y := l.at(of); y.is(digits) && y.n > 1900 && y.n < 2100 {
			m.date.Year = y.n
			return m, of + 1
		}
		return m, k + 1
	}
	return meaning{}, i
}

// clocked reads a time of day, with its day where that follows: "9:30 a.m. local time", "midnight Friday", "0300 GMT", "5 p.m. on Monday"
// without what follows "on".
func (l *line) clocked(i int) (meaning, int) {
	name, j := l.clockAt(i)
	if j == i {
		return l.dayPartAlone(i)
	}
	return l.dayAfterClock(name, j)
}

// dayAfterClock reads the zone and the day after a time of day.
func (l *line) dayAfterClock(name string, j int) (meaning, int) {
	for l.at(j).is(zone) || l.says(j, "time") && l.at(j-1).is(zone) {
		j++
	}
	k := j
	if l.says(k, ",") && l.at(k+1).is(month|weekday) {
		k++
	}
	if x := l.at(k); x.is(weekday | deictic | month) {
		if d, e := l.read(k); e > k && (d.op == dayOp || d.op == dateOp && (d.weekday >= 0 || d.date.Day > 0)) && d.part == "" {
			d.part = name
			return d, e
		}
	}
	return meaning{op: clockOp, part: name, weekday: -1}, j
}

func (l *line) clockAt(i int) (string, int) {
	x, next := l.at(i), l.at(i+1)
	switch {
	case x.is(clock) && next.is(meridiem) && len(x.name) == 6:
		return clockName(int(x.name[1]-'0')*10+int(x.name[2]-'0'), int(x.name[4]-'0')*10+int(x.name[5]-'0'), next.text), i + 2
	case x.is(clock):
		return x.name, i + 1
	case x.is(number) && next.is(meridiem) && x.n <= 12:
		return clockName(x.n, 0, next.text), i + 2
	case l.fourDigits(i) && x.n < 2400 && x.n%100 < 60 && (next.is(zone) && next.text != "local" || l.either(i+1, "hrs", "hours")) &&
		(next.is(zone) || x.n < 1000 || l.says(i-1, "at")):
		return clockName(x.n/100, x.n%100, ""), i + 2 - boolInt(next.is(zone))
	case (l.says(i, "noon") || l.says(i, "midday")) && (!noun(next.xpos) || next.is(weekday|deictic|month)):
		return "T12:00", i + 1
	}
	return "", i
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dayPartAlone reads "the morning", "mid afternoon": a part of the day that the report tells of, where a preposition says that it is meant
// as a time.
func (l *line) dayPartAlone(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	x := l.at(j)
	if j == i || !x.is(dayPart) || x.is(plural|clock) || noun(l.at(j+1).xpos) || !l.either(i-1, "in", "during", "through", "throughout", "late", "early", "by") {
		return meaning{}, i
	}
	return meaning{op: clockOp, part: "T" + x.name, weekday: -1}, j + 1
}
