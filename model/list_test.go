package model

import (
	"slices"
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	n := parsed(t, 1)
	const place, demonym, org, title, head, given, in = PlaceList, DemonymList, OrganisationList, TitleList, HeadWordList, GivenNameList, InsideList
	for _, c := range []struct {
		name, words string
		want        []uint16
	}{
		{"nothing", "no list has these", []uint16{0, 0, 0, 0}},
		{"empty", "", nil},
		{"phrase in a sentence", "the Red River rose", []uint16{0, place, place | in, 0}},
		{"a list for each of two phrases from one word", "Red River Council", []uint16{place | org, place | org | in, org | in}},
		{"phrase that begins within another", "near River Council", []uint16{0, org, org | in}},
		{"lower case", "red river council", []uint16{0, 0, 0}},
		{"lower case where only the first word counts", "Red river", []uint16{place, place | in}},
		{"titles and head words count in lower case", "the general of a ministry", []uint16{0, title, head, 0, head}},
		{"beginning of a phrase that is none itself", "general amal", []uint16{title, 0}},
		{"title before a name", "General Amal", []uint16{title, given}},
		{"cut off by the end", "Red", []uint16{0}},
		{"upper case within the word", "el-Fasher", []uint16{place}},
		{"no ASCII", "ÜNYE", []uint16{place}},
		{"capitals", "KURDISH", []uint16{demonym}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := n.Lists([]uint16{7}, strings.Fields(c.words))
			if got[0] != 7 || !slices.Equal(got[1:], c.want) {
				t.Errorf("%q: %v: want %v", c.words, got[1:], c.want)
			}
		})
	}
}
