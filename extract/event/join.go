package event

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

const (
	// joins is how likely a mention must tell of the happening of a group to be put to it.
	joins = 0.5
	// most is how many groups a mention is compared with: those that were told of last.
	most = 60
)

// group is mentions of one happening, in the order of the text.
type group struct {
	members []int
	words   map[string]bool
	last    int // the last sentence that tells of it
	// near is how likely the first mention was to belong to another group: a high one is often a happening told of already.
	near float64
}

func (g *group) add(v *view, i int) {
	g.members = append(g.members, i)
	for w := range v.words[i] {
		g.words[w] = true
	}
	g.last = v.sentence[i]
}

// groups puts the mentions of one happening together, one mention after the other: each goes to the group that it most likely belongs to, or
// begins one.
func (m *models) groups(v *view) []*group {
	var all []*group
	var x maxent.Vector
	for i := range v.Mentions {
		top, at := 0.0, -1
		for k := max(0, len(all)-most); k < len(all); k++ {
			if barred(v, i, all[k]) {
				continue
			}
			x.Reset()
			v.compare(i, all, k, &x)
			if p := m.joins.Of("same", &x); p > top {
				top, at = p, k
			}
		}
		if top > joins {
			all = put(v, all, at, i)
		} else {
			all = put(v, all, -1, i)
			all[len(all)-1].near = top
		}
	}
	return all
}

// put adds a mention to a group, or to a new one if to is below zero. The group told of last stands last.
func put(v *view, all []*group, to, i int) []*group {
	g := &group{words: map[string]bool{}}
	if to >= 0 {
		g = all[to]
		all = append(all[:to], all[to+1:]...)
	}
	g.add(v, i)
	return append(all, g)
}

// barred tells whether a mention cannot tell of the happening of a group, whatever else speaks for it.
func barred(v *view, i int, g *group) bool {
	for _, k := range g.members {
		a, b := &v.Mentions[k], &v.Mentions[i]
		if families[a.Kind] == families[b.Kind] && !(days(a.When, b.When) == distinct && v.places(a.Places, b.Places) == distinct) {
			return false
		}
	}
	return true
}

// best is the strongest and the worst fit of a mention with the members of a group.
type best struct{ top, low fit }

var order = map[fit]int{distinct: 1, unknown: 0, near: 2, same: 3}

func (b *best) add(f fit) {
	if f == unknown {
		return
	}
	if b.top == "" || order[f] > order[b.top] {
		b.top = f
	}
	if b.low == "" || order[f] < order[b.low] {
		b.low = f
	}
}

func (b *best) String() string {
	if b.top == "" {
		return "unknown"
	}
	if b.top == b.low {
		return string(b.top)
	}
	return string(b.top) + " or " + string(b.low)
}

