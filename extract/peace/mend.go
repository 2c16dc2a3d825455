package peace

import (
	"slices"

	"sitrep"
)

// mend puts right which words tell of which truce, where the words themselves say it. It tells whether anything changed.
func (v *view) mend() bool {
	changed := false
	for k := range v.Events {
		if v.isTruce(k) {
			changed = v.deny(k) || changed
			changed = v.separate(k) || changed
		}
	}
	var kept []sitrep.Event
	for k := range v.Events {
		into := -1
		if v.isTruce(k) {
			into = v.sameAs(k)
		}
		if into < 0 {
			kept = append(kept, v.Events[k])
			continue
		}
		for i := range kept {
			if kept[i].Trigger == v.Events[into].Trigger {
				v.setMentions(&kept[i], slices.Concat(kept[i].MentionsOf, v.Events[k].MentionsOf))
				changed = true
			}
		}
	}
	v.Events = kept
	return changed
}

// deny takes from a truce the words that say something is none: "it was not a ceasefire".
func (v *view) deny(k int) bool {
	return v.take(k, func(t int) bool { return v.truce(t) && v.Tree.Child(t, "cop") >= 0 && v.helpers(t) == negated }) != nil
}

// separate makes earlier truces an event of their own where they stand among the words for the present one.
func (v *view) separate(k int) bool {
	if !slices.ContainsFunc(v.Events[k].MentionsOf, func(i int) bool { return v.ofThis(v.Mentions[i].Trigger) }) {
		return false
	}
	members := v.take(k, v.ofAnother)
	if members == nil {
		return false
	}
	e := sitrep.Event{Kind: sitrep.Ceasefire, Status: sitrep.Happened, Score: v.Events[k].Score, Trigger: v.Mentions[members[0]].TriggerSpan}
	v.setMentions(&e, members)
	for _, i := range members {
		m := &v.Mentions[i]
		e.Actors = append(e.Actors, m.Actors...)
		if e.When.IsZero() && v.near(m) {
			e.When = m.When
		}
	}
	e.Actors = sitrep.JoinActors(e.Actors)
	v.Events = append(v.Events, e)
	return true
}

// near tells whether an expression of time in its own sentence dates a mention.
func (v *view) near(m *sitrep.EventMention) bool {
	return slices.ContainsFunc(m.Timexes, func(i int) bool {
		return v.Tree.Sentence(v.Timexes[i].First) == v.Tree.Sentence(m.Trigger)
	})
}

// ofAnother tells whether a trigger, or the subject of one, is an earlier truce.
func (v *view) ofAnother(t int) bool {
	t = v.noun(t)
	return v.truce(t) && v.another(t)
}

// ofThis tells whether a trigger, or the subject of one, is a truce and not an earlier one.
func (v *view) ofThis(t int) bool {
	t = v.noun(t)
	return v.truce(t) && !v.another(t)
}

// noun is a trigger, or its subject where it has one.
func (v *view) noun(t int) int {
	if s := v.Tree.Child(t, "nsubj"); s >= 0 && !v.truce(t) {
		return s
	}
	return t
}

// take takes from an event the mentions whose triggers are of a sort, as long as others are left.
func (v *view) take(k int, of func(int) bool) (taken []int) {
	e := &v.Events[k]
	var left []int
	for _, i := range e.MentionsOf {
		if of(v.Mentions[i].Trigger) {
			taken = append(taken, i)
		} else {
			left = append(left, i)
		}
	}
	if len(left) == 0 || len(taken) == 0 {
		return nil
	}
	v.setMentions(e, left)
	return taken
}

func (v *view) setMentions(e *sitrep.Event, members []int) {
	slices.Sort(members)
	e.MentionsOf, e.Mentions = members, nil
	for _, i := range members {
		e.Mentions = append(e.Mentions, v.Mentions[i].Span)
	}
	if !slices.ContainsFunc(members, func(i int) bool { return v.Mentions[i].TriggerSpan == e.Trigger }) {
		e.Trigger = v.Mentions[members[0]].TriggerSpan
	}
}

// sameAs is the truce that another one is no more than a telling of: its words are what the parties are to do, or "the truce" without a day of its
// own; -1 for none.
func (v *view) sameAs(k int) int {
	e := &v.Events[k]
	first, duty, known := v.Mentions[e.MentionsOf[0]].Trigger, true, e.When.IsZero()
	for _, i := range e.MentionsOf {
		t := v.Mentions[i].Trigger
		duty = duty && v.Tokens[t].UPOS == "VERB" && v.helpers(t) == future && v.infinitive(t)
		known = known && v.truce(t) && v.definite(t) && v.Tree.Child(t, "amod", "acl", "nmod", "compound") < 0
	}
	if duty {
		return v.lastNamed(first, 2, func(o int) bool { return o < k && v.isTruce(o) })
	}
	if !known {
		return -1
	}
	into := -1
	for o := range v.Events[:k] {
		if v.isTruce(o) && v.Mentions[v.Events[o].MentionsOf[0]].Trigger < first {
			if into >= 0 {
				return -1
			}
			into = o
		}
	}
	return into
}
