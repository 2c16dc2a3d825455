package lexicon

import "io/fs"

// Title is a title, a rank or a role that stands before or after a person's name, in lower case.
type Title struct {
	Title  string
	Kind   string // political, royal, military, religious, diplomatic, spokesperson, civil
	Gender Gender // of whoever bears it, where the word says so
}

// Gender is m, f or - where a word does not tell.
type Gender string

// The genders.
const (
	Male   Gender = "m"
	Female Gender = "f"
	Either Gender = "-"
)

func (l *Lexicon) loadTitles(fsys fs.FS) (err error) {
	l.Titles, err = load(fsys, "titles.tsv", "title kind gender", parseTitle)
	return err
}

func parseTitle(r row) (t Title, err error) {
	t.Title = r.fields[0]
	if t.Kind, err = r.oneOf(1, "political", "royal", "military", "religious", "diplomatic", "spokesperson", "civil"); err != nil {
		return t, err
	}
	t.Gender, err = r.gender(2)
	return t, err
}

func (r row) gender(column int) (Gender, error) {
	g, err := r.oneOf(column, "m", "f", "-")
	return Gender(g), err
}
