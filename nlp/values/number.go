package values

import (
	"cmp"
	"math"
)

// span reads one number or a range of two: "10", "10-15", "two or three", "between 10 and 15".
func (l *line) span(i int) (Amount, int) {
	if l.says(i, "between") {
		a, j := l.single(i + 1)
		if j > i+1 && l.says(j, "and") {
			if b, k := l.single(j + 1); k > j+1 && b.High >= a.Low {
				return between(a, b), k
			}
		}
		return Amount{}, i
	}
	if w := l.at(i); w.is(rangeOf) {
		return Amount{w.value, w.value2, Range}, i + 1
	}
	a, j := l.single(i)
	if j == i || !l.at(j).is(joins) {
		return a, j
	}
	if b, k := l.single(j + 1); k > j+1 && a.Qualifier == Exact && b.Qualifier == Exact && b.High > a.Low && !l.at(j+1).is(year) {
		return between(l.scaled(a, b, j), b), k
	}
	return a, j
}

func between(a, b Amount) Amount { return Amount{a.Low, b.High, Range} }

// scaled gives the first number of a range the scale of the second: "2 to 3 million".
func (l *line) scaled(a, b Amount, j int) Amount {
	second := l.at(j + 1)
	if second.is(digits) && second.value > a.Low && b.High > second.value && a.Low < 1000 && l.at(j-1).is(digits) {
		a.Low *= b.High / second.value
	}
	return a
}

// single reads one number, exact or vague.
func (l *line) single(i int) (Amount, int) {
	w := l.at(i)
	switch {
	case w.is(vaguePlural):
		return l.plural(i)
	case w.is(fewWord):
		if a, j := l.few(i); j > i && l.at(j-1).is(scale) {
			return a, j
		}
	case l.says(i, "a", "few"), l.says(i, "a", "couple"):
		if a, j := l.few(i); l.at(j-1).is(scale) || l.says(i+1, "couple") {
			return a, j
		}
	case l.says(i, "half", "a") && l.at(i+2).is(scale):
		return exact(l.at(i+2).value / 2), i + 3
	case l.says(i, "a", "quarter", "of", "a") && l.at(i+4).is(scale):
		return exact(l.at(i+4).value / 4), i + 5
	case l.says(i, "a", "quarter", "-", "million"):
		return exact(250_000), i + 4
	case (l.says(i, "a") || l.says(i, "an")) && l.at(i+1).is(scale):
		v, j := l.words(i + 1)
		return exact(v), j
	case w.is(digits | numberWord):
		v, j := l.words(i)
		return exact(v), j
	case w.is(scale) && !l.at(i-1).is(digits|numberWord):
		v, j := l.words(i)
		return exact(v), j
	}
	return Amount{}, i
}

func exact(v float64) Amount { return Amount{v, v, Exact} }

// plural reads "dozens", "tens of thousands", "hundreds of thousands".
func (l *line) plural(i int) (Amount, int) {
	v, j := l.at(i).value, i+1
	if v == 0 { // "tens" counts only in "tens of thousands"
		v = 20
		if !l.says(j, "of") || !l.at(j+1).is(vaguePlural) {
			return Amount{}, i
		}
	}
	if l.says(j, "of") && l.at(j+1).is(vaguePlural) && l.at(j+1).value > v/2 {
		v, j = v*l.at(j+1).value/2, j+2
	}
	return Amount{v, v, Vague}, j
}

// few reads "several", "a few", "a couple" with the scale after it: "several hundred", "a couple of dozen".
func (l *line) few(i int) (Amount, int) {
	j := i
	if l.says(j, "a") && !l.says(j+1, "several") {
		j++
	}
	w := l.at(j)
	if !w.is(fewWord) {
		return Amount{}, i
	}
	v := w.value
	j++
	k := j
	if l.says(k, "of") {
		k++
	}
	if l.at(k).is(scale) {
		v, j = v*l.at(k).value, k+1
	}
	return Amount{v, v, Vague}, j
}

// words reads a number in digits or words: "2.5 million", "a hundred and five", "twenty - three", "three and a half".
func (l *line) words(i int) (float64, int) {
	total, part, last := 0.0, 0.0, 0.0
	j := i
	for {
		w := l.at(j)
		switch {
		case w.is(scale) && w.value >= 1000 && (j == i || part > 0):
			total, part = total+cmp.Or(part, 1)*w.value, 0
			last = w.value
		case w.is(scale) && w.value < 1000 && part < 100:
			part = max(part, 1) * w.value
			last = w.value
		case w.is(digits) && j == i:
			part, last = w.value, 1
		case w.is(numberWord) && fitsAfter(w.value, last, j == i):
			part, last = part+w.value, w.value
		default:
			return l.half(total+part, j)
		}
		j = l.skipJoint(j+1, last)
	}
}

// fitsAfter tells whether a number word continues the one before it: units after tens, anything small after a scale.
func fitsAfter(v, last float64, first bool) bool {
	return first || last >= 100 && v < 100 || last >= 20 && last < 100 && v < 10
}

// skipJoint steps over the "and" of "a hundred and five" and the hyphen of "twenty - three".
func (l *line) skipJoint(j int, last float64) int {
	next := l.at(j + 1)
	switch {
	case l.says(j, "and") && last >= 100 && next.is(numberWord) && next.value < 100:
		return j + 1
	case l.hyphen(j) && last >= 20 && last < 100 && next.is(numberWord) && next.value < 10:
		return j + 1
	}
	return j
}

func (l *line) half(v float64, j int) (float64, int) {
	if l.says(j, "-", "and", "-", "a", "-", "half") {
		return v + .5, j + 6
	}
	if l.says(j, "and", "a", "half") {
		return v + 0.5, j + 3
	}
	if v != math.Trunc(v) {
		return v, j
	}
	if f := fractionOf(l.at(j).text); f > 0 {
		return v + f, j + 1
	}
	if a, b := l.at(j), l.at(j+2); l.says(j+1, "/") && a.is(digits) && b.is(digits) && a.value < b.value && b.value < 10 {
		return v + a.value/b.value, j + 3
	}
	return v, j
}

// fractionOf is the value of a fraction after a whole number: the "1/2" of "2 1/2".
func fractionOf(text string) float64 {
	switch text {
	case "1/2", "½":
		return 0.5
	case "1/4", "¼":
		return 0.25
	case "3/4", "¾":
		return 0.75
	case "1/3", "⅓":
		return 1.0 / 3
	case "2/3", "⅔":
		return 2.0 / 3
	}
	return 0
}
