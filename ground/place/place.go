// Package place finds the names of places in a report and decides which places of the world they are.
//
// A name may mean many places: all names of a report are decided together, by the countries and provinces that it speaks of, by what stands next to
// them ("Tripoli, Lebanon"), by how near they lie to each other, and by how well known each place is. A name has one sense in a report.
package place

import (
	"sitrep"
	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	places   *gazetteer.Gazetteer
	demonyms map[string]gazetteer.Place // by the word in lower case
	short    map[string]gazetteer.Place // units by their abbreviations: "Ky.", "B.C."
	postal   map[string]gazetteer.Place // units by two capitals, which count only after a comma: "OH"
	country  map[string]gazetteer.Place // by three-letter code
	spelled  *spellings
	ordinary map[string]bool
	given    map[string]bool // given names, in lower case
	groups   map[string]bool // names of armed groups that are none of a country, folded
}

// New makes the step.
func New(lex *lexicon.Lexicon, places *gazetteer.Gazetteer) *Step {
	s := &Step{places: places, demonyms: map[string]gazetteer.Place{}, country: map[string]gazetteer.Place{}, spelled: &spellings{places: places},
		ordinary: map[string]bool{}, given: map[string]bool{}, groups: map[string]bool{}}
	s.learnCountries(lex)
	s.short, s.postal = abbreviations(places)
	for _, w := range lex.Ordinary {
		s.ordinary[w] = true
	}
	for _, n := range lex.GivenNames {
		s.given[gazetteer.Fold(n.Name)] = true
	}
	for _, g := range lex.Groups {
		for _, n := range append([]string{g.Name}, g.Aliases...) {
			s.groups[gazetteer.Fold(n)] = true
		}
	}
	return s
}

// Name is "place".
func (*Step) Name() string { return "place" }

// Read finds the toponyms of a story.
func (s *Step) Read(story *sitrep.Story) error {
	s.settle(story, s.find(story))
	return nil
}

// ReadSpans sets the toponyms of a story to the stretches given, for those who know where the names are and ask only where the places are.
func (s *Step) ReadSpans(story *sitrep.Story, spans []sitrep.Span) {
	s.settle(story, s.at(story, spans))
}

// settle decides which places the names are.
func (s *Step) settle(story *sitrep.Story, names []name) {
	s.describe(story, names)
	r := s.senses(story, names)
	r.contain(story)
	r.decide()
	contradicted := r.contradict()
	if r.respell() || contradicted {
		r.decide()
	}
	r.dropWeak()
	r.dropStray()
	story.Toponyms = r.toponyms(story)
	mark(story)
}
