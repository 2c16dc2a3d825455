package lexicon

import (
	"io/fs"
	"strings"
)

func (l *Lexicon) loadOrdinary(fsys fs.FS) (err error) {
	l.Ordinary, err = load(fsys, "ordinary.tsv", "word", func(r row) (string, error) {
		w := r.fields[0]
		if w != strings.ToLower(w) || strings.ContainsAny(w, " -") {
			return "", r.errorf("%q: want one word in lower case", w)
		}
		return w, nil
	})
	return err
}
