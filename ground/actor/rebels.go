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

// calledBy is the side of the only group of those named that a word for a people or a camp before the head may mean.
func (sc *scene) calledBy(m *mention, named []match) string {
	for i := min(m.first, m.roleFirst); i < m.head; i++ {
		ids := sc.index.fighters[sc.low[i]]
		if len(ids) == 0 {
			continue
		}
		side := ""
		for _, n := range named {
			if n.side == side || !slices.Contains(ids, n.id) {
				continue
			}
			if side != "" {
				return ""
			}
			side = n.side
		}
		return side
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
	near, all := "", ""
	manyNear, many := false, false
	sentence := sc.Tree.Sentence(m.head)
	for _, n := range named {
		if n.first >= m.first {
			break
		}
		many = many || all != "" && all != n.side
		all = n.side
		if sentence-sc.Tree.Sentence(n.first) <= 1 {
			manyNear = manyNear || near != "" && near != n.side
			near = n.side
		}
	}
	switch {
	case near != "" && !manyNear:
		return near
	case near == "" && !many:
		return all
	}
	return ""
}

// findRebels gives "the rebels" the side of the only armed group of the country that the report names.
func (sc *scene) findRebels() {
	only := ""
	for _, m := range sc.matches {
		if m.kind != groupName || m.side == only || sc.index.states[m.side] || m.country != sc.home {
			continue
		}
		if only != "" {
			return
		}
		only = m.side
	}
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
