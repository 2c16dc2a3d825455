package compare

import (
	"slices"

	"sitrep"
	"sitrep/reference"
)

// scopes say what of ours is of no sort that a dataset has: that it lacks it says nothing.
var scopes = map[reference.Dataset]string{
	reference.UCDP:    "in which nobody is told to have been killed by force: UCDP GED has fatal events only",
	reference.ACLED:   "of a kind that has no event type there (talks, demands, aid, sanctions, trials, wars)",
	reference.Airwars: "in which no civilian, and nobody unknown, is told to have been killed or wounded",
}

// acledKinds are our kinds that have an event type.
var acledKinds = append([]sitrep.Kind{sitrep.Protest, sitrep.Ceasefire, sitrep.Agreement, sitrep.Arrest, sitrep.Deployment, sitrep.Withdrawal, sitrep.Release}, reference.Violent...)

// inScope tells whether an incident is of a sort that a dataset has.
func inScope(d reference.Dataset, o *Ours) bool {
	switch d {
	case reference.UCDP:
		return violent(o.Kind) && o.killed()
	case reference.ACLED:
		return slices.Contains(acledKinds, o.Kind)
	}
	if !violent(o.Kind) {
		return false
	}
	return slices.ContainsFunc(o.Tally, func(l Line) bool {
		return (l.Harm == sitrep.Killed || l.Harm == sitrep.Wounded || l.Harm == sitrep.Casualties) && l.Civilian != sitrep.False && (l.Side == "" || l.Civilian == sitrep.True)
	})
}
