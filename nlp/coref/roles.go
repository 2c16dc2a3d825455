package coref

// role is a word that describes a chain: a title, an apposition, the predicate of a copula.
type role struct {
	mention int32 // index in state.mentions
	token   int32 // the role word, whose modifiers narrow it
	prev    int32 // the role before with the same word
}

// bindRoles notes the roles that a mention's phrase and clause give it. It runs mention by mention, so that an anaphor sees only
// roles stated before it.
func (s *state) bindRoles(i int) {
	m := &s.mentions[i]
	if m.form == coordination || m.pronoun.person == 1 {
		return
	}
	for c := s.firstChild[m.head]; c >= 0; c = s.nextChild[c] {
		if c < m.first || c > m.last {
			continue
		}
		switch s.doc.Tokens[c].Deprel {
		case "nmod:desc", "compound":
			if m.form == named && s.name[c] == 0 && s.describesPerson(c) {
				s.addRole(i, c)
			}
		case "appos":
			if s.name[c] == 0 {
				s.addRole(i, c)
			}
		}
	}
	if m.form == named && (m.name == 0 || s.name[m.head] != m.name) {
		s.addRole(i, m.head)
	}
	s.bindPredicate(i, m)
}

func (s *state) describesPerson(t int32) bool {
	return s.words.sortOf(s.texts[s.lemma[t]]) == person
}

// bindPredicate gives the subject of a copula the role that the predicate states ("Griffiths is the envoy"), unless it is denied.
func (s *state) bindPredicate(i int, m *mention) {
	if !m.subject {
		return
	}
	p := s.head(m.head)
	if p < 0 || s.doc.Tokens[p].UPOS != "NOUN" || s.child(p, "cop", "cop") < 0 {
		return
	}
	for c := s.firstChild[p]; c >= 0; c = s.nextChild[c] {
		if f := s.doc.Tokens[c].Reading(); f == "not" || f == "n't" || f == "n’t" || f == "no" || f == "never" {
			return
		}
	}
	s.addRole(i, p)
}

func (s *state) addRole(i int, t int32) {
	id := s.lemma[t]
	if id == 0 {
		return
	}
	s.roles = append(s.roles, role{int32(i), t, s.roleOf[id]})
	s.roleOf[id] = int32(len(s.roles) - 1)
}

// mostRoles bounds the search among chains with one role.
const mostRoles = 10

// bearer is the last named chain that has the role of a noun phrase, with fitting modifiers; -1 where there is none.
func (s *state) bearer(i int) int {
	m := &s.mentions[i]
	best, latest := -1, int32(-1)
	for r, k := s.roleOf[m.lemma], 0; r != 0 && k < mostRoles; r, k = s.roles[r].prev, k+1 {
		x := s.roles[r]
		if int(x.mention) == i || s.within(i, int(x.mention)) || s.sameClause(m, &s.mentions[x.mention]) {
			continue
		}
		c := s.root(int(x.mention))
		if s.clusters[c].last <= latest || !s.roleFits(m, x) || s.clusters[c].traits.number&m.traits.number == 0 {
			continue
		}
		if s.clusters[c].traits.gender&m.traits.gender != 0 {
			best, latest = int(x.mention), s.clusters[c].last
		}
	}
	return best
}

// roleFits asks that all modifiers of a noun phrase stand with the role, or with the name that bears it ("Armenian" before
// "Prime Minister Nikol Pashinyan").
func (s *state) roleFits(m *mention, x role) bool {
	for c := s.firstChild[m.head]; c >= 0; c = s.nextChild[c] {
		if !s.narrows(c) {
			continue
		}
		if id := s.lemma[c]; !s.modified(x.token, id) && !s.modified(s.mentions[x.mention].head, id) {
			return false
		}
	}
	return true
}

// modified tells whether a word stands among the modifiers of a head.
func (s *state) modified(head, id int32) bool {
	for c := s.firstChild[head]; c >= 0; c = s.nextChild[c] {
		if s.lemma[c] == id && s.narrows(c) {
			return true
		}
	}
	return false
}

// narrows tells whether a child of a noun restricts what it refers to.
func (s *state) narrows(c int32) bool {
	switch base(s.doc.Tokens[c].Deprel) {
	case "amod", "compound", "nummod", "nmod", "flat", "acl":
		return !s.words.loose[s.texts[s.lemma[c]]]
	}
	return false
}
