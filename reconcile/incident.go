package reconcile

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"sitrep"
)

// IncidentID is the id of an incident by its least event.
func IncidentID(least sitrep.EventKey) string {
	h := sha256.Sum256([]byte(least.Report + "\x00" + least.Event))
	return "i" + hex.EncodeToString(h[:])[:10]
}

// assemble makes the incident of some tellings, which are in order. What it is a part of is not known yet.
func assemble(group []*profile) sitrep.Incident {
	in := sitrep.Incident{ID: IncidentID(group[0].t.Key)}
	for _, p := range group {
		in.Events = append(in.Events, p.t.Key)
		in.News = in.News || p.t.Event.News
		if at := p.t.Report.Published; !at.IsZero() {
			if in.FirstPublished.IsZero() || at.Before(in.FirstPublished) {
				in.FirstPublished = at
			}
			if at.After(in.LastPublished) {
				in.LastPublished = at
			}
		}
	}
	in.Kind = commonest(group, func(p *profile) string { return string(p.kind) })
	return in
}

// commonest is the value that most tellings give; of several the first in the order of the values.
func commonest(group []*profile, of func(*profile) string) sitrep.Kind {
	n := map[string]int{}
	for _, p := range group {
		n[of(p)]++
	}
	best := ""
	for _, p := range group {
		v := of(p)
		if best == "" || n[v] > n[best] || n[v] == n[best] && v < best {
			best = v
		}
	}
	return sitrep.Kind(best)
}

// All joins tellings into incidents, in the order of their least events. The order of tellings and corrections makes no difference.
func All(tellings []sitrep.Telling, corrections []sitrep.Correction) []sitrep.Incident {
	nodes := make([]*profile, len(tellings))
	for i := range tellings {
		nodes[i] = profileOf(&tellings[i])
	}
	slices.SortFunc(nodes, func(a, b *profile) int { return compareKeys(a.t.Key, b.t.Key) })
	g := newGraph(nodes, judgementsOf(corrections))
	var out []sitrep.Incident
	for _, group := range g.groups() {
		out = append(out, assemble(group))
	}
	return out
}
