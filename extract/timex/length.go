package timex

import (
	"sitrep"
	"sitrep/ground/date"
)

func monthOf(m int) sitrep.CivilDate { return sitrep.CivilDate{Month: m} }

// counted is a count of units.
type counted struct {
	n     int
	vague bool
	half  bool
}

// countAt is the end of the count at i, i where none is.
func (l *line) countAt(i int) int {
	_, j := l.count(i)
	return j
}

// count reads "three", "24", "twenty-four", "a few", "several", "a couple of", "2 1/2", "two and a half", "a hundred", "one or two".
func (l *line) count(i int) (counted, int) {
	j := i
	if l.either(j, "a", "an") && l.at(j+1).is(vague) || l.says(j, "a") && l.either(j+1, "hundred", "thousand", "dozen") {
		j++
	}
	x := l.at(j)
	switch {
	case x.is(vague):
		k := j + 1
		if l.says(k, "of") {
			k++
		}
		return counted{n: x.n, vague: x.n == 0}, k
	case l.says(j, "decades") || l.says(j, "half"):
		return counted{}, i
	case x.is(digits) && x.is(number):
		return l.half(counted{n: x.n}, j+1)
	case x.is(number):
		n, k := l.words(j)
		return l.half(counted{n: n}, k)
	}
	return counted{}, i
}

// words reads a number in words below a million.
func (l *line) words(i int) (int, int) {
	total, part, j := 0, 0, i
	for ; l.at(j).is(number) && !l.at(j).is(digits) && j < i+8; j++ {
		switch n := l.at(j).n; {
		case n == 1000:
			total, part = total+max(part, 1)*n, 0
		case n == 100 || n == 12 && l.says(j, "dozen"):
			part = max(part, 1) * n
		default:
			part += n
		}
		if l.hyphen(j+1) && l.at(j+2).is(number) && !l.at(j+2).is(digits) && l.at(j).n >= 20 && l.at(j).n < 100 && l.at(j+2).n < 10 {
			j++
		}
	}
	return total + part, j
}

// half reads what follows a number: "1/2", "and a half".
func (l *line) half(c counted, i int) (counted, int) {
	if l.says(i, "½") {
		return counted{n: c.n, half: true}, i + 1
	}
	if l.says(i, "1", "/", "2") {
		return counted{n: c.n, half: true}, i + 3
	}
	if l.says(i, "and", "a", "half") {
		return counted{n: c.n, half: true}, i + 3
	}
	if l.either(i, "or", "to") {
		if x := l.at(i + 1); x.is(number) && x.n > c.n && x.n < 4*c.n+2 {
			return counted{n: x.n}, i + 2
		}
	}
	if l.says(i, "more") {
		return c, i + 1
	}
	return c, i
}

// length reads "three days", "a week" after a preposition, "the three-day", "decades".
func (l *line) length(i int) (meaning, int) {
	j := i
	if l.says(j, "the") {
		j++
	}
	if l.says(j, "first") || l.says(j, "last") {
		j++
	}
	c, k := l.count(j)
	if k == j {
		return l.bareLength(i)
	}
	joined := l.hyphen(k)
	if joined && (j > i || l.at(k+1).unit == date.Quarter) { // "three-quarters" is a share
		return meaning{}, i
	}
	k = l.hyphened(k)
	u := l.at(k)
	if u.is(capital) && j > 0 { // "the Six Day War"
		return meaning{}, i
	}
	if !u.is(unit) || u.unit < date.Minute && !u.is(plural) || l.aged(k+1) {
		return l.ageOf(i, j, k, c)
	}
	return l.moreOrLess(meaning{op: lengthOp, unit: u.unit, n: c.n, vague: c.vague, half: c.half, joined: joined, weekday: -1}, l.alternative(k+1))
}

// alternative steps over "or months" after "weeks".
func (l *line) alternative(i int) int {
	if l.says(i, "or") && l.at(i+1).is(unit) && l.at(i+1).is(plural) {
		return i + 2
	}
	return i
}

// aged tells whether "old" follows at i.
func (l *line) aged(i int) bool {
	return l.says(l.hyphened(i), "old") || l.says(l.hyphened(i), "olds")
}

// ageOf reads the age of a thing, "the six-year-old war", as the length that it has lasted. The age of a person is no time that a report
// tells of: it is passed over as a whole, so that no part of it is read.
func (l *line) ageOf(i, j, k int, c counted) (meaning, int) {
	u := l.at(k)
	if !u.is(unit) || !l.aged(k+1) {
		return meaning{}, i
	}
	end := l.hyphened(k+1) + 1
	m := meaning{op: lengthOp, unit: u.unit, n: c.n, vague: c.vague, half: c.half, joined: true, weekday: -1, name: "age"}
	if lasts[l.at(end).text] || lasts[l.at(end+1).text] {
		m.name = ""
	}
	return m, end
}

// lasts are what has an age that tells when it began.
var lasts = map[string]bool{"war": true, "conflict": true, "insurgency": true, "rebellion": true, "uprising": true, "siege": true, "truce": true,
	"ceasefire": true, "blockade": true, "campaign": true, "offensive": true, "revolt": true, "occupation": true, "crisis": true, "embargo": true,
	"dispute": true, "standoff": true, "operation": true, "battle": true, "accord": true, "agreement": true, "feud": true, "intifada": true}

// bareLength reads "a week", "an hour", "a decade", "weeks", where they are lengths and not rates or parts of something else.
func (l *line) bareLength(i int) (meaning, int) {
	j := i
	article := l.either(j, "a", "an")
	if article {
		j++
	}
	if article && l.either(j, "full", "whole", "additional", "further") {
		j++
	}
	u := l.at(j)
	switch {
	case !u.is(unit) || u.unit == date.Weekend || u.unit == date.Second || u.unit == date.Quarter:
		return meaning{}, i
	case !article && (!u.is(plural) || !l.opens(i)):
		if k := l.hyphened(j + 1); k > j+1 && l.either(k, "long") {
			return meaning{op: lengthOp, unit: u.unit, n: 1, vague: u.is(plural), weekday: -1}, k + 1
		}
		return meaning{}, i
	case article && (u.is(plural) || noun(l.at(j+1).xpos)), article && !l.opens(i):
		return meaning{}, i
	}
	m := meaning{op: lengthOp, unit: u.unit, n: 1, vague: !article, weekday: -1}
	if l.says(j+1, "and", "a", "half") {
		m.half, j = true, j+3
	}
	return l.moreOrLess(m, l.alternative(j+1))
}

// article steps over "a" or "an".
func (l *line) article(i int) int {
	if l.either(i, "a", "an") {
		return i + 1
	}
	return i
}

// opens tells whether a word stands before i after which a unit alone is a length.
func (l *line) opens(i int) bool {
	if k := l.article(i); l.at(k).is(unit) && l.either(k+1, "after", "before", "since") {
		return true
	}
	return l.either(i-1, "for", "in", "within", "after", "than", "over", "nearly", "almost", "least", "about", "lasted", "lasting", "last", "took", "of", "spent", "by", "until", "during") &&
		!l.says(i+1, "of") && !l.says(i+2, "of") || l.at(i-1).text == ""
}
