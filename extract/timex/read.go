package timex

import "sitrep/ground/date"

// maxDepth bounds expressions inside each other.
const maxDepth = 4

// read reads the longest expression that begins at i; its end is i where none does.
func (l *line) read(i int) (meaning, int) {
	x := l.at(i)
	if l.depth >= maxDepth || x.class&^capital == 0 {
		return meaning{}, i
	}
	l.depth++
	defer func() { l.depth-- }()
	if x.is(modifies) {
		if m, j := l.modified(i); j > i {
			return m, j
		}
	}
	return l.plain(i)
}

// plain reads an expression without a modifier before it.
func (l *line) plain(i int) (meaning, int) {
	if l.at(i).class&^(capital|modifies) == 0 {
		return meaning{}, i
	}
	for _, rule := range []func(*line, int) (meaning, int){
		(*line).edged, (*line).feast, (*line).dated, (*line).related, (*line).set, (*line).shifted, (*line).named, (*line).period, (*line).clocked, (*line).length,
	} {
		if m, j := rule(l, i); j > i {
			return l.partAfter(m, j)
		}
	}
	if l.says(i, "the") {
		return l.definite(i)
	}
	return meaning{}, i
}

// definite reads what only an article makes an expression: "the week of March 6", "the weekend", "the year 2000", "the future".
func (l *line) definite(i int) (meaning, int) {
	j := i + 1
	switch {
	case l.says(j, "week", "of"), l.says(j, "week", "beginning"), l.says(j, "week", "ending"):
		if m, k := l.read(j + 2); k > j+2 && m.op == dateOp {
			m.unit = date.Week
			return m, k
		}
	case l.says(j, "weekend"):
		return meaning{op: unitOp, unit: date.Weekend, weekday: -1}, j + 1
	case l.says(j, "quarter") && !l.says(j+1, "of"):
		return meaning{op: unitOp, unit: date.Quarter, weekday: -1, pointed: true}, j + 1
	case l.says(j, "year") && l.at(j+1).is(digits) && l.at(j+1).n > 1000:
		return l.yearAlone(j+1, true)
	case l.says(j, "year", "two", "thousand"):
		return dated(yearOf(2000)), j + 3
	case l.says(j, "past"), l.says(j, "future"):
		return l.pastOrFuture(j)
	case l.says(j, "near", "future"), l.says(j, "short", "term"), l.says(j, "near", "term"):
		return meaning{op: referenceOp, name: "FUTURE_REF"}, j + 2
	}
	if m, k := l.plain(j); k > j && takesArticle(&m) {
		return m, k
	}
	return meaning{}, i
}

// takesArticle tells whether "the" can stand before an expression and belong to it.
func takesArticle(m *meaning) bool {
	switch m.op {
	case unitOp, recentOp, seasonOp, quarterOp, decadeOp, centuryOp, shiftOp:
		return true
	case dayOp:
		return m.story
	case clockOp:
		return m.part != ""
	case lengthOp:
		return !m.vague && !m.joined
	}
	return false
}

func (l *line) pastOrFuture(i int) (meaning, int) {
	if next := l.at(i + 1); next.is(unit|number|vague) || noun(next.xpos) || next.xpos == "JJ" {
		return meaning{}, i - 1
	}
	name := "PAST_REF"
	if l.says(i, "future") {
		name = "FUTURE_REF"
	}
	return meaning{op: referenceOp, name: name}, i + 1
}

func noun(xpos string) bool { return len(xpos) > 1 && xpos[:2] == "NN" }

// named reads the fixed words: "overnight", "now", "recently"; and "recent weeks".
func (l *line) named(i int) (meaning, int) {
	x := l.at(i)
	switch {
	case l.says(i, "overnight"):
		return meaning{op: overnightOp, pointed: true, weekday: -1}, i + 1
	case l.says(i, "fiscal"):
		if m, j := l.yearAlone(i+1, true); j > i+1 {
			return m, j
		}
		if j := l.hyphened(i + 1); l.at(j).is(ordinal) {
			if m, k := l.ordinalUnit(j, j); k > j {
				return m, k
			}
		}
		return meaning{}, i
	case l.says(i, "right", "now"):
		return meaning{op: referenceOp, name: "PRESENT_REF"}, i + 2
	case !x.is(reference):
		return meaning{}, i
	case l.either(i, "recent", "future") && !(l.at(i+1).is(unit) && l.at(i+1).is(plural)):
		return meaning{}, i
	case l.says(i, "recent"):
		return meaning{op: recentOp, unit: l.at(i + 1).unit, n: -1, vague: true}, l.moreUnits(i + 2)
	case l.says(i, "future"):
		return meaning{op: referenceOp, name: x.name}, i + 2
	case l.says(i, "now") && l.either(i+1, "that", "-"):
		return meaning{}, i
	}
	return meaning{op: referenceOp, name: x.name}, i + 1
}

// moreUnits steps over "and months" after "recent weeks".
func (l *line) moreUnits(i int) int {
	if l.either(i, "and", "or") && l.at(i+1).is(unit) && l.at(i+1).is(plural) {
		return i + 2
	}
	return i
}

// partAfter reads a part of the day after a day: "Tuesday morning", "yesterday at noon" without its preposition is two expressions.
func (l *line) partAfter(m meaning, i int) (meaning, int) {
	if m.part != "" || !(m.op == dayOp || m.op == dateOp && (m.weekday >= 0 || m.date.Day > 0)) {
		return m, i
	}
	j := i
	if x := l.at(j); x.is(edge) && l.at(j+1).is(dayPart) {
		m.mod, j = x.name, j+1
	}
	x := l.at(j)
	if !x.is(dayPart) || x.is(clock) && !l.says(j, "midnight") {
		return m, i
	}
	m.part, m.many = "T"+x.name, x.is(plural)
	if x.is(clock) {
		m.part = x.name
	}
	if m.many && m.weekday >= 0 {
		m.op = setOp
	}
	return m, j + 1
}
