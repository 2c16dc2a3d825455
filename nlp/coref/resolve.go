package coref

// resolve walks the mentions in order and links each nominal and pronoun to what it refers to, where a sieve finds that.
func (s *state) resolve() {
	s.gatherParts()
	s.joinFirstPersons()
	for i := range s.mentions {
		m := &s.mentions[i]
		switch m.form {
		case named:
			s.remember(i)
		case coordination:
			s.joinCoordination(i)
		case pronominal:
			if m.pronoun.person == 3 {
				s.resolvePronoun(i)
			}
		default:
			if !s.resolvePlural(i) {
				s.resolveNominal(i)
			}
			s.remember(i)
		}
		s.bindRoles(i)
	}
}

// remember makes a mention findable by its head.
func (s *state) remember(i int) {
	m := &s.mentions[i]
	if m.lemma == 0 {
		return
	}
	m.prevSame = s.headOf[m.lemma]
	s.headOf[m.lemma] = int32(i + 1)
}

// within tells whether one of two mentions lies inside the other.
func (s *state) within(i, j int) bool {
	a, b := &s.mentions[i], &s.mentions[j]
	return a.first <= b.first && b.last <= a.last || b.first <= a.first && a.last <= b.last
}

// joinFirstPersons gives the first person of a quote to its speaker, and those outside quotes to one another: the author, and the
// author's side.
func (s *state) joinFirstPersons() {
	author := [2]int{-1, -1}
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.pronoun.person != 1 {
			continue
		}
		if m.quote != 0 {
			s.joinSpeaker(i, m)
			continue
		}
		n := 0
		if m.traits.number == plural {
			n = 1
		}
		s.clusters[i].author = true
		if author[n] >= 0 {
			s.union(i, author[n])
		}
		author[n] = i
	}
}

// joinSpeaker links "I" to who says the quote, and "we" to a speaker that is many, or to whom the speaker speaks for.
func (s *state) joinSpeaker(i int, m *mention) {
	sp := &s.speakers[m.quote-1]
	who := int(sp.mention) - 1
	if who < 0 || s.within(i, who) {
		s.joinWithin(i, m, sp)
		return
	}
	if m.traits.number == singular {
		s.union(i, who)
		return
	}
	if s.isMany(who) {
		s.union(i, who)
		return
	}
	if g := s.spokenFor(who); g >= 0 {
		s.union(i, g)
		return
	}
	s.joinWithin(i, m, sp)
}

// joinWithin joins the first persons of a number in the quotes of one speaker, or in one quote where nobody knows who speaks.
func (s *state) joinWithin(i int, m *mention, sp *speaker) {
	k := voice{who: -m.quote, number: m.traits.number}
	if sp.mention != 0 {
		k.who = int32(s.root(int(sp.mention - 1)))
	}
	if e := s.voices[k]; e != 0 {
		s.union(i, int(e-1))
	}
	s.voices[k] = int32(i + 1)
}

// voice is who says "I" or "we": the root of a speaker, or a quote's number below zero.
type voice struct {
	who    int32
	number number
}

func (s *state) isMany(who int) bool {
	t := s.clusters[s.root(who)].traits
	return t.number == plural || t.sort&person == 0
}

// spokenFor is the organisation or place in the phrase of a speaker: "the army spokesman", "the spokesman for the U.N.", -1 for none.
func (s *state) spokenFor(who int) int {
	m := &s.mentions[who]
	for t := m.first; t <= m.last; t++ {
		if j := s.mentionAt[t]; j != 0 && int(j-1) != who {
			if o := &s.mentions[j-1]; o.traits.sort != 0 && o.traits.sort&(person|thing) == 0 && o.form != pronominal {
				return int(j - 1)
			}
		}
	}
	return -1
}
