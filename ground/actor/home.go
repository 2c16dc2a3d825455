package actor

import (
	"sitrep"
	"sitrep/lexicon"
)

// findHome decides which country the report is set in: the one whose places and people it and its title name most.
func (sc *scene) findHome() {
	sc.score = map[string]float64{}
	var named []string // countries in the order of the text
	add := func(country string, n float64) {
		sc.score[country] += n
		named = append(named, country)
	}
	for _, m := range sc.matches {
		if sc.namesCountry(&m) && !sc.based(m.last) {
			add(m.side, weight(m))
		}
	}
	for _, t := range sc.Toponyms {
		if len(t.Place.Countries) == 1 && !t.Metonym && !t.Adjectival && t.First >= sc.opening && !sc.based(t.Last) {
			add(t.Place.Countries[0], 2)
		}
	}
	for _, m := range sc.headline() {
		if sc.namesCountry(&m) {
			add(m.side, 2*weight(m))
		}
	}
	best := 0.0
	for _, c := range named {
		if sc.score[c] > best {
			sc.home, best = c, sc.score[c]
		}
	}
}

// namesCountry tells whether a name is that of one country, of its people or of its capital.
func (sc *scene) namesCountry(m *match) bool {
	return len(m.others) == 0 && (m.kind == countryName || m.kind == demonymName || m.kind == capitalName)
}

// headline is the known names of the title.
func (sc *scene) headline() (all []match) {
	if sc.Title == nil {
		return nil
	}
	low := lowerForms(sc.Title.Tokens)
	for i := 0; i < len(low); i++ {
		if m, ok := sc.index.matchAt(sc.Title, low, i); ok {
			all, i = append(all, m), m.last-1
		}
	}
	return all
}

// based tells whether a name only says where somebody has his office: "the Freedonia-based broadcaster".
func (sc *scene) based(last int) bool {
	return last+1 < len(sc.low) && sc.low[last] == "-" && sc.low[last+1] == "based"
}

// weight is less for the powers that reports name wherever they are set.
func weight(m match) float64 {
	switch m.side {
	case "USA", "RUS", "GBR", "FRA":
		return 0.4
	}
	return 1
}

// mayTakeHome tells whether a mention without a word of whose it is means that of the country around it: "the army", "police".
func (sc *scene) mayTakeHome(m *mention) bool {
	if sc.loyal(m) && m.known == nil {
		return true
	}
	if m.pronoun || m.known != nil || m.name >= 0 && m.role == nil && m.body == nil || m.allegiance() != lexicon.OfBody || sc.armed(m, min(m.first, m.roleFirst)) {
		return false
	}
	if sc.foreign(m) || sc.former(m) || sc.employed(m) || sc.ofOpponents(m) || sc.ofSeveral(m) || sc.possessor(m) >= 0 {
		return false
	}
	if m.role == nil {
		return true
	}
	return m.role.Source != "" && !farther[m.role.Word]
}

// farther are words for what need not be of the country around it.
var farther = map[string]bool{"country": true, "nation": true, "power": true, "republic": true, "kingdom": true, "member state": true, "diplomat": true,
	"envoy": true, "ambassador": true, "mission": true, "delegation": true, "coalition": true, "alliance": true, "team": true, "commission": true, "agent": true,
	"peacekeeper": true, "observer": true, "peacekeeping force": true, "occupation": true, "office": true, "regional power": true, "negotiator": true,
	"western diplomat": true, "senior diplomat": true, "diplomatic source": true, "embassy": true, "consulate": true, "unit": true, "crew": true, "patrol": true, "contingent": true, "secretary general": true, "secretary-general": true, "pilot": true, "adviser": true, "state": true}

// foreign tells whether a word before the head says that somebody is not simply of the country around: "international troops", "Kurdish forces".
func (sc *scene) foreign(m *mention) bool {
	for i := min(m.first, m.roleFirst); i < m.head; i++ {
		if i+2 < m.head && sc.low[i+1] == "-" && support[sc.low[i+2]] {
			continue
		}
		if abroad[sc.low[i]] || sc.index.peoples[sc.low[i]] && sc.knownAt(i) == nil {
			return true
		}
	}
	return false
}

