package values

import "sitrep"

// clockTime reads a time of day: "9:30 p.m. local time (1830 GMT)", "9 p.m.", "1830 GMT", "midnight".
func (l *line) clockTime(i int) int {
	j := l.hourAt(i)
	if j == i {
		return i
	}
	if k := l.zoneAt(j); k > j {
		j = k
	}
	if l.says(j, "(") {
		if k := l.hourAt(j + 1); k > j+1 {
			if m := l.zoneAt(k); l.says(m, ")") {
				return m + 1
			}
		}
	}
	return j
}

// hourAt reads the hour and the half of the day.
func (l *line) hourAt(i int) int {
	w, next := l.at(i), l.at(i+1)
	switch {
	case w.is(clock):
		j := i + 1
		if next.is(meridiem) {
			j++
		}
		return j
	case w.is(digits|numberWord) && w.value <= 24 && next.is(meridiem) && !next.tagged("VBP"):
		return i + 2
	case w.is(digits) && next.is(zone) && (len(w.text) == 4 && w.value < 2400 || len(w.text) <= 5 && w.value < 24) && (!l.says(i+1, "local") || l.says(i+2, "time")):
		return i + 1
	case w.is(digits) && len(w.text) == 4 && l.either(i+1, "hours", "hrs") && w.text[0] <= '2' && w.value < 2400:
		return i + 2
	case w.is(hourPoint):
		return i + 1
	}
	return i
}

// zoneAt reads a time zone: "GMT", "local time", "in the morning".
func (l *line) zoneAt(j int) int {
	switch {
	case l.says(j, "local", "time"):
		return j + 2
	case l.at(j).is(zone) && !l.says(j, "local"):
		return j + 1
	case l.says(j, "in", "the") && l.at(j+2).is(dayPart):
		return j + 3
	case l.says(j, "at", "night"):
		return j + 2
	case l.at(j).capital() && l.says(j+1, "time") && l.at(j).kind == 0:
		return j + 2
	case l.at(j).capital() && l.says(j+1, "Standard", "Time"), l.at(j).capital() && l.says(j+1, "Daylight", "Time"):
		return j + 3
	}
	return j
}

// withDayPart adds the part of the day to a date: "Saturday night", "yesterday morning", "Friday's evening".
func (l *line) withDayPart(label sitrep.NameLabel, j int) (sitrep.NameLabel, int) {
	k := j
	if l.at(k).is(edge) && l.at(k+1).is(dayPart) {
		k++
	}
	if l.at(k).is(dayPart) && l.at(j-1).is(weekday|deictic|holiday|digits|ordinal) {
		return sitrep.Time, k + 1
	}
	return label, j
}

// dayAfterPart reads the day after a part of it: "noon Thursday", "mid-afternoon yesterday".
func (l *line) dayAfterPart(j int) int {
	k := j
	if l.says(k, "on") || l.says(k, "of") {
		k++
	}
	if w := l.at(k); w.is(weekday) && l.isWeekday(k) && k == j || w.is(deictic) && k == j {
		_, end := l.date(k)
		return end
	}
	return j
}

// partOfDay reads "this morning", "the night", "that evening", "overnight"; a bare part only where a preposition says so.
func (l *line) partOfDay(i int) int {
	w := l.at(i)
	switch {
	case w.is(hourPoint):
		return l.dayAfterPart(i + 1)
	case l.says(i, "overnight"):
		return i + 1
	case w.is(dayPart) && l.either(i-1, "at", "by", "before", "after", "until", "till", "since", "around", "from", "all"):
		return l.dayAfterPart(i + 1)
	}
	return i
}
