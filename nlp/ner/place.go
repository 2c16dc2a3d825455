package ner

import (
	"strings"

	"sitrep"
)

// placeHeads gives the words that make a place one without a government: they stand last ("Euphrates River") or first ("Mount Hermon",
// "Gulf of Aden"). Facilities come from the lexicon.
func placeHeads() map[string]sitrep.NameLabel {
	heads := map[string]sitrep.NameLabel{}
	for w := range strings.FieldsSeq(`river rivers sea seas ocean lake lakes gulf bay strait straits channel mount mountain mountains hill hills
		heights ridge plateau valley gorge desert plain plains peninsula island islands isle archipelago cape coast basin delta steppe
		highlands lowlands oasis reef belt corridor strip triangle range volcano waterfall falls creek forest jungle`) {
		heads[w] = sitrep.Location
	}
	return heads
}

// placeLabel tells what a place name names: what its head word or the lists say, else a place with a government.
func (k *known) placeLabel(tokens []sitrep.Token, n sitrep.Name) sitrep.NameLabel {
	last := strings.ToLower(tokens[n.Last-1].Reading())
	if l, ok := k.head[last]; ok && n.Last-n.First > 1 {
		return l
	}
	first := strings.ToLower(tokens[n.First].Reading())
	if l := k.head[first]; l == sitrep.Location && n.Last-n.First > 1 {
		return l
	}
	if found, _ := k.longest(nil, tokens, n.First, n.Last); found.Last == n.Last && (found.Label == sitrep.Location || found.Label == sitrep.Facility) {
		return found.Label
	}
	return sitrep.GPE
}
