package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/gazetteer"
)

// folded remembers names as they are compared: the same ones are compared very often.
type folded struct {
	names map[string]*foldedName
}

// foldedName is a name as it is compared.
type foldedName struct {
	text    string
	fields  []string // between blanks
	words   []string // of letters and digits
	telling []string // those of words that tell who somebody is
}

func (f *folded) name(s string) *foldedName {
	n, ok := f.names[s]
	if !ok {
		text := gazetteer.Fold(s)
		n = &foldedName{text: text, fields: strings.Fields(text), words: strings.FieldsFunc(text, notLetter)}
		n.telling = slices.DeleteFunc(slices.Clone(n.words), func(w string) bool { return utf8.RuneCountInString(w) <= 3 || common[w] })
		f.names[s] = n
	}
	return n
}
