package coref

import "sitrep"

// mostNamesakes bounds the search among persons with one surname.
const mostNamesakes = 12

// joinPerson links a person's name to the same person: same surname, given names that do not differ, genders that do not differ.
func (s *state) joinPerson(i int, n sitrep.Name) {
	p := s.personName(n)
	s.clusters[i].person = p
	if p.given == 0 {
		s.joinLoneName(i, p)
	} else {
		s.joinFullName(i, p)
	}
	s.clusters[s.root(i)].person = s.clusters[s.root(i)].person.or(p)
	s.register(i, s.nameKey(n.First, n.Last))
	if g := s.clusters[s.root(i)].person.given; g != 0 {
		s.names.givens[g] = int32(i + 1)
	}
}

// personName takes the last word for the surname and the first for the given name; titles within the name count as neither.
func (s *state) personName(n sitrep.Name) personName {
	first, last := n.First, n.Last-1
	for first < last && (s.words.titles[s.texts[s.lemma[first]]] || s.lemma[first] == 0) {
		first++
	}
	for last > first && s.suffixOfName(last) {
		last--
	}
	p := personName{surname: s.wordID(last)}
	if first < last && !particle(s.doc.Tokens[first].Reading()) {
		p.given = s.wordID(first)
	}
	return p
}

func (s *state) suffixOfName(t int) bool {
	switch s.doc.Tokens[t].Reading() {
	case "Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV", "'s", "’s":
		return true
	}
	return s.doc.Tokens[t].UPOS == "PUNCT"
}

// particle tells whether a name begins with one that belongs to the surname ("al-Assad", "van Dyke").
func particle(form string) bool {
	switch form {
	case "al", "Al", "el", "El", "de", "De", "van", "Van", "von", "bin", "Bin", "ibn", "Abu", "abu", "ben":
		return true
	}
	return false
}

func (s *state) wordID(t int) int32 {
	if id := s.lemma[t]; id != 0 {
		return id
	}
	return s.id(s.doc.Tokens[t].Reading())
}

func (s *state) joinLoneName(i int, p personName) {
	if w := s.texts[p.surname]; len(w) > 4 && w[len(w)-1] == 's' && s.names.persons[p.surname] == 0 {
		if bare, ok := s.ids[w[:len(w)-1]]; ok && s.names.persons[bare] != 0 { // "Assads" in texts that lost their apostrophes
			p.surname = bare
		}
	}
	if e := s.namesake(i, p); e != 0 {
		s.union(i, int(e-1))
		return
	}
	if g := s.names.givens[p.surname]; g != 0 && s.sameGender(i, int(g-1)) {
		s.clusters[i].person = personName{}
		s.union(i, int(g-1))
		return
	}
	s.addPerson(i, p)
}

func (s *state) joinFullName(i int, p personName) {
	if e := s.namesake(i, p); e != 0 {
		s.union(i, int(e-1))
		return
	}
	s.addPerson(i, p)
}

func (s *state) addPerson(i int, p personName) {
	s.names.entries = append(s.names.entries, personEntry{int32(i + 1), s.names.persons[p.surname]})
	s.names.persons[p.surname] = int32(len(s.names.entries) - 1)
}

// namesake is the last person with the surname whose given name fits.
func (s *state) namesake(i int, p personName) int32 {
	var best, latest int32
	e := s.names.persons[p.surname]
	for range mostNamesakes {
		if e == 0 {
			break
		}
		entry := s.names.entries[e]
		r := s.root(int(entry.mention - 1))
		if c := &s.clusters[r]; s.givenFits(p.given, c.person.given) && s.sameGender(i, r) && c.last >= latest {
			best, latest = entry.mention, c.last
		}
		e = entry.prev
	}
	return best
}

// givenFits allows an unknown given name and an initial.
func (s *state) givenFits(a, b int32) bool {
	if a == 0 || b == 0 || a == b {
		return true
	}
	x, y := s.texts[a], s.texts[b]
	return x[0] == y[0] && (initial(x) || initial(y))
}

func initial(w string) bool { return len(w) == 1 || len(w) == 2 && w[1] == '.' }

func (s *state) sameGender(i, j int) bool {
	return s.clusters[s.root(i)].traits.gender&s.clusters[s.root(j)].traits.gender != 0
}
