package actor

import (
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// findFollowers gives fighters of a people or a camp ("Tamil rebels"), and a group that is meant again ("the separatist group"), the side of the armed group
// of the report that is meant so.
func (sc *scene) findFollowers() {
	named := sc.namedGroups()
	if len(named) == 0 {
		return
	}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.side != "" || m.known != nil || m.name >= 0 || m.role == nil || m.role.Allegiance != lexicon.OfArmed || m.of >= 0 {
			continue
		}
		if side := sc.calledBy(m, named); side != "" {
			m.side = side
		} else if sc.again(m) {
			m.side = sc.lastGroup(m, named)
		}
	}
}

// namedGroups are the armed groups that the report names, in the order of its words.
func (sc *scene) namedGroups() (named []match) {
	for _, m := range sc.matches {
		if m.kind == groupName && m.side != "" && !sc.index.states[m.side] {
			named = append(named, m)
		}
	}
	return named
}

// onlySide is the one side that some groups have, empty where they have several or there are none.
func onlySide(groups []match) string {
	side := ""
	for _, g := range groups {
		if side != "" && g.side != side {
			return ""
		}
		side = g.side
	}
	return side
}

// chosen are those of some groups for which something holds.
func chosen(groups []match, holds func(match) bool) (out []match) {
	for _, g := range groups {
		if holds(g) {
			out = append(out, g)
		}
	}
	return out
}

// calledBy is the side of the only group of those named that a word for a people or a camp before the head may mean.
func (sc *scene) calledBy(m *mention, named []match) string {
	for i := min(m.first, m.roleFirst); i < m.head; i++ {
		if ids := sc.index.fighters[sc.low[i]]; len(ids) > 0 {
			return onlySide(chosen(named, func(g match) bool { return slices.Contains(ids, g.id) }))
		}
	}
	return ""
}

// again tells whether an organisation is meant again: "the militant group", without a word of another people or country.
func (sc *scene) again(m *mention) bool {
	if m.role.Kind != lexicon.OrganisationRole || m.plural || !wholes[sc.low[m.head]] || sc.low[m.first] != "the" || sc.foreign(m) {
		return false
	}
	for i := m.first; i < m.head; i++ {
		if u := sc.token(i).UPOS; u == "PROPN" || sc.knownAt(i) != nil || len(sc.index.fighters[sc.low[i]]) > 0 {
			return false
		}
	}
	return !slices.ContainsFunc(sc.Tree.Children(m.head), func(c int) bool { // "the group of fighters", "the group that shelled Dol"
		return c > m.head && sitrep.Is(sc.token(c).Deprel, "nmod", "acl", "appos")
	})
}

// wholes are words for a group as a whole.
var wholes = map[string]bool{"group": true, "organization": true, "organisation": true, "movement": true, "network": true, "militia": true, "insurgency": true}

// lastGroup is the side of the group that was named last before a mention: in its sentence or the one before, no other beside it, or the only one so far.
func (sc *scene) lastGroup(m *mention, named []match) string {
	sentence := sc.Tree.Sentence(m.head)
	before := chosen(named, func(g match) bool { return g.first < m.first })
	if near := chosen(before, func(g match) bool { return sentence-sc.Tree.Sentence(g.first) <= 1 }); len(near) > 0 {
		return onlySide(near)
	}
	return onlySide(before)
}

// findRebels gives "the rebels" the side of the only armed group of the country that the report names.
func (sc *scene) findRebels() {
	only := onlySide(chosen(sc.namedGroups(), func(g match) bool { return g.country == sc.home }))
	if only == "" {
		return
	}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.side == "" && m.known == nil && m.name < 0 && m.role != nil && rebels[m.role.Word] && sc.plain(m) {
			m.side = only
		}
	}
}

// plain tells whether nothing but numbers and articles stands before a role word.
func (sc *scene) plain(m *mention) bool {
	for i := m.first; i < min(m.roleFirst, m.head); i++ {
		if u := sc.token(i).UPOS; u == "PROPN" || u == "ADJ" || u == "NOUN" {
			return false
		}
	}
	return !sc.foreign(m)
}

// rebels are words that a report of one armed group uses of its people.
var rebels = map[string]bool{"rebel": true, "insurgent": true, "guerrilla": true, "separatist": true, "rebel leader": true, "rebel commander": true, "rebel group": true,
	"guerrilla group": true, "rebel movement": true, "insurgency": true, "rebel force": true, "rebel forces": true}
