package lexicon

import "strings"

// spaced sets apart the marks that are words of their own.
var spaced = strings.NewReplacer("’", "'", "-", " - ", "/", " / ", ",", " , ", "(", " ( ", ")", " ) ")

// Words splits a name into lower-case words as a treebank does, joined by one space: hyphens, slashes and a final 's are words of their own, and
// the periods of abbreviations stay ("al-Zor" → "al - zor", "U.S." → "u.s.", "Lions' Den" → "lions ' den").
func Words(name string) string {
	name = spaced.Replace(strings.ToLower(name))
	words := strings.Fields(name)
	for i, w := range words {
		switch {
		case len(w) > 2 && strings.HasSuffix(w, "'s"):
			words[i] = w[:len(w)-2] + " 's"
		case len(w) > 2 && strings.HasSuffix(w, "s'"):
			words[i] = w[:len(w)-1] + " '"
		}
	}
	return strings.Join(words, " ")
}
