// Package claim finds who says what, with which words, and what saying it does: first the attributions as they stand in the text, then from
// them the claims of the record, one for each sentence that somebody stands behind.
package claim

import (
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	verbs, nouns map[string][]*lexicon.Cue // by the first word of the cue
	keep, stance *maxent.Model             // whether words are a claim, and what saying them does
}

// New makes the step.
func New(lex *lexicon.Lexicon) *Step {
	keep, stance := models()
	return NewWith(lex, keep, stance)
}

// NewWith makes the step with other models than those that are built in.
func NewWith(lex *lexicon.Lexicon, keep, stance *maxent.Model) *Step {
	s := &Step{map[string][]*lexicon.Cue{}, map[string][]*lexicon.Cue{}, keep, stance}
	for i := range lex.Cues {
		c := &lex.Cues[i]
		word, _, _ := strings.Cut(c.Word, " ")
		if c.Noun {
			s.nouns[word] = append(s.nouns[word], c)
		} else {
			s.verbs[word] = append(s.verbs[word], c)
		}
	}
	return s
}

// Name is "claim".
func (*Step) Name() string { return "claim" }

// Read adds the attributions and the claims to a story.
func (p *Step) Read(s *sitrep.Story) error {
	if len(s.Tokens) == 0 {
		return nil
	}
	r := newReader(p, s)
	r.find()
	s.Claims = r.claims()
	s.Attributions = r.attributions()
	return nil
}

// find finds the attributions.
func (r *reader) find() {
	r.verbs()
	r.nouns()
	r.accordings()
	r.colons()
	r.settle()
	r.participles()
	r.loose()
}
