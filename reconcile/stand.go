package reconcile

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// standing is how many tellings with a figure stand for all that recall something alike, by time, place and sides alone, and plain how many where few have one: by lot. A war that
// every second report recalls would else be made anew of all of them with each report that comes; what more than these say of it is the same again.
const (
	standing = 32
	plain    = 12
)

// noFigure is set in the rank of tellings that have none.
const noFigure = 1 << 62

// rank orders tellings that recall something alike: those with the least stand for the others. One that says more than the others may, a figure, comes first; the rest is a
// lot that hangs on nothing but the key, so that it makes no difference in which order reports come.
func rank(t *sitrep.Telling) int64 {
	h := sha256.Sum256([]byte(t.Key.Event + "\x00" + t.Key.Report))
	lot := int64(binary.BigEndian.Uint64(h[:]) >> 2)
	if len(t.Event.Tolls) == 0 {
		lot |= noFigure
	}
	return lot
}

// unitNumber is the number of what is recalled with a signature.
func unitNumber(signature string) int64 {
	h := sha256.Sum256([]byte(signature))
	return int64(binary.BigEndian.Uint64(h[:])>>1) | 1 // never 0
}

// unit is what is recalled alike, where a few tellings of it stand for all.
type unit struct {
	few    []*profile // that stand
	others []*profile // for which they stand
	bar    int64      // the greatest rank with which one more would be among the few
}

// unitOf parts tellings that recall something alike, which are in the order of their ranks; nil for so few that each stands for itself.
func unitOf(list []*profile) *unit {
	if len(list) < plain {
		return nil
	}
	figures := 0
	for figures < len(list) && rank(list[figures].t) < noFigure {
		figures++
	}
	n := max(plain, min(figures, standing))
	u := &unit{list[:n], list[n:], rank(list[n-1].t)}
	if figures == n && n < standing {
		u.bar = noFigure - 1 // whatever has a figure
	}
	return u
}

// ranked are tellings in the order of their ranks.
func ranked(list []*profile) []*profile {
	return slices.SortedFunc(slices.Values(list), func(a, b *profile) int {
		return cmp.Or(cmp.Compare(rank(a.t), rank(b.t)), compareKeys(a.t.Key, b.t.Key))
	})
}

// units are those of some tellings, by their signatures.
type units map[string]*unit

// stands parts tellings into those that stand for themselves and others, and those for which others stand.
func stands(nodes []*profile, rules *judgements) (out []*profile, all units) {
	alike := map[string][]*profile{}
	for _, p := range nodes {
		if s := p.signature(); s != "" && !rules.has(p.t.Key) {
			alike[s] = append(alike[s], p)
		}
	}
	left := map[*profile]bool{}
	all = units{}
	for s, list := range alike {
		u := unitOf(ranked(list))
		if u == nil {
			continue
		}
		all[s] = u
		for _, p := range u.others {
			left[p] = true
		}
	}
	for _, p := range nodes {
		if !left[p] {
			out = append(out, p)
		}
	}
	return out, all
}

// recalled says where those belong for which others stand: to the incident that holds these. holder has the incident of each telling.
func (all units) recalled(holder func(sitrep.EventKey) string) []casebook.Recalled {
	var out []casebook.Recalled
	for _, s := range slices.Sorted(maps.Keys(all)) {
		u := all[s]
		r := casebook.Recalled{Alike: unitNumber(s), Incident: holder(u.few[0].t.Key), Bar: u.bar}
		for _, o := range u.others {
			r.Others = append(r.Others, o.t.Key)
		}
		slices.SortFunc(r.Others, compareKeys)
		out = append(out, r)
	}
	return out
}
