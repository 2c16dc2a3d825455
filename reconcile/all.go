package reconcile

import (
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// All joins tellings into incidents, in the order of their least events. The order of tellings and corrections makes no difference.
func All(tellings []sitrep.Telling, corrections []sitrep.Correction) []sitrep.Incident {
	incidents, _ := all(tellings, corrections)
	return incidents
}

// Whole is what a casebook that has these tellings, and nothing else, is to keep of them once they are joined.
func Whole(tellings []sitrep.Telling) casebook.Change {
	c := casebook.Change{}
	c.Put, c.Recalled = all(tellings, nil)
	for i := range tellings {
		c.Placed = append(c.Placed, tellings[i].Key)
	}
	return c
}

func all(tellings []sitrep.Telling, corrections []sitrep.Correction) (out []sitrep.Incident, recalled []casebook.Recalled) {
	nodes := make([]*profile, len(tellings))
	for i := range tellings {
		nodes[i] = profileOf(&tellings[i])
	}
	rules := judgementsOf(corrections)
	slices.SortFunc(nodes, func(a, b *profile) int { return compareKeys(a.t.Key, b.t.Key) })
	siblings := map[string][]*profile{}
	for _, p := range nodes {
		siblings[p.t.Key.Report] = append(siblings[p.t.Key.Report], p)
	}
	few, units := stands(nodes, rules)
	g := newGraph(few, rules, nil)
	holder := map[sitrep.EventKey]int{}
	for n, group := range g.groups() {
		out = append(out, assemble(group, aroundOf(group, siblings)))
		for _, p := range group {
			holder[p.t.Key] = n
		}
	}
	at := map[string]int{}
	for n := range out {
		at[out[n].ID] = n
	}
	recalled = units.recalled(func(k sitrep.EventKey) string { return out[holder[k]].ID })
	for _, r := range recalled {
		for _, k := range r.Others {
			holder[k] = at[r.Incident]
		}
	}
	ties := ties{}
	for _, l := range append(linksOfReports(siblings), g.links...) {
		if from := &out[holder[l.from]]; holds(from, l.from) {
			ties.consider(from, &out[holder[l.to]], l.relation)
		}
	}
	standing := Standing(corrections)
	for i := range out {
		ties.settle(&out[i])
		judge(&out[i], standing)
	}
	return out, recalled
}
