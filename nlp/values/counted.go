package values

import "sitrep"

// counted reads an expression that begins with a number or its modifiers: money, percent, quantity, or a number alone.
func (l *line) counted(i int) (sitrep.NameLabel, int) {
	if j := l.sumAt(i); j > i {
		return sitrep.Money, j
	}
	if label, j := l.joined(i); j > i {
		return label, j
	}
	if _, k := l.modifier(i); k > i && !l.at(k).is(modifies) {
		if label, j := l.joined(k); j > k {
			return label, j
		}
	}
	if l.yearAfterPreposition(i) {
		return "", i
	}
	a, j := l.amount(i)
	if j == i {
		return l.fractional(i)
	}
	return l.unit(a, i, j)
}

// yearAfterPreposition tells "a rise of 4 percent over 2014" from "over 2014 people": a year that nothing follows which it could count.
func (l *line) yearAfterPreposition(i int) bool {
	_, k := l.modifier(i)
	return k == i+1 && l.at(k).is(year) && l.isYear(k) && !l.followedByNoun(k+1)
}

// joined reads a number and what it counts in one token: "122mm", "€5m", "10%".
func (l *line) joined(i int) (sitrep.NameLabel, int) {
	w := l.at(i)
	switch {
	case w.is(quantity):
		return sitrep.Quantity, l.measured(i + 1)
	case w.is(money):
		return sitrep.Money, l.scaleAfter(i + 1)
	case w.is(percent) && w.is(digits):
		return sitrep.Percent, i + 1
	}
	return "", i
}

// unit reads what a number that ends at j counts.
func (l *line) unit(a Amount, i, j int) (sitrep.NameLabel, int) {
	if k := l.percentAt(j); k > j {
		return sitrep.Percent, k
	}
	if k := l.currencyAt(j); k > j {
		return sitrep.Money, k
	}
	if k := l.measureAt(j); k > j {
		return sitrep.Quantity, k
	}
	if l.at(j).is(fraction) && l.at(j-1).is(numberWord) {
		return sitrep.Cardinal, j + 1
	}
	if l.hyphen(j) && l.at(j+1).is(fraction|ordinal) && l.at(j-1).is(numberWord) {
		return sitrep.Cardinal, j + 2
	}
	if !l.isCardinal(i, j) {
		return "", i
	}
	return sitrep.Cardinal, j
}

// percentAt reads "percent", "per cent", "%", "percentage points".
func (l *line) percentAt(j int) int {
	k := l.hyphened(j)
	switch {
	case l.says(k, "per", "cent"):
		return k + 2
	case l.says(k, "percentage", "point"), l.says(k, "percentage", "points"):
		return k + 2
	case l.at(k).is(percent) && !l.says(k, "per") && !l.says(k, "percentage"):
		return k + 1
	}
	return j
}

// currencyAt reads the currency after a number: "dollars", "Syrian pounds", "U.S. dollars".
func (l *line) currencyAt(j int) int {
	k := l.hyphened(j)
	w := l.at(k)
	switch {
	case w.is(currencySign):
		return k + 1
	case w.is(currency) && !w.is(measure) && !w.capital(), w.is(currency) && !w.is(measure) && len(w.text) == 3:
		return k + 1
	case l.says(k, "pounds") && l.either(k+1, "sterling"):
		return k + 2
	case w.capital() && l.at(k+1).is(currency) && !l.at(k+1).capital() && k == j:
		return k + 2
	case w.capital() && l.at(k+1).capital() && l.at(k+2).is(currency) && !l.at(k+2).capital() && k == j:
		return k + 3 // "Hong Kong dollars"
	}
	return j
}

// measureAt reads the unit after a number: "km", "square kilometres", "- pound", "metric tons".
func (l *line) measureAt(j int) int {
	k := l.hyphened(j)
	if l.either(k, "square", "cubic", "nautical", "metric", "sq") && l.at(k+1).is(measure) {
		return k + 2
	}
	if l.either(k, "barrel", "foot") && (l.either(k+1, "bomb", "bombs", "soldier", "soldiers") || k == j && l.followedByNoun(k+1)) {
		return j // "34 barrel bombs", "200 foot soldiers"
	}
	if w := l.at(k); w.is(measure) && !l.either(k, "square", "cubic", "nautical", "metric") {
		return l.measured(k + 1)
	}
	return j
}

