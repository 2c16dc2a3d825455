package values

import (
	"cmp"
	"slices"

	"sitrep"
)

// merge joins names and values in the order of the text. A value that overlaps a name is dropped, unless the name lies inside it and is no
// more than a word of the calendar or a number, or a country or people that a sum of money names ("20 million Syrian pounds").
func merge(d *sitrep.Doc, names, found []sitrep.Name) []sitrep.Name {
	if !slices.IsSortedFunc(names, byPlace) {
		names = slices.SortedFunc(slices.Values(names), byPlace)
	}
	all := make([]sitrep.Name, 0, len(names)+len(found))
	v := 0
	for _, n := range names {
		for v < len(found) && found[v].Last <= n.First {
			all = append(all, found[v])
			v++
		}
		if v < len(found) && n.Overlaps(found[v]) {
			if inside(n, found[v]) && (found[v].Label == sitrep.Money || isCalendar(d.Tokens[n.First:n.Last])) {
				continue
			}
			for v < len(found) && n.Overlaps(found[v]) {
				v++
			}
		}
		all = append(all, n)
	}
	return slices.Clip(append(all, found[v:]...))
}

func byPlace(a, b sitrep.Name) int { return cmp.Compare(a.First, b.First) }

func inside(n, v sitrep.Name) bool { return v.First <= n.First && n.Last <= v.Last }

// isCalendar tells whether tokens are nothing but words of the calendar and numbers: no name of a person or place.
func isCalendar(tokens []sitrep.Token) bool {
	for i := range tokens {
		w := classify(tokens[i].Reading())
		if !w.is(month|weekday|deictic|holiday|dateUnit|timeUnit|digits|numberWord|relative|definite|decade|ordinal|wholeDate) || w.is(ordinary) {
			return false
		}
	}
	return true
}
