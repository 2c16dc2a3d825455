package reconcile

import "sitrep"

// All joins tellings into incidents, in the order of their least events. The order of tellings and corrections makes no difference.
func All(tellings []sitrep.Telling, corrections []sitrep.Correction) []sitrep.Incident {
	nodes := make([]*profile, len(tellings))
	for i := range tellings {
		nodes[i] = profileOf(&tellings[i])
	}
	g := newGraph(nodes, judgementsOf(corrections))
	siblings := map[string][]*profile{}
	for _, p := range g.nodes {
		siblings[p.t.Key.Report] = append(siblings[p.t.Key.Report], p)
	}
	var out []sitrep.Incident
	holder := map[sitrep.EventKey]int{}
	for n, group := range g.groups() {
		out = append(out, assemble(group, aroundOf(group, siblings)))
		for _, p := range group {
			holder[p.t.Key] = n
		}
	}
	ties := ties{}
	for _, l := range append(linksOfReports(siblings), g.links...) {
		ties.consider(&out[holder[l.from]], &out[holder[l.to]], l.relation)
	}
	standing := Standing(corrections)
	for i := range out {
		ties.settle(&out[i])
		judge(&out[i], standing)
	}
	return out
}
