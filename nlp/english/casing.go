package english

import (
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/segment"
)

// large is the population from which a town counts as the usual meaning of its name.
const large = 100_000

// casing tells how the words of names are written, for texts in capitals: by the lexicon, then by the large towns of the gazetteer.
func casing(lex *lexicon.Lexicon, places *gazetteer.Gazetteer) segment.Casing {
	forms := map[string]string{}
	for p := range lex.Phrases() {
		if p.Bits&(lexicon.TitleBit|lexicon.OrgWordBit) == 0 && !strings.ContainsAny(p.Text, " -") {
			if low := strings.ToLower(p.Text); low != p.Text && forms[low] == "" {
				forms[low] = p.Text
			}
		}
	}
	ordinary := map[string]bool{}
	for _, w := range lex.Ordinary {
		ordinary[w] = true
	}
	return func(lower string) (string, bool) {
		if f, ok := forms[lower]; ok || ordinary[lower] {
			return f, ok
		}
		for _, p := range places.Find(lower) {
			if p.Population >= large && strings.EqualFold(p.Name, lower) {
				return p.Name, true
			}
		}
		return "", false
	}
}