var abroad = map[string]bool{"international": true, "foreign": true, "multinational": true, "allied": true, "joint": true, "western": true, "coalition": true,
	"regional": true, "european": true, "arab": true, "african": true, "asian": true, "neighbouring": true, "neighboring": true, "world": true, "invading": true,
	"occupying": true, "rival": true, "enemy": true, "peacekeeping": true, "other": true, "both": true, "outside": true, "overseas": true, "visiting": true, "global": true}

// employed tells whether a body that the lists know stands before a role ("the Sinn Fein president"): its side counts, even where it has none.
func (sc *scene) employed(m *mention) bool {
	for i := min(m.first, m.roleFirst); i < m.head; i++ {
		if k := sc.knownAt(i); k != nil && (k.kind == groupName || k.kind == organisationName) {
			return true
		}
	}
	return false
}

// ofOpponents tells whether somebody is told to be of those who are apart from the state: "representatives of the opposition".
func (sc *scene) ofOpponents(m *mention) bool {
	for _, c := range sc.Tree.Children(m.head) {
		if c > m.head && sitrep.Is(sc.token(c).Deprel, "nmod") && sc.at[c] >= 0 {
			if o := &sc.mentions[sc.at[c]]; o.role != nil && (apart[o.role.Word] || o.role.Allegiance == lexicon.OfArmed) {
				return true
			}
		}
	}
	return false
}

// ofSeveral tells whether a body is told to be of several that a number counts: "a working group of the three", "the leaders of both countries".
func (sc *scene) ofSeveral(m *mention) bool {
	for _, c := range sc.Tree.All(m.head, "nmod") {
		k := sc.Tree.Child(c, "case")
		if k < 0 || c < m.head || sc.low[k] != "of" {
			continue
		}
		if d := sc.Tree.Child(c, "nummod", "det"); sc.token(c).UPOS == "NUM" || d >= 0 && (sc.token(d).UPOS == "NUM" || sc.low[d] == "both") && shared[sc.lemma(c)] {
			return true
		}
	}
	return false
}

// shared are words for those who may have a body in common.
var shared = map[string]bool{"country": true, "side": true, "state": true, "party": true, "nation": true, "neighbour": true, "neighbor": true, "government": true, "power": true, "guarantor": true}

// inDoubt tells whether some soldiers that a sentence counts may be those of another state that it names: "a strike by Ruritania on Freedonian
// troops killed four soldiers".
func (sc *scene) inDoubt(m *mention) bool {
	if !sc.counted(m) {
		return false
	}
	s, one := sc.Sentences[sc.Tree.Sentence(m.head)], ""
	for i := s.First; i < s.Last; i++ {
		k := sc.knownAt(i)
		if k == nil || k.kind != countryName && k.kind != demonymName && k.kind != capitalName {
			continue
		}
		if one != "" && k.side != one {
			return true
		}
		one = k.side
	}
	return false
}

// around is the country of the report, but for soldiers and police, who act where they are: that of the places that the sentence names, where they
// are of one.
func (sc *scene) around(m *mention) string {
	if source := sourceOf(m); source != sitrep.Belligerent && source != sitrep.LocalOfficial {
		return sc.oneHome()
	}
	s := sc.Sentences[sc.Tree.Sentence(m.head)]
	one := ""
	for i := s.First; i < s.Last; i++ {
		t := sc.places[i]
		if t == nil || t.Metonym || t.Adjectival || len(t.Place.Countries) != 1 {
			continue
		}
		if c := t.Place.Countries[0]; one == "" {
			one = c
		} else if one != c {
			return sc.oneHome()
		}
	}
	if one != "" {
		return one
	}
	return sc.oneHome()
}

// twoSided is how near the score of another country must come to that of the country that a report is set in for the report to be of both.
const twoSided = 0.75

// oneHome is the country that the report is set in, empty where it is about another one as much: "officials" of a border war may be of either side.
func (sc *scene) oneHome() string {
	for country, score := range sc.score {
		if country != sc.home && score >= twoSided*sc.score[sc.home] {
			return ""
		}
	}
	return sc.home
}
