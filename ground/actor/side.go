package actor

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// findSides says of every mention whose side it is on: by its own words, by the other mentions of its entity, by its surroundings.
func (sc *scene) findSides() {
	for k := range sc.mentions {
		m := &sc.mentions[k]
		m.side, m.sure = sc.told(m, 0)
		m.sure = m.sure && !sc.former(m)
	}
	sc.shareSides()
	sc.findOwned()
	sc.findFollowers()
	sc.findRebels()
	sc.findNamesakes()
	for k := range sc.mentions {
		if m := &sc.mentions[k]; m.side == "" && sc.mayTakeHome(m) && !sc.inDoubt(m) {
			m.side = sc.around(m)
		}
	}
	sc.shareSides()
}

// former tells whether an office is told as one that somebody left: its state need not be the bearer's side any more.
func (sc *scene) former(m *mention) bool {
	for i := m.first; i < m.head; i++ {
		switch sc.low[i] {
		case "former", "ex", "then", "ousted", "deposed", "exiled", "dissident", "renegade", "defected":
			return true
		}
	}
	return false
}

// shareSides gives an entity's mentions the side of the one that tells it best.
func (sc *scene) shareSides() {
	best := make([]int, len(sc.mentions))
	for k := range best {
		best[k] = -1
	}
	for k := range sc.mentions {
		m, r := &sc.mentions[k], sc.find(k)
		if m.side != "" && (best[r] < 0 || m.sure && !sc.mentions[best[r]].sure) {
			best[r] = k
		}
	}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if b := best[sc.find(k)]; b >= 0 && m.side == "" && !sc.neutral(m) {
			m.side, m.sure = sc.mentions[b].side, sc.mentions[b].sure
		}
	}
}

// neutral tells whether something is on nobody's side whatever stands around it.
func (sc *scene) neutral(m *mention) bool {
	return m.known != nil && m.known.kind == organisationName && m.known.side == ""
}

// deepest is how far "the spokesman of the head of the army" is followed.
const deepest = 3

// told is the side that a mention's own words tell, and whether they do.
func (sc *scene) told(m *mention, depth int) (string, bool) {
	if m.pronoun || depth > deepest {
		return "", false
	}
	if m.of >= 0 {
		return sc.told(&sc.mentions[m.of], depth+1)
	}
	if m.known != nil && m.role == nil && m.body == nil {
		return sc.sideOf(m.known, m.first, m.last), true
	}
	if t := sc.places[m.head]; t != nil && m.kind == sitrep.ThingEntity && len(t.Place.Countries) == 1 {
		return t.Place.Countries[0], true
	}
	a := m.allegiance()
	if m.role != nil && apart[m.role.Word] {
		return "", false
	}
	if a == lexicon.OfNobody && !(m.role != nil && m.role.Kind == lexicon.OrganisationRole) {
		return "", false
	}
	side, of := sc.modifier(m, a, depth)
	return side, of
}

// apart are words for those who are not on the side of whom they belong to.
var apart = map[string]bool{"opponent": true, "foe": true, "enemy": true, "rival": true, "critic": true, "adversary": true, "counterpart": true, "ally": true,
	"partner": true, "neighbor": true, "neighbour": true, "neighbor country": true, "neighbouring country": true, "neighboring country": true, "offshoot": true,
	"splinter group": true, "breakaway group": true, "dissident": true, "defector": true, "deserter": true, "successor": true, "host": true, "captor": true,
	"hostage": true, "captive": true, "prisoner": true, "detainee": true, "victim": true, "invader": true, "killer": true, "murderer": true, "opposition": true}

// sideOf is the side of a known name in the year of the report; first to last are the words around it.
func (sc *scene) sideOf(k *known, first, last int) string {
	switch {
	case k.kind == officialName:
		return k.sideIn(sc.year, func(word string) bool { return slices.Contains(sc.low[first:last], word) })
	case k.id == "RED_CRESCENT":
		return sc.nationBefore(first, last)
	}
	return k.side
}

// nationBefore is the nation whose society a Red Crescent is.
func (sc *scene) nationBefore(first, last int) string {
	for i := first; i < last; i++ {
		if k := sc.knownAt(i); k != nil && (k.kind == demonymName || k.kind == countryName) {
			return k.side
		}
	}
	return ""
}

