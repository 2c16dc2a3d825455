package lexicon

import "io/fs"

// People is a people, a faith, a political camp or the inhabitants of a place that is no country, by the words for its members.
type People struct {
	Forms     []string // "Kurd", "Kurds", "Kurdish"; the first is the usual one
	Kind      string   // people, religion, politics, territory, history
	Countries []string // where most of them live, in three-letter codes; none where the question makes no sense
	Groups    []string // the ids of the armed groups that reports name by them: "Tamil rebels"
}

func (l *Lexicon) loadPeoples(fsys fs.FS) (err error) {
	l.Peoples, err = load(fsys, "peoples.tsv", "forms kind countries groups", parsePeople)
	return err
}

func parsePeople(r row) (p People, err error) {
	if p.Forms, err = r.list(0); err != nil {
		return p, err
	}
	if p.Kind, err = r.oneOf(1, "people", "religion", "politics", "territory", "history"); err != nil {
		return p, err
	}
	if p.Countries, err = r.countries(2); err != nil {
		return p, err
	}
	p.Groups, err = r.list(3)
	return p, err
}
