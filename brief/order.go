package brief

import (
	"cmp"
	"math"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// order puts incidents by importance: deadly ones, new ones and those of several origins first; ties by day, the latest first, and id.
func (m *maker) order(list []casebook.Sketch) {
	slices.SortStableFunc(list, func(a, b casebook.Sketch) int {
		return cmp.Or(cmp.Compare(m.weight(&b), m.weight(&a)), b.From.First().Compare(a.From.First()), cmp.Compare(a.ID, b.ID))
	})
}

// weight is how important an incident is. Ten times the dead count as two further origins do.
func (m *maker) weight(i *casebook.Sketch) float64 {
	w := math.Log10(1+float64(i.Dead)) + 0.5*float64(min(i.Origins, 5))
	if m.isNew(i) {
		w += 2
	}
	if i.Grade == sitrep.Discounted {
		w -= 10
	}
	return w
}

// isNew tells whether an incident was first told in the period, or some report tells it as news.
func (m *maker) isNew(i *casebook.Sketch) bool {
	return i.News && !i.Last.Before(m.o.From.First())
}
