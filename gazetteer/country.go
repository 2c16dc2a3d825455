package gazetteer

import "iter"

// NamesIn gives every name of the populated places of a country, by its three-letter code, with its place. It passes over all records, which takes
// a few milliseconds.
func (g *Gazetteer) NamesIn(country string) iter.Seq2[string, Place] {
	return func(yield func(string, Place) bool) {
		for _, l := range g.all() {
			for i := range l.townsOf(country) {
				for _, name := range l.namesOf(i) {
					if !yield(name, l.place(i, name)) {
						return
					}
				}
			}
		}
	}
}

// townsOf gives the records of the populated places of a country.
func (g *Gazetteer) townsOf(country string) iter.Seq[int] {
	return func(yield func(int) bool) {
		in := g.unitsOf(country)
		for i := range g.size() {
			r := g.records[i*recordSize:]
			if in[u16(r, 17)] && (kinds[r[19]] == Populated || kinds[r[19]] == Capital) && !yield(i) {
				return
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
