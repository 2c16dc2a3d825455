package main

import (
	"testing"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

func TestCollect(t *testing.T) {
	masks := collect(lexicon.English(), gazetteer.Default())
	cases := []struct {
		name, words string
		want        lexicon.Bits
	}{
		{"capital and former name", "kiev", lexicon.PlaceBit},
		{"town with hyphens", "mazar - i - sharif", lexicon.PlaceBit},
		{"marks as written", "île - de - france", lexicon.PlaceBit},
		{"marks left out", "ile - de - france", lexicon.PlaceBit},
		{"country", "france", lexicon.PlaceBit | lexicon.CountryBit},
		{"admin-1 unit", "donetsk", lexicon.PlaceBit},
		{"group", "rapid support forces", lexicon.GroupBit},
		{"title", "lt. col.", lexicon.TitleBit},
		{"ordinary word that is a town", "nice", 0},
		{"ordinary word that is a town", "of", 0},
		{"no name", "yesterday", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := masks[c.words]; got != c.want {
				t.Errorf("%s: %08b, want %08b", c.words, got, c.want)
			}
		})
	}
	if n := len(masks); n < 50_000 || n > 100_000 {
		t.Errorf("%d phrases: want 50,000 to 100,000, which is what the model's table is made for", n)
	}
}

func TestHyphenate(t *testing.T) {
	cases := []struct {
		name, words, want string
		certain           map[string]bool
		links             bool
	}{
		{"article first", "al bab", "al - bab", articles, false},
		{"article within", "deir ez zor", "deir ez - zor", articles, false},
		{"article with its hyphen", "al - bab", "al - bab", articles, false},
		{"article last", "bab al", "bab al", articles, false},
		{"link", "mazar e sharif", "mazar - e - sharif", links, true},
		{"link with one hyphen", "mazar - i sharif", "mazar - i - sharif", links, true},
		{"link first", "e sharif", "e sharif", links, true},
		{"empty", "", "", links, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := hyphenate(c.words, c.certain, c.links); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
