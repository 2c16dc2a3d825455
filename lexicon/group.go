package lexicon

import (
	"io/fs"
	"strconv"
	"strings"
)

// Group is an armed group, or a movement with an armed wing: non-state groups, paramilitaries, militias, cartels.
type Group struct {
	ID      string // capitals, digits and underscores: "AL_SHABAAB"
	Name    string
	Aliases []string // other names, abbreviations, transliterations; none that only an opponent uses
	Country string   // the three-letter code of where it is, or was, based
	From    int      // the year of its founding, 0 where not sure
	To      int      // the year of its end, 0 where it has none or where not sure
	Side    string   // the code by which records name its side: its own id, or that of the group or the state which it is part of
}

func (l *Lexicon) loadGroups(fsys fs.FS) (err error) {
	l.Groups, err = load(fsys, "groups.tsv", "id name aliases country years side", parseGroup)
	return err
}

func parseGroup(r row) (g Group, err error) {
	g.ID, g.Name, g.Country = r.fields[0], r.fields[1], r.fields[3]
	if err := r.checkID(g.ID, g.Name); err != nil {
		return g, err
	}
	if !isCode(g.Country, 3) {
		return g, r.errorf("country %q: want a 3-letter code", g.Country)
	}
	if g.Aliases, err = r.names(2, g.Name); err != nil {
		return g, err
	}
	if g.Side, err = r.side(5); g.Side == "" {
		g.Side = g.ID
	}
	if err != nil {
		return g, err
	}
	g.From, g.To, err = r.years(4)
	return g, err
}

// checkID looks at the id and name with which groups and organisations begin.
func (r row) checkID(id, name string) error {
	if !isID(id) {
		return r.errorf("id %q: want capitals, digits and underscores", id)
	}
	if name == "" {
		return r.errorf("%s has no name", id)
	}
	return nil
}

func isID(s string) bool { return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == "" }

// side is a field that holds the code of a side or nothing.
func (r row) side(column int) (string, error) {
	if s := r.fields[column]; isID(s) {
		return s, nil
	}
	return "", r.errorf("side %q: want capitals, digits and underscores", r.fields[column])
}

// years reads "1987-", "1976-2009" or nothing.
func (r row) years(column int) (from, to int, err error) {
	f := r.fields[column]
	if f == "" {
		return 0, 0, nil
	}
	a, b, dash := strings.Cut(f, "-")
	from, err = strconv.Atoi(a)
	if err == nil && b != "" {
		to, err = strconv.Atoi(b)
	}
	if err != nil || !dash || from < 1800 || to != 0 && to < from {
		return 0, 0, r.errorf("years %q: want 1987- or 1976-2009", f)
	}
	return from, to, nil
}
