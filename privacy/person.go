package privacy

import (
	"slices"
	"strings"

	"sitrep"
)

// person is one of whom a report has the name.
type person struct {
	namings  []naming
	parts    []string // the words of the fullest name, folded, without articles
	full     naming
	evidence evidence
	ids      bool // the lists know him as a person of public life
	author   bool
	source   sitrep.SourceKind // of the claims that he makes
	speaks   bool
}

// parts are the words of a name that tell it from others, folded: no initials, no titles, no small words, no articles.
func (x *Index) parts(n naming) []string {
	var parts []string
	for _, w := range n.words() {
		k := letters(bare(w.text))
		if k == "" || w.initial() || particle[w.key] || k == "jr" || k == "sr" {
			continue
		}
		parts = append(parts, k)
	}
	if len(parts) == 0 {
		for _, w := range n.words() {
			parts = append(parts, w.key)
		}
	}
	return parts
}

// bare is a word of a name without its article.
func bare(s string) string {
	if before, rest, ok := strings.Cut(s, "-"); ok && article[strings.ToLower(before)] && rest != "" {
		return rest
	}
	return s
}

// gather puts namings together that name one person: the full names first, then surnames and given names to the only person who can bear them.
func (x *Index) gather(all []naming) []*person {
	var people []*person
	byLength := slices.Clone(all)
	slices.SortStableFunc(byLength, func(a, b naming) int { return len(x.parts(b)) - len(x.parts(a)) })
	for _, n := range byLength {
		parts := x.parts(n)
		var fit []*person
		for _, p := range people {
			if x.short(parts, p.parts) || family(parts, p.parts) {
				fit = append(fit, p)
			}
		}
		if len(fit) > 1 && len(parts) == 1 {
			fit = slices.DeleteFunc(fit, func(p *person) bool { return !sameName(parts[0], p.parts[len(p.parts)-1]) && !family(parts, p.parts) })
		}
		if len(fit) == 1 {
			fit[0].namings = append(fit[0].namings, n)
			continue
		}
		people = append(people, &person{namings: []naming{n}, parts: parts, full: n})
	}
	return people
}

// short tells whether a name is a shorter form of another: a surname, a given name, or some of its words in their order.
func (x *Index) short(parts, long []string) bool {
	if len(parts) > 1 || len(long) == 1 {
		return among(parts, long)
	}
	return sameName(parts[0], long[len(long)-1]) || slices.Contains(long[1:], parts[0]) || x.given[parts[0]] && slices.Contains(long, parts[0]) || sameName(parts[0], long[0]) && x.given[long[0]]
}

// family tells whether a name is a surname in the plural, "the Haddads", or with an ending whose apostrophe was lost.
func family(short, long []string) bool {
	s, ok := strings.CutSuffix(short[0], "s")
	return ok && len(short) == 1 && len(s) > 3 && s == long[len(long)-1]
}

// among tells whether the words of a shorter name stand in a longer one in their order.
func among(short, long []string) bool {
	if len(short) > 1 && (!sameName(short[0], long[0]) && !sameName(short[len(short)-1], long[len(long)-1])) {
		return false
	}
	i := 0
	for _, l := range long {
		if i < len(short) && sameName(short[i], l) {
			i++
		}
	}
	return i == len(short)
}

// public tells whether a person may be named.
func (x *Index) public(p *person) bool {
	e := &p.evidence
	switch {
	case p.author:
		return true
	case p.minor() && !p.ids:
		return false
	case p.ids || x.officials[strings.Join(p.parts, "")] || x.official(p.full.written()):
		return e.office || !e.own || mixed[e.noun]
	case e.office:
		return true
	case e.rank:
		return p.speaks && e.hit == "" && !e.own
	}
	return false
}

// official tells whether a name is that of a person of public life, or has one of two words or more in it, with what a text ran together with it: "Syrias Bashar al-Assad".
func (x *Index) official(name string) bool {
	if x.officials[letters(name)] {
		return true
	}
	words := strings.Fields(name)
	for i := range words {
		for j := i + 2; j <= len(words); j++ {
			if x.officials[letters(strings.Join(words[i:j], " "))] {
				return true
			}
		}
	}
	return false
}

func (p *person) minor() bool {
	e := &p.evidence
	if e.age > 0 {
		return e.age < 18
	}
	return young[e.noun]
}
