package event

import (
	"math"

	"sitrep"
)

// fit says how two mentions stand to each other in one respect.
type fit string

const (
	unknown  fit = "unknown" // one of them does not tell
	same     fit = "same"
	near     fit = "near" // a day apart, or one within the other
	distinct fit = "distinct"
)

// days compares the times of two mentions.
func days(a, b sitrep.Interval) fit {
	if a.IsZero() || b.IsZero() || a.Basis == sitrep.Assumed || b.Basis == sitrep.Assumed {
		return unknown
	}
	if a.From == b.From && a.To == b.To {
		return same
	}
	aFrom, aTo := bounds(a)
	bFrom, bTo := bounds(b)
	switch gap := max(bFrom-aTo, aFrom-bTo); {
	case gap <= 0 && (aTo-aFrom > 40 || bTo-bFrom > 40):
		return unknown // inside a year says little
	case gap <= 0:
		return near
	case gap <= 1:
		return near
	}
	return distinct
}

// bounds are the first and the last day as numbers; an open end runs on for a day.
func bounds(i sitrep.Interval) (from, to int) {
	first, last := i.From, i.To
	if first.IsZero() {
		first = last
	}
	if last.IsZero() {
		last = first
	}
	return int(first.First().Unix() / 86400), int(last.Last().Unix() / 86400)
}

// places compares where two mentions say that it was: the best of all pairs.
func (v *view) places(a, b []int) fit {
	if len(a) == 0 || len(b) == 0 {
		return unknown
	}
	best := distinct
	for _, i := range a {
		for _, j := range b {
			switch f := place(&v.Toponyms[i].Place, &v.Toponyms[j].Place); {
			case f == same:
				return same
			case f == near || best == distinct && f == unknown:
				best = f
			}
		}
	}
	return best
}

// nearby is how far apart two names of one place may be, in kilometres.
const nearby = 15

func place(a, b *sitrep.Place) fit {
	if a.Name == b.Name {
		return same
	}
	if !a.Located || !b.Located {
		return unknown
	}
	if kilometres(a, b) < nearby && a.Precision == b.Precision {
		return same
	}
	if (a.Precision >= 3) != (b.Precision >= 3) && sharesCountry(a, b) {
		return near
	}
	if kilometres(a, b) < nearby {
		return near
	}
	return distinct
}

func sharesCountry(a, b *sitrep.Place) bool {
	for _, x := range a.Countries {
		for _, y := range b.Countries {
			if x == y {
				return true
			}
		}
	}
	return false
}

func kilometres(a, b *sitrep.Place) float64 {
	r := math.Pi / 180
	h := math.Pow(math.Sin(r*(b.Lat-a.Lat)/2), 2) + math.Cos(r*a.Lat)*math.Cos(r*b.Lat)*math.Pow(math.Sin(r*(b.Lon-a.Lon)/2), 2)
	return 12742 * math.Asin(math.Min(1, math.Sqrt(h)))
}

// roles compares who has one of the roles in two mentions.
func roles(a, b []sitrep.Actor, roles ...sitrep.Role) fit {
	var x, y []*sitrep.Actor
	for _, r := range roles {
		x, y = with(a, r, x), with(b, r, y)
	}
	if len(x) == 0 || len(y) == 0 {
		return unknown
	}
	best := distinct
	for _, p := range x {
		for _, q := range y {
			switch {
			case p.Entity >= 0 && p.Entity == q.Entity:
				return same
			case p.Side != "" && p.Side == q.Side:
				best = near
			case (p.Side == "" || q.Side == "") && best == distinct:
				best = unknown
			}
		}
	}
	return best
}

func with(actors []sitrep.Actor, r sitrep.Role, out []*sitrep.Actor) []*sitrep.Actor {
	for i := range actors {
		if actors[i].Role == r {
			out = append(out, &actors[i])
		}
	}
	return out
}

// counts compares the tolls of two mentions: same where a figure of a harm is told by both, distinct where all differ.
func (v *view) counts(a, b []int) fit {
	found := unknown
	for _, i := range a {
		for _, j := range b {
			x, y := &v.Tolls[i], &v.Tolls[j]
			if x.Harm != y.Harm {
				continue
			}
			if x.Count == y.Count {
				return same
			}
			found = distinct
		}
	}
	return found
}
