package gazetteer

import "iter"

// NamesIn gives every name of the populated places of a country, by its three-letter code, with its place. It passes over all records, which takes
// a few milliseconds.
func (g *Gazetteer) NamesIn(country string) iter.Seq2[string, Place] {
	return func(yield func(string, Place) bool) {
		in := g.unitsOf(country)
		for i := range g.Len() {
			r := g.records[i*recordSize:]
			if !in[u16(r, 17)] || kinds[r[19]] != Populated && kinds[r[19]] != Capital {
				continue
			}
			for at, end := g.nameOffset(i), g.nameOffset(i+1); at < end; {
				name := g.nameAt(at)
				at += 1 + len(name)
				if !yield(name, g.place(i, name)) {
					return
				}
			}
		}
	}
}

// unitsOf tells which units lie in a country.
func (g *Gazetteer) unitsOf(country string) []bool {
	in := make([]bool, u32(g.units, 0))
	for i := range in {
		c, _, _ := g.unit(i)
		in[i] = c == country
	}
	return in
}
