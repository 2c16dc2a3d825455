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
