package coref

// How far a noun phrase reaches back, in sentences and in mentions with the same head.
const (
	nominalWindow  = 10
	mostSameHead   = 8
	typeWordWindow = 4
)

// resolveNominal links a noun phrase to an earlier one with the same head and fitting modifiers, or to the bearer of its role, or
// to a thing of the type that it names.
func (s *state) resolveNominal(i int) {
	m := &s.mentions[i]
	switch m.form {
	case bare, indefinite, quantified:
		return
	}
	if j := s.sameHead(i); j >= 0 {
		s.union(i, j)
		return
	}
	if m.form != definite && m.form != demonstrative || s.restricted(m) {
		return
	}
	if j := s.bearer(i); j >= 0 {
		s.union(i, j)
		return
	}
	if j := s.ofType(i); j >= 0 {
		s.union(i, j)
	}
}

// restricted tells whether a clause or a phrase after the noun says which one is meant, so that nothing before need do so.
func (s *state) restricted(m *mention) bool {
	return m.last > m.head && s.child(m.head, "acl", "nmod") > m.head
}

func (s *state) sameHead(i int) int {
	m := &s.mentions[i]
	j := s.headOf[m.lemma]
	for range mostSameHead {
		if j == 0 {
			return -1
		}
		c := &s.mentions[j-1]
		if m.sent-c.sent > nominalWindow {
			return -1
		}
		if s.sameThing(i, int(j-1)) {
			return int(j - 1)
		}
		j = c.prevSame
	}
	return -1
}

// sameThing tells whether noun phrase i can mean what the earlier noun phrase j with the same head means.
func (s *state) sameThing(i, j int) bool {
	m, c := &s.mentions[i], &s.mentions[j]
	if c.traits.number&m.traits.number == 0 || s.within(i, j) || c.form == quantified || s.sameClause(m, c) {
		return false
	}
	return s.modifiersFit(m, c)
}

// modifiersFit asks that what narrows the later phrase stands in the earlier one too, and that possessors are the same.
func (s *state) modifiersFit(m, c *mention) bool {
	for t := s.firstChild[m.head]; t >= 0; t = s.nextChild[t] {
		switch {
		case s.doc.Tokens[t].Deprel == "nmod:poss":
			if !s.samePossessor(t, c) {
				return false
			}
		case s.narrows(t):
			if s.lemma[t] == 0 || !s.hasModifier(c, s.lemma[t]) {
				return false
			}
		}
	}
	return true
}

// hasModifier looks among the children of the head, or among the words of a name.
func (s *state) hasModifier(c *mention, id int32) bool {
	if s.modified(c.head, id) {
		return true
	}
	return c.name != 0 && s.hasWord(s.doc.Names[c.name-1], id)
}

func (s *state) count(m *mention) int {
	n := 0
	for t := s.firstChild[m.head]; t >= 0; t = s.nextChild[t] {
		if s.narrows(t) {
			n++
		}
	}
	return n
}

func (s *state) samePossessor(t int32, c *mention) bool {
	o := s.child(c.head, "nmod:poss", "nmod:poss")
	a := s.mentionAt[t]
	if o < 0 || a == 0 {
		return false
	}
	b := s.mentionAt[o]
	return b != 0 && s.root(int(a-1)) == s.root(int(b-1))
}

// ofType is the last named thing of the type that a bare type word names: "the group" an organisation, "the city" a town, "the rebels"
// an armed group; -1 where there is none.
func (s *state) ofType(i int) int {
	m := &s.mentions[i]
	want := s.typeOf(m)
	if want == noType || s.count(m) > 0 {
		return -1
	}
	modifier := -1
	for j := i - 1; j >= max(0, i-mostCandidates) && m.sent-s.mentions[j].sent <= typeWordWindow; j-- {
		c := &s.mentions[j]
		if c.form != named || s.within(i, j) || s.sameClause(m, c) || !s.isOfType(j, want) {
			continue
		}
		if want != countryType || !s.modifies(c) {
			return j
		}
		if modifier < 0 {
			modifier = j
		}
	}
	return modifier
}

// modifies tells whether a name stands before a noun that it narrows: "US" in "US troops" is not what the report is about.
func (s *state) modifies(c *mention) bool {
	switch s.doc.Tokens[c.head].Deprel {
	case "compound", "amod", "nmod:desc":
		return true
	}
	return false
}

// thingType is what a type word asks for.
type thingType uint8

const (
	noType thingType = iota
	countryType
	kingdomType // a country with a king
	capitalType // the capital of a country
	regionType  // a place that is no country and no capital
	partType    // a place that is no country
	bodyType    // an organisation or armed group
	peopleType  // the fighters of an armed group
)

func (s *state) typeOf(m *mention) thingType {
	word := s.texts[m.lemma]
	if k, ok := s.words.settlement[word]; ok && m.traits.number == singular {
		return k
	}
	switch {
	case s.words.typeWord[word] && m.traits.number == singular:
		return bodyType
	case s.words.fighter[word] && m.traits.number == plural:
		return peopleType
	}
	return noType
}

func (s *state) isOfType(j int, want thingType) bool {
	x := &s.clusters[s.root(j)]
	switch want {
	case countryType:
		return x.country
	case kingdomType:
		return x.kingdom
	case capitalType:
		return x.capital
	case regionType:
		return s.isOfType(j, partType) && !x.capital
	case partType:
		return x.traits.sort&place != 0 && x.traits.sort&(person|thing) == 0 && !x.country
	case peopleType:
		return x.armed
	case bodyType:
		return x.armed || x.traits.sort == group || x.traits.sort == person|group && !s.nationals(j)
	}
	return false
}

// nationals tells whether a name is that of a country's people, who are no group in the sense of "the group".
func (s *state) nationals(j int) bool {
	return s.words.country[s.texts[s.lemma[s.mentions[j].head]]]
}
