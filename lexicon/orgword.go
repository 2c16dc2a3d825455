package lexicon

import "io/fs"

// OrgWord is a word that heads the names of organisations, forces or facilities, in lower case: "ministry", "brigade", "airport".
type OrgWord struct {
	Word string
	Kind string // org, force, facility
}

func (l *Lexicon) loadOrgWords(fsys fs.FS) (err error) {
	l.OrgWords, err = load(fsys, "orgwords.tsv", "word kind", func(r row) (OrgWord, error) {
		kind, err := r.oneOf(1, "org", "force", "facility")
		return OrgWord{r.fields[0], kind}, err
	})
	return err
}
