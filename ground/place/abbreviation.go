package place

import (
	_ "embed"
	"strings"

	"sitrep/gazetteer"
)

// abbreviationTable lists the abbreviations of states and provinces that English news uses: the short forms, the postal code, the name, the country.
//
//go:embed abbreviations.tsv
var abbreviationTable string

// abbreviations reads the table: units by their short forms as written, and by their postal codes.
func abbreviations(places *gazetteer.Gazetteer) (short, postal map[string]gazetteer.Place) {
	short, postal = map[string]gazetteer.Place{}, map[string]gazetteer.Place{}
	for line := range strings.Lines(abbreviationTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 {
			f = append([]string{""}, f...) // the line began with an empty field
		}
		unit, ok := unitNamed(places, f[2], f[3])
		if !ok {
			continue
		}
		if f[0] != "" {
			for _, s := range strings.Split(f[0], "|") {
				short[s] = unit
			}
		}
		postal[f[1]] = unit
	}
	return short, postal
}

// unitNamed is the first-level unit of a country with a name.
func unitNamed(places *gazetteer.Gazetteer, name, country string) (gazetteer.Place, bool) {
	for _, p := range places.Find(name) {
		if (p.Kind == gazetteer.Admin1 || p.Kind == gazetteer.Capital) && p.Country == country {
			return p, true
		}
	}
	return gazetteer.Place{}, false
}
