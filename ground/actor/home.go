package actor

import (
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// findHome decides which country the report is set in: the one whose places and people it names most.
func (sc *scene) findHome() {
	score := map[string]float64{}
	sc.score = score
	for _, t := range sc.Toponyms {
		if len(t.Place.Countries) == 1 && !t.Metonym && !t.Adjectival && !sc.dateline(&t) {
			score[t.Place.Countries[0]] += 2
		}
	}
	for _, m := range sc.matches {
		if len(m.others) > 0 {
			continue
		}
		switch m.kind {
		case countryName, demonymName, capitalName:
			score[m.side] += weight(m)
		}
	}
	best := 0.0
	for _, m := range sc.matches {
		if s := score[m.side]; m.side != "" && s > best {
			sc.home, best = m.side, s
		}
	}
	for _, t := range sc.Toponyms {
		if len(t.Place.Countries) == 1 && score[t.Place.Countries[0]] > best {
			sc.home, best = t.Place.Countries[0], score[t.Place.Countries[0]]
		}
	}
}

// dateline tells whether a place is the one from where the report was sent, which is often not where it is set: "BEIRUT —".
func (sc *scene) dateline(t *sitrep.Toponym) bool {
	name := sc.In(t.Span)
	return t.First < 4 && len(name) > 3 && name == strings.ToUpper(name)
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
	if sc.foreign(m) || sc.former(m) || sc.employed(m) || sc.ofOpponents(m) || sc.possessor(m) >= 0 {
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
		return sc.home
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
			return sc.home
		}
	}
	if one != "" {
		return one
	}
	return sc.home
}
