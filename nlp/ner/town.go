package ner

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// city is the population from which a town's name, met where nothing else is named, is taken for the town.
const city = 50_000

// mostTown bounds the words of a town's name.
const mostTown = 6

// towns adds to the names of a sentence the towns of the gazetteer that the network did not know for names, and turns into places the persons of
// one word that are towns and stand where only places do ("in Samarra").
func (k *known) towns(tokens []sitrep.Token, s sitrep.Sentence, names []sitrep.Name) []sitrep.Name {
	for i := range names {
		n := &names[i]
		if n.Label == sitrep.Person && n.Last-n.First == 1 && located(tokens, s, n.First) && k.isTown(tokens, *n, 1) {
			n.Label = sitrep.GPE
		}
	}
	next := 0
	found := len(names)
	for i := s.First; i < s.Last; {
		for next < found && names[next].Last <= i {
			next++
		}
		limit := s.Last
		if next < found {
			limit = names[next].First
		}
		end := i
		for end < limit && proper(tokens, end) {
			end++
		}
		if end == i {
			i++
			continue
		}
		n := sitrep.Name{First: i, Last: end, Label: sitrep.GPE}
		population := city
		if located(tokens, s, i) {
			population = 1
		}
		if k.isTown(tokens, n, population) {
			names = append(names, n)
		}
		i = end
	}
	if len(names) > found {
		slices.SortFunc(names, func(a, b sitrep.Name) int { return a.First - b.First })
	}
	return names
}

// locatives are the prepositions that places follow and other names seldom do.
var locatives = map[string]bool{"in": true, "near": true, "outside": true, "around": true, "at": true, "across": true, "toward": true, "towards": true}

// located tells whether a preposition of place stands directly before a token.
func located(tokens []sitrep.Token, s sitrep.Sentence, i int) bool {
	return i > s.First && tokens[i-1].UPOS == "ADP" && locatives[strings.ToLower(tokens[i-1].Reading())]
}

// isTown tells whether a name is that of a town, of so many people at least, and not an ordinary word or a given name.
func (k *known) isTown(tokens []sitrep.Token, n sitrep.Name, population int) bool {
	if n.Last-n.First > mostTown {
		return false
	}
	name := tokens[n.First].Reading()
	for i := n.First + 1; i < n.Last; i++ {
		name += " " + tokens[i].Reading()
	}
	low := strings.ToLower(name)
	if len(name) < 4 || k.ordinary[low] || k.given[low] || k.titles[low] {
		return false
	}
	return slices.ContainsFunc(k.places.Find(name), func(p gazetteer.Place) bool { return p.Population >= population })
}
