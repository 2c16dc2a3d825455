package trigger

import (
	"strings"

	"sitrep/lexicon"
)

// weapons finds the names of weapons in a text, the longest first.
type weapons struct {
	byFirst map[string][]weaponName
}

type weaponName struct {
	words []string
	class string
}

func newWeapons(lex *lexicon.Lexicon) *weapons {
	w := &weapons{map[string][]weaponName{}}
	for _, weapon := range lex.Weapons {
		words := strings.Fields(lexicon.Words(weapon.Name))
		w.byFirst[words[0]] = append(w.byFirst[words[0]], weaponName{words, weapon.Class})
	}
	return w
}

// mark gives the class of weapon for every token that is a word of one.
func (w *weapons) mark(t *text) []string {
	class := make([]string, len(t.Tokens))
	for i := 0; i < len(class); {
		n, c := w.at(t, i)
		for k := range n {
			class[i+k] = c
		}
		i += max(1, n)
	}
	return class
}

// at is the length and the class of the longest name that begins at a token.
func (w *weapons) at(t *text, i int) (length int, class string) {
	for _, form := range [2]string{strings.ToLower(t.Tokens[i].Form), t.lemma[i]} {
		for _, name := range w.byFirst[form] {
			if len(name.words) > length && t.follows(i, name.words) {
				length, class = len(name.words), name.class
			}
		}
	}
	return length, class
}

// follows tells whether the words stand at a token, as forms or, the first and the last, as lemmas.
func (t *text) follows(i int, words []string) bool {
	if i+len(words) > len(t.Tokens) {
		return false
	}
	for k, w := range words {
		if t.lemma[i+k] != w && !strings.EqualFold(t.Tokens[i+k].Form, w) {
			return false
		}
	}
	return true
}
