package role

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed cast.bin
var castBin []byte

var builtInCast = sync.OnceValue(func() *maxent.Model { return decode("cast", castBin) })

// Caster is the step of reading that chooses the actors of whole events, from what all mentions of each say of who has a part in it.
type Caster struct{ *decider }

// NewCaster makes the step.
func NewCaster() *Caster { return &Caster{newDecider(builtInCast())} }

// Name is "cast".
func (*Caster) Name() string { return "cast" }

// Read fills the actors of every event.
func (c *Caster) Read(s *sitrep.Story) error {
	t := newTable(s)
	for i := range s.Events {
		odds := make([][4]float64, len(t.players[i]))
		for k, p := range t.players[i] {
			v := t.vector(i, p)
			q := c.Probabilities(&v, nil)
			for r := range roles {
				odds[k][r] = q[c.class[r]]
			}
		}
		s.Events[i].Actors = t.settle(i, odds, &Leasts)
	}
	t.tellNames()
	t.pairUp()
	t.tellEffects()
	return nil
}

// Least is what an actor of an event must be worth.
type Least struct {
	// Worth is by role: how likely it has that role, with half of how likely it has another.
	Worth [4]float64
	// Initiator is how likely an initiator must be one, Guessed one that no words tie to the deed, and Target how likely at most the one to whom it
	// was done: a doer that the report does not give harms somebody.
	Initiator, Guessed, Target float64
}

// Leasts are those of the model that is built in, the best of reports that no model saw, where nine initiators in ten are right.
var Leasts = Least{[4]float64{0.2, 0.25, 0.2, 0.25}, 0.35, 0.5, 0.1}

// settle makes actors of the players of an event that are worth it, the surest first.
func (t *table) settle(event int, odds [][4]float64, l *Least) []sitrep.Actor {
	var all []sitrep.Actor
	for k, p := range t.players[event] {
		odds[k] = t.barred(event, p, odds[k])
	}
	sides := t.pooled(event, odds)
	for k, p := range t.players[event] {
		r := l.role(t.Events[event].Kind, p, odds[k], sides[k])
		if t.struck(event, p, odds[k]) {
			r = slices.Index(roles, sitrep.Target)
		}
		if r < 0 {
			continue
		}
		if a := t.actor(event, p, r, odds[k][r]); a.Kind != sitrep.ThingEntity || a.Role == sitrep.Target {
			all = append(all, a)
		}
	}
	if personal(t.Events[event].Kind) {
		all = t.evident(event, 0, odds, all, t.namedBy)
		all = t.evident(event, 1, odds, all, t.thingHit)
	}
	slices.SortStableFunc(all, func(a, b sitrep.Actor) int { return cmp.Compare(b.Why[0].Score, a.Why[0].Score) })
	return distinct(all)
}

// evident adds to the actors of a deed the likeliest of those whom its words name in a role in which it has nobody surer. The model, which has seen few
// that have neither name nor side, and few things that were hit, is seldom sure of one.
func (t *table) evident(event, role int, odds [][4]float64, all []sitrep.Actor, named func(share, [4]float64) bool) []sitrep.Actor {
	if slices.ContainsFunc(all, func(a sitrep.Actor) bool { return a.Role == roles[role] }) {
		return all
	}
	best := -1
	for k, p := range t.players[event] {
		if (best < 0 || odds[k][role] > odds[best][role]) && slices.ContainsFunc(p.shares, func(s share) bool { return named(s, odds[k]) }) {
			best = k
		}
	}
	if best < 0 {
		return all
	}
	return append(all, t.actor(event, t.players[event][best], role, odds[best][role]))
}

// namedBy tells whether somebody is named as the doer in so many words: behind "by" or a word of blame, or, where nothing else says who they are, before the verb.
func (t *table) namedBy(s share, odds [4]float64) bool {
	if s.Entity < 0 || s.Rule != sitrep.Initiator || tier(s.Tier) != plainly || t.Cast.Entities[s.Entity].Kind == sitrep.ThingEntity {
		return false
	}
	return odds[0] >= leastTold && odds[1] <= max(Leasts.Target, odds[0]/2) && (s.Slot == agent || s.Slot == blamed || s.Slot == subject && t.nameless(s) && t.marks[s.Head].harm == "")
}

