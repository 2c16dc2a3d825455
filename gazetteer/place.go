package gazetteer

// Kind says what a place is.
type Kind string

// The kinds of place.
const (
	Populated Kind = "populated place" // a city, town or village
	Capital   Kind = "capital"         // of a country
	Admin1    Kind = "admin1"          // the first level below a country: province, governorate, oblast, state
	Admin2    Kind = "admin2"          // the second level: county, district
	Country   Kind = "country"         // a state, or a territory with a code of its own
	Region    Kind = "region"          // a region that is no unit of a state ("the Sahel", "Donbas"), a disputed territory, a line
	Water     Kind = "water"           // an ocean, sea, gulf, strait, lake, river or canal
	Terrain   Kind = "terrain"         // mountains, a desert, a valley, an island, a cape
)

// kinds gives the kinds the numbers by which the file knows them.
var kinds = [...]Kind{Populated, Capital, Admin1, Country, Region, Water, Terrain, Admin2}

// Place is a place of the world.
type Place struct {
	// ID is the GeoNames id. Places that the package of GeoNames has no id for (admin-1 units and the regions of the lexicon) have an id below
	// zero, which stays the same as long as the unit's code or the region's name does.
	ID   int
	Name string // the main name, as GeoNames spells it
	// Country is the three-letter code of ISO 3166-1, XKX for Kosovo; empty where a region lies in several countries or in none.
	Country string
	// Countries are the codes of a region that lies in several countries.
	Countries []string
	// Admin1 is the name of the admin-1 unit, Admin1Code the code that GeoNames has for it within the country. A few small units have a code only.
	Admin1, Admin1Code string
	Kind               Kind
	Population         int // 0 where not known
	// Lat and Lon are degrees, to a ten-thousandth. For a country they are its middle on the map, for a unit the middle between its outermost populated
	// places, for a region a point inside it, rounded to about half a degree.
	Lat, Lon float64
	// Matched is the name by which the place was found, as the gazetteer spells it: the main name or another one.
	Matched string
}

// weight orders places of one name: the greater the likelier to be meant. Countries come first; units and regions, whose population is not known, are
// worth a town, for whoever says "Aleppo" means the city and whoever says "Darfur" no village of that name.
func (p *Place) weight() int {
	w := p.Population
	switch p.Kind {
	case Country:
		return 1 << 40
	case Capital:
		w = max(w, 100_000)
	case Admin1:
		w = 20_000
	case Admin2:
		w = 5_000
	case Region, Water, Terrain:
		w = 30_000
	}
	if p.Kind == Populated && p.Matched != p.Name {
		w /= 5 // other names are of all languages, and many are of the past
	}
	return w
}