// modifier is the side that the words before a head or the "of" behind it tell.
func (sc *scene) modifier(m *mention, a lexicon.Allegiance, depth int) (string, bool) {
	nation, body, place, union, lent := "", "", "", false, false
	first := min(m.first, m.roleFirst)
	for i := first; i < m.head; i++ {
		k := sc.knownAt(i)
		if t := sc.places[i]; k == nil && t != nil && len(t.Place.Countries) == 1 && sc.within(i, m.head) {
			place = t.Place.Countries[0]
		}
		if k == nil || sc.matches[sc.matched[i]].last-1 != i || !sc.counts(sc.matches[sc.matched[i]]) || !sc.within(i, m.head) {
			continue
		}
		switch k.kind {
		case regionName:
			if k.side != "" {
				place = k.side
			}
		case countryName, demonymName, capitalName:
			if i > first && sc.low[i-1] == "ethnic" {
				continue
			}
			// Of two the nearer one says whose somebody is, but "the U.S. Syria envoy" is no Syrian.
			if nation == "" || m.role == nil || !ambassadors[m.role.Word] {
				nation = k.side
			}
		default:
			if s := sc.sideOf(k, m.first, m.last); s != "" {
				body, union, lent = s, k.kind == organisationName, nation != ""
			}
		}
	}
	if m.known != nil && m.known.kind != officialName && nation == "" {
		nation = m.known.side
	}
	armed := sc.armed(m, first)
	if sc.loyal(m) {
		a, armed = lexicon.OfBody, false
	}
	switch {
	case sc.beside(m) != "":
		return sc.beside(m), true
	case body != "" && !(nation != "" && m.role != nil && lent && (outsiders[m.role.Word] || union && soldiers[m.role.Word])) && a != lexicon.OfNobody:
		return body, true
	case nation != "" && m.role != nil && peacekeepers[m.role.Word] && sc.mandate:
		return "UN", true
	case (a == lexicon.OfArmed || armed) && nation != "PSE":
	case nation != "" && a != lexicon.OfNobody:
		return nation, true
	case place != "" && a != lexicon.OfNobody:
		return place, true
	}
	if side, ok := sc.belongsTo(m, a, armed, depth); ok {
		return side, true
	}
	return "", false
}

var ambassadors = map[string]bool{"ambassador": true, "deputy ambassador": true, "permanent representative": true, "representative": true, "diplomat": true, "delegate": true, "envoy": true, "special envoy": true,
	"mediator": true, "coordinator": true, "policy": true, "mission": true}

// outsiders are words for a body of the world which a nation's name makes that nation's: "the Russian UN ambassador".
var outsiders = map[string]bool{"ambassador": true, "deputy ambassador": true, "permanent representative": true, "representative": true, "diplomat": true, "delegate": true}

// soldiers are words for those whom a state lends to a union of states and who stay its own: "a German ISAF soldier".
var soldiers = map[string]bool{"soldier": true, "troop": true, "officer": true, "commander": true, "pilot": true, "marine": true, "paratrooper": true}

// peacekeepers are words for those whom a state lends to the United Nations and who act for them.
var peacekeepers = map[string]bool{"peacekeeper": true, "blue helmet": true, "peacekeeping force": true, "peacekeeping troop": true, "observer": true}

// beside is the side of the group whose name stands right behind a word for what it is: "the Ruritanian movement Red Dawn".
func (sc *scene) beside(m *mention) string {
	if m.head+1 >= len(sc.low) || m.role == nil || m.role.Kind != lexicon.OrganisationRole {
		return ""
	}
	if k := sc.knownAt(m.head + 1); k != nil && k.kind == groupName && sc.matches[sc.matched[m.head+1]].first == m.head+1 {
		return k.side
	}
	return ""
}

// within tells whether a token before the head belongs to the head's phrase and stands in no phrase of its own with a preposition.
func (sc *scene) within(i, head int) bool {
	for steps := 0; i >= 0 && steps < 12; i, steps = sc.token(i).Head, steps+1 {
		if i == head {
			return true
		}
		if sc.prepositional(i) || sitrep.Is(sc.token(i).Deprel, "nsubj", "obj", "parataxis") {
			return false
		}
	}
	return false
}

// counts tells whether a name before a head says whose it is: not in "Iran-backed" or "London-based".
func (sc *scene) counts(m match) bool {
	if m.last+1 < len(sc.low) && sc.low[m.last] == "-" {
		return !support[sc.low[m.last+1]]
	}
	if m.last < len(sc.low) && support[sc.low[m.last]] {
		return false
	}
	return true
}

var support = map[string]bool{"backed": true, "based": true, "born": true, "supported": true, "funded": true, "sponsored": true, "financed": true, "armed": true,
	"trained": true, "style": true, "made": true, "built": true, "bound": true, "supplied": true, "occupied": true, "designated": true, "inspired": true,
	"educated": true, "brokered": true, "mediated": true, "speaking": true, "language": true, "installed": true, "besieged": true}

// armed tells whether a word before the head makes its bearer one of an armed group or of an opposition.
func (sc *scene) armed(m *mention, first int) bool {
	for i := first; i < m.head; i++ {
		if r := sc.index.roles[sc.low[i]]; r != nil && r.Allegiance == lexicon.OfArmed || sc.low[i] == "rebels" || sc.low[i] == "opposition" || strings.HasPrefix(sc.low[i], "anti-") {
			return true
		}
	}
	return false
}
