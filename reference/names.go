package reference

import (
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// Names knows the names of countries and of sides.
type Names struct {
	countries, sides map[string]string
}

// NewNames makes them of the lists.
func NewNames(lex *lexicon.Lexicon) *Names {
	n := &Names{map[string]string{}, map[string]string{}}
	put := func(m map[string]string, to string, names ...string) {
		for _, s := range names {
			if k := key(s); k != "" && m[k] == "" {
				m[k] = to
			}
		}
	}
	for i := range lex.Countries {
		c := &lex.Countries[i]
		put(n.countries, c.ISO3, c.Name, c.ISO3)
		put(n.sides, c.ISO3, c.Name, c.ISO3)
	}
	for i := range lex.Countries {
		c := &lex.Countries[i]
		put(n.countries, c.ISO3, c.Names...)
		put(n.sides, c.ISO3, append(c.Names, c.Demonyms...)...)
	}
	for i := range lex.Groups {
		g := &lex.Groups[i]
		put(n.sides, g.Side, append([]string{g.Name, g.ID, g.Side}, g.Aliases...)...)
	}
	return n
}

// key is a name as it is compared: folded, without an article.
func key(s string) string {
	s = strings.Join(strings.FieldsFunc(gazetteer.Fold(s), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\'' || r == '.' }), " ")
	return strings.TrimPrefix(s, "the ")
}

// Country is the three letters of a country's name; "Yemen (North Yemen)" is Yemen. Empty where it is not known.
func (n *Names) Country(name string) string {
	if c := n.countries[key(name)]; c != "" {
		return c
	}
	before, inside, ok := strings.Cut(name, "(")
	if !ok {
		return ""
	}
	if c := n.countries[key(before)]; c != "" {
		return c
	}
	return n.countries[key(strings.TrimRight(inside, ") "))]
}

// before are words with which datasets begin the name of a state's forces.
var before = []string{"government of ", "military forces of ", "police forces of ", "state forces of ", "forces of ", "army of ", "civilians (", "protesters (", "rioters ("}

// Side is the side of a name, as records have it: "Military Forces of Syria (2000–2024)" is SYR. Empty where it is not known.
func (n *Names) Side(name string) string {
	s := strings.TrimSpace(name)
	low := strings.ToLower(s)
	for _, b := range before {
		if strings.HasPrefix(low, b) && len(low) == len(s) {
			s = strings.TrimRight(s[len(b):], ") ")
			break
		}
	}
	for _, part := range parts(s) {
		if side := n.sides[key(part)]; side != "" {
			return side
		}
	}
	return ""
}

// parts are a name, the name without what stands in brackets, what stands there, and what stands before a comma or a colon.
func parts(s string) []string {
	out := []string{s}
	if a, b, ok := strings.Cut(s, "("); ok {
		out = append(out, a, strings.TrimRight(b, ") "))
	}
	if a, b, ok := strings.Cut(s, ":"); ok {
		out = append(out, a, b)
	}
	for _, tail := range []string{" forces", " army", " military", " government", " air force", " movement"} {
		if len(s) > len(tail) && strings.EqualFold(s[len(s)-len(tail):], tail) {
			out = append(out, s[:len(s)-len(tail)])
		}
	}
	return out
}
