package timex

// modifiers are the words before a length or a date that say how it is meant, with TIMEX3's name for it; longer ones stand first.
var modifiers = []struct {
	words []string
	mod   string
}{
	{[]string{"more", "than"}, "MORE_THAN"}, {[]string{"less", "than"}, "LESS_THAN"}, {[]string{"fewer", "than"}, "LESS_THAN"},
	{[]string{"no", "more", "than"}, "EQUAL_OR_LESS"}, {[]string{"no", "less", "than"}, "EQUAL_OR_MORE"}, {[]string{"at", "least"}, "EQUAL_OR_MORE"},
	{[]string{"at", "most"}, "EQUAL_OR_LESS"}, {[]string{"up", "to"}, "EQUAL_OR_LESS"}, {[]string{"as", "many", "as"}, "EQUAL_OR_LESS"},
	{[]string{"nearly"}, "LESS_THAN"}, {[]string{"almost"}, "LESS_THAN"}, {[]string{"over"}, "MORE_THAN"}, {[]string{"about"}, "APPROX"},
	{[]string{"around"}, "APPROX"}, {[]string{"roughly"}, "APPROX"}, {[]string{"approximately"}, "APPROX"}, {[]string{"some"}, "APPROX"},
	{[]string{"just", "over"}, "MORE_THAN"}, {[]string{"just", "under"}, "LESS_THAN"}, {[]string{"well", "over"}, "MORE_THAN"},
}

// modified reads a length or a date with a modifier before it: "nearly two years", "more than a week ago", "around 7:15 p.m.".
func (l *line) modified(i int) (meaning, int) {
	for _, c := range modifiers {
		if !l.says(i, c.words...) {
			continue
		}
		j := i + len(c.words)
		m, k := l.plain(j)
		if k == j || !modifiable(&m, c.words[0]) {
			return meaning{}, i
		}
		m.mod = c.mod
		return m, k
	}
	return meaning{}, i
}

// modifiable tells whether the word before belongs to the expression: "over two years", but not "over the weekend"; "around Nov. 1", but
// not "about Friday's strike".
func modifiable(m *meaning, word string) bool {
	switch m.op {
	case lengthOp:
		return word != "over" || !m.vague
	case shiftOp:
		return !m.story || word != "some"
	case recentOp:
		return word == "at"
	case clockOp:
		return word == "around" || word == "about" || word == "nearly" || word == "almost" || word == "approximately" || word == "roughly"
	case dateOp:
		return word == "around" && (m.date.Day > 0 || m.part != "")
	}
	return false
}

// edged reads the edge of a longer time: "early March", "late last week", "mid-2011", "the end of the month", "earlier this year".
func (l *line) edged(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	x := l.at(j)
	if !x.is(edge) {
		return meaning{}, i
	}
	k := l.hyphened(j + 1)
	if l.either(j, "beginning", "start", "end", "close", "middle") {
		if !l.either(j+1, "of") {
			return meaning{}, i
		}
		k = j + 2
	} else if j > i && !l.either(j, "early", "late", "mid") {
		return meaning{}, i
	}
	return l.edgeOf(i, j, k)
}

func (l *line) edgeOf(i, j, k int) (meaning, int) {
	if l.either(j, "earlier", "later") && l.either(k, "in", "on") && l.says(k+1, "the") && l.at(k+2).is(unit) {
		return meaning{op: unitOp, unit: l.at(k + 2).unit, mod: sideMod(l.at(j).text), pointed: true, weekday: -1}, k + 3
	}
	m, end := l.read(k)
	if end == k && l.says(k, "the") && l.at(k+1).is(unit) && !l.at(k+1).is(plural) {
		m, end = meaning{op: unitOp, unit: l.at(k + 1).unit, weekday: -1}, k+2
	}
	if end == k && l.at(k).is(digits) && l.at(k).n >= 1900 && l.at(k).n <= 2100 {
		m, end = dated(yearOf(l.at(k).n)), k+1
	}
	if end == k && l.at(k).is(dayPart) {
		m, end = l.dayAfterClock("T"+l.at(k).name, k+1)
	}
	if end == k || !m.known() && m.op != clockOp || m.mod != "" {
		return meaning{}, i
	}
	m.mod = l.at(j).name
	if l.either(j, "earlier", "later") {
		m.mod = sideMod(l.at(j).text)
		m.pointed = m.pointed || m.op == unitOp
	}
	if l.says(j, "later") && m.op == dateOp && m.weekday >= 0 {
		m.pointed = false
	}
	return m, end
}

// sideMod is the mod of "earlier" and "later".
func sideMod(word string) string {
	if word == "earlier" {
		return "START"
	}
	return "END"
}

// moreOrLess reads what follows a length: "or so", "or more".
func (l *line) moreOrLess(m meaning, i int) (meaning, int) {
	if l.says(i, "or", "so") {
		m.mod = "APPROX"
		return m, i + 2
	}
	if l.says(i, "or", "more") {
		m.mod = "EQUAL_OR_MORE"
		return m, i + 2
	}
	return m, i
}
