package privacy

import (
	"strings"
	"sync"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// Index is what has to be known of the world to tell private persons from public ones.
type Index struct {
	words     standings
	officials map[string]bool     // full names of persons of public life, in letters
	ids       map[string][]string // the words of their names, by their ids
	given     map[string]bool
	things    map[string]bool // names of countries, peoples, armed groups and organisations, in letters
	orgWords  map[string]bool // that head the names of bodies and facilities
	ordinary  map[string]bool
}

// New makes an index of lists.
func New(l *lexicon.Lexicon) *Index {
	x := &Index{words: newStandings(l), officials: map[string]bool{}, ids: map[string][]string{}, given: map[string]bool{}, things: map[string]bool{}, orgWords: map[string]bool{}, ordinary: map[string]bool{}}
	for _, o := range l.Officials {
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			x.officials[letters(n)] = true
			for _, w := range wordsOf(n) {
				x.ids[o.ID] = append(x.ids[o.ID], letters(bare(w.text)))
			}
		}
	}
	for p := range l.Phrases() {
		switch {
		case p.Bits&lexicon.GivenNameBit != 0:
			x.given[letters(p.Text)] = true
		case p.Bits&lexicon.OrgWordBit != 0:
			x.orgWords[gazetteer.Fold(p.Text)] = true
		case p.Bits&lexicon.TitleBit == 0:
			x.things[letters(p.Text)] = true
		}
	}
	for _, w := range l.Ordinary {
		x.ordinary[strings.ToLower(w)] = true
	}
	return x
}

// builtIn is made once of the lists that are built in.
var builtIn = sync.OnceValue(func() *Index { return New(lexicon.English()) })

// phraseBefore is the standing of the longest title or role that ends before a word, and how many words it has.
func (x *Index) phraseBefore(words []word, first, end int) (standing, int) {
	for n := min(6, end-first); n > 0; n-- {
		p := phrase(words[end-n : end])
		if st, ok := x.words[p]; ok {
			return st, n
		}
		if st, ok := x.words[strings.TrimSuffix(p, "s")]; ok && st == official { // "ministers"
			return st, n
		}
	}
	return unknown, 0
}

// phrase is words as the index has them.
func phrase(words []word) string {
	parts := make([]string, len(words))
	for i := range words {
		parts[i] = gazetteer.Fold(words[i].text)
	}
	return strings.Join(parts, " ")
}
