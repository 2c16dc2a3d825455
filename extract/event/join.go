package event

import (
	"slices"
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

const (
	// joinAt is how likely a mention must tell of the happening of a group to be put to it.
	joinAt = 0.5
	// most is how many groups a mention is compared with: those that were told of last.
	most = 60
)

// group is mentions of one happening, in the order of the text.
type group struct {
	members []int
	kind    sitrep.Kind // of its first mention, with its family
	family  string
	words   bag
	people  bag
	own     bag
	names   bag
	weapon  string
	last    int // the last sentence that tells of it
	// unlike are its members without those that are like an earlier one, and keys what tells so once there are many: a text that says one thing
	// over and over is read as fast as another.
	unlike []int
	keys   map[string]bool
	// kin is a mention of the other group that the first mention came nearest to, -1 for none, and likely how likely it is one happening with it.
	kin    int
	likely float64
}

func (g *group) add(v *view, i int) {
	m, t := &v.Mentions[i], &v.traits[i]
	if len(g.members) == 0 {
		g.kind, g.family = m.Kind, t.family
	}
	if g.weapon == "" {
		g.weapon = m.Weapon
	}
	g.members = append(g.members, i)
	g.words = g.words.with(t.words)
	g.people = g.people.with(t.people)
	g.own, g.names = g.own.with(t.own), g.names.with(t.names)
	g.last = v.sentence[i]
	v.largest = max(v.largest, len(g.members))
	if !g.differs(v, i) {
		return
	}
	if len(g.unlike) == manyUnlike {
		g.unlike = slices.Delete(g.unlike, few, few+1)
	}
	g.unlike = append(g.unlike, i)
}

// few is how many members are not worth the search for one like another.
const few = 8

// manyUnlike is how many members a mention is compared with: the first few and the last. No happening of a report is told of so often.
const manyUnlike = 100

// differs tells whether no member is known to be like a mention.
func (g *group) differs(v *view, i int) bool {
	if len(g.unlike) < few {
		return true
	}
	if g.keys == nil {
		g.keys = map[string]bool{}
		for _, n := range g.unlike {
			g.keys[v.key(n)] = true
		}
	}
	key := v.key(i)
	if g.keys[key] {
		return false
	}
	g.keys[key] = true
	return true
}

// groups puts the mentions of one happening together, one mention after the other: each goes to the group that it most likely belongs to, or
// begins one.
func (m *Models) groups(v *view) []*group {
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
	return far && !close || !fits
}

// best is the strongest and the worst fit of a mention with the members of a group.
type best struct{ top, low fit }

func (b *best) add(f fit) {
	if f == unknown {
		return
	}
	b.top = max(b.top, f)
	if b.low == unknown || f < b.low {
		b.low = f
	}
}

func (b *best) String() string {
	if b.top == b.low {
		return b.top.String()
	}
	return b.top.String() + " or " + b.low.String()
}

// compare writes what speaks for and against mention i telling of the happening of group k.
func (v *view) compare(i int, all []*group, k int, x *maxent.Vector) {
	g, m := all[k], &v.Mentions[i]
	t, first, last := &v.traits[i], g.members[0], g.members[len(g.members)-1]
	var ownWhere, when, where, doer, hit, parties, any, tolls best
	kinds, word, nearest, nearestOwn, alike := "other", false, 0.0, 0.0, 0.0
	some, every := false, true
	for _, n := range g.unlike {
		o := &v.Mentions[n]
		when.add(v.days(n, i))
		where.add(v.places(o.Places, m.Places))
		ownWhere.add(v.places(v.traits[n].where, t.where))
		doer.add(roles(o.Actors, m.Actors, sitrep.Initiator))
		hit.add(roles(o.Actors, m.Actors, sitrep.Target))
		parties.add(roles(o.Actors, m.Actors, sitrep.Party, sitrep.Mediator))
		any.add(roles(o.Actors, m.Actors, sitrep.Initiator, sitrep.Target, sitrep.Party))
		tolls.add(v.counts(o.Tolls, m.Tolls))
		word = word || v.traits[n].word == t.word
		nearest = max(nearest, v.traits[n].words.shared(t.words))
		nearestOwn = max(nearestOwn, v.traits[n].own.shared(t.own))
		alike = max(alike, v.alike(n, i))
		some, every = some || o.Kind == m.Kind, every && o.Kind == m.Kind
	}
	switch {
	case every:
		kinds = "same"
	case some:
		kinds = "some"
	case g.family == t.family:
		kinds = "family"
	}
	wordly := strconv.FormatBool(word)
	apart := v.sentence[i] - g.last
	far := bucket(apart, 0, 1, 2, 4, 8, 16)
	det := t.determiner
	rank := bucket(v.rivals(i, all, k), 0, 1, 2, 4)
	size := bucket(len(g.members), 1, 2, 4, 8)
	salient := strconv.FormatBool(len(g.members) == v.largest)
	whenFit, whereFit, hitFit, anyFit := when.String(), where.String(), hit.String(), any.String()
	x.Add("kinds", kinds)
	x.Add("kind", string(m.Kind), kinds)
	x.Add("kind pair", string(g.kind), string(m.Kind))
	x.Add("when", whenFit)
	x.Add("where", whereFit)
	x.Add("initiator", doer.String())
	x.Add("target", hitFit)
	x.Add("parties", parties.String())
	x.Add("any", anyFit, kinds)
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
	x.Add("when, where", kinds, whenFit, whereFit)
	x.Add("when, any", kinds, whenFit, anyFit)
	x.Add("where, any", kinds, whereFit, anyFit)
	x.Add("tense", t.tense, v.traits[last].tense)
	x.Add("kind, word, far", string(m.Kind), wordly, far)
	x.Add("new target", t.newTarget, kinds, hitFit)
	x.Add("new place", t.newPlace, kinds, whereFit)
	x.Add("people", v.samePeople(i, g), kinds)
	x.Add("quantity", t.quantity, kinds)
	for _, w := range t.apart {
		x.Add("apart", w, kinds)
	}
	x.AddIf(t.plural, "plural", kinds)
	x.AddIf(t.plural != v.traits[first].plural, "one is plural", kinds)
	x.AddIf(v.paragraph(i) == v.paragraph(last), "one paragraph", kinds)
	x.AddIf(m.Status != v.Mentions[first].Status, "status", string(m.Status), string(v.Mentions[first].Status))
	x.AddIf(m.Weapon != "" && g.weapon == m.Weapon, "weapon same")
	x.AddIf(m.Weapon != "" && g.weapon != "" && g.weapon != m.Weapon, "weapon differs")
	x.AddIf(v.Mentions[last].Overlaps(m.Span), "in one stretch", kinds)
	x.Number(nearest)
	x.Number(nearestOwn)
	x.Number(g.own.shared(t.own))
	x.Add("own where", ownWhere.String(), kinds)
	x.Add("names", sharedNames(t.names, g.names), kinds)
	x.Add("names, when", sharedNames(t.names, g.names), whenFit)
	x.Number(g.words.shared(t.words))
	x.Number(alike)
	x.Number(min(1, float64(apart)/20))
	x.Number(t.titled * g.words.shared(v.title))
	x.Number(min(1, float64(len(all))/20))
}

// rivals are the groups of the mention's family that were told of after group k.
func (v *view) rivals(i int, all []*group, k int) int {
	n := 0
	for _, g := range all[k+1:] {
		if g.family == v.traits[i].family {
			n++
		}
	}
	return n
}
