package filter

import "sitrep"

// The parameters, as addresses have them.
const (
	From, To, Place, Near, Box, Country = "from", "to", "place", "near", "box", "country"
	Kind, Side, Actor, Outlet, Source   = "kind", "side", "actor", "outlet", "source"
	Stance, Harm, Grade, Status, Text   = "stance", "harm", "grade", "status", "q"
	New, Disputed, Toll                 = "new", "disputed", "toll"
	Order, After, Report, Incident      = "order", "after", "report", "incident"
	Since                               = "since" // changed since then
)

// Stances are all stances of claims.
func Stances() []sitrep.Stance {
	return []sitrep.Stance{sitrep.Assert, sitrep.Deny, sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Threaten, sitrep.Condemn, sitrep.Warn}
}

// Harms are all harms of tolls.
func Harms() []sitrep.Harm {
	return []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced}
}

// Statuses are all statuses of events.
func Statuses() []sitrep.Status {
	return []sitrep.Status{sitrep.Happened, sitrep.Ongoing, sitrep.Planned, sitrep.Disputed}
}
