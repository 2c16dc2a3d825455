package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
)

// graph is tellings and how they stand to each other. Tellings that no comparison could tell apart make one unit, so that a war that every report recalls
// costs no more than the ways in which it is told.
type graph struct {
	nodes []*profile // in the order of their keys
	units [][]int    // of nodes, each in order; the first stands for the rest
	edges [][2]int   // units of one happening, each pair taken by itself
	links []link
	rules *judgements
	likes likenesses
}

// newGraph compares all tellings that share a key.
func newGraph(nodes []*profile, rules *judgements, likes likenesses) *graph {
	g := &graph{nodes: nodes, rules: rules, likes: likes}
	slices.SortFunc(g.nodes, func(a, b *profile) int { return compareKeys(a.t.Key, b.t.Key) })
	g.unite()
	blocks := map[string][]int{}
	for u := range g.units {
		for _, k := range g.first(u).keys() {
			blocks[k] = append(blocks[k], u)
		}
	}
	for u := range g.units {
		g.compare(u, blocks)
	}
	g.force()
	return g
}

func compareKeys(a, b sitrep.EventKey) int {
	return cmp.Or(strings.Compare(a.Report, b.Report), strings.Compare(a.Event, b.Event))
}

// unite makes units of the tellings with one signature.
func (g *graph) unite() {
	at := map[string]int{}
	for i, p := range g.nodes {
		s := p.signature()
		u, ok := at[s]
		if s == "" || !ok || g.rules.has(p.t.Key) {
			if s != "" && !g.rules.has(p.t.Key) {
				at[s] = len(g.units)
			}
			g.units = append(g.units, []int{i})
			continue
		}
		g.units[u] = append(g.units[u], i)
	}
}

// signature is all that identifies what a report recalls by its time, place and sides alone; empty for what is told as news, or too loosely.
func (p *profile) signature() string {
	if p.alike == nil {
		s := p.sign()
		p.alike = &s
	}
	return *p.alike
}

func (p *profile) sign() string {
	sides := p.anySide()
	if p.t.Event.News || !p.when.known && p.kind != sitrep.War || len(p.lands) == 0 && len(sides) < 2 || !p.when.coarse && p.when.known {
		return ""
	}
	if p.landedWar() {
		return p.signOfWar(sides)
	}
	var places []string
	for _, s := range p.spots {
		places = append(places, s.name)
	}
	slices.Sort(places)
	return fmt.Sprint(p.kind, p.when, p.t.Event.When.From, p.t.Event.When.To, p.lands, sides, p.sides[sitrep.Initiator], p.sides[sitrep.Mediator], places)
}

// landedWar tells whether a telling is of a war of which the countries are known.
func (p *profile) landedWar() bool { return p.kind == sitrep.War && len(p.lands) > 0 }

// signedWar tells whether the signature of a telling is that of such a war.
func (p *profile) signedWar() bool { return p.landedWar() && p.signature() != "" }

// signOfWar is what identifies a war: the countries that it is in and the year in which it began, since no country has two that began in one. Of one whose beginning is not told the
// sides tell more; the towns where it is fought, and the month, are told in as many ways as there are reports.
func (p *profile) signOfWar(sides []string) string {
	w := p.t.Event.When
	if w.From.Year != 0 {
		sides = nil
	}
	return fmt.Sprint(p.kind, p.when.known, w.From.Year, w.To.Year, p.lands, sides)
}

func (g *graph) first(unit int) *profile { return g.nodes[g.units[unit][0]] }

// compare compares a unit with those after it.
func (g *graph) compare(u int, blocks map[string][]int) {
	p := g.first(u)
	var near []int
	for _, k := range p.keys() {
		in := blocks[k]
		from, _ := slices.BinarySearch(in, u+1)
		near = append(near, in[from:]...)
	}
	slices.Sort(near)
	for _, o := range slices.Compact(near) {
		q := g.first(o)
		if g.likes.of(p, q) > 0 {
			g.edges = append(g.edges, [2]int{u, o})
		}
		g.links = appendLink(g.links, p, q)
	}
}

// score is the logarithm of the odds that two units are one happening; what a person said goes before all else.
func (g *graph) score(a, b int) float64 {
	if g.rules.of(g.first(a).t.Key, g.first(b).t.Key) == apart {
		return forbidden
	}
	s := g.likes.of(g.first(a), g.first(b))
	if s < 0 && g.first(a).t.Key.Report == g.first(b).t.Key.Report {
		return s * 1.5 // its reader has read both: that counts for more than a likeness
	}
	return max(s, floor)
}

// force adds edges for what a person joined.
func (g *graph) force() {
	unit := map[sitrep.EventKey]int{}
	for u := range g.units {
		if k := g.first(u).t.Key; g.rules.has(k) {
			unit[k] = u
		}
	}
	for u := range g.units {
		for _, k := range g.rules.partners(g.first(u).t.Key) {
			if o, ok := unit[k]; ok {
				g.edges = append(g.edges, [2]int{u, o})
			}
		}
	}
}

// groups parts the tellings into happenings, each in the order of the keys, by the least of them.
func (g *graph) groups() [][]*profile {
	set := newSets(len(g.units))
	for _, e := range g.edges {
		set.join(e[0], e[1])
	}
	edges := map[int][][2]int{}
	for _, e := range g.edges {
		r := set.find(e[0])
		edges[r] = append(edges[r], e)
	}
	var out [][]*profile
	for _, part := range set.parts() {
		for _, units := range g.split(part, edges[set.find(part[0])]) {
			out = append(out, g.members(units))
		}
	}
	slices.SortFunc(out, func(a, b []*profile) int { return compareKeys(a[0].t.Key, b[0].t.Key) })
	return out
}

func (g *graph) members(units []int) []*profile {
	var all []int
	for _, u := range units {
		all = append(all, g.units[u]...)
	}
	slices.Sort(all)
	out := make([]*profile, len(all))
	for i, n := range all {
		out[i] = g.nodes[n]
	}
	return out
}
