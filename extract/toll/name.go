package toll

import "sitrep"

// named passes over the names of people whose number is told just before: "two brothers, Adem Kol and Sani Kol, were killed".
func (f *finder) named() {
	for k := range f.groups {
		g := &f.groups[k]
		n := int(g.amount.Low)
		if g.number < 0 || n < 2 || n > 9 || k+n >= len(f.groups) || f.form(g.last) != "," {
			continue
		}
		row := f.groups[k+1 : k+1+n]
		if row[0].first != g.last+1 || !f.namesIn(k+1, n) {
			continue
		}
		for o := range row {
			row[o].word, row[o].rule = -1, "named"
		}
	}
}

// namesIn tells whether a row of so many names begins at a group and ends with the last of them.
func (f *finder) namesIn(k, n int) bool {
	for o := k; o < k+n; o++ {
		g := &f.groups[o]
		if g.number >= 0 || f.label[g.head] != sitrep.Person || o > k && !f.inRow(o-1) {
			return false
		}
	}
	return k+n >= len(f.groups) || !f.inRow(k+n-1)
}
