package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Pair is two mentions that may tell of one happening, with what speaks for and against it: what model/train/event learns from.
type Pair struct {
	I, J int
	maxent.Vector
}

// Pairs are the pairs of mentions of a story that are compared.
func Pairs(s *sitrep.Story) []Pair {
	v := newView(s)
	var out []Pair
	for j := range s.Mentions {
		for i := max(0, j-most); i < j; i++ {
			if !barred(v, i, j) {
				p := Pair{I: i, J: j}
				v.pair(i, j, &p.Vector)
				out = append(out, p)
			}
		}
	}
	return out
}

// Described is an event with what is decided on: whether it is one, whether it is new, and how real it is.
type Described struct {
	sitrep.Event
	maxent.Vector
}

// Describe joins the mentions of a story by a model of pairs and describes the events.
func Describe(s *sitrep.Story, pairs *maxent.Model) []Described {
	v, m := newView(s), models{pairs: pairs}
	var out []Described
	for _, members := range m.clusters(v) {
		d := Described{Event: build(v, members)}
		v.describe(&d.Event, &d.Vector)
		out = append(out, d)
	}
	return out
}
