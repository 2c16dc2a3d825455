package role

import (
	"strings"

	"sitrep"
)

// sideOf is the side of a player as the report tells it.
func (t *table) sideOf(p *player) string {
	if x := p.shares[0]; x.Entity >= 0 {
		return t.Cast.Entities[x.Entity].Side
	}
	return ""
}

// sideAs is the side of a player in a role of an event.
func (t *table) sideAs(event int, p *player, role int) string {
	if side := t.sideOf(p); side != "" || roles[role] != sitrep.Target {
		return side
	}
	return t.residence(event, t.namer(p, role).Entity)
}

// residence is the nationality of whoever is harmed and has no side by the report's own words: the country in which all of it happened, since the
// people in a market that is bombed are mostly those of its country. It is empty for who bears arms, has a name of his own, or may be from elsewhere.
func (t *table) residence(event, entity int) string {
	if entity < 0 {
		return ""
	}
	e := &t.Cast.Entities[entity]
	if harmedElsewhere[t.Events[event].Kind] || e.Side != "" || e.Named || e.Kind != sitrep.PeopleEntity && e.Kind != sitrep.PersonEntity || e.Civilian == sitrep.False || t.stranger(e) {
		return ""
	}
	return oneCountry(t.Events[event].Places)
}

// harmedElsewhere are the kinds of what is told of where people come to as much as of where they are from: who flees, is taken away, comes back or is
// helped.
var harmedElsewhere = map[sitrep.Kind]bool{sitrep.Abduction: true, sitrep.Release: true, sitrep.Displacement: true, sitrep.Aid: true, sitrep.Trial: true,
	sitrep.Deployment: true, sitrep.Withdrawal: true, sitrep.Sanction: true}

// stranger tells whether a word for somebody says that he need not be of the country where he is, or that he may bear arms.
func (t *table) stranger(e *sitrep.Entity) bool {
	for _, m := range e.Mentions[:min(len(e.Mentions), 6)] {
		for i := max(0, m.First); i < min(m.Last, len(t.Tokens)); i++ {
			if strangers[strings.ToLower(t.Tokens[i].Lemma)] {
				return true
			}
		}
	}
	return false
}

// oneCountry is the country in which all places lie, empty where they lie in several or in none.
func oneCountry(places []sitrep.Place) string {
	one := ""
	for i := range places {
		for _, c := range places[i].Countries {
			if one != "" && c != one {
				return ""
			}
			one = c
		}
	}
	return one
}

var strangers = set(`tourist foreigner foreign hostage captive passenger migrant immigrant refugee traveller traveler guest visitor peacekeeper observer
	worker journalist reporter diplomat expatriate contractor envoy pilgrim crew sailor international prisoner detainee
	militant gunman rebel fighter insurgent terrorist attacker assailant suspect bomber soldier troop police officer guard opponent opposition rival`)
