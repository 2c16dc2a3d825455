package brief

import (
	"cmp"
	"math"
	"slices"

	"sitrep"
)

// order puts incidents by importance: deadly ones, new ones and those of several origins first; ties by day, the latest first, and id.
func (m *maker) order(list []sitrep.Incident) {
	slices.SortStableFunc(list, func(a, b sitrep.Incident) int {
		return cmp.Or(cmp.Compare(m.weight(&b), m.weight(&a)), b.When.From.First().Compare(a.When.From.First()), cmp.Compare(a.ID, b.ID))
	})
}

// weight is how important an incident is. Ten times the dead count as two further origins do.
func (m *maker) weight(i *sitrep.Incident) float64 {
	w := math.Log10(1+float64(dead(i))) + 0.5*float64(min(len(i.Origins), 5))
	if m.isNew(i) {
		w += 2
	}
	if i.Grade == sitrep.Discounted {
		w -= 10
	}
	return w
}

// dead is the greatest best figure of killed: lines are not added, since they may count the same people.
func dead(i *sitrep.Incident) (n int) {
	for _, t := range i.Tally {
		if t.Harm == sitrep.Killed || t.Harm == sitrep.Casualties {
			n = max(n, t.Best)
		}
	}
	return n
}

// isNew tells whether an incident was first told in the period, or some report tells it as news.
func (m *maker) isNew(i *sitrep.Incident) bool {
	return i.News && !i.LastPublished.Before(m.o.From.First())
}
