package event

import (
	"slices"
	"strings"

	"sitrep"
)

// oneScene tells whether two groups have one kind, one day and one place in common, and nothing in their words tells them apart: what a report says of "the
// blast" after one blast it says of that one.
func (v *view) oneScene(a, b *standing) bool {
	x, y := &a.event, &b.event
	if families[x.Kind] != "violence" || x.Kind != y.Kind || x.Kind == sitrep.War || len(x.Tolls) == 0 && len(y.Tolls) == 0 {
		return false
	}
	if x.When.IsZero() || x.When.Precision != sitrep.DayPrecision || x.When.From != y.When.From || x.When.To != y.When.To {
		return false
	}
	if !shareTown(x.Places, y.Places) || !v.noOtherPlace(a, b) || v.inOneSentence(a, b) || oneAndMore(x.Tolls, y.Tolls) {
		return false
	}
	return !slices.ContainsFunc(b.members, v.setsApart) && !slices.ContainsFunc(a.members, v.setsApart)
}

func shareTown(a, b []sitrep.Place) bool {
	for i := range a {
		for j := range b {
			if a[i].Precision > 0 && a[i].Precision <= 2 && a[i].Name == b[j].Name {
				return true
			}
		}
	}
	return false
}

// noOtherPlace tells whether the later group names no place of its own that the earlier one has not.
func (v *view) noOtherPlace(a, b *standing) bool {
	for _, i := range b.members {
		for _, k := range v.traits[i].where {
			if !slices.ContainsFunc(a.event.Places, func(p sitrep.Place) bool { return p.Name == v.Toponyms[k].Place.Name }) {
				return false
			}
		}
	}
	return true
}

// setsApart tells whether the words of a mention say that it is not the only happening of its kind.
func (v *view) setsApart(i int) bool {
	t := &v.traits[i]
	for _, w := range strings.Fields(t.quantity) {
		if counting[w] {
			return true
		}
	}
	return slices.ContainsFunc(t.apart, func(w string) bool { return dividing[w] })
}

var (
	counting = wordSet("number several another other second third separate similar series wave string spate")
	dividing = wordSet("also another separate separately elsewhere meanwhile later earlier similar previous previously since second third subsequently before")
)

// inOneSentence tells whether a sentence has both groups: what it tells twice over was not joined for a reason.
func (v *view) inOneSentence(a, b *standing) bool {
	return slices.ContainsFunc(a.members, func(i int) bool {
		return slices.ContainsFunc(b.members, func(k int) bool { return v.sentence[i] == v.sentence[k] })
	})
}

// oneAndMore tells whether one person suffered a harm in one event, and several did in the other.
func oneAndMore(a, b []sitrep.Toll) bool {
	for i := range a {
		for k := range b {
			if a[i].Harm == b[k].Harm && (a[i].Count == 1) != (b[k].Count == 1) && a[i].Relation != sitrep.PartToll && b[k].Relation != sitrep.PartToll {
				return true
			}
		}
	}
	return false
}
