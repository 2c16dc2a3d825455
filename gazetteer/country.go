package gazetteer

import "iter"

// Town is a populated place under one of its names. It is a fraction of a Place, for those who keep all of a country.
type Town struct {
	Name   string
	in     *Gazetteer
	record int
}

// Place is the place with the name in Matched.
func (t Town) Place() Place { return t.in.place(t.record, t.Name) }

// Towns gives the populated places of a country, by its three-letter code, under every name of theirs. It passes over all records, which takes
// a few milliseconds.
func (g *Gazetteer) Towns(country string) iter.Seq[Town] {
	return func(yield func(Town) bool) {
		for _, l := range g.all() {
			for i := range l.townsOf(country) {
				for _, name := range l.namesOf(i) {
					if !yield(Town{name, l, i}) {
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
