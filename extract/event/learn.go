package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Join is a mention and a group told of before it, with what speaks for and against one happening: what model/train/event learns from.
type Join struct {
	Mention int
	Members []int
	at      int
	maxent.Vector
}

// Joins are the comparisons that are made when the mentions of a story are grouped as given: of is the number of the happening of each mention,
// each below zero one of its own.
func Joins(s *sitrep.Story, of []int) []Join {
	return compared(newView(s), func(i int, all []*group, _ []Join) int {
		for k := len(all) - 1; k >= 0; k-- {
			if of[i] >= 0 && of[all[k].members[0]] == of[i] {
				return k
			}
		}
		return -1
	})
}

// JoinsBy are the comparisons that are made when a model groups the mentions.
func JoinsBy(s *sitrep.Story, joins *maxent.Model) []Join {
	return compared(newView(s), func(i int, all []*group, told []Join) int {
		top, at := joinAt, -1
		for n := range told {
			if p := joins.Of("same", &told[n].Vector); p > top {
				top, at = p, told[n].at
			}
		}
		return at
	})
}

// compared are the comparisons of each mention with the groups before it, when to puts each to one of them, or to none.
func compared(v *view, to func(i int, all []*group, told []Join) int) []Join {
	var all []*group
	var out []Join
	for i := range v.Mentions {
		first := len(out)
		for k := max(0, len(all)-most); k < len(all); k++ {
			if barred(v, i, all[k]) {
				continue
			}
			j := Join{Mention: i, Members: append([]int{}, all[k].members...), at: k}
			v.compare(i, all, k, &j.Vector)
			out = append(out, j)
		}
		all = put(v, all, to(i, all, out[first:]), i)
	}
	return out
}

// Described is an event with what is decided on: whether it is one, whether it is new, and how real it is.
type Described struct {
	sitrep.Event
	maxent.Vector
}

// Describe groups the mentions of a story by a model of joins and describes the events.
func Describe(s *sitrep.Story, joins *maxent.Model) []Described {
	v, m := newView(s), Models{Join: joins}
	var out []Described
	all := m.groups(v)
	c := companyOf(all)
	for _, g := range all {
		d := Described{Event: build(v, g.members)}
		v.describe(&d.Event, &d.Vector)
		c.describe(g, &d.Vector)
		out = append(out, d)
	}
	return out
}
