package place

import (
	"strings"
	"sync"

	"sitrep/gazetteer"
)

// spellings finds places under other transliterations of their names. Names of one country are compared by their consonants, for transliterations
// differ in the vowels, in doubled letters, in the article and in the "h" of "kh" and "iyah". The tables are made when a country is first asked for.
type spellings struct {
	places    *gazetteer.Gazetteer
	countries sync.Map // of three-letter codes: *spelled
}

// spelled is the names of a country by their consonants.
type spelled struct {
	once sync.Once
	by   map[string][]gazetteer.Town
}

// leastConsonants is how many a name must have: with two, half of all short names would be alike.
const leastConsonants = 3

// transliterated are the countries whose names are written in another script, and so in several ways in ours.
var transliterated = set("AFG", "ARE", "ARM", "AZE", "BGD", "BGR", "BHR", "BLR", "BTN", "CHN", "DJI", "DZA", "EGY", "ERI", "ESH", "ETH", "GEO", "GRC", "IND",
	"IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KHM", "KWT", "LAO", "LBN", "LBY", "LKA", "MAR", "MKD", "MLI", "MMR", "MNG", "MRT", "NER", "NPL", "OMN", "PAK",
	"PRK", "PSE", "QAT", "RUS", "SAU", "SDN", "SOM", "SRB", "SSD", "SYR", "TCD", "THA", "TJK", "TKM", "TUN", "TUR", "UKR", "UZB", "YEM")

// find gives the places of a country that have a name so spelled, the most alike first; nil for none.
func (s *spellings) find(text, country string) []gazetteer.Place {
	bones := consonants(text)
	if !transliterated[country] || len(strings.ReplaceAll(bones, " ", "")) < leastConsonants {
		return nil
	}
	value, _ := s.countries.LoadOrStore(country, &spelled{})
	names := value.(*spelled)
	names.once.Do(func() { names.by = s.table(country) })
	return alike(text, names.by[bones])
}

func (s *spellings) table(country string) map[string][]gazetteer.Town {
	by := map[string][]gazetteer.Town{}
	for t := range s.places.Towns(country) {
		if bones := consonants(t.Name); len(bones) >= leastConsonants {
			by[bones] = append(by[bones], t)
		}
	}
	return by
}

// alike gives the places whose names differ least from a text, if they differ little.
func alike(text string, towns []gazetteer.Town) []gazetteer.Place {
	bare := bareName(text)
	least := 1 + len(bare)/4
	var best []gazetteer.Place
	for _, t := range towns {
		switch d := edits(bare, bareName(t.Name)); {
		case d < least || d == least && best == nil:
			least, best = d, []gazetteer.Place{t.Place()}
		case d == least:
			best = append(best, t.Place())
		}
	}
	return best
}

// bareName is a folded name without articles, in one word.
func bareName(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(gazetteer.Fold(name)) {
		if !isArticle(w) {
			b.WriteString(w)
		}
	}
	return b.String()
}

// consonants is what of a name all its transliterations share.
func consonants(name string) string {
	bare := bareName(name)
	b := make([]byte, 0, len(bare))
	for i := 0; i < len(bare); i++ {
		c := bare[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'h':
			continue
		case 'q':
			c = 'k'
		case 'c':
			if c = 'k'; i+1 < len(bare) && bare[i+1] == 'h' {
				c = 's'
			}
		case 'd':
			if i+1 < len(bare) && bare[i+1] == 'j' {
				continue
			}
		}
		if len(b) == 0 || b[len(b)-1] != c {
			b = append(b, c)
		}
	}
	return string(b)
}

// edits is how many letters must be changed, added or dropped to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0]++
		for j := range len(b) {
			d := last
			if a[i] != b[j] {
				d = min(last, row[j], row[j+1]) + 1
			}
			last, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
