package actor

import "strings"

// sideIn is an official's side in a year: that of the last term which had begun, or of the first. In a year of change the later term counts only
// where the words around the name tell its office.
func (k *known) sideIn(year int, told func(word string) bool) string {
	side := k.side
	for i, t := range k.terms {
		changes := i > 0 && t.From == year && k.terms[i-1].To == year && t.Side != side
		if t.From != 0 && t.From <= year && !(changes && !told(firstWord(t.Role))) {
			side = t.Side
		}
	}
	return side
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// Reports speak of an official some time before the first term and for years after the last; later the name is likely another's.
const before, after = 3, 12

// inPublicLife tells whether a report of a year may mean an official; any may where the year is not known.
func (k *known) inPublicLife(year int) bool {
	for _, t := range k.terms {
		if year == 0 || t.From == 0 || year >= t.From-before && (t.To == 0 || year <= t.To+after) {
			return true
		}
	}
	return k.kind != officialName
}

// inOffice tells whether an official holds an office in a year; others than officials always do.
func (k *known) inOffice(year int) bool {
	for _, t := range k.terms {
		if year == 0 || t.From == 0 || year >= t.From && (t.To == 0 || year <= t.To) {
			return true
		}
	}
	return k.kind != officialName
}
