package reconcile

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// standing is how many tellings stand for all that recall something alike, by time, place and sides alone: those with a figure first, then by lot. A war that every second report recalls would else be
// made anew of all of them with each report that comes; what more than these say of it is the same again.
const standing = 32

// lot is a number that is drawn for a telling: those with the least stand for the others. It hangs on nothing but the key, so that it makes no difference in which
// order reports come.
func lot(k sitrep.EventKey) uint64 {
	h := sha256.Sum256([]byte(k.Event + "\x00" + k.Report))
	return binary.BigEndian.Uint64(h[:])
}

// says tells whether a telling says more than the others may: a figure.
func says(p *profile) int { return min(1, len(p.t.Event.Tolls)) }

// unitNumber is the number of what is recalled with a signature.
func unitNumber(signature string) int64 {
	h := sha256.Sum256([]byte(signature))
	return int64(binary.BigEndian.Uint64(h[:])>>1) | 1 // never 0
}

// stands parts tellings into those that stand for themselves and others, and those for which others stand, by their signatures.
func stands(nodes []*profile, rules *judgements) (out []*profile, others map[string][]*profile) {
	units := map[string][]*profile{}
	for _, p := range nodes {
		if s := p.signature(); s != "" && !rules.has(p.t.Key) {
			units[s] = append(units[s], p)
		}
	}
	left := map[*profile]bool{}
	others = map[string][]*profile{}
	for s, unit := range units {
		if len(unit) < standing {
			continue
		}
		slices.SortFunc(unit, func(a, b *profile) int {
			return cmp.Or(says(b)-says(a), cmp.Compare(lot(a.t.Key), lot(b.t.Key)), compareKeys(a.t.Key, b.t.Key))
		})
		others[s] = unit[standing:]
		for _, p := range unit[standing:] {
			left[p] = true
		}
	}
	for _, p := range nodes {
		if !left[p] {
			out = append(out, p)
		}
	}
	return out, others
}

// recalled says where those belong for which others stand: to the incident that holds these. holder has the incident of each telling.
func recalled(nodes []*profile, others map[string][]*profile, holder func(sitrep.EventKey) string) []casebook.Recalled {
	var out []casebook.Recalled
	done := map[string]bool{}
	for _, p := range nodes {
		s := p.signature()
		list, ok := others[s]
		if !ok || done[s] {
			continue
		}
		done[s] = true
		r := casebook.Recalled{Alike: unitNumber(s), Incident: holder(p.t.Key)}
		for _, o := range list {
			r.Others = append(r.Others, o.t.Key)
		}
		slices.SortFunc(r.Others, compareKeys)
		out = append(out, r)
	}
	return out
}
