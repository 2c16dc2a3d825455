package reconcile

import (
	"encoding/json"
	"slices"

	"sitrep"
)

// judgements are what people said about which events are one incident.
type judgements struct {
	ops    []judgement               // the last first
	naming map[sitrep.EventKey][]int // the numbers of those that name an event, in order
}

// judgement is a merge or a split: the events that are one incident, and for a split those from which they are parted, none for all others.
type judgement struct {
	merge  bool
	events map[sitrep.EventKey]bool
	rest   map[sitrep.EventKey]bool
}

// bond is what people say of two events.
type bond int

const (
	unsaid bond = iota
	together
	apart
)

// judgementsOf reads the merges and splits that stand. The Value of a split may list the events that stay behind, as JSON [{"report", "event"}]: then others
// may join either side.
func judgementsOf(cs []sitrep.Correction) *judgements {
	j := &judgements{naming: map[sitrep.EventKey][]int{}}
	for _, c := range slices.Backward(Standing(cs)) {
		if c.Op != sitrep.MergeOp && c.Op != sitrep.SplitOp || c.Orphan {
			continue
		}
		one := judgement{merge: c.Op == sitrep.MergeOp, events: keySet(c.Events)}
		var rest []sitrep.EventKey
		if c.Value != "" && json.Unmarshal([]byte(c.Value), &rest) == nil {
			one.rest = keySet(rest)
		}
		j.ops = append(j.ops, one)
		for _, k := range slices.Concat(c.Events, rest) {
			j.naming[k] = append(j.naming[k], len(j.ops)-1)
		}
	}
	return j
}

func keySet(keys []sitrep.EventKey) map[sitrep.EventKey]bool {
	set := map[sitrep.EventKey]bool{}
	for _, k := range keys {
		set[k] = true
	}
	return set
}

func (j *judgements) has(k sitrep.EventKey) bool { return len(j.naming[k]) > 0 }

// of is what people say of two events: the last word counts.
func (j *judgements) of(a, b sitrep.EventKey) bond {
	for _, n := range inOrder(j.naming[a], j.naming[b]) {
		op := &j.ops[n]
		inA, inB := op.events[a], op.events[b]
		switch {
		case inA && inB:
			return together
		case op.merge || inA == inB:
		case len(op.rest) == 0 || inA && op.rest[b] || inB && op.rest[a]:
			return apart
		}
	}
	return unsaid
}

// inOrder is two lists of numbers as one, in order.
func inOrder(a, b []int) []int {
	if len(a) == 0 || len(b) == 0 {
		return append(a[:len(a):len(a)], b...)
	}
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// partners are the events that people said are one incident with this one.
func (j *judgements) partners(k sitrep.EventKey) []sitrep.EventKey {
	var out []sitrep.EventKey
	for _, n := range j.naming[k] {
		op := &j.ops[n]
		if !op.events[k] {
			continue
		}
		for o := range op.events {
			if o != k && j.of(k, o) == together {
				out = append(out, o)
			}
		}
	}
	slices.SortFunc(out, compareKeys)
	return slices.Compact(out)
}
