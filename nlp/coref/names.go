package coref

import (
	"strings"

	"sitrep"
)

// personName is the two names that tell persons apart, as word ids; 0 is unknown.
type personName struct{ given, surname int32 }

func (p personName) or(o personName) personName {
	if p.surname == 0 {
		return o
	}
	if p.given == 0 && p.surname == o.surname {
		p.given = o.given
	}
	return p
}

// nameIndex finds the mentions of a name by its keys. Values are indices in state.mentions + 1.
type nameIndex struct {
	exact   map[string]int32 // key of the whole name
	acronym map[string]int32 // initials of a name of several words
	persons map[int32]int32  // word id of a surname or a lone name → last entry in entries
	givens  map[int32]int32  // word id of a given name → last mention
	entries []personEntry
	bodies  map[int32]int32 // word id in an organisation's name → last such name
	key     []byte
}

// personEntry is one of the persons with a surname; prev is the one before with the same surname.
type personEntry struct{ mention, prev int32 }

func newNameIndex() nameIndex {
	return nameIndex{exact: map[string]int32{}, acronym: map[string]int32{}, persons: map[int32]int32{}, givens: map[int32]int32{}, bodies: map[int32]int32{}}
}

func (x *nameIndex) clear() {
	clear(x.exact)
	clear(x.acronym)
	clear(x.persons)
	clear(x.givens)
	clear(x.bodies)
	x.entries = x.entries[:0]
}

// joinNames links every name to an earlier one that it repeats or shortens, whatever the distance.
func (s *state) joinNames() {
	s.names.entries = append(s.names.entries[:0], personEntry{})
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.form == named {
			s.joinName(i, s.nameSpan(m))
			s.addAliases(i)
		}
	}
}

// nameSpan is the tokens of a mention's name: those of Doc.Names, or the proper nouns at its head where the name is not listed.
func (s *state) nameSpan(m *mention) sitrep.Name {
	if m.name != 0 {
		return s.doc.Names[m.name-1]
	}
	n := sitrep.Name{First: int(m.head), Last: int(m.head) + 1}
	for n.First > int(m.first) && s.proper(n.First-1) {
		n.First--
	}
	for n.Last <= int(m.last) && s.proper(n.Last) {
		n.Last++
	}
	return n
}

// proper trusts the Penn tag, which knows the adjectives and participles of names ("United", "International").
func (s *state) proper(t int) bool { return strings.HasPrefix(s.doc.Tokens[t].XPOS, "NNP") }

func (s *state) joinName(i int, n sitrep.Name) {
	key := s.nameKey(n.First, n.Last)
	if len(key) == 0 {
		return
	}
	c := &s.clusters[i]
	c.country, c.armed = s.words.country[string(key)], s.words.armed[string(key)]
	c.kingdom, c.capital = s.words.kingdom[string(key)], s.words.capital[string(key)]
	switch n.Label {
	case sitrep.Person:
		s.joinPerson(i, n)
	case sitrep.Org, sitrep.Facility, "":
		s.joinBody(i, n)
	default:
		if e := s.half(key); e != 0 {
			s.union(i, int(e-1))
		} else if e := s.names.exact[string(key)]; e != 0 {
			s.union(i, int(e-1))
		} else {
			s.joinAcronym(i, n)
		}
		s.register(i, s.nameKey(n.First, n.Last))
	}
}

// half is the country of two halves that "the North" means where the text has named it in full, as index + 1.
func (s *state) half(key []byte) int32 {
	switch string(key) {
	case "north":
		return s.names.exact["north korea"]
	case "south":
		if s.names.exact["south sudan"] == 0 {
			return s.names.exact["south korea"]
		}
	}
	return 0
}

func (s *state) register(i int, key []byte) {
	if s.names.exact[string(key)] == 0 {
		s.names.exact[string(key)] = int32(i + 1)
	}
}

// nameKey is the name in lower case without article, possessive, dots and what stands in brackets; a name that goes by another gives
// that one's key. The key holds until the next one is made.
func (s *state) nameKey(first, last int) []byte {
	key := s.names.key[:0]
	for t := first; t < last && t < len(s.doc.Tokens); t++ {
		form := s.doc.Tokens[t].Reading()
		switch form {
		case "The", "the", "THE", "'s", "’s", "'", "’", "\"", "“", "”":
			continue
		case "(", "[":
			last = t
			continue
		}
		if len(key) > 0 && form != "-" && key[len(key)-1] != '-' {
			key = append(key, ' ')
		}
		for j := 0; j < len(form); j++ {
			if b := form[j]; b != '.' {
				key = append(key, lower(b))
			}
		}
	}
	s.names.key = key
	if c, ok := s.words.alias[string(key)]; ok {
		key = append(key[:0], c...)
		s.names.key = key
	}
	return key
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// addAliases registers the names that an apposition gives to a named mention: "the Rapid Support Forces (RSF)". A body that was
// called so before is the same.
func (s *state) addAliases(i int) {
	m := &s.mentions[i]
	for c := s.firstChild[m.head]; c >= 0; c = s.nextChild[c] {
		n := s.name[c]
		if n == 0 || n == m.name || base(s.doc.Tokens[c].Deprel) != "appos" {
			continue
		}
		if o := s.doc.Names[n-1]; o.Label == s.labelOf(m) && o.Label != sitrep.GPE {
			key := s.nameKey(o.First, o.Last)
			if e := s.names.exact[string(key)]; e != 0 && o.Label == sitrep.Org {
				s.union(i, int(e-1))
			}
			s.register(i, key)
		}
	}
}

func (s *state) labelOf(m *mention) sitrep.NameLabel {
	if m.name == 0 {
		return ""
	}
	return s.doc.Names[m.name-1].Label
}
