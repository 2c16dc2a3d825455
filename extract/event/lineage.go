package event

import (
	"slices"

	"sitrep"
)

// lineage is how near two places stand in the order of the larger units that they lie in; the higher, the nearer.
type lineage int

const (
	unrelated lineage = iota // one of them is not told
	abroad
	oneCountry
	oneProvince
	inside // one lies in the other
	onePlace
)

var lineageNames = [...]string{"unknown", "abroad", "country", "province", "inside", "one"}

// String is the name of a lineage in features.
func (l lineage) String() string { return lineageNames[l] }

// lineages is the nearest of all pairs of places.
func (v *view) lineages(a, b []int) lineage {
	best := unrelated
	for _, i := range a {
		for _, k := range b {
			best = max(best, lineageOf(&v.Toponyms[i].Place, &v.Toponyms[k].Place))
		}
	}
	return best
}

func lineageOf(a, b *sitrep.Place) lineage {
	units := 0
	for units < len(a.Within) && units < len(b.Within) && a.Within[units] == b.Within[units] {
		units++
	}
	switch {
	case a.Name == b.Name:
		return onePlace
	case slices.Contains(a.Within, b.Name), slices.Contains(b.Within, a.Name):
		return inside
	case units > 1:
		return oneProvince
	case units == 1, sharesCountry(a, b):
		return oneCountry
	}
	return abroad
}

// placeOdds are how likely something was at each place that is named, by the first toponym of the name, in order.
type placeOdds []sitrep.PlaceScore

// odds adds up the scores of a mention's places by their names.
func (v *view) odds(m *sitrep.EventMention) placeOdds {
	var out placeOdds
	for _, p := range m.PlaceScores {
		p.Toponym = v.named[v.Toponyms[p.Toponym].Place.Name]
		k, found := slices.BinarySearchFunc(out, p, func(a, b sitrep.PlaceScore) int { return a.Toponym - b.Toponym })
		if found {
			out[k].Score += p.Score
			continue
		}
		out = slices.Insert(out, k, p)
	}
	return out
}

// shared is how likely two things were at one place, 0 to 1.
func (a placeOdds) shared(b placeOdds) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].Toponym < b[k].Toponym:
			i++
		case a[i].Toponym > b[k].Toponym:
			k++
		default:
			sum += a[i].Score * b[k].Score
			i, k = i+1, k+1
		}
	}
	return min(1, sum)
}
