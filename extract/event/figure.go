package event

import (
	"slices"

	"sitrep"
)

// lately is how many sentences after an event was told of a figure may stand that is put to it for want of an event of its own.
const lately = 2

// counts tells whether an event has a figure of people harmed: one that is lost with it harms somebody.
func (s *standing) counts() bool {
	return slices.ContainsFunc(s.event.Tolls, func(t sitrep.Toll) bool { return t.Count > 1 && t.Relation != sitrep.PartToll })
}

// lastTold is the event of violence that was told of last before a group that cannot stand alone, and may be what it tells of: "put the death toll at
// 30" after an airstrike; nil for none.
func (v *view) lastTold(all []*standing, s *standing) *standing {
	var best *standing
	least := lately + 1
	for _, o := range all {
		if s.family != "violence" || o.family != s.family || o.event.Kind == sitrep.War || apart(&o.event.When, &s.event.When) {
			continue
		}
		for _, i := range o.members {
			if d := v.sentence[s.members[0]] - v.sentence[i]; d >= 0 && d < least {
				best, least = o, d
			}
		}
	}
	return best
}
