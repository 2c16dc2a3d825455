package web

import (
	"strings"
	"sync"

	"sitrep/lexicon"
)

// countries are the names of countries by their codes, and which names are those of countries.
var countries = sync.OnceValue(func() (c struct {
	names map[string]string
	are   map[string]bool
}) {
	c.names, c.are = map[string]string{}, map[string]bool{}
	for _, one := range lexicon.BuiltInCountries() {
		c.names[one.ISO3] = one.Name
		c.are[strings.ToLower(one.Name)] = true
	}
	return c
})

// countryLabel is the name of a country, or its code where it has none.
func countryLabel(code string) string {
	if name := countries().names[code]; name != "" {
		return name
	}
	return code
}

// isCountry tells whether a name is that of a country.
func isCountry(name string) bool { return countries().are[strings.ToLower(name)] }
