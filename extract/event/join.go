package event

import (
	"sitrep/internal/maxent"
)

const (
	// joinAt is how likely a mention must tell of the happening of a group to be put to it.
	joinAt = 0.5
	// most is how many groups a mention is compared with: those that were told of last.
	most = 60
)

// groups puts the mentions of one happening together, one mention after the other: each goes to the group that it most likely belongs to, or
// begins one.
func (m *Models) groups(v *view) []*group {
	var all []*group
	var x maxent.Vector
	for i := range v.Mentions {
		top, at := 0.0, -1
		for k := max(0, len(all)-most); k < len(all); k++ {
			if barred(v, i, all[k]) || v.passesOver(i, all, k) {
				continue
			}
			x.Reset()
			v.compare(i, all, k, &x)
			if p := m.Join.Of("same", &x); p > top {
				top, at = p, k
			}
		}
		if top > joinAt {
			all = put(v, all, at, i)
			continue
		}
		kin := -1
		if at >= 0 {
			kin = all[at].members[0]
		}
		all = put(v, all, -1, i)
		all[len(all)-1].kin, all[len(all)-1].likely = kin, top
	}
	return all
}

// put adds a mention to a group, or to a new one if to is below zero. The group told of last stands last.
func put(v *view, all []*group, to, i int) []*group {
	g := &group{}
	if to >= 0 {
		g = all[to]
		all = append(all[:to], all[to+1:]...)
	}
	g.add(v, i)
	return append(all, g)
}

// longApart is how many days between two told times make two happenings, whatever else is alike.
const longApart = 100

// barred tells whether a mention cannot tell of the happening of a group, whatever else speaks for it: it tells a time far from one that the group tells
// and near none, or differs from every member of its family in time and place.
func barred(v *view, i int, g *group) bool {
	far, close, fits := false, false, false
	for _, k := range g.unlike {
		a, b := &v.traits[k], &v.traits[i]
		days := v.days(k, i)
		switch days {
		case same, near:
			close = true
		case distinct:
			far = far || max(b.from-a.to, a.from-b.to) > longApart
		}
		fits = fits || a.family == b.family && !(days == distinct && v.places(v.Mentions[k].Places, v.Mentions[i].Places) == distinct)
	}
	return far && !close || !fits || v.renumbered(i, g) || v.setNext(i, g) || v.turned(i, g) || v.otherVictim(i, g)
}
