package reconcile

import (
	"slices"

	"sitrep"
)

// gradeOf says how well an incident is borne out: contested where it is disputed whether it was or who did it, admitted where the accused says so in quoted
// words and nobody else is accused, else by the number of its origins.
func gradeOf(in *sitrep.Incident, group []*profile) sitrep.Grade {
	doers := doersOf(in)
	admits := slices.ContainsFunc(doers, func(side string) bool { return admitted(group, side) })
	switch {
	case in.Status == sitrep.Disputed && !admits, len(doers) > 1, denied(in) && !admits:
		return sitrep.Contested
	case admits:
		return sitrep.Admitted
	case len(in.Origins) > 1:
		return sitrep.SeveralOrigins
	}
	return sitrep.SingleOrigin
}

// doersOf are the sides that are said to have done it, each once; a doer without a side counts only where there is no other: it may be any of them.
func doersOf(in *sitrep.Incident) []string {
	var out []string
	for i := range in.Actors {
		if a := &in.Actors[i]; a.Role == sitrep.Initiator && a.Side != "" && !slices.Contains(out, a.Side) {
			out = append(out, a.Side)
		}
	}
	slices.Sort(out)
	return out
}

func denied(in *sitrep.Incident) bool {
	return slices.ContainsFunc(in.Actors, func(a sitrep.IncidentActor) bool { return len(a.DeniedBy) > 0 })
}

// admitted tells whether a side owns up to the deed in quoted words.
func admitted(group []*profile, side string) bool {
	for _, p := range group {
		for i := range p.t.Event.Actors {
			a := &p.t.Event.Actors[i]
			if a.Role != sitrep.Initiator || a.Side != side || a.Confidence != sitrep.ClaimedByDoer {
				continue
			}
			for _, id := range a.AccordingTo {
				if c := claim(p.t, id); c != nil && c.Side == side && c.Mode == sitrep.QuoteMode {
					return true
				}
			}
		}
	}
	return false
}
