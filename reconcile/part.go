package reconcile

import "sitrep"

// related tells whether one of two tellings is a part of the other, or follows from it.
func related(p, q *profile) (sitrep.Verdict, bool) {
	if v, ok := relate(p, q); ok {
		return v, true
	}
	return relate(q, p)
}

// relate tells how p stands to q.
func relate(p, q *profile) (sitrep.Verdict, bool) {
	v := sitrep.Verdict{A: p.t.Key, B: q.t.Key, By: "rule"}
	switch {
	case isPart(p, q):
		v.Relation, v.Score = sitrep.PartOf, 0.7
		v.Reasons = []string{"the " + string(p.kind) + " lies in the time and place of the " + string(q.kind)}
	case followsFrom(p, q):
		v.Relation, v.Score = sitrep.Follows, 0.6
		v.Reasons = []string{"the " + string(p.kind) + " comes after the " + string(q.kind) + " of the same sides"}
	default:
		return v, false
	}
	return v, true
}

// isPart tells whether p is a part of q: a deed in a war, a day's strike in a battle, a stage of an evacuation.
func isPart(p, q *profile) bool {
	if !wholes(p.kind, q.kind) || !p.when.known || !q.when.known || !q.when.holds(p.when) || q.when.length() <= p.when.length() && !q.when.open {
		return false
	}
	if !within(p, q) {
		return false
	}
	if oneSided(q.kind) {
		return meet(p.sides[sitrep.Initiator], q.sides[sitrep.Initiator])
	}
	sides, whole := p.anySide(), q.anySide()
	return len(sides) == 0 || len(whole) == 0 || meet(sides, whole)
}

// wholes tells whether something of the second kind can be made up of things of the first.
func wholes(part, whole sitrep.Kind) bool {
	switch whole {
	case sitrep.War:
		return true
	case sitrep.Battle:
		return violent(part) && part != sitrep.Abduction
	}
	return part == whole && (oneSided(whole) || whole == sitrep.Displacement)
}

// oneSided tells whether a kind is the deed of one side. A strike belongs to somebody's campaign only if it is told as his: else it would be laid at his door.
func oneSided(k sitrep.Kind) bool {
	return k == sitrep.Airstrike || k == sitrep.Shelling || k == sitrep.Attack || k == sitrep.Bombing
}

// within tells whether a place of p lies in a place of q.
func within(p, q *profile) bool {
	if len(p.spots) == 0 || len(q.spots) == 0 {
		return len(p.spots) == 0 && len(q.spots) == 0 && meet(p.anySide(), q.anySide())
	}
	for _, a := range p.spots {
		for _, b := range q.spots {
			if b.holds(a) {
				return true
			}
		}
	}
	return false
}

// holds tells whether b lies in a, or is it.
func (a spot) holds(b spot) bool {
	switch {
	case a.name == b.name:
		return true
	case a.fineness < b.fineness:
		return false
	case a.fineness == land:
		return meet(a.place.Countries, b.place.Countries)
	case !a.place.Located || !b.place.Located:
		return false
	case a.fineness == region:
		return kilometres(a, b) < 120
	}
	return kilometres(a, b) < 15
}

// soon is how many days after talks a truce can come from them, and a breach after a truce; sameRow how many may lie between two rounds of talks.
const (
	soon    = 45
	sameRow = 400
)

// followsFrom tells whether p came from q: a truce or a deal from talks, a breach from a truce, a round of talks from the round before.
func followsFrom(p, q *profile) bool {
	if p.t.Key.Report == q.t.Key.Report && p.t.Event.Violates != "" && p.t.Event.Violates == q.t.Key.Event {
		return true
	}
	if !p.when.known || !q.when.known || p.when.first < q.when.first || sharedSides(p.anySide(), q.anySide()) < 2 {
		return false
	}
	gap := p.when.first - q.when.last
	if p.kind == sitrep.Talks && q.kind == sitrep.Talks {
		return gap > 0 && gap <= sameRow
	}
	a, b := p.sides[sitrep.Mediator], q.sides[sitrep.Mediator]
	if len(a) > 0 && len(b) > 0 && !meet(a, b) {
		return false // other talks
	}
	return gap <= soon && stageOf(q.kind) >= 0 && stageOf(q.kind) < stageOf(p.kind) && p.when.last >= q.when.last
}

// stageOf orders the stages of making peace: talks, what they agree on, and what becomes of it; -1 for what is none.
func stageOf(k sitrep.Kind) int {
	switch k {
	case sitrep.Talks:
		return 0
	case sitrep.Ceasefire, sitrep.Agreement:
		return 1
	case sitrep.Violation, sitrep.Release, sitrep.Withdrawal:
		return 2
	}
	return -1
}

func sharedSides(a, b []string) int {
	n := 0
	for _, s := range a {
		for _, o := range b {
			if s == o {
				n++
			}
		}
	}
	return n
}
