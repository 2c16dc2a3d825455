package event

import "sitrep"

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

// likeness is how a mention stands to the members of a group, taken together.
type likeness struct {
	when, where, ownWhere            best
	doer, hit, parties, any          best
	tolls                            best
	someKind, everyKind              bool    // members have the kind of the mention
	word                             bool    // one has its trigger's lemma
	words, own, trunk, kinds, places float64 // the likeness of the member that is most alike in this
	oneTime, twoTimes                bool    // both times are sure, and are one or are not
	opposed                          bool    // the doer in one is the one hit in the other
	lineage                          lineage
	course                           string // how a figure of the mention stands to one of the group
	crowd                            int    // how many of those who may be actors are the same, -1 where none may be
	told                             string // when the group is, by the first member that tells
}

// likeness compares a mention with the members of a group.
func (v *view) likeness(i int, g *group) likeness {
	m, t := &v.Mentions[i], &v.traits[i]
	l := likeness{everyKind: true, crowd: -1, told: untold}
	for _, n := range g.unlike {
		o, other := &v.Mentions[n], &v.traits[n]
		l.timeOf(v, n, i)
		l.where.add(v.places(o.Places, m.Places))
		l.ownWhere.add(v.places(other.where, t.where))
		l.places = max(l.places, other.odds.shared(t.odds))
		l.lineage = max(l.lineage, v.lineages(o.Places, m.Places))
		l.doer.add(roles(o.Actors, m.Actors, sitrep.Initiator))
		l.hit.add(roles(o.Actors, m.Actors, sitrep.Target))
		l.parties.add(roles(o.Actors, m.Actors, sitrep.Party, sitrep.Mediator))
		l.any.add(roles(o.Actors, m.Actors, sitrep.Initiator, sitrep.Target, sitrep.Party))
		l.opposed = l.opposed || opposed(o.Actors, m.Actors)
		if len(other.crowd) > 0 && len(t.crowd) > 0 {
			l.crowd = max(l.crowd, other.crowd.common(t.crowd))
		}
		l.tolls.add(v.counts(o.Tolls, m.Tolls))
		if l.course == "" {
			l.course = v.course(o.Tolls, m.Tolls)
		}
		l.someKind, l.everyKind = l.someKind || o.Kind == m.Kind, l.everyKind && o.Kind == m.Kind
		l.kinds = max(l.kinds, sharedKinds(o.Scores, m.Scores))
		l.word = l.word || other.word == t.word
		l.words = max(l.words, other.words.shared(t.words))
		l.own = max(l.own, other.own.shared(t.own))
		l.trunk = max(l.trunk, v.alike(n, i))
	}
	return l
}

// sureTime is how sure a time must be for it to speak by itself.
const sureTime = 0.8

// timeOf takes in how the time of a mention stands to that of a member.
func (l *likeness) timeOf(v *view, member, mention int) {
	f := v.days(member, mention)
	l.when.add(f)
	if min(v.Mentions[member].WhenScore, v.Mentions[mention].WhenScore) > sureTime {
		l.oneTime, l.twoTimes = l.oneTime || f == same, l.twoTimes || f == distinct
	}
	if told := v.traits[member].told; told != untold && (l.told == untold || l.told == assumed) {
		l.told = told
	}
}

// kindFit names how the kinds of a group's members stand to that of a mention.
func (l *likeness) kindFit(oneFamily bool) string {
	switch {
	case l.everyKind:
		return "same"
	case l.someKind:
		return "some"
	case oneFamily:
		return "family"
	}
	return "other"
}

// sharedKinds is how much two mentions have in common in the kinds that they may be of, 0 to 1.
func sharedKinds(a, b []sitrep.KindScore) float64 {
	sum := 0.0
	for _, x := range a {
		for _, y := range b {
			if x.Kind == y.Kind {
				sum += min(x.Score, y.Score)
			}
		}
	}
	return sum
}

// opposed tells whether one who did something in one mention suffered it in the other.
func opposed(a, b []sitrep.Actor) bool {
	for i := range a {
		for k := range b {
			p, q := &a[i], &b[k]
			turned := p.Role == sitrep.Initiator && q.Role == sitrep.Target || p.Role == sitrep.Target && q.Role == sitrep.Initiator
			if turned && (p.Entity >= 0 && p.Entity == q.Entity || p.Side != "" && p.Side == q.Side) {
				return true
			}
		}
	}
	return false
}

// course says how the first figure of the later of two mentions stands to one of the same harm in the earlier, empty where none is told by both.
func (v *view) course(earlier, later []int) string {
	out := ""
	for _, i := range earlier {
		for _, k := range later {
			x, y := &v.Tolls[i], &v.Tolls[k]
			switch {
			case x.Harm != y.Harm || x.Count == 0 || y.Count == 0:
			case x.Count == y.Count:
				return "same"
			case out == "":
				out = string(x.Harm) + " " + growth(float64(y.Count)/float64(x.Count))
			}
		}
	}
	return out
}

// growth names the quotient of two figures that differ.
func growth(quotient float64) string {
	switch {
	case quotient < 0.2:
		return "far less"
	case quotient < 0.7:
		return "less"
	case quotient < 1:
		return "somewhat less"
	case quotient < 1.5:
		return "somewhat more"
	case quotient < 5:
		return "more"
	}
	return "far more"
}
