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
				to.take(s)
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

// leastSum is from which number on the parts of a figure that add up to one told elsewhere hardly do so by chance.
const leastSum = 4

// summed tells whether of two groups one tells a figure and the other, in one row, the parts that add up to it: a report that says "four people were killed"
// and later "one officer and three militants were killed" tells of one happening.
func summed(to, s *standing) bool {
	return addsUp(&to.event, &s.event) || addsUp(&s.event, &to.event)
}

// addsUp tells whether the people of one harm that an event has, all told in one row, make up a figure of another one.
func addsUp(whole, parts *sitrep.Event) bool {
	if !SameFamily(whole.Kind, parts.Kind) || apart(&whole.When, &parts.When) {
		return false
	}
	return slices.ContainsFunc(whole.Tolls, func(t sitrep.Toll) bool {
		return t.Count >= leastSum && t.OneNumber() && t.Relation != sitrep.PartToll && t.Count == rowOf(parts.Tolls, t.Harm)
	})
}

// rowOf is how many people a row of at least two groups comes to, where one word of harm tells all that suffered it; else 0.
func rowOf(tolls []sitrep.Toll, harm sitrep.Harm) int {
	sum, groups, word := 0, 0, -1
	for i := range tolls {
		t := &tolls[i]
		if t.Harm != harm || t.Relation == sitrep.PartToll {
			continue
		}
		if !t.OneNumber() || groups > 0 && t.HarmToken != word {
			return 0
		}
		sum, groups, word = sum+t.Count, groups+1, t.HarmToken
	}
	if groups < 2 {
		return 0
	}
	return sum
}
