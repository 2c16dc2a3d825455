// Package toll finds how many people were harmed, how, and in which happening.
//
// A toll is a group of people ("at least 12 soldiers", "a nurse") tied to a word of harm ("killed", "dead", "the death of"). Groups are found
// by their number or, for one person, by their noun; the tie is read from words that stand next to each other where they do, and else from
// the tree.
package toll

import (
	"cmp"
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct{ *vocabulary }

// New makes the step.
func New(lex *lexicon.Lexicon) *Step { return &Step{newVocabulary(lex)} }

// Name is "toll".
func (*Step) Name() string { return "toll" }

// Read adds the tolls to a story, and to each mention of a happening those that it caused.
func (s *Step) Read(story *sitrep.Story) error {
	f := newFinder(s.vocabulary, story)
	for i := range story.Sentences {
		f.sentence(i)
	}
	slices.SortStableFunc(f.tolls, func(a, b found) int { return cmp.Compare(a.Words.Start, b.Words.Start) })
	for i := range f.tolls {
		story.Tolls = append(story.Tolls, f.tolls[i].Toll)
	}
	attach(story)
	ofWar(story)
	return nil
}

// found is a toll on its way.
type found struct {
	sitrep.Toll
	group
}

// finder reads the tolls of one story.
type finder struct {
	*vocabulary
	*sitrep.Story
	label       []sitrep.NameLabel  // of each token: the label of the name that it is part of
	harm        []*lexicon.HarmWord // of each token of the sentence
	first, last int                 // tokens of the sentence that is read
	groups      []group             // of the sentence
	in          []int               // of each token of the sentence: number of its group, -1 for none
	tolls       []found
}

func newFinder(v *vocabulary, s *sitrep.Story) *finder {
	f := &finder{vocabulary: v, Story: s, label: make([]sitrep.NameLabel, len(s.Tokens))}
	for _, n := range s.Names {
		for i := n.First; i < n.Last; i++ {
			f.label[i] = n.Label
		}
	}
	return f
}

// sentence finds the tolls of one sentence.
func (f *finder) sentence(i int) {
	f.first, f.last = f.Sentences[i].First, f.Sentences[i].Last
	if !f.harms() {
		return
	}
	f.groups = f.groups[:0]
	f.counted()
	f.singles()
	f.place()
	for k := range f.groups {
		f.tie(&f.groups[k])
	}
	f.counts()
	f.again()
	f.share()
	for k := range f.groups {
		f.add(&f.groups[k])
	}
}

// place notes which group each token belongs to.
func (f *finder) place() {
	slices.SortStableFunc(f.groups, func(a, b group) int { return cmp.Compare(a.first, b.first) })
	f.in = f.in[:0]
	for range f.last - f.first {
		f.in = append(f.in, -1)
	}
	for k, g := range f.groups {
		for i := g.first; i < g.last; i++ {
			f.in[i-f.first] = k
		}
	}
}

// groupAt is the group that a token belongs to, nil where there is none.
func (f *finder) groupAt(i int) *group {
	if i < f.first || i >= f.last || f.in[i-f.first] < 0 {
		return nil
	}
	return &f.groups[f.in[i-f.first]]
}
