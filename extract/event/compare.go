package event

import (
	"strconv"

	"sitrep/internal/maxent"
)

// compare writes what speaks for and against mention i telling of the happening of group k.
func (v *view) compare(i int, all []*group, k int, x *maxent.Vector) {
	g, t := all[k], &v.traits[i]
	l := v.likeness(i, g)
	kinds := l.kindFit(g.family == t.family)
	apart := v.sentence[i] - g.last
	far := bucket(apart, 0, 1, 2, 4, 8, 16)
	v.compareKinds(i, g, &l, kinds, x)
	v.compareSetting(i, g, &l, kinds, x)
	v.comparePeople(i, g, &l, kinds, x)
	v.compareWords(i, g, &l, kinds, x)
	v.compareOrder(i, all, k, kinds, far, x)
	x.Add("det, word", t.determiner, strconv.FormatBool(l.word))
	x.Add("kind, word, far", string(v.Mentions[i].Kind), strconv.FormatBool(l.word), far)
	x.Number(min(1, float64(apart)/20))
	x.Number(min(1, float64(len(all))/20))
}

// compareKinds writes what the kinds, the status and the weapons say.
func (v *view) compareKinds(i int, g *group, l *likeness, kinds string, x *maxent.Vector) {
	m, first := &v.Mentions[i], &v.Mentions[g.members[0]]
	x.Add("kinds", kinds)
	x.Add("kind", string(m.Kind), kinds)
	x.Add("kind pair", string(g.kind), string(m.Kind))
	x.Add("kind pair, when", string(g.kind), string(m.Kind), l.when.String())
	x.Add("kind pair, lineage", string(g.kind), string(m.Kind), l.lineage.String())
	x.AddIf(m.Status != first.Status, "status", string(m.Status), string(first.Status))
	x.AddIf(m.Weapon != "" && g.weapon == m.Weapon, "weapon same")
	x.AddIf(m.Weapon != "" && g.weapon != "" && g.weapon != m.Weapon, "weapon differs")
	x.Number(l.kinds)
}

// compareSetting writes what time and place say.
func (v *view) compareSetting(i int, g *group, l *likeness, kinds string, x *maxent.Vector) {
	t := &v.traits[i]
	when, where, any := l.when.String(), l.where.String(), l.any.String()
	x.Add("when", when)
	x.Add("where", where)
	x.Add("own where", l.ownWhere.String(), kinds)
	x.Add("when, where", kinds, when, where)
	x.Add("when, any", kinds, when, any)
	x.Add("where, any", kinds, where, any)
	x.AddIf(l.oneTime, "one time", kinds)
	x.AddIf(l.twoTimes, "two times", kinds)
	x.Add("told", l.told, t.told)
	x.Add("told, kinds", l.told, t.told, kinds)
	x.Add("told, tense", l.told, t.told, t.tense)
	x.Add("told, det", l.told, t.told, t.determiner)
	x.Add("lineage", l.lineage.String(), kinds)
	x.Add("lineage, when", l.lineage.String(), when, kinds)
	x.Add("new place", t.newPlace, kinds, where)
	x.Number(l.places)
}

// comparePeople writes what those who take part, those who were harmed and those who say so tell.
func (v *view) comparePeople(i int, g *group, l *likeness, kinds string, x *maxent.Vector) {
	t, hit, crowd := &v.traits[i], l.hit.String(), "none"
	if l.crowd >= 0 {
		crowd = bucket(l.crowd, 0, 1, 2, 3)
	}
	x.Add("initiator", l.doer.String())
	x.Add("target", hit)
	x.Add("parties", l.parties.String())
	x.Add("any", l.any.String(), kinds)
	x.Add("initiator, family", l.doer.String(), t.family)
	x.Add("target, family", hit, t.family)
	x.Add("parties, family", l.parties.String(), t.family)
	x.AddIf(l.opposed, "opposed", t.family)
	x.Add("crowd", crowd, kinds)
	x.Add("crowd, when", crowd, l.when.String())
	x.Add("new target", t.newTarget, kinds, hit)
	x.Add("people", v.samePeople(i, g), kinds)
	x.Add("tolls", l.tolls.String())
	x.Add("course", l.course, kinds)
	x.Add("said", v.said(g.members[len(g.members)-1], i), kinds)
}

// compareWords writes what the words say that tell of the mention and the group.
func (v *view) compareWords(i int, g *group, l *likeness, kinds string, x *maxent.Vector) {
	m, t, first, last := &v.Mentions[i], &v.traits[i], g.members[0], g.members[len(g.members)-1]
	names := sharedNames(t.names, g.names)
	x.Add("word", strconv.FormatBool(l.word), kinds)
	x.Add("names", names, kinds)
	x.Add("names, when", names, l.when.String())
	x.Add("tense", t.tense, v.traits[last].tense)
	x.Add("quantity", t.quantity, kinds)
	for _, w := range t.apart {
		x.Add("apart", w, kinds)
	}
	x.AddIf(t.plural, "plural", kinds)
	x.AddIf(t.plural != v.traits[first].plural, "one is plural", kinds)
	x.Add("relation", t.relation)
	x.Add("relation, kinds", t.relation, kinds)
	x.AddIf(v.Mentions[last].Overlaps(m.Span), "in one stretch", kinds)
	x.Number(l.words)
	x.Number(l.own)
	x.Number(g.own.shared(t.own))
	x.Number(g.words.shared(t.words))
	x.Number(l.trunk)
	x.Number(t.titled * g.words.shared(v.title))
}

// compareOrder writes what the course of the text says: how far it is to the last mention of the group, and what was told between.
func (v *view) compareOrder(i int, all []*group, k int, kinds, far string, x *maxent.Vector) {
	g, det := all[k], v.traits[i].determiner
	rank := bucket(v.rivals(i, all, k), 0, 1, 2, 4)
	salient := strconv.FormatBool(len(g.members) == v.largest)
	x.Add("far", far, kinds)
	x.Add("far, rank", far, rank)
	x.Add("det", det, kinds)
	x.Add("det, far", det, far)
	x.Add("det, rank", det, rank, kinds)
	x.Add("salient", salient, kinds)
	x.Add("salient, det", salient, det)
	x.Add("size", bucket(len(g.members), 1, 2, 4, 8), kinds)
	x.Add("rank", rank, kinds)
	x.AddIf(v.paragraph(i) == v.paragraph(g.members[len(g.members)-1]), "one paragraph", kinds)
	x.Add("opens", strconv.FormatBool(v.sentence[i] <= 1), strconv.FormatBool(v.sentence[g.members[0]] <= 1), kinds)
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

// said compares who tells of two mentions: one claim, one source, two, one of them in the report's own words, or both.
func (v *view) said(i, k int) string {
	a, b := v.traits[i].claim, v.traits[k].claim
	switch {
	case a < 0 && b < 0:
		return "none"
	case a < 0 || b < 0:
		return "one"
	case a == b:
		return "one claim"
	case v.Claims[a].Source == v.Claims[b].Source:
		return "one source"
	}
	return "two"
}
