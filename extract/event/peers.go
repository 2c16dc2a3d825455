package event

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// peers are the groups of a story with what is asked of each about the others.
type peers struct {
	all     []*group
	report  maxent.Vector // how much the report as a whole is about conflict
	ofKind  map[sitrep.Kind]int
	first   map[sitrep.Kind]int // the first mention that begins a group of the kind
	largest map[string]int      // of each family, the number of mentions of its largest group
	with    map[int32][]int     // the groups that have a word
	common  []int               // of each group: the words that it shares with the one asked about, zero between
}

func newPeers(v *view, all []*group) *peers {
	p := &peers{all, v.setting(), map[sitrep.Kind]int{}, map[sitrep.Kind]int{}, map[string]int{}, map[int32][]int{}, make([]int, len(all))}
	for k, g := range all {
		if first, ok := p.first[g.kind]; !ok || g.members[0] < first {
			p.first[g.kind] = g.members[0]
		}
		p.ofKind[g.kind]++
		p.largest[g.family] = max(p.largest[g.family], len(g.members))
		for _, w := range g.words {
			p.with[w] = append(p.with[w], k)
		}
	}
	return p
}

// among writes how a group stands among the others of the report.
func (p *peers) among(k int, x *maxent.Vector) {
	g := p.all[k]
	sameKind := p.ofKind[g.kind] - 1
	x.Add("others of the kind", bucket(sameKind, 0, 1, 2, 4))
	x.Add("others of the kind, before", bucket(sameKind, 0, 1, 2), strconv.FormatBool(p.first[g.kind] < g.members[0]))
	x.Add("a larger one", strconv.FormatBool(p.largest[g.family] > len(g.members)), bucket(len(g.members), 1, 2, 4))
	x.Add("kind, others", string(g.kind), bucket(sameKind, 0, 1, 2))
	x.Number(g.near)
	x.Number(p.nearest(k))
}

// setting writes how much the report as a whole is about conflict.
func (p *peers) setting(x *maxent.Vector) {
	x.IDs, x.Dense = append(x.IDs, p.report.IDs...), append(x.Dense, p.report.Dense...)
}

// nearest is the greatest part of words that a group shares with another one of its family.
func (p *peers) nearest(k int) float64 {
	g, near := p.all[k], 0.0
	for _, w := range g.words {
		for _, n := range p.with[w] {
			p.common[n]++
		}
	}
	for _, w := range g.words {
		for _, n := range p.with[w] {
			if o := p.all[n]; n != k && o.family == g.family && p.common[n] > 0 {
				near = max(near, part(p.common[n], g.words, o.words))
			}
			p.common[n] = 0
		}
	}
	return near
}