// measured reads what belongs to a quantity after its unit: "per hour", "an hour", "Celsius".
func (l *line) measured(j int) int {
	switch {
	case l.either(j, "Celsius", "Fahrenheit"):
		return j + 1
	case l.says(j, "per") && l.at(j+1).is(timeUnit):
		return j + 2
	}
	return j
}

// sumAt reads an amount that begins with the sign of a currency: "$2 billion", "€5m", "US$300", "more than $2 million".
func (l *line) sumAt(i int) int {
	_, j := l.modifier(i)
	sign := l.at(j)
	if !sign.is(currencySign) && !(l.at(j).capital() && l.either(j, "US", "A", "C") && l.at(j+1).is(currencySign)) {
		return i
	}
	if !sign.is(currencySign) {
		j++
	}
	_, k := l.span(j + 1)
	if k == j+1 {
		return i
	}
	if l.hyphen(k) && l.at(k+1).is(scale) {
		k += 2
	}
	if (l.hyphen(k) || l.says(k, "to")) && l.at(k+1).is(currencySign) {
		if _, m := l.span(k + 2); m > k+2 {
			k = m
		}
	}
	return k
}

func (l *line) scaleAfter(j int) int {
	if l.at(j).is(scale) {
		return j + 1
	}
	return j
}

// fractional reads "half of", "a third of", "two-thirds".
func (l *line) fractional(i int) (sitrep.NameLabel, int) {
	_, j := l.modifier(i)
	w := l.at(j)
	switch {
	case w.is(fraction) && l.hyphenated(j):
		return sitrep.Cardinal, j + 1
	case l.says(j, "half") && (l.says(j+1, "of") || l.says(j+1, "the") || j > i):
		return sitrep.Cardinal, j + 1
	case w.is(article) && (l.at(j+1).is(ordinal) && l.at(j+1).value > 2 || l.says(j+1, "quarter")) && l.says(j+2, "of"):
		return sitrep.Cardinal, j + 2
	}
	return "", i
}

// hyphenated tells whether the word at j is a fraction in one token.
func (l *line) hyphenated(j int) bool {
	for k := 1; k+1 < len(l.at(j).text); k++ {
		if l.at(j).text[k] == '-' {
			return true
		}
	}
	return false
}

// isCardinal tells whether the bare number from i to j counts something: "one" may be a pronoun, a number may be part of a name.
func (l *line) isCardinal(i, j int) bool {
	w := l.at(i)
	if j == i+1 && w.is(numberWord) && w.value == 1 {
		if w.tagged("PRP", "NN") || l.either(i-1, "no", "the", "this", "that", "any", "each", "every", "which", "some") && !l.says(i+1, "of") || l.either(i+1, "another", "'s", "’s") {
			return false
		}
		if l.either(i-1, "no") {
			return false
		}
	}
	if w.is(digits) && (l.hyphen(i-1) && l.at(i-2).kind == 0 && l.at(i-2).capital() || l.hyphen(j) && l.at(j+1).capital() && l.at(j+1).kind == 0) {
		return false // part of a name: "Su - 24"
	}
	return true
}

// ordinalAt reads an ordinal: "first", "21st", "twenty - first".
func (l *line) ordinalAt(i int) int {
	w := l.at(i)
	if w.is(numberWord) && w.value >= 20 && l.hyphen(i+1) && l.at(i+2).is(ordinal) && l.at(i+2).value < 10 {
		return i + 3
	}
	if !w.is(ordinal) || l.says(i-1, "at") && l.says(i, "first") || l.says(i, "second") && w.tagged("VB", "VBP", "NN") {
		return i
	}
	return i + 1
}
