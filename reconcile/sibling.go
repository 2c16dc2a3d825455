package reconcile

import "sitrep"

// What stands against two events of one report: its reader has made one event already of most of what it tells twice. A deed of violence that it left in two all the same is told in more
// words than talks are, and other reports mostly know of one; what a report counts apart is apart.
const (
	sameReport   = -5.5
	sameViolence = -5.0
	countedApart = -7.0
)

// compareSiblings compares two events by their being told by one report.
func compareSiblings(p, q *profile) evidence {
	switch {
	case again(p, q) || again(q, p):
		return evidence{0.5, "the same report speaks of it again"}
	case countsApart(p, q):
		return evidence{countedApart, "counted apart by one report"}
	case familiesOf(p.kind)[0] == violence && familiesOf(q.kind)[0] == violence:
		return evidence{sameViolence, "told apart by one report"}
	}
	return evidence{sameReport, "told apart by one report"}
}

// again tells whether p is no more than a mention of a kind of which the same report tells more in q: "the shelling", with no day, toll or news of its own.
func again(p, q *profile) bool { return p.kind == q.kind && p.bareMention() && q.t.Event.News }

// bareMention tells whether a deed of violence is only named.
func (p *profile) bareMention() bool {
	e := &p.t.Event
	return violent(p.kind) && !e.News && !p.when.known && len(e.Tolls) == 0 && e.Status != sitrep.Planned && len(p.words) <= 3
}

// countsApart tells whether one speaker gives each of two events a number of its own: "ten died in the market, 21 in the suburb".
func countsApart(p, q *profile) bool {
	for i := range p.t.Event.Tolls {
		for j := range q.t.Event.Tolls {
			x, y := &p.t.Event.Tolls[i], &q.t.Event.Tolls[j]
			if x.Harm == y.Harm && x.Count != y.Count && x.Qualifier != sitrep.Vague && y.Qualifier != sitrep.Vague && tollSpeaker(p.t, x).key == tollSpeaker(q.t, y).key {
				return true
			}
		}
	}
	return false
}
