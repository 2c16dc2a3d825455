package event

import (
	"slices"

	"sitrep"
)

// tellingFigure is from which number on a figure told twice hardly counts two happenings of one time.
const tellingFigure = 10

// figure is what two tolls that may be one have in common.
type figure struct {
	harm      sitrep.Harm
	count, to int
}

// retold joins groups of which the same large figure is told, for people who may be the same and at times that do not differ: a report that says
// "40 people were killed" of a blast and again of explosions that day tells of one happening.
func (v *view) retold(all []*standing) {
	first := map[figure]*standing{}
	for _, s := range all {
		for i := range s.event.Tolls {
			t := &s.event.Tolls[i]
			if s.joined || t.Count < tellingFigure || t.Qualifier == sitrep.Vague {
				continue
			}
			f := figure{t.Harm, t.Count, t.CountTo}
			switch to := first[f]; {
			case to == nil:
				first[f] = s
			case to != s && !to.joined && retells(to, s, t):
				to.members, to.stale, s.joined = append(to.members, s.members...), true, true
				slices.Sort(to.members)
			}
		}
	}
}

// retells tells whether a toll of one group may be told by another, too.
func retells(to, s *standing, t *sitrep.Toll) bool {
	if !SameFamily(to.event.Kind, s.event.Kind) || apart(&to.event.When, &s.event.When) {
		return false
	}
	return slices.ContainsFunc(to.event.Tolls, func(o sitrep.Toll) bool { return o.Same(t) })
}

// apart tells whether two times differ by more than a day.
func apart(a, b *sitrep.Interval) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	from, to := bounds(*a)
	other, end := bounds(*b)
	return max(other-to, from-end) > 1
}
