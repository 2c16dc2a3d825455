// Command phrases prints the word lists that the model reads as features: "phrase TAB mask" lines, sorted, where a phrase is lower-case words joined by
// one space (lexicon.Words) and the mask is the set of what it may name (lexicon.Bits).
//
//	go run ./model/train/phrases > phrases.tsv
//
// They are all names of the lexicon and, from the gazetteer, the names of towns of 15,000 people and more, of capitals and of admin-1 units; of cities of
// 300,000 and more their other names too.
package main

import (
	"bufio"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

const (
	town = 15_000
	city = 300_000
)

func main() {
	masks := collect(lexicon.English(), gazetteer.Default())
	out := bufio.NewWriter(os.Stdout)
	for _, p := range slices.Sorted(maps.Keys(masks)) {
		fmt.Fprintf(out, "%s\t%d\n", p, masks[p])
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "phrases:", err)
		os.Exit(1)
	}
}

// collect merges the phrases of the lexicon with the names of the gazetteer.
func collect(l *lexicon.Lexicon, g *gazetteer.Gazetteer) map[string]lexicon.Bits {
	masks := map[string]lexicon.Bits{}
	add := func(words string, bits lexicon.Bits) {
		if utf8.RuneCountInString(words) > 1 {
			masks[words] |= bits
		}
	}
	for p := range l.Phrases() {
		add(lexicon.Words(p.Text), p.Bits)
		add(plain(lexicon.Words(p.Text)), p.Bits)
	}
	ordinary := map[string]bool{}
	for _, w := range l.Ordinary {
		ordinary[w] = true
	}
	for name, place := range placeNames(g) {
		for _, words := range spellings(name, place.Country) {
			if !ordinary[words] {
				add(words, lexicon.PlaceBit)
			}
		}
	}
	return masks
}

// placeNames gives the names of the places that are known widely enough, with the place.
func placeNames(g *gazetteer.Gazetteer) iter.Seq2[string, gazetteer.Place] {
	return func(yield func(string, gazetteer.Place) bool) {
		for p := range g.All() {
			known := p.Kind != gazetteer.Populated || p.Population >= town
			if known && !yield(p.Name, p) {
				return
			}
			if !known || p.Kind == gazetteer.Populated && p.Population < city {
				continue
			}
			for _, n := range g.Names(p.ID)[1:] {
				if len(n) > 3 && !yield(n, p) {
					return
				}
			}
		}
	}
}

// plain writes words without marks on their letters, as English texts mostly do; words of ASCII stay as they are.
func plain(words string) string {
	fields := strings.Fields(words)
	for i, w := range fields {
		if strings.ContainsFunc(w, func(r rune) bool { return r >= 0x80 }) {
			if folded := gazetteer.Fold(w); folded != "" {
				fields[i] = folded
			}
		}
	}
	return strings.Join(fields, " ")
}
