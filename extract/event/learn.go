package event

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Join is a mention and a group told of before it, with what speaks for and against one happening: what model/train/event learns from.
type Join struct {
	Mention int
	Members []int
	maxent.Vector
}

// Joins are the comparisons that are made when the mentions of a story are grouped as given: of is the number of the happening of each mention,
// each below zero one of its own.
func Joins(s *sitrep.Story, of []int) []Join {
	v := newView(s)
	var all []*group
	var out []Join
	for i := range s.Mentions {
		to := -1
		for k := max(0, len(all)-most); k < len(all); k++ {
			if barred(v, i, all[k]) {
				continue
			}
			j := Join{Mention: i, Members: append([]int{}, all[k].members...)}
			v.compare(i, all, k, &j.Vector)
			out = append(out, j)
		}
		for k := range all {
			if of[i] >= 0 && of[all[k].members[0]] == of[i] {
				to = k
			}
		}
		all = put(v, all, to, i)
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
	v, m := newView(s), models{joins: joins}
	var out []Described
	for _, g := range m.groups(v) {
		d := Described{Event: build(v, g.members)}
		v.describe(&d.Event, &d.Vector)
		out = append(out, d)
	}
	return out
}

// Entered are the events of a story by models of joins and of worth.
func Entered(s *sitrep.Story, joins, worths *maxent.Model) []sitrep.Event {
	m := models{joins: joins, worths: worths}
	var out []sitrep.Event
	for _, e := range m.events(newView(s)) {
		out = append(out, e.event)
	}
	return out
}
