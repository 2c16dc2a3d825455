package main

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// world collects the places.
type world struct {
	wheel    *wheel
	units    map[unitKey]unitNames
	lexicon  *lexicon.Lexicon
	middles  map[string]middle // of countries, by three-letter code
	capitals map[int]bool      // ids of towns
	entries  []gazetteer.Entry
}

func unitOf(t town) unitKey { return unitKey{t.Country, t.Admin1} }

func newWorld(w *wheel, units map[unitKey]unitNames, l *lexicon.Lexicon) *world {
	return &world{wheel: w, units: units, lexicon: l, capitals: capitals(w)}
}

// capitals finds the town of each country that has its capital's name: the largest, for a few names are common.
func capitals(w *wheel) map[int]bool {
	largest := map[string]town{}
	for _, t := range w.towns {
		capital := gazetteer.Fold(w.countries[t.Country].Capital)
		if capital == "" || gazetteer.Fold(t.Name) != capital && !slices.ContainsFunc(t.Names, func(n string) bool { return gazetteer.Fold(n) == capital }) {
			continue
		}
		if was, ok := largest[t.Country]; !ok || t.Population > was.Population {
			largest[t.Country] = t
		}
	}
	ids := map[int]bool{}
	for _, t := range largest {
		ids[t.ID] = true
	}
	return ids
}

func (w *world) addTowns() {
	seats := w.seats()
	for _, t := range w.wheel.towns {
		names := latinNames(t.Names)
		if u := unitOf(t); seats[u] == t.ID {
			names = append(append(names, w.units[u].name), w.units[u].others...)
		}
		kind := gazetteer.Populated
		if w.capitals[t.ID] {
			kind = gazetteer.Capital
		}
		p := gazetteer.Place{
			ID: t.ID, Name: t.Name, Country: w.wheel.countries[t.Country].ISO3, Admin1Code: t.Admin1, Admin1: w.units[unitOf(t)].name,
			Kind: kind, Population: t.Population, Lat: t.Lat, Lon: t.Lon,
		}
		w.entries = append(w.entries, gazetteer.Entry{Place: p, Names: names})
	}
}

// seats finds for each unit the largest town in it that has one of its names. The town then has all of them, since spellings are shared:
// if "Hodeidah" is the governorate of Al Hudaydah, so it is the city.
func (w *world) seats() map[unitKey]int {
	seats, size := map[unitKey]int{}, map[unitKey]int{}
	for _, t := range w.wheel.towns {
		u, ok := w.units[unitOf(t)]
		if !ok || seats[unitOf(t)] != 0 && t.Population <= size[unitOf(t)] {
			continue
		}
		if sharesName(append([]string{t.Name}, t.Names...), append([]string{u.name}, u.others...)) {
			seats[unitOf(t)], size[unitOf(t)] = t.ID, t.Population
		}
	}
	return seats
}

func sharesName(a, b []string) bool {
	for _, x := range b {
		folded := gazetteer.Fold(x)
		if slices.ContainsFunc(a, func(y string) bool { return gazetteer.Fold(y) == folded }) {
			return true
		}
	}
	return false
}

func (w *world) addCountries() {
	middles := means(w.wheel.towns, func(t town) string { return t.Country })
	for _, code := range slices.Sorted(maps.Keys(w.wheel.countries)) {
		c := w.wheel.countries[code]
		m, ok := middles[code]
		if !ok {
			continue // nobody lives there
		}
		if on, ok := w.middles[c.ISO3]; ok {
			m = on
		}
		p := gazetteer.Place{ID: c.ID, Name: c.Name, Country: c.ISO3, Kind: gazetteer.Country, Population: c.Population, Lat: m.lat, Lon: m.lon}
		var names []string
		for _, l := range w.lexicon.Countries {
			if l.ISO2 == code {
				p.Name = l.Name
				names = append(append(names, l.Names...), c.Name)
			}
		}
		w.entries = append(w.entries, gazetteer.Entry{Place: p, Names: names})
	}
}

func (w *world) addUnits() {
	middles := centres(w.wheel.towns, unitOf)
	maps.Copy(middles, centres(settled(w.wheel.towns), unitOf))
	for _, key := range slices.SortedFunc(maps.Keys(w.units), func(a, b unitKey) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.code, b.code))
	}) {
		m, ok := middles[key]
		if !ok {
			continue
		}
		u := w.units[key]
		iso3 := w.wheel.countries[key.country].ISO3
		p := gazetteer.Place{
			ID: ownID("admin1/" + key.country + "/" + key.code), Name: u.name, Country: iso3, Admin1: u.name, Admin1Code: key.code,
			Kind: gazetteer.Admin1, Lat: m.lat, Lon: m.lon,
		}
		w.entries = append(w.entries, gazetteer.Entry{Place: p, Names: u.others})
	}
}

// addDistricts adds the admin-2 units.
func (w *world) addDistricts(districts []district) {
	for _, d := range districts {
		u := w.units[d.unitKey]
		iso3 := w.wheel.countries[d.country].ISO3
		if iso3 == "" {
			continue
		}
		p := gazetteer.Place{
			ID: ownID("admin2/" + d.country + "/" + d.code + "/" + d.name), Name: d.name, Country: iso3, Admin1: u.name, Admin1Code: d.code,
			Kind: gazetteer.Admin2, Lat: d.lat, Lon: d.lon,
		}
		w.entries = append(w.entries, gazetteer.Entry{Place: p})
	}
}

// addRegions adds the regions of the lexicon. One that is a unit gives the unit its names instead.
func (w *world) addRegions() {
	for _, r := range w.lexicon.Regions {
		if !r.Placed {
			continue
		}
		if u := w.unitNamed(r); u != nil {
			u.Names = append(u.Names, r.Aliases...)
			continue
		}
		p := gazetteer.Place{ID: ownID("region/" + r.Name), Name: r.Name, Kind: kindOf(r.Kind), Lat: r.Lat, Lon: r.Lon}
		if len(r.Countries) == 1 {
			p.Country = r.Countries[0]
		} else {
			p.Countries = r.Countries
		}
		w.entries = append(w.entries, gazetteer.Entry{Place: p, Names: r.Aliases})
	}
}

// unitNamed finds the unit that a region of one country is.
func (w *world) unitNamed(r lexicon.Region) *gazetteer.Entry {
	if len(r.Countries) != 1 || kindOf(r.Kind) != gazetteer.Region {
		return nil
	}
	name := gazetteer.Fold(r.Name)
	for i := range w.entries {
		e := &w.entries[i]
		if e.Kind == gazetteer.Admin1 && e.Country == r.Countries[0] && gazetteer.Fold(e.Name) == name {
			return e
		}
	}
	return nil
}

func kindOf(region string) gazetteer.Kind {
	switch region {
	case "ocean", "sea", "gulf", "strait", "lake", "river", "canal":
		return gazetteer.Water
	case "island", "cape", "desert", "mountains", "valley", "pass":
		return gazetteer.Terrain
	}
	return gazetteer.Region
}

// ownID makes an id below zero, for GeoNames' own are above.
func ownID(key string) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return -1 - int(h.Sum32()>>2)
}
