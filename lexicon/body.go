package lexicon

import "io/fs"

// Body is a kind of body that most states have. The lists hold no row for each state's: "the Turkish defence ministry" is the state's code and the
// body's id joined, TUR_DEFENCE_MINISTRY.
type Body struct {
	ID     string
	Forms  []string // the words for it, in lower case; the first is the usual one
	Source string
}

func (l *Lexicon) loadBodies(fsys fs.FS) (err error) {
	l.Bodies, err = load(fsys, "bodies.tsv", "id forms source", func(r row) (b Body, err error) {
		b.ID = r.fields[0]
		if err := r.checkID(b.ID, b.ID); err != nil {
			return b, err
		}
		if b.Forms, err = r.list(1); err == nil && b.Forms == nil {
			err = r.errorf("%s has no words", b.ID)
		}
		if err != nil {
			return b, err
		}
		b.Source, err = r.source(2)
		return b, err
	})
	return err
}
