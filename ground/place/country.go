package place

import (
	_ "embed"
	"strconv"
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// learnCountries keeps the countries by code and by demonym.
func (s *Step) learnCountries(lex *lexicon.Lexicon) {
	for _, c := range lex.Countries {
		for _, p := range s.places.Find(c.Name) {
			if p.Kind == gazetteer.Country && p.Country == c.ISO3 {
				s.country[c.ISO3] = p
				s.learnForms(c.Demonyms, p)
				break
			}
		}
	}
	s.learnRegions()
}

func (s *Step) learnForms(forms []string, p gazetteer.Place) {
	for _, f := range forms {
		s.demonyms[strings.ToLower(f)] = p
	}
}

// demonymTable lists the adjectives and inhabitants of regions.
//
//go:embed demonyms.tsv
var demonymTable string

// learnRegions keeps the regions by their demonyms.
func (s *Step) learnRegions() {
	for line := range strings.Lines(demonymTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for _, p := range s.places.Find(f[1]) {
			if !populated(&p) && p.Kind != gazetteer.Country && (f[2] == "" || p.Country == f[2]) {
				s.learnForms(strings.Split(f[0], "|"), p)
				break
			}
		}
	}
}

// extentTable says how far each country's people live from their middle.
//
//go:embed extents.tsv
var extentTable string

// extent is how far from a country's middle its north, south, east and west are, in degrees.
type extent struct{ lat, lon float64 }

var extents = readExtents(extentTable)

func readExtents(table string) map[string]extent {
	all := map[string]extent{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) != 3 {
			continue
		}
		lat, err1 := strconv.ParseFloat(f[1], 64)
		lon, err2 := strconv.ParseFloat(f[2], 64)
		if err1 == nil && err2 == nil {
			all[f[0]] = extent{lat, lon}
		}
	}
	return all
}
