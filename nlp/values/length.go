package values

import "sitrep"

// lengths reads a number of units of time: "72 hours", "the past two years", "a few more days", "several months", "two and a half years".
func (l *line) lengths(i int) (sitrep.NameLabel, int) {
	j := i
	if a, k := l.amount(i); k > i {
		j = k
		if a.Qualifier == Vague && l.says(j, "of") {
			j++
		}
	} else if _, k := l.few(i); k > i {
		j = k
		if l.says(j, "of") {
			j++
		}
	} else if l.says(i, "many") {
		j = i + 1
	} else {
		return l.unitAlone(i)
	}
	if l.either(j, "more", "consecutive", "straight", "full", "whole", "additional", "further", "long", "working", "business", "calendar", "short", "successive", "other", "fiscal", "-") {
		j++
	}
	return l.unitOf(i, j)
}

// unitAlone reads a unit in the plural without a number, as after "the past" and "the coming".
func (l *line) unitAlone(i int) (sitrep.NameLabel, int) {
	if w := l.at(i); w.is(plural) && l.at(i-1).is(relative) {
		return l.unitOf(i, i)
	}
	return "", i
}

// unitOf reads the unit at j of a length that began at i.
func (l *line) unitOf(i, j int) (sitrep.NameLabel, int) {
	w := l.at(j)
	switch {
	case w.is(plural) && l.either(j+1, "or", "and") && l.at(j+2).is(plural) && l.at(j+2).is(dateUnit|timeUnit):
		return sitrep.Date, j + 3
	case w.is(dateUnit), l.says(j, "quarters") && !l.says(j+1, "of"):
		return sitrep.Date, l.halfAfter(l.old(j + 1))
	case w.is(timeUnit) && !(w.is(ordinary)):
		return sitrep.Time, l.halfAfter(j + 1)
	case l.at(j).is(dayPart) && l.either(j, "nights", "mornings", "evenings"):
		return sitrep.Time, j + 1
	}
	return "", i
}

// old reads the end of an age: "30 years old", "a 30 - year - old".
func (l *line) old(j int) int {
	k := l.hyphened(j)
	if l.either(k, "old", "olds") {
		return k + 1
	}
	return j
}

func (l *line) halfAfter(j int) int {
	switch {
	case l.says(j, "and", "a", "half"):
		return j + 3
	case l.says(j, "or", "so"), l.says(j, "or", "more"), l.says(j, "or", "two"):
		return j + 2
	case l.says(j, "or", "longer"), l.says(j, "or", "less"):
		return j + 2
	}
	return j
}

// shifted reads what moves a date by a length: "ago", "earlier", "later", "from now", "before".
func (l *line) shifted(j int) int {
	switch {
	case l.at(j).is(shifts) && !l.says(j, "early"):
		return j + 1
	case l.says(j, "from", "now"):
		return j + 2
	}
	return j
}

// length reads a length at i with what moves it, "a year" and "an hour" too.
func (l *line) length(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	if w.is(duration | age) {
		if w.is(timeUnit) {
			return sitrep.Time, l.old(i + 1)
		}
		return sitrep.Date, l.old(i + 1)
	}
	if label, j := l.lengths(i); j > i {
		return label, l.shifted(j)
	}
	j := i
	if q, k := l.modifier(i); q != Exact && k > i {
		j = k
	}
	if l.says(j, "half") {
		j++
	}
	if l.at(j).is(article) {
		if l.either(j+1, "full", "whole", "further", "additional", "single", "half") {
			j++
		}
		if u := l.at(j + 1); u.is(dateUnit|timeUnit) && !u.is(plural) && !l.says(j+1, "second") && !l.hyphen(j+2) && !l.followedByNoun(j+2) {
			label, end := l.unitOf(j, j+1)
			return label, l.shifted(end)
		}
	}
	if w.is(dateUnit|timeUnit) && w.is(plural) && l.bareUnit(i) {
		label, end := l.unitOf(i, i)
		return label, l.shifted(end)
	}
	return "", i
}

// bareUnit tells whether units in the plural without a number are a length: "for years", "hours later".
func (l *line) bareUnit(i int) bool {
	return l.at(i+1).is(shifts) && !l.says(i+1, "early") || l.either(i-1, "for", "in", "within", "after", "over", "take", "took", "lasted", "lasting", "last", "recent", "of", "many", "by") && !l.followedByNoun(i+1) && !l.says(i, "minutes") && !l.says(i, "seconds")
}

// repeated reads "every Friday", "each day", "every two days", "daily".
func (l *line) repeated(i int) (sitrep.NameLabel, int) {
	if l.at(i).is(setAdverb) {
		return sitrep.Date, i + 1
	}
	j := i + 1
	if l.says(j, "other") {
		j++
	}
	if w := l.at(j); w.is(dateUnit) {
		return sitrep.Date, j + 1
	} else if w.is(timeUnit) && !l.says(j, "second") || w.is(dayPart) {
		return sitrep.Time, j + 1
	}
	if label, k := l.lengths(j); k > j {
		return label, k
	}
	if l.at(j).is(season) {
		return sitrep.Date, j + 1
	}
	if label, k := l.date(j); k > j && l.at(j).is(weekday|month|holiday) {
		return label, k
	}
	return "", i
}
