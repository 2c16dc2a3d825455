package desk

import (
	"slices"

	"sitrep"
)

// judgements are what somebody has said already, and is not asked again.
type judgements struct {
	events  map[string][]sitrep.Correction           // accepted or rejected events, by report
	joins   map[sitrep.EventKey][]*sitrep.Correction // merges and splits, by the events that they name
	reports []string                                 // that any of these names, in order
}

func judgementsOf(standing []sitrep.Correction) judgements {
	j := judgements{map[string][]sitrep.Correction{}, map[sitrep.EventKey][]*sitrep.Correction{}, nil}
	for i := range standing {
		c := &standing[i]
		switch c.Op {
		case sitrep.MergeOp, sitrep.SplitOp:
			for _, k := range append(slices.Clone(c.Events), restOf(c)...) {
				j.joins[k] = append(j.joins[k], c)
				j.reports = append(j.reports, k.Report)
			}
		case sitrep.AcceptOp, sitrep.RejectOp:
			if c.Field == eventField {
				j.events[c.Anchor.Report] = append(j.events[c.Anchor.Report], *c)
				j.reports = append(j.reports, c.Anchor.Report)
			}
		}
	}
	slices.Sort(j.reports)
	j.reports = slices.Compact(j.reports)
	return j
}

// parted tells whether somebody has said of two events that they are one incident, or two.
func (j *judgements) parted(a, b sitrep.EventKey) bool {
	return slices.ContainsFunc(j.joins[a], func(c *sitrep.Correction) bool { return slices.Contains(j.joins[b], c) })
}

// judged tells whether somebody has judged an event as a whole.
func (j *judgements) judged(t *sitrep.Telling) bool {
	return slices.ContainsFunc(j.events[t.Key.Report], func(c sitrep.Correction) bool { return c.Anchor.Span == t.Event.Trigger })
}