// nameless tells whether a part is that of people of whom the report knows neither name nor side.
func (t *table) nameless(s share) bool {
	if s.Entity < 0 {
		return false
	}
	e := &t.Cast.Entities[s.Entity]
	return (e.Kind == sitrep.PeopleEntity || e.Kind == sitrep.PersonEntity) && !e.Named && e.Side == ""
}

// thingHit tells whether a thing is named as what was hit.
func (t *table) thingHit(s share, odds [4]float64) bool {
	return odds[1] >= leastHit && odds[0] <= odds[1] && s.Rule == sitrep.Target && t.marks[s.Head].place == "" &&
		(s.Entity < 0 || t.Cast.Entities[s.Entity].Kind == sitrep.ThingEntity)
}

// leastTold is how likely an initiator somebody must be whom grammar makes one, leastHit how likely a target something must be.
const leastTold, leastHit = 0.03, 0.05

// role is the likeliest role of a player in an event of a kind by its own odds and those of all of its side, -1 for none. Who fights and may have
// begun it, but not surely enough, is still a side of the fighting.
func (l *Least) role(k sitrep.Kind, p *player, odds, side [4]float64) int {
	best, any := 0, 0.0
	for r, q := range odds {
		any += q
		if q > odds[best] {
			best = r
		}
	}
	if roles[best] == sitrep.Initiator && !l.blames(p, odds) {
		if oneSided(k) {
			return -1
		}
		best = slices.Index(roles, sitrep.Party)
	}
	sure := odds[best]
	if roles[best] == sitrep.Target {
		sure = side[best]
	}
	if (sure+max(any, sure))/2 < l.Worth[best] {
		return -1
	}
	return best
}

// pooled are the odds of each player with those of all others of its side: that something was done to a side is as likely as that it was done to its
// soldiers, its people or its towns.
func (t *table) pooled(event int, odds [][4]float64) [][4]float64 {
	out := slices.Clone(odds)
	for r := range roles {
		sum, side := map[string]float64{}, make([]string, len(odds))
		for k, p := range t.players[event] {
			side[k] = t.sideAs(event, p, r)
			sum[side[k]] += odds[k][r]
		}
		for k := range out {
			if side[k] != "" {
				out[k][r] = min(1, sum[side[k]])
			}
		}
	}
	return out
}

// struck tells whether a player is a thing that the words of an attack say was hit, or somebody by name to whom they say it was done: what is bombed or
// burned is a target, whoever owns it. The model, which has seen more people than things hit, is seldom sure of one.
func (t *table) struck(event int, p *player, odds [4]float64) bool {
	if !personal(t.Events[event].Kind) || odds[1] < leastStruck {
		return false
	}
	return slices.ContainsFunc(p.shares, func(s share) bool {
		if s.Rule != sitrep.Target {
			return false
		}
		undergoes := tier(s.Tier) == plainly && (s.Slot == object || s.Slot == undergoer)
		suffers := undergoes || tier(s.Tier) == plainly && (s.Slot == "of" || s.Slot == owner) && doneTo[t.Tokens[t.Mentions[t.Events[event].MentionsOf[s.mention]].Trigger].Lemma]
		return suffers && t.person(s.Head) || (undergoes || t.ruins(s) || t.aimed(s)) && t.hittable(s)
	})
}

// aimed tells whether a player is what something was fired or thrown at. What else was done at a place was only done there.
func (t *table) aimed(s share) bool {
	h := t.Tokens[s.Head].Head
	return s.Slot == "at" && h >= 0 && sends[t.Tokens[h].Lemma]
}

// sends are what is done with munitions.
var sends = set(`fire shoot throw hurl lob launch aim toss`)

// hittable tells whether a part is that of a thing, or of a body that a building is called by.
func (t *table) hittable(s share) bool {
	lemma := t.Tokens[s.Head].Lemma
	if s.Entity < 0 || settlements[lemma] {
		return false
	}
	k := t.Cast.Entities[s.Entity].Kind
	return k == sitrep.ThingEntity || k == sitrep.OrganisationEntity && buildings[lemma]
}

