package lexicon

import "io/fs"

// Country is a state or a territory with a code of its own.
type Country struct {
	ISO3     string   // ISO 3166-1 alpha-3; XKX for Kosovo
	ISO2     string   // ISO 3166-1 alpha-2; XK for Kosovo
	Name     string   // the usual English name
	Names    []string // other names, abbreviations, former names
	Demonyms []string // adjectives and nouns for its people: "French", "Frenchman", "Frenchmen"
	Capitals []string // the capital first, then its other spellings and other seats of government; none for a few territories
}

func (l *Lexicon) loadCountries(fsys fs.FS) (err error) {
	l.Countries, err = load(fsys, "countries.tsv", "iso3 iso2 name others demonyms capital", parseCountry)
	return err
}

func parseCountry(r row) (c Country, err error) {
	c.ISO3, c.ISO2, c.Name = r.fields[0], r.fields[1], r.fields[2]
	if !isCode(c.ISO3, 3) {
		return c, r.errorf("country %q: want a 3-letter code", c.ISO3)
	}
	if !isCode(c.ISO2, 2) {
		return c, r.errorf("country %q: want a 2-letter code", c.ISO2)
	}
	if c.Name == "" {
		return c, r.errorf("country %s has no name", c.ISO3)
	}
	if c.Names, err = r.names(3, c.Name); err != nil {
		return c, err
	}
	if c.Demonyms, err = r.list(4); err != nil {
		return c, err
	}
	c.Capitals, err = r.list(5)
	return c, err
}

// BuiltInCountries are the countries of the lists that are built in, without the other lists.
func BuiltInCountries() []Country {
	l := &Lexicon{}
	sub, err := fs.Sub(data, "data")
	if err == nil {
		err = l.loadCountries(sub)
	}
	if err != nil {
		panic(err) // linted by the tests of this package, as English is
	}
	return l.Countries
}
