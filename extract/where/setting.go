package where

import (
	_ "embed"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed setting.bin
var settingBin []byte

var learnedSettings = sync.OnceValue(func() *maxent.Model { return decode(settingBin) })

// Setter is the step of reading that chooses the places of whole events, from what all mentions of each say of where it was.
type Setter struct{ model *maxent.Model }

// NewSetter makes the step.
func NewSetter() *Setter { return NewSetterWith(learnedSettings()) }

// NewSetterWith makes the step with another model than the one that is built in.
func NewSetterWith(m *maxent.Model) *Setter { return &Setter{m} }

// Name is "setting".
func (*Setter) Name() string { return "setting" }

// Read sets the places of the events of a story.
func (x *Setter) Read(s *sitrep.Story) error {
	if len(s.Toponyms) > 0 && len(s.Events) > 0 {
		Set(s, x.model)
	}
	return nil
}

// Setting is a place that may be where an event was, with what speaks for and against it: what model/train/where learns from.
type Setting struct {
	Event, Toponym int // the toponym that the likeliest mention has for the place
	maxent.Vector
	score     float64
	best, sum float64 // of the scores of its mentions
	firsts    int     // for how many of them it is the likeliest
	beside    bool    // it stands in the sentence of one of them
}

// Settings are the places that may be where the events of a story were.
func Settings(s *sitrep.Story) []Setting {
	var all []Setting
	b := newBoard(s)
	for e := range s.Events {
		all = append(all, b.settings(e, &room{})...)
	}
	return all
}

// Set sets the places of the events of a story by a model that chooses among the settings of each.
func Set(s *sitrep.Story, model *maxent.Model) {
	b := newBoard(s)
	var in room
	var vectors []maxent.Vector
	for e := range s.Events {
		if over := b.theatre(&s.Events[e]); len(over) > 0 {
			s.Events[e].Places = b.of(over)
			continue
		}
		all := b.settings(e, &in)
		vectors = long(vectors, len(all))
		for i := range all {
			vectors[i] = all[i].Vector
		}
		for i, p := range model.Choose(vectors, nil) {
			all[i].score = p
		}
		s.Events[e].Places = b.places(all)
	}
}

// What a place of an event must score, the best of the cross-validation over the answers.
const (
	leastFirst  = 0.20 // the likeliest: half of a place is right where only its country is
	leastListed = 0.10 // one that stands in a list with it
	leastApart  = 0.40
)

// places are those of the likeliest settings, each place once and none that holds a finer one, in the order of the text.
func (b *board) places(all []Setting) []sitrep.Place {
	var found []likely
	for i := range all {
		if o := &all[i]; o.score >= min(leastFirst, leastListed, leastApart) && !b.doer(o) {
			found = append(found, likely{o.Toponym, o.score})
		}
	}
	return b.of(b.choose(found, b.least))
}

// of are the places that toponyms name.
func (b *board) of(toponyms []int) (places []sitrep.Place) {
	for _, t := range toponyms {
		p := b.Toponyms[t].Place
		if n := b.Toponyms[t].Noun; n != "" {
			p.Name = n // "Salvadoran" names no place itself
		}
		places = append(places, p)
	}
	return places
}

// doer tells whether a place is but the adjective of whoever did it away from home: Russian forces that shell a Ukrainian town, an American air strike in
// a report on Iraq.
func (b *board) doer(o *Setting) bool {
	t := &b.Toponyms[o.Toponym]
	sides := b.parts[o.Event]
	if !t.Adjectival || partOf(sides, &t.Place) != "initiator" {
		return false
	}
	home := t.Place.Countries[0]
	for side, part := range sides {
		if part == "target" && side != home && b.weight[side] > 0 {
			return true
		}
	}
	return home != b.country
}

// least is the score that a toponym needs after those chosen.
func (b *board) least(chosen []int, t int) float64 {
	switch {
	case len(chosen) == 0:
		return leastFirst
	case b.listed(t, chosen[0]):
		return leastListed
	}
	return leastApart
}

// listed tells whether two toponyms stand in one list.
func (v *view) listed(a, b int) bool {
	if v.sentence[a] != v.sentence[b] {
		return false
	}
	return v.conjunct(v.head[a]) == v.conjunct(v.head[b]) || v.joined(min(a, b), max(a, b))
}

// joined tells whether nothing stands between two toponyms but commas, "and" and other names of the list.
func (v *view) joined(a, b int) bool {
	at := v.Toponyms[a].Last
	for i := a + 1; i <= b; i++ {
		for ; at < v.Toponyms[i].First; at++ {
			if f := v.Tokens[at].Reading(); f != "," && f != "and" && f != "the" && f != "in" {
				return false
			}
		}
		at = max(at, v.Toponyms[i].Last)
	}
	return true
}
