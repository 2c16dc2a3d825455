package gazetteer

import "math"

// With is the gazetteer with the places of others over its own: where both have a place of one name at one spot, it is told once.
func (g *Gazetteer) With(layers ...*Gazetteer) *Gazetteer {
	with := *g
	with.layers = append(g.layers[:len(g.layers):len(g.layers)], layers...)
	return &with
}

// all are the gazetteer itself and its layers.
func (g *Gazetteer) all() []*Gazetteer {
	return append([]*Gazetteer{g}, g.layers...)
}

// joined adds the places of a layer to those found below it. A town that is there already is left out; an area replaces one of its name, for a layer
// knows better where it lies.
func joined(found, more []Place) []Place {
	for _, p := range more {
		if at := double(found, &p); at < 0 {
			found = append(found, p)
		} else if p.Kind == Region {
			found[at] = p
		}
	}
	return found
}

// sameSpot is how far apart, in degrees, two entries of one town may lie.
const sameSpot = 0.15

// double is the place among those found that another one is, -1 for none.
func double(found []Place, p *Place) int {
	for i := range found {
		f := &found[i]
		if f.ID == p.ID {
			return i
		}
		if p.Kind == Region {
			if f.Kind == Region || f.Kind == Terrain {
				return i
			}
			continue
		}
		if f.Country == p.Country && (f.Kind == Populated || f.Kind == Capital) && math.Abs(f.Lat-p.Lat) < sameSpot && math.Abs(f.Lon-p.Lon) < sameSpot {
			return i
		}
	}
	return -1
}
