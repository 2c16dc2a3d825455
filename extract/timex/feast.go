package timex

import (
	"strings"

	"sitrep/ground/date"
)

// feastAt is the end of the feast at i, i where none is.
func (l *line) feastAt(i int) int {
	_, j := l.feast(i)
	return j
}

// longestFeast is how many lexemes the name of a feast has at most: "New", "Year", "'s", "Eve".
const longestFeast = 4

// feast reads the name of a feast that the calendar knows: "New Year's Eve", "Easter Sunday", "Christmas 2014".
func (l *line) feast(i int) (meaning, int) {
	x := l.at(i)
	if !x.is(holiday) || !x.is(capital) {
		return meaning{}, i
	}
	for n := longestFeast; n > 0; n-- {
		name := l.feastName(i, n)
		if _, ok := date.Holiday(name, 2000); name == "" || !ok {
			continue
		}
		j := i + n
		if name == "new year" && l.says(j, "'s") || n == 1 && noun(l.at(j).xpos) && l.at(j).is(capital) {
			continue
		}
		m := meaning{op: holidayOp, name: name, weekday: -1}
		if y, k := l.yearAfter(j); k > j {
			m.date.Year, j = y, k
		}
		return m, j
	}
	return meaning{}, i
}

// feastName joins n lexemes; the "'s" of a contraction is no word of its own.
func (l *line) feastName(i, n int) string {
	var b strings.Builder
	for k := i; k < i+n; k++ {
		t := l.at(k).text
		if t == "" {
			return ""
		}
		t = strings.ReplaceAll(t, "’", "'")
		if k > i && t != "'s" {
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	return b.String()
}
