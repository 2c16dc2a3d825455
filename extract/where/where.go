// Package where finds the places of each mention of a happening, and then those of whole events.
//
// Every place that the report names may be where it was: those of its own clause, of the sentences around, of the dateline. How much the words between
// trigger and name, the distance, the kind of place and of event speak for each is learned (where.bin); that a place is told only by the finest
// names of it, and that a government is no place, are rules. Among what the mentions of an event say, a second model chooses (setting.bin).
package where

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	ranker ranker
}

// New makes the step.
func New() *Step { return &Step{learned()} }

// NewWith makes the step with another model than the one that is built in.
func NewWith(m *maxent.Model) *Step { return &Step{ranker{m}} }

// Name is "where".
func (*Step) Name() string { return "where" }

// Read sets the places of the mentions of a story.
func (st *Step) Read(s *sitrep.Story) error {
	if len(s.Toponyms) == 0 {
		return nil
	}
	Place(s, st.ranker.score)
	return nil
}

// Place sets the places of the mentions of a story by a score of every option, between 0 and 1.
func Place(s *sitrep.Story, score func(*Option) float64) {
	v := newView(s)
	var in room
	var found []likely
	for m := range s.Mentions {
		options := v.options(m, &in)
		s.Mentions[m].PlaceScores = make([]sitrep.PlaceScore, 0, len(options))
		found = found[:0]
		for i := range options {
			o := likely{options[i].Toponym, score(&options[i])}
			s.Mentions[m].PlaceScores = append(s.Mentions[m].PlaceScores, sitrep.PlaceScore{Toponym: o.toponym, Score: o.score})
			if o.score >= min(least, listed, apart) {
				found = append(found, o)
			}
		}
		s.Mentions[m].Places = v.choose(found, v.threshold)
	}
}

const (
	least  = 0.32 // score of a place
	listed = 0.20 // of one that stands in a list with the best
	apart  = 0.93 // of one that does not
	most   = 12   // places of one mention
)

// likely is a toponym that may be a place, with its score.
type likely struct {
	toponym int
	score   float64
}

// choose gives the toponyms of the likeliest places, each place once and none that holds a finer one, in the order of the text. least is the score that one
// needs after those chosen.
func (v *view) choose(all []likely, least func(chosen []int, t int) float64) []int {
	slices.SortFunc(all, func(a, b likely) int { return cmp.Or(cmp.Compare(b.score, a.score), a.toponym-b.toponym) })
	chosen := v.pick(all, false, least)
	if chosen == nil {
		chosen = v.pick(all, true, least) // where somebody speaks is a place of what he tells only if no other is
	}
	slices.Sort(chosen)
	return chosen
}

// pick gives the toponyms that are likely enough, the likeliest first: those in the naming of sources, or the others.
func (v *view) pick(all []likely, sources bool, least func(chosen []int, t int) float64) (chosen []int) {
	for _, o := range all {
		if v.source[o.toponym] == sources && len(chosen) < most && o.score >= least(chosen, o.toponym) && !v.told(chosen, o.toponym) {
			chosen = append(chosen, o.toponym)
		}
	}
	return chosen
}

// threshold is the score that a toponym needs after those chosen.
func (v *view) threshold(chosen []int, t int) float64 {
	switch {
	case len(chosen) == 0:
		return least
	case v.sentence[t] == v.sentence[chosen[0]] && v.conjunct(v.head[t]) == v.conjunct(v.head[chosen[0]]):
		return listed
	}
	return apart
}

// conjunct is the first of the things that a token is listed with.
func (v *view) conjunct(token int) int {
	for n := 0; n < 30 && v.Tokens[token].Head >= 0 && sitrep.Is(v.Tokens[token].Deprel, "conj", "appos"); n++ {
		token = v.Tokens[token].Head
	}
	return token
}

// sameSpot tells whether two toponyms are one name, once for the place itself and once for what lies near it or in it.
func (v *view) sameSpot(a, b int) bool {
	p, q := &v.Toponyms[a].Place, &v.Toponyms[b].Place
	return p.Located && q.Located && p.Lat == q.Lat && p.Lon == q.Lon && strings.EqualFold(plainName(p.Name), plainName(q.Name))
}

// told tells whether a toponym says no more than those chosen.
func (v *view) told(chosen []int, t int) bool {
	for _, c := range chosen {
		if v.place[c] == v.place[t] || v.sameSpot(c, t) || v.covers(c, t) || v.covers(t, c) {
			return true
		}
	}
	return false
}
