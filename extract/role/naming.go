package role

import (
	"slices"

	"sitrep"
)

// namer is the share that names a player in a role: the part that speaks most for it, but no bare adjective ("Russian shelling"), and nobody whom
// only a pronoun places ("its officers"), where a noun ("Russian forces") speaks half as much.
func (t *table) namer(p *player, role int) share {
	chief := p.chief(role)
	if roles[role] == sitrep.Initiator {
		if d, ok := t.doers(p, chief); ok {
			return d
		}
	}
	weak := func(s share) bool { return t.Tokens[s.Head].UPOS == "ADJ" || t.possessed(s.Head) }
	if !weak(chief) {
		return chief
	}
	nouns := player{shares: slices.DeleteFunc(slices.Clone(p.shares), func(s share) bool { return weak(s) || 2*s.Odds[role] < chief.Odds[role] })}
	if len(nouns.shares) == 0 {
		return chief
	}
	return nouns.chief(role)
}

// possessed tells whether a noun has a possessive pronoun.
func (t *table) possessed(head int) bool {
	return slices.ContainsFunc(t.Tree.All(head, "nmod:poss"), func(c int) bool { return t.Tokens[c].UPOS == "PRON" })
}

// doers is the share that names whoever did a deed by hand ("rebels of the front attacked"), where what speaks most for the part names only the body
// that they are of; that stays their organisation.
func (t *table) doers(p *player, chief share) (best share, ok bool) {
	if t.Cast == nil || chief.Entity < 0 || t.Cast.Entities[chief.Entity].Kind != sitrep.OrganisationEntity {
		return chief, false
	}
	for _, s := range p.shares {
		if s.Entity < 0 || s.Rule != sitrep.Initiator || tier(s.Tier) != plainly || 2*s.Odds[0] < chief.Odds[0] {
			continue
		}
		if k := t.Cast.Entities[s.Entity].Kind; (k == sitrep.PeopleEntity || k == sitrep.OrganisationEntity) && fighters(&t.Tokens[s.Head]) && (!ok || s.Odds[0] > best.Odds[0]) {
			best, ok = s, true
		}
	}
	return best, ok
}

// stateFor puts whoever of its side the report speaks of most in the place of a town or a building, which does nothing itself.
func (t *table) stateFor(a *sitrep.Actor) {
	best := -1
	for i := range t.Cast.Entities {
		e := &t.Cast.Entities[i]
		if e.Side == a.Side && a.Side != "" && e.Kind == sitrep.OrganisationEntity && len(e.Mentions) > 0 &&
			(best < 0 || len(e.Mentions) > len(t.Cast.Entities[best].Mentions)) {
			best = i
		}
	}
	if best >= 0 {
		e := &t.Cast.Entities[best]
		a.Head, a.Mentions = e.Mentions[0].Head, []sitrep.Span{e.Mentions[0].Span}
		a.Entity, a.Name, a.ActorID, a.Kind, a.Named, a.Description, a.Group = best, e.Name, e.Actor, e.Kind, e.Named, e.Description, e.Organisation
	}
}

// actor is the player as an actor of its event.
func (t *table) actor(event int, p *player, role int, sure float64) sitrep.Actor {
	x := t.namer(p, role)
	a := actor(t.Story, &Candidate{Entity: x.Entity, Head: x.Head}, roles[role])
	if a.Kind == sitrep.ThingEntity && a.Role != sitrep.Target {
		t.stateFor(&a)
	}
	if c := p.chief(role); roles[role] == sitrep.Initiator && a.Group == "" && c.Entity >= 0 && c.Entity != x.Entity && t.Cast.Entities[c.Entity].Kind == sitrep.OrganisationEntity {
		a.Group = t.Cast.Entities[c.Entity].Name
	}
	a.Why = []sitrep.Reason{{Field: "role", Rule: "extract/role/cast.bin", Words: a.Mentions[0], Score: sure}}
	if home := t.residence(event, x.Entity); a.Role == sitrep.Target && home != "" {
		a.Side = home
		a.Why = append(a.Why, sitrep.Reason{Field: "side", Rule: "where it happened", Words: a.Mentions[0]})
	}
	if a.Role == sitrep.Initiator && x.Confidence != "" {
		a.Confidence = x.Confidence
		if x.Hedge >= 0 {
			a.Why = append(a.Why, sitrep.Reason{Field: "confidence", Rule: string(x.Confidence), Words: t.Tokens[x.Hedge].Span})
		}
	}
	return a
}
