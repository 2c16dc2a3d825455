package brief

import (
	"sync"

	"sitrep"
	"sitrep/lexicon"
)

// noCountry is the heading of what no country is known of.
const noCountry = "Country not known"

// country is the code of the country that an incident is told under, empty where none is known.
func country(i *sitrep.Incident) string {
	if len(i.Place.Countries) == 0 {
		return ""
	}
	return i.Place.Countries[0]
}

// countryNames are the names of countries by their codes.
var countryNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, c := range lexicon.English().Countries {
		names[c.ISO3] = c.Name
	}
	return names
})

func (m *maker) countryName(code string) string {
	if code == "" {
		return noCountry
	}
	if name := countryNames()[code]; name != "" {
		return name
	}
	return code
}
