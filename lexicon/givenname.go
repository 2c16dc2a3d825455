package lexicon

import "io/fs"

// GivenName is a given name that is common somewhere in the world.
type GivenName struct {
	Name   string
	Gender Gender // Either where men and women bear it
}

func (l *Lexicon) loadGivenNames(fsys fs.FS) (err error) {
	l.GivenNames, err = load(fsys, "given-names.tsv", "name gender", func(r row) (GivenName, error) {
		g, err := r.gender(1)
		return GivenName{r.fields[0], g}, err
	})
	return err
}
