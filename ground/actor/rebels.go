package actor

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
