package place

import (
	"maps"
	"math"
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// toponyms makes the layer of the story.
func (r *resolver) toponyms(story *sitrep.Story) []sitrep.Toponym {
	all := make([]sitrep.Toponym, 0, len(r.names))
	for i := range r.names {
		n := &r.names[i]
		s := &r.senses[n.sense]
		if s.weak && s.best < 0 {
			continue
		}
		n.Place = r.placeOf(s, n)
		if n.Adjectival = n.demonym; n.Adjectival && s.best >= 0 {
			n.Noun = s.candidates[s.best].Name
		}
		for _, c := range s.candidates[:min(len(s.candidates), shown)] {
			n.Candidates = append(n.Candidates, sitrep.PlaceCandidate{Place: r.place(&c.Place, n), Score: c.share})
		}
		all = append(all, n.Toponym)
	}
	return all
}

// shown is how many candidates a toponym keeps.
const shown = 5

// placeOf is the place of a name: its sense's best candidate, or what is known of a place that the gazetteer does not have.
func (r *resolver) placeOf(s *sense, n *name) sitrep.Place {
	if s.best < 0 {
		return r.unknown(s, n)
	}
	p := r.place(&s.candidates[s.best].Place, n)
	return p
}

// place puts a place of the gazetteer into the words of the report.
func (r *resolver) place(g *gazetteer.Place, n *name) sitrep.Place {
	p := sitrep.Place{Name: n.text, Countries: countriesOf(g), Lat: g.Lat, Lon: g.Lon, Located: true, Precision: precision(g.Kind),
		Kind: string(g.Kind), Within: r.largerUnits(g)}
	if g.ID > 0 {
		p.GeoNames = g.ID
	}
	if units[n.unit] && populated(g) {
		p.Precision = 3 // the seat stands for a unit of its name
	}
	return turned(p, g, n)
}

// precision is UCDP's where_prec of a kind of place.
func precision(k gazetteer.Kind) int {
	switch k {
	case gazetteer.Country:
		return 6
	case gazetteer.Admin1:
		return 4
	case gazetteer.Region, gazetteer.Terrain, gazetteer.Water:
		return 5
	}
	return 1
}

func countriesOf(g *gazetteer.Place) []string {
	if g.Country != "" {
		return []string{g.Country}
	}
	return g.Countries
}

// largerUnits are the country and the first-level unit that hold a place. A unit that bears the name of its own town says no more than the town.
func (r *resolver) largerUnits(g *gazetteer.Place) []string {
	if g.Kind == gazetteer.Country {
		return nil
	}
	var units []string
	if c, ok := r.country[g.Country]; ok {
		units = append(units, c.Name)
	}
	if g.Admin1 != "" && g.Kind != gazetteer.Admin1 && !ownUnit(g) {
		units = append(units, g.Admin1)
	}
	return units
}

// ownUnit tells whether the first-level unit of a place has its name, as many a capital's district or department has: Kabul in Kabul, Bogota in Bogota D.C.
func ownUnit(g *gazetteer.Place) bool {
	unit, name := gazetteer.Fold(g.Admin1), gazetteer.Fold(g.Name)
	return unit == name || strings.HasPrefix(unit, name+" ") && districts[unit[len(name)+1:]]
}

// districts are the words that make a unit of a capital's name.
var districts = map[string]bool{"dc": true, "fd": true, "df": true, "capital district": true, "federal district": true, "city": true}

// unknown is a place that the gazetteer does not have: without coordinates, or, where the text puts it into a town, near that town's.
func (r *resolver) unknown(s *sense, n *name) sitrep.Place {
	p := sitrep.Place{Name: n.text}
	for _, w := range s.within {
		o := &r.senses[w]
		if o.best < 0 {
			continue
		}
		g := &o.candidates[o.best].Place
		p.Countries, p.Within = countriesOf(g), append(r.largerUnits(g), g.Name)
		if populated(g) {
			p.Lat, p.Lon, p.Located, p.Precision = g.Lat, g.Lon, true, 2
			return p
		}
	}
	if p.Countries == nil {
		p.Countries = r.setting()
	}
	return p
}

// setting is the country that a report is about, nil where it is about several or none.
func (r *resolver) setting() []string {
	v := r.vote()
	best, sum := "", 0.0
	for _, c := range slices.Sorted(maps.Keys(v.countries)) {
		sum += v.countries[c]
		if best == "" || v.countries[c] > v.countries[best] {
			best = c
		}
	}
	if best == "" || v.countries[best] < sum/2 {
		return nil
	}
	return []string{best}
}

// turned moves a place in the direction that the words tell: a part of a country or a unit, or so many kilometres from a town.
func turned(p sitrep.Place, g *gazetteer.Place, n *name) sitrep.Place {
	if n.toward == "" {
		return p
	}
	if n.outside {
		if n.away > 0 {
			move(&p, n.toward, n.away)
		}
		p.Precision = max(p.Precision, 2)
		return p
	}
	switch g.Kind {
	case gazetteer.Country:
		p.Precision = 5
		if n.toward != "c" {
			e := extents[g.Country]
			if e.lat > 0 {
				dy, dx := steps(n.toward)
				p.Lat, p.Lon = p.Lat+dy*e.lat, p.Lon+dx*e.lon
			}
		}
	}
	return p
}

// move shifts a place by kilometres.
func move(p *sitrep.Place, toward string, km float64) {
	dy, dx := steps(toward)
	p.Lat += dy * km / 111.2
	p.Lon += dx * km / (111.2 * max(math.Cos(p.Lat*math.Pi/180), 0.1))
	p.Lat = max(-90, min(90, p.Lat))
	if p.Lon > 180 {
		p.Lon -= 360
	} else if p.Lon < -180 {
		p.Lon += 360
	}
}

// steps are the parts of a compass point to the north and to the east.
func steps(toward string) (north, east float64) {
	for _, c := range toward {
		switch c {
		case 'n':
			north++
		case 's':
			north--
		case 'e':
			east++
		case 'w':
			east--
		}
	}
	if north != 0 && east != 0 {
		return north * math.Sqrt2 / 2, east * math.Sqrt2 / 2
	}
	return north, east
}
