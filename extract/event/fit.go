package event

import (
	"math"
	"slices"

	"sitrep"
)

// fit says how two mentions stand to each other in one respect; the higher, the more speaks for one happening.
type fit int

const (
	unknown fit = iota // one of them does not tell
	distinct
	near // a day apart, or one within the other
	same
)

var fitNames = [...]string{"unknown", "distinct", "near", "same"}

// String is the name of a fit in features.
func (f fit) String() string { return fitNames[f] }

// days compares the times of two mentions.
func (v *view) days(i, k int) fit {
	a, b := &v.Mentions[i].When, &v.Mentions[k].When
	if a.IsZero() || b.IsZero() || a.Basis == sitrep.Assumed || b.Basis == sitrep.Assumed {
		return unknown
	}
	if a.From == b.From && a.To == b.To {
		return same
	}
	x, y := &v.traits[i], &v.traits[k]
	switch gap := max(y.from-x.to, x.from-y.to); {
	case gap <= 0 && (x.to-x.from > 40 || y.to-y.from > 40):
		return unknown // inside a year says little
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
	// a seventh of a degree is more than nearby everywhere
	close := math.Abs(a.Lat-b.Lat) < 1./7 && sitrep.GreatCircle(a.Lat, a.Lon, b.Lat, b.Lon) < nearby
	switch {
	case close && a.Precision == b.Precision:
		return same
	case close, (a.Precision >= 3) != (b.Precision >= 3) && sharesCountry(a, b):
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

// roles compares who has one of the roles in two mentions.
func roles(a, b []sitrep.Actor, roles ...sitrep.Role) fit {
	best := unknown
	found := false
	for i := range a {
		p := &a[i]
		if !slices.Contains(roles, p.Role) {
			continue
		}
		for k := range b {
			q := &b[k]
			if !slices.Contains(roles, q.Role) {
				continue
			}
			if !found {
				found, best = true, distinct
			}
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
