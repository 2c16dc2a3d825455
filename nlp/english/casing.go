package english

import (
	"strings"
	"sync"

	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/segment"
)

// large is the population from which a town counts as the usual meaning of its name.
const large = 100_000

// casing tells how the words of names are written, for texts in capitals: by the lexicon, then by the large towns of the gazetteer.
// The forms are gathered when the first text in capitals comes: most texts have none.
func casing(lex *lexicon.Lexicon, places *gazetteer.Gazetteer) segment.Casing {
	listed := sync.OnceValue(func() map[string]string { return listedForms(lex) })
	return func(lower string) (string, bool) {
		if f, ok := listed()[lower]; ok {
			return f, f != ""
		}
		for _, p := range places.Find(lower) {
			if p.Population >= large && strings.EqualFold(p.Name, lower) {
				return p.Name, true
			}
		}
		return "", false
	}
}

// listedForms are the forms of the lexicon's names of one word by their small letters. Ordinary words have the form "": they are written small.
func listedForms(lex *lexicon.Lexicon) map[string]string {
	forms := make(map[string]string, len(lex.Ordinary))
	for _, w := range lex.Ordinary {
		forms[w] = ""
	}
	for p := range lex.Phrases() {
		if p.Bits&(lexicon.TitleBit|lexicon.OrgWordBit) == 0 && !strings.ContainsAny(p.Text, " -") {
			if low := strings.ToLower(p.Text); low != p.Text && forms[low] == "" {
				forms[low] = p.Text
			}
		}
	}
	return forms
}