// compare writes what speaks for and against mention i telling of the happening of group k.
func (v *view) compare(i int, all []*group, k int, x *maxent.Vector) {
	g, m := all[k], &v.Mentions[i]
	var when, where, doer, hit, parties, any, tolls best
	kinds, word, nearest, alike := "other", false, 0.0, 0.0
	sameKind := 0
	for _, n := range g.members {
		o := &v.Mentions[n]
		when.add(days(o.When, m.When))
		where.add(v.places(o.Places, m.Places))
		doer.add(roles(o.Actors, m.Actors, sitrep.Initiator))
		hit.add(roles(o.Actors, m.Actors, sitrep.Target))
		parties.add(roles(o.Actors, m.Actors, sitrep.Party, sitrep.Mediator))
		any.add(roles(o.Actors, m.Actors, sitrep.Initiator, sitrep.Target, sitrep.Party))
		tolls.add(v.counts(o.Tolls, m.Tolls))
		word = word || v.trigger(n) == v.trigger(i)
		nearest = max(nearest, shared(v.words[n], v.words[i]))
		alike = max(alike, v.alike(o.Trigger, m.Trigger))
		if o.Kind == m.Kind {
			sameKind++
		}
	}
	switch first := v.Mentions[g.members[0]].Kind; {
	case sameKind == len(g.members):
		kinds = "same"
	case sameKind > 0:
		kinds = "some"
	case families[first] == families[m.Kind]:
		kinds = "family"
	}
	wordly := strconv.FormatBool(word)
	apart := v.sentence[i] - g.last
	far := bucket(apart, 0, 1, 2, 4, 8, 16)
	det := v.determiner(i)
	rank := bucket(v.rivals(i, all, k), 0, 1, 2, 4)
	size := bucket(len(g.members), 1, 2, 4, 8)
	salient := strconv.FormatBool(v.salient(all, k))
	x.Add("kinds", kinds)
	x.Add("kind", string(m.Kind), kinds)
	x.Add("kind pair", string(v.Mentions[g.members[0]].Kind), string(m.Kind))
	x.Add("when", when.String())
	x.Add("where", where.String())
	x.Add("initiator", doer.String())
	x.Add("target", hit.String())
	x.Add("parties", parties.String())
	x.Add("any", any.String(), kinds)
	x.Add("tolls", tolls.String())
	x.Add("word", wordly, kinds)
	x.Add("far", far, kinds)
	x.Add("far, rank", far, rank)
	x.Add("det", det, kinds)
	x.Add("det, far", det, far)
	x.Add("det, rank", det, rank, kinds)
	x.Add("det, word", det, wordly)
	x.Add("salient", salient, kinds)
	x.Add("salient, det", salient, det)
	x.Add("size", size, kinds)
	x.Add("rank", rank, kinds)
	x.Add("when, where", kinds, when.String(), where.String())
	x.Add("when, any", kinds, when.String(), any.String())
	x.Add("where, any", kinds, where.String(), any.String())
	x.Add("tense", v.tense(i), v.tense(g.members[len(g.members)-1]))
	x.Add("kind, word, far", string(m.Kind), wordly, far)
	x.Add("new target", v.firstTold(i, sitrep.Target), kinds, hit.String())
	x.Add("new place", v.newPlace(i), kinds, where.String())
	x.Add("people", v.samePeople(i, g), kinds)
	x.Add("quantity", v.quantity(i), kinds)
	for _, w := range v.apart(i) {
		x.Add("apart", w, kinds)
	}
	x.AddIf(v.plural(i), "plural", kinds)
	x.AddIf(v.plural(i) != v.plural(g.members[0]), "one is plural", kinds)
	x.AddIf(v.paragraph(i) == v.paragraph(g.members[len(g.members)-1]), "one paragraph", kinds)
	x.AddIf(m.Status != v.Mentions[g.members[0]].Status, "status", string(m.Status), string(v.Mentions[g.members[0]].Status))
	x.AddIf(m.Weapon != "" && v.weapon(g) == m.Weapon, "weapon same")
	x.AddIf(m.Weapon != "" && v.weapon(g) != "" && v.weapon(g) != m.Weapon, "weapon differs")
	x.AddIf(v.Mentions[g.members[len(g.members)-1]].Overlaps(m.Span), "in one stretch", kinds)
	x.Number(nearest)
	x.Number(shared(g.words, v.words[i]))
	x.Number(alike)
	x.Number(min(1, float64(apart)/20))
	x.Number(shared(v.words[i], v.title) * shared(g.words, v.title))
	x.Number(min(1, float64(len(all))/20))
}

// rivals are the groups of the mention's family that were told of after group k.
func (v *view) rivals(i int, all []*group, k int) int {
	n := 0
	for _, g := range all[k+1:] {
		if families[v.Mentions[g.members[0]].Kind] == families[v.Mentions[i].Kind] {
			n++
		}
	}
	return n
}

// salient tells whether no group has more mentions.
func (v *view) salient(all []*group, k int) bool {
	for _, g := range all {
		if len(g.members) > len(all[k].members) {
			return false
		}
	}
	return true
}

func (v *view) weapon(g *group) string {
	for _, i := range g.members {
		if w := v.Mentions[i].Weapon; w != "" {
			return w
		}
	}
	return ""
}