// ruins tells whether a player is what the deed is said to have destroyed or damaged.
func (t *table) ruins(s share) bool {
	h := t.Tokens[s.Head].Head
	if h < 0 || s.Slot != affected && s.Slot != "to" {
		return false
	}
	lemma := t.Tokens[h].Lemma
	if o := t.Tree.Child(h, "obj"); o >= 0 && harmNouns[t.Tokens[o].Lemma] != "" {
		return true // "caused damage to it"
	}
	return became[lemma] != "" || harmNouns[lemma] != "" || s.Slot == "to" && lemma == "set"
}

// leastStruck is how likely a target a thing must be that grammar makes one.
const leastStruck = 0.03

// settlements are where something was rather than what it hit.
var settlements = set("city town village hamlet area district neighborhood neighbourhood suburb quarter camp settlement region province place side")

// violent are the kinds of deeds that hit things.
var violent = map[sitrep.Kind]bool{sitrep.Attack: true, sitrep.Bombing: true, sitrep.Shelling: true, sitrep.Airstrike: true, sitrep.Destruction: true}

// blames tells whether a player is surely enough the initiator.
func (l *Least) blames(p *player, odds [4]float64) bool {
	least := l.Guessed
	if p.ruled(sitrep.Initiator) {
		least = l.Initiator
	}
	return odds[0] >= least && odds[1] <= l.Target
}

// barred are the odds of a player without those of a role that the event's own words rule out: whoever attacks is not attacked, and whoever only
// tells of a deed has not done it.
func (t *table) barred(event int, p *player, odds [4]float64) [4]float64 {
	e := &t.Events[event]
	if !oneSided(e.Kind) {
		return t.brokered(event, p, odds)
	}
	does, suffers := p.plainly(sitrep.Initiator), p.plainly(sitrep.Target)
	switch {
	case does && !suffers:
		odds[1] = 0
	case suffers && !does, !p.ruled(sitrep.Initiator) && t.speaks(e, p):
		odds[0] = 0
	}
	return odds
}

// brokered gives the odds of a party to the mediator where the report calls a player one and no grammar makes it a party, and none to whoever only tells of
// what two others are the sides of.
func (t *table) brokered(event int, p *player, odds [4]float64) [4]float64 {
	if t.absent(p) {
		return [4]float64{}
	}
	if p.ruled(sitrep.Party) {
		return odds
	}
	if p.ruled(sitrep.Mediator) || t.broker(p) {
		odds[2], odds[3] = 0, odds[2]+odds[3]
	}
	if e := &t.Events[event]; e.Kind != sitrep.Talks && (t.speaks(e, p) || t.source(p)) && t.sided(event) {
		odds[2] = 0
	}
	return odds
}

// source tells whether a player is named as the source of what somebody says, wherever it is named in the event's sentences.
func (t *table) source(p *player) bool {
	return !slices.ContainsFunc(p.shares, func(s share) bool { return !t.marks[s.Head].says })
}

// sided tells whether grammar names two sides of an accord or more: whoever only tells of it then is none.
func (t *table) sided(event int) bool {
	n := 0
	for _, p := range t.players[event] {
		if p.ruled(sitrep.Party) {
			n++
		}
	}
	return n > 1
}

// broker tells whether the report calls a player an envoy or a mediator.
func (t *table) broker(p *player) bool {
	return slices.ContainsFunc(p.shares, func(s share) bool { return s.Entity >= 0 && brokers(t.Story, &t.Cast.Entities[s.Entity]) })
}

// plainly tells whether a mention of the event has the player in a slot of its verb that says its part.
func (p *player) plainly(r sitrep.Role) bool {
	return slices.ContainsFunc(p.shares, func(s share) bool { return s.Rule == r && tier(s.Tier) == plainly && clausal[s.Slot] })
}

// ruled tells whether the rules give the player a role in a mention of the event.
func (p *player) ruled(r sitrep.Role) bool {
	return slices.ContainsFunc(p.shares, func(s share) bool { return s.Rule == r })
}

// clausal are the slots of a verb itself.
var clausal = map[string]bool{subject: true, object: true, undergoer: true, agent: true}
