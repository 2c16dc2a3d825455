package coref

import (
	"strings"

	"sitrep"
)

// traitsOf reads number, gender and kind off the words of a noun phrase.
func (s *state) traitsOf(m *mention) traits {
	t := traits{s.numberOf(m.head), anyGender, anySort}
	if m.name != 0 {
		return s.nameTraits(m, t)
	}
	if m.nested {
		t.sort, t.number = place|group, singular
		return t
	}
	word := s.texts[m.lemma]
	t.sort = s.words.sortOf(word)
	if g, ok := s.words.genders[word]; ok {
		t.gender = g
	}
	return t
}

// numberOf trusts the tag before the features.
func (s *state) numberOf(head int32) number {
	tok := &s.doc.Tokens[head]
	switch tok.XPOS {
	case "NNS", "NNPS":
		return plural
	case "NN", "NNP":
		if s.texts[s.lemma[head]] == "people" {
			return plural
		}
		return singular
	}
	switch {
	case strings.Contains(tok.Feats, "Number=Plur"):
		return plural
	case strings.Contains(tok.Feats, "Number=Sing"):
		return singular
	}
	return anyNumber
}

// nameTraits reads a name: its label, and for a person the titles and the given name.
func (s *state) nameTraits(m *mention, t traits) traits {
	n := s.doc.Names[m.name-1]
	switch n.Label {
	case sitrep.Person:
		t.sort, t.gender = person, s.genderOf(m, n)
	case sitrep.Org:
		t.sort, t.number = group, singular
	case sitrep.GPE:
		t.sort, t.number = place|group, singular
	case sitrep.Location:
		t.sort = place
	case sitrep.Facility:
		t.sort, t.number = place|thing, singular
	case sitrep.NORP:
		t.sort = person | group
	}
	return t
}

// genderOf asks the words of the phrase before the name and then the given name.
func (s *state) genderOf(m *mention, n sitrep.Name) gender {
	for t := m.first; t < int32(n.Last) && t <= m.head+1; t++ {
		if g, ok := s.words.genders[s.texts[s.lemma[t]]]; ok {
			return g
		}
	}
	if n.Last-n.First > 1 {
		if g, ok := s.words.given[s.texts[s.lemma[n.First]]]; ok {
			return g
		}
	}
	return anyGender
}
