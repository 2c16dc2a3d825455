package coref

import "sitrep"

// joinBody links the name of an organisation, or a name of unknown kind: the same name, an acronym, or a part of a longer name.
func (s *state) joinBody(i int, n sitrep.Name) {
	key := s.nameKey(n.First, n.Last)
	switch {
	case s.names.exact[string(key)] != 0:
		s.union(i, int(s.names.exact[string(key)]-1))
	case s.joinAcronym(i, n):
	case n.Label == "" && s.joinUnknown(i, n):
	default:
		s.joinPart(i, n)
	}
	s.register(i, s.nameKey(n.First, n.Last))
	if n.Label != "" {
		s.mentions[i].lemma = s.bodyHead(n)
		s.addWords(i, n)
	}
}

// joinUnknown takes a lone proper noun that no list knows for a person met before.
func (s *state) joinUnknown(i int, n sitrep.Name) bool {
	if n.Last-n.First > 1 {
		return false
	}
	e := s.namesake(i, personName{surname: s.wordID(n.First)})
	if e != 0 {
		s.union(i, int(e-1))
	}
	return e != 0
}

// joinAcronym links "RSF" and "Rapid Support Forces", in either order.
func (s *state) joinAcronym(i int, n sitrep.Name) bool {
	if key, ok := s.acronymKey(n); ok {
		e := s.names.acronym[string(key)]
		if e != 0 {
			s.union(i, int(e-1))
		}
		return e != 0
	}
	for _, all := range [...]bool{false, true} {
		key := s.initials(n, all)
		if len(key) < 2 {
			continue
		}
		if e := s.names.exact[string(key)]; e != 0 && s.allCapitals(int(e-1)) {
			s.union(i, int(e-1))
			return true
		}
		if s.names.acronym[string(key)] == 0 {
			s.names.acronym[string(key)] = int32(i + 1)
		}
	}
	return false
}

// acronymKey is the key of a one-word name in capitals.
func (s *state) acronymKey(n sitrep.Name) ([]byte, bool) {
	first := n.First
	for first < n.Last-1 && s.doc.Tokens[first].UPOS == "DET" {
		first++
	}
	if n.Last-first != 1 || !capitals(s.doc.Tokens[first].Form) {
		return nil, false
	}
	return s.nameKey(first, n.Last), true
}

func (s *state) allCapitals(i int) bool {
	n := s.nameSpan(&s.mentions[i])
	_, ok := s.acronymKey(n)
	return ok
}

// capitals tells whether a word of two to eight letters is written in capitals, with or without dots.
func capitals(w string) bool {
	n := 0
	for i := 0; i < len(w); i++ {
		switch {
		case 'A' <= w[i] && w[i] <= 'Z':
			n++
		case w[i] != '.' && w[i] != '-':
			return false
		}
	}
	return n >= 2 && n <= 8
}

// initials are the first letters of the capitalised words of a name, or of all its words, in lower case.
func (s *state) initials(n sitrep.Name, all bool) []byte {
	key := s.names.key[:0]
	for t := n.First; t < n.Last && t < len(s.doc.Tokens); t++ {
		f := s.doc.Tokens[t].Form
		switch {
		case f == "(" || f == "[":
			s.names.key = key
			return key
		case f == "" || f == "The" || f == "the":
		case 'A' <= f[0] && f[0] <= 'Z' || all && 'a' <= f[0] && f[0] <= 'z':
			key = append(key, lower(f[0]))
		}
	}
	s.names.key = key
	return key
}

// bodyHead is the word that says what an organisation is: the last before a preposition ("Observatory" for Human Rights).
func (s *state) bodyHead(n sitrep.Name) int32 {
	head := int32(0)
	for t := n.First; t < n.Last && t < len(s.doc.Tokens); t++ {
		switch s.doc.Tokens[t].UPOS {
		case "ADP", "SCONJ":
			if head != 0 {
				return head
			}
		case "PUNCT", "DET", "PART":
		default:
			head = s.wordID(t)
		}
	}
	return head
}

// addWords makes the name findable by each of its words.
func (s *state) addWords(i int, n sitrep.Name) {
	for t := n.First; t < n.Last && t < len(s.doc.Tokens); t++ {
		if id := s.lemma[t]; id != 0 && s.doc.Tokens[t].UPOS != "DET" {
			s.names.bodies[id] = int32(i + 1)
		}
	}
}

// longestName bounds the names whose words are compared, in tokens.
const longestName = 24

// joinPart links a name to a longer one that contains all its words: "the Observatory", "Wagner" for "the Wagner Group".
func (s *state) joinPart(i int, n sitrep.Name) bool {
	head := s.bodyHead(n)
	if head == 0 || n.Last-n.First > longestName || s.words.country[s.texts[head]] {
		return false
	}
	e := s.names.bodies[head]
	if e == 0 {
		return false
	}
	long := s.nameSpan(&s.mentions[e-1])
	if long.Last-long.First > longestName {
		return false
	}
	if s.bodyHead(long) != head && s.wordID(s.start(long)) != s.wordID(s.start(n)) {
		return false
	}
	for t := n.First; t < n.Last; t++ {
		if s.lemma[t] != 0 && s.doc.Tokens[t].UPOS != "DET" && !s.hasWord(long, s.lemma[t]) {
			return false
		}
	}
	s.union(i, int(e-1))
	return true
}

// start is the first word of a name that is no article.
func (s *state) start(n sitrep.Name) int {
	t := n.First
	for t < n.Last-1 && s.doc.Tokens[t].UPOS == "DET" {
		t++
	}
	return t
}

func (s *state) hasWord(n sitrep.Name, id int32) bool {
	for t := n.First; t < n.Last; t++ {
		if s.lemma[t] == id {
			return true
		}
	}
	return false
}
