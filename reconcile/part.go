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
	sides, whole := p.anySide(), q.anySide()
	return len(sides) == 0 || len(whole) == 0 || meet(sides, whole)
}

// wholes tells whether something of the second kind can be made up of things of the first.
func wholes(part, whole sitrep.Kind) bool {
	switch whole {
	case sitrep.War:
		return true
	case sitrep.Battle, sitrep.Airstrike, sitrep.Shelling, sitrep.Attack:
		return violent(part) && part != sitrep.Abduction
	case sitrep.Displacement:
		return part == sitrep.Displacement
	}
	return false
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

// soon is how many days after talks a truce can come from them, and a breach after a truce.
const soon = 45

// followsFrom tells whether p came from q: a truce or a deal from talks, a breach or the next round from what came before.
func followsFrom(p, q *profile) bool {
	if !p.when.known || !q.when.known || p.when.first < q.when.first || p.when.first-q.when.last > soon || p.t.Key == q.t.Key {
		return false
	}
	switch {
	case p.kind == sitrep.Ceasefire && q.kind == sitrep.Talks, p.kind == sitrep.Agreement && q.kind == sitrep.Talks,
		p.kind == sitrep.Violation && q.kind == sitrep.Ceasefire, p.kind == sitrep.Release && q.kind == sitrep.Agreement,
		p.kind == sitrep.Withdrawal && (q.kind == sitrep.Ceasefire || q.kind == sitrep.Agreement):
	default:
		return false
	}
	return sharedSides(p.anySide(), q.anySide()) > 1
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
