package coref

// gatherParts finds the mentions that each coordination joins.
func (s *state) gatherParts() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.form != coordination {
			continue
		}
		m.partFirst = int32(len(s.parts))
		s.addPart(m, s.mentionAt[m.head])
		for c := s.firstChild[m.head]; c >= 0; c = s.nextChild[c] {
			if s.doc.Tokens[c].Deprel == "conj" && c <= m.last {
				s.addPart(m, s.mentionAt[c])
			}
		}
		m.partN = int32(len(s.parts)) - m.partFirst
		m.traits = s.partTraits(m)
		s.clusters[i].traits = m.traits
	}
}

// mostParts bounds a coordination; a list of more is no group that anything refers to.
const mostParts = 40

func (s *state) addPart(m *mention, part int32) {
	if part != 0 && len(s.parts)-int(m.partFirst) < mostParts {
		s.parts = append(s.parts, part-1)
	}
}

func (s *state) partTraits(m *mention) traits {
	t := traits{plural, anyGender, anySort}
	for _, p := range s.parts[m.partFirst : m.partFirst+m.partN] {
		if k := t.sort & s.clusters[s.root(int(p))].traits.sort; k != 0 {
			t.sort = k
		}
	}
	return t
}

// How many sentences back a coordination is looked for, and two names that nothing joins.
const (
	pluralWindow = 5
	pairWindow   = 2
)

// joinCoordination links a coordination to an earlier one of the same things.
func (s *state) joinCoordination(i int) {
	m := &s.mentions[i]
	for j := i - 1; j >= max(0, i-mostCandidates) && m.sent-s.mentions[j].sent <= pluralWindow; j-- {
		if c := &s.mentions[j]; c.form == coordination && s.sameParts(m, c) {
			s.union(i, j)
			return
		}
	}
}

func (s *state) sameParts(m, c *mention) bool {
	if m.partN != c.partN || m.partN < 2 || m.partN > 6 {
		return false
	}
	for _, p := range s.parts[m.partFirst : m.partFirst+m.partN] {
		if !s.hasPart(c, s.root(int(p))) {
			return false
		}
	}
	return true
}

func (s *state) hasPart(c *mention, root int) bool {
	for _, p := range s.parts[c.partFirst : c.partFirst+c.partN] {
		if s.root(int(p)) == root {
			return true
		}
	}
	return false
}

// resolvePlural links "both sides", "the two countries", "the sides" to two things met before: a coordination of two of the sort,
// or the only two named things of the sort in the last sentences. It reports whether the phrase is such a plural.
func (s *state) resolvePlural(i int) bool {
	m := &s.mentions[i]
	if m.traits.number&plural == 0 || !s.isPair(m) {
		return false
	}
	if j := s.sameHead(i); j >= 0 && s.mentions[j].partN == 2 {
		s.union(i, j)
		return true
	}
	want := s.pairSort(m)
	for j := i - 1; j >= max(0, i-mostCandidates) && m.sent-s.mentions[j].sent <= pluralWindow; j-- {
		if c := &s.mentions[j]; c.partN == 2 && c.traits.sort&want != 0 && s.namedParts(c) && (!s.words.pairWord[s.texts[m.lemma]] || s.sides(c)) && !s.within(i, j) {
			s.union(i, j)
			m.partFirst, m.partN = c.partFirst, 2
			return true
		}
	}
	return s.pairOfNames(i, want)
}

// isPair tells whether a noun phrase speaks of two: by "both" or "two", or by a word that does without ("the sides").
func (s *state) isPair(m *mention) bool {
	if m.form == both {
		return true
	}
	if m.form != definite && m.form != demonstrative && m.form != bare {
		return false
	}
	if n := s.child(m.head, "nummod", "nummod"); n >= 0 {
		return s.texts[s.lemma[n]] == "two" || s.texts[s.lemma[n]] == "2"
	}
	return m.form == definite && s.words.pairWord[s.texts[m.lemma]] && s.count(m) == 0
}

func (s *state) pairSort(m *mention) sort {
	word := s.texts[m.lemma]
	if s.words.pairWord[word] {
		return group | place
	}
	return s.words.sortOf(word)
}

func (s *state) namedParts(c *mention) bool {
	for _, p := range s.parts[c.partFirst : c.partFirst+c.partN] {
		if !s.clusters[s.root(int(p))].named {
			return false
		}
	}
	return true
}

// sides tells whether a coordination joins what can be sides: countries and groups, and not two towns.
func (s *state) sides(c *mention) bool {
	for _, p := range s.parts[c.partFirst : c.partFirst+c.partN] {
		if x := &s.clusters[s.root(int(p))]; !x.country && !x.armed && x.traits.sort&place != 0 {
			return false
		}
	}
	return true
}

// pairOfNames takes the two named things of a sort in the last sentences, where there are exactly two. "Sides" are two countries, or
// else two groups: the town where they met is none of them.
func (s *state) pairOfNames(i int, want sort) bool {
	switch {
	case want&(group|place) == 0 || want == anySort:
		return s.exactlyTwo(i, func(x *cluster) bool { return x.traits.sort&^want == 0 })
	case s.exactlyTwo(i, func(x *cluster) bool { return want&place != 0 && x.country }):
		return true
	}
	return s.exactlyTwo(i, func(x *cluster) bool { return want&group != 0 && (x.armed || x.traits.sort == group) })
}

func (s *state) exactlyTwo(i int, fits func(*cluster) bool) bool {
	m := &s.mentions[i]
	var pair [2]int
	n := 0
	for j := i - 1; j >= max(0, i-mostCandidates) && m.sent-s.mentions[j].sent <= pairWindow; j-- {
		r := s.root(j)
		x := &s.clusters[r]
		if !x.named || s.mentions[j].form == coordination || !fits(x) || s.within(i, j) {
			continue
		}
		if n > 0 && pair[0] == r || n > 1 && pair[1] == r {
			continue
		}
		if n == 2 {
			return false
		}
		pair[n] = r
		n++
	}
	if n < 2 {
		return false
	}
	m.partFirst, m.partN = int32(len(s.parts)), 2
	s.parts = append(s.parts, int32(min(pair[0], pair[1])), int32(max(pair[0], pair[1])))
	return true
}
