package lexicon

import (
	"fmt"
	"io/fs"
)

// Lint says everything that is wrong with a set of lists: what Load rejects, entries that stand twice, and codes of no country.
func Lint(fsys fs.FS) []error {
	l, err := Load(fsys)
	if err != nil {
		return []error{err}
	}
	var errs []error
	report := func(file, format string, args ...any) {
		errs = append(errs, fmt.Errorf("lexicon %s: %s", file, fmt.Sprintf(format, args...)))
	}
	l.lintDoubles(report)
	l.lintCountries(report)
	l.lintSides(report)
	return errs
}

type reporter func(file, format string, args ...any)

// lintDoubles finds entries with one key. Groups and organisations share their ids, which is how records will name them.
func (l *Lexicon) lintDoubles(report reporter) {
	doubles(report, "countries.tsv", l.Countries, func(c Country) string { return c.ISO3 })
	doubles(report, "countries.tsv", l.Countries, func(c Country) string { return c.ISO2 })
	doubles(report, "countries.tsv", l.Countries, func(c Country) string { return c.Name })
	doubles(report, "groups.tsv", l.Groups, func(g Group) string { return g.ID })
	doubles(report, "groups.tsv", l.Groups, func(g Group) string { return g.Name })
	doubles(report, "organisations.tsv", l.Organisations, func(o Organisation) string { return o.ID })
	doubles(report, "organisations.tsv", l.Organisations, func(o Organisation) string { return o.Name })
	doubles(report, "peoples.tsv", l.Peoples, func(p People) string { return p.Forms[0] })
	doubles(report, "titles.tsv", l.Titles, func(t Title) string { return t.Title })
	doubles(report, "orgwords.tsv", l.OrgWords, func(w OrgWord) string { return w.Word })
	doubles(report, "weapons.tsv", l.Weapons, func(w Weapon) string { return w.Name })
	doubles(report, "units.tsv", l.Units, func(u Unit) string { return u.Word + " " + u.Kind })
	doubles(report, "given-names.tsv", l.GivenNames, func(n GivenName) string { return n.Name })
	doubles(report, "regions.tsv", l.Regions, func(r Region) string { return r.Name })
	doubles(report, "cues.tsv", l.Cues, func(c Cue) string { return fmt.Sprint(c.Word, c.Noun, c.Frames) })
	doubles(report, "roles.tsv", l.Roles, func(r Role) string { return r.Word })
	doubles(report, "bodies.tsv", l.Bodies, func(b Body) string { return b.ID })
	doubles(report, "officials.tsv", l.Officials, func(o Official) string { return fmt.Sprint(o.ID, " ", o.Role, " ", o.From) })
	doubles(report, "harms.tsv", l.Harms, func(h HarmWord) string { return h.Lemma + " " + h.Slot })
	doubles(report, "persons.tsv", l.Persons, func(p PersonWord) string { return p.Lemma })
	doubles(report, "ordinary.tsv", l.Ordinary, func(w string) string { return w })
	groups := map[string]bool{}
	for _, g := range l.Groups {
		groups[g.ID] = true
	}
	for _, o := range l.Organisations {
		if groups[o.ID] {
			report("organisations.tsv", "id %s: groups.tsv has it too", o.ID)
		}
	}
}

func doubles[T any](report reporter, file string, entries []T, key func(T) string) {
	seen := make(map[string]bool, len(entries))
	for _, e := range entries {
		if k := key(e); seen[k] {
			report(file, "%q stands twice", k)
		} else {
			seen[k] = true
		}
	}
}

// lintCountries finds codes that countries.tsv does not have.
func (l *Lexicon) lintCountries(report reporter) {
	known := map[string]bool{}
	for _, c := range l.Countries {
		known[c.ISO3] = true
	}
	check := func(file, entry string, codes ...string) {
		for _, c := range codes {
			if !known[c] {
				report(file, "%s: country %q: countries.tsv has no such code", entry, c)
			}
		}
	}
	for _, g := range l.Groups {
		check("groups.tsv", g.ID, g.Country)
	}
	for _, p := range l.Peoples {
		check("peoples.tsv", p.Forms[0], p.Countries...)
	}
	for _, r := range l.Regions {
		check("regions.tsv", r.Name, r.Countries...)
	}
}

// lintSides finds sides that no list has, and bodies that bodies.tsv does not have.
func (l *Lexicon) lintSides(report reporter) {
	known, bodies := l.sides(), map[string]bool{"": true}
	for _, b := range l.Bodies {
		bodies[b.ID] = true
	}
	check := func(file, entry, side string) {
		if side != "" && !known[side] {
			report(file, "%s: side %q: want the code of a country, or the id of a group or an organisation", entry, side)
		}
	}
	groups := map[string]bool{}
	for _, g := range l.Groups {
		check("groups.tsv", g.ID, g.Side)
		groups[g.ID] = true
	}
	for _, p := range l.Peoples {
		for _, id := range p.Groups {
			if !groups[id] {
				report("peoples.tsv", "%s: group %q: groups.tsv has no such id", p.Forms[0], id)
			}
		}
	}
	for _, o := range l.Organisations {
		check("organisations.tsv", o.ID, o.Side)
		if !bodies[o.Body] {
			report("organisations.tsv", "%s: body %q: bodies.tsv has no such id", o.ID, o.Body)
		}
	}
	for _, o := range l.Officials {
		check("officials.tsv", o.ID, o.Side)
	}
}

// sides are the codes that may stand for a side.
func (l *Lexicon) sides() map[string]bool {
	known := map[string]bool{}
	for _, c := range l.Countries {
		known[c.ISO3] = true
	}
	for _, g := range l.Groups {
		known[g.ID] = true
	}
	for _, o := range l.Organisations {
		known[o.ID] = true
	}
	return known
}
