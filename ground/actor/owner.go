package actor

import (
	"sitrep"
	"sitrep/lexicon"
)

// loyal tells whether "pro-government" makes somebody one of the state's.
func (sc *scene) loyal(m *mention) bool {
	for i := max(0, m.head-3); i < m.head; i++ {
		switch sc.low[i] {
		case "pro-government", "pro-regime", "government-aligned", "government-allied", "loyalist":
			return true
		}
	}
	return false
}

// belongsTo is the side of the one whom "of", "for" or a possessive names.
func (sc *scene) belongsTo(m *mention, a lexicon.Allegiance, armed bool, depth int) (string, bool) {
	for _, c := range sc.Tree.Children(m.head) {
		rel := sc.token(c).Deprel
		if sitrep.Is(rel, "nmod", "compound") && sc.ties(c, m, a) {
			if side, ok := sc.owner(c, a == lexicon.OfArmed || armed, depth); ok {
				return side, true
			}
		}
	}
	return "", false
}

// ties tells whether a dependent says whose somebody is.
func (sc *scene) ties(c int, m *mention, a lexicon.Allegiance) bool {
	if c < m.head {
		return true
	}
	k := sc.Tree.Child(c, "case")
	if k < 0 {
		return false
	}
	switch sc.low[k] {
	case "of", "for", "from":
		return true
	case "in", "at", "with":
		first, _ := sc.Tree.Extent(c)
		return a == lexicon.OfPeople || first == m.head+1 && m.kind == sitrep.OrganisationEntity && (m.role == nil || !farther[m.role.Word] && !courts[m.role.Word])
	}
	return false
}

// courts are bodies that may sit in one country and be of another.
var courts = map[string]bool{"court": true, "tribunal": true, "supreme court": true, "high court": true, "force": true, "unit": true, "army": true, "military": true,
	"brigade": true, "contingent": true, "battalion": true, "regiment": true, "consulate general": true, "agency": true}

// owner is the side of the mention or the place at a token.
func (sc *scene) owner(c int, armed bool, depth int) (string, bool) {
	if k := sc.knownAt(c); k != nil && !sc.counts(sc.matches[sc.matched[c]]) {
		return "", false
	}
	if sc.at[c] >= 0 {
		o := &sc.mentions[sc.at[c]]
		if armed && o.known != nil && (o.known.kind == countryName || o.known.kind == capitalName || o.known.kind == demonymName) && o.known.side != "PSE" {
			return "", false
		}
		if side, ok := sc.told(o, depth+1); ok && side != "" {
			return side, true
		}
		return "", false
	}
	if t := sc.places[c]; t != nil && !armed && len(t.Place.Countries) == 1 {
		return t.Place.Countries[0], true
	}
	return "", false
}
