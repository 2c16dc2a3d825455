package event

import (
	"cmp"
	"slices"

	"sitrep"
	"sitrep/internal/maxent"
)

// leastKin is how likely two groups must be one happening for the weaker to be put to the stronger where it cannot stand alone: the best of the
// cross-validation over the answers.
const leastKin = 0.35

// standing is a group as an event.
type standing struct {
	*group
	event  sitrep.Event
	words  maxent.Vector
	stale  bool // it has got mentions since
	joined bool // its mentions are another's now
}

// stand describes a group as it is now.
func (m *Models) stand(v *view, c *company, s *standing) {
	s.event, s.stale = build(v, s.members), false
	s.words.Reset()
	v.describe(&s.event, &s.words)
	c.describe(s.group, &s.words)
	s.event.Score = m.Worth.Of("event", &s.words)
}

// settle puts groups that a careful reader would hardly enter as they are to those that they come nearest to: two tellings of one happening
// that were not joined would else both be lost. The weakest goes first.
func (m *Models) settle(v *view, all []*group) []*standing {
	c, out, owner := companyOf(all), make([]*standing, len(all)), make([]*standing, len(v.Mentions))
	for k, g := range all {
		out[k] = &standing{group: g}
		m.stand(v, c, out[k])
		for _, i := range g.members {
			owner[i] = out[k]
		}
	}
	weakest := slices.Clone(out)
	slices.SortStableFunc(weakest, func(a, b *standing) int { return cmp.Compare(a.event.Score, b.event.Score) })
	for _, s := range weakest {
		if s.stale {
			m.stand(v, c, s)
		}
		if s.event.Score >= leastWorth || s.kin < 0 || s.likely < leastKin || owner[s.kin] == s {
			continue
		}
		to := owner[s.kin]
		for _, i := range s.members {
			owner[i] = to
		}
		to.take(s)
	}
	m.renew(v, c, out)
	v.retold(out)
	joinPairs(out, v.repeated)
	joinPairs(out, summed)
	joinPairs(out, v.oneScene)
	out = slices.DeleteFunc(out, func(s *standing) bool { return s.joined })
	m.renew(v, c, out)
	return out
}

// take gives a group the mentions of another one; renew puts them in order.
func (to *standing) take(s *standing) {
	to.members, to.stale, s.joined = append(to.members, s.members...), true, true
}

// joinPairs joins each group with those before it of which it tells the same.
func joinPairs(all []*standing, one func(to, s *standing) bool) {
	for k, s := range all {
		for _, to := range all[:k] {
			if !s.joined && !to.joined && one(to, s) {
				to.take(s)
			}
		}
	}
}

// renew describes the groups anew that have got mentions.
func (m *Models) renew(v *view, c *company, out []*standing) {
	for _, s := range out {
		if s.stale && !s.joined {
			slices.Sort(s.members)
			m.stand(v, c, s)
		}
	}
}

// events are the happenings of a story that a careful reader would enter, in the order of their first mentions.
func (m *Models) events(v *view) []*standing {
	out, weak := []*standing(nil), []*standing(nil)
	all := m.settle(v, m.groups(v))
	for _, s := range all {
		if s.enters(v) {
			out = append(out, s)
		} else {
			weak = append(weak, s)
		}
	}
	if len(out) == 0 {
		out, weak = v.subject(weak)
	}
	taken := false
	for _, s := range weak {
		if to := v.lastTold(out, s); to != nil && s.counts() {
			to.take(s)
			taken = true
		}
	}
	if taken {
		m.renew(v, companyOf(groupsOf(all)), out)
	}
	slices.SortStableFunc(out, func(a, b *standing) int { return a.members[0] - b.members[0] })
	return out
}

func groupsOf(all []*standing) []*group {
	var out []*group
	for _, s := range all {
		if !s.joined {
			out = append(out, s.group)
		}
	}
	return out
}

// enters tells whether a careful reader would enter the event.
func (s *standing) enters(v *view) bool {
	if s.family == "diplomacy" && v.unarmed() {
		return false
	}
	least := leastWorth
	if len(s.event.Tolls) > 0 {
		least = leastWorthTolls
	}
	if v.Mentions[chief(v, s.members)].Score >= sureMention {
		least = leastWorthSure
	}
	if s.leads(v) {
		least = min(least, leastWorthLead)
	}
	return s.event.Score >= least
}

// subject takes of the events of a report, of which none is likely enough to be entered, the likeliest that is told by a word for a deliberate deed and says
// who did it or to whom it was done: the report has no other subject.
func (v *view) subject(weak []*standing) (out, rest []*standing) {
	best := -1
	for k, s := range weak {
		i := chief(v, s.members)
		if !deliberate[v.trigger(i)] || v.Mentions[i].Score < leastSubjectMention || s.event.Score < leastSubject || len(s.event.Actors) == 0 {
			continue
		}
		if best < 0 || s.event.Score > weak[best].event.Score {
			best = k
		}
	}
	if best < 0 {
		return nil, weak
	}
	return weak[best : best+1 : best+1], slices.Delete(slices.Clone(weak), best, best+1)
}

// deliberate are the words that tell of nothing but a deed that somebody means to do.
var deliberate = wordSet("assassinate assassination murder killing shoot shooting attack bomb bombing explosion blast ambush massacre execute execution kidnap kidnapping abduct abduction raid")

// leads tells whether an event is what the report opens with, by a word that is read with some certainty: what a report opens with it is about. The model has seen
// few reports of one or two sentences, and thinks little of what is told once.
func (s *standing) leads(v *view) bool {
	first := s.members[0]
	return v.sentence[first] <= opening && v.sentence[first] == v.sentence[0] && v.Mentions[first].Score >= likelyMention
}
