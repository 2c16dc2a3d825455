package coref

// How far a pronoun reaches back.
const (
	pronounWindow  = 2   // sentences
	mostCandidates = 100 // mentions
)

// resolvePronoun links a third-person pronoun to the most salient mention before it that agrees with it.
func (s *state) resolvePronoun(i int) {
	m := &s.mentions[i]
	if s.pleonastic(m) {
		return
	}
	if m.pronoun.reflexive {
		s.resolveReflexive(i)
		return
	}
	if j := s.counted(m); j > 0 {
		s.union(i, int(j-1))
		return
	}
	best, top := -1, s.floor(m)
	for j, k := i-1, 0; j >= 0 && k < mostCandidates && m.sent-s.mentions[j].sent <= pronounWindow; j, k = j-1, k+1 {
		if !s.mayMean(i, j) {
			continue
		}
		if x := s.salience(i, j); x > top {
			best, top = j, x
		}
	}
	if best >= 0 {
		s.union(i, best)
	}
}

// counted is the plural that a part of it is counted from directly after it ("36 people injured, three of them badly"), as index + 1.
func (s *state) counted(m *mention) int32 {
	g := s.head(m.head)
	if m.traits.number != plural || m.pronoun.possessive || g < 0 || s.doc.Tokens[g].UPOS != "NUM" && s.doc.Tokens[g].UPOS != "ADJ" && s.doc.Tokens[g].UPOS != "PRON" && s.doc.Tokens[g].UPOS != "DET" {
		return 0
	}
	if m.head != g+2 || s.doc.Tokens[g+1].Form != "of" {
		return 0
	}
	for t := g - 1; t >= max(0, g-nearCount) && s.sentence[t] == m.sent; t-- {
		if j := s.mentionAt[t]; j != 0 && s.mentions[j-1].form != pronominal && s.mentions[j-1].traits.number == plural && s.mentions[j-1].traits.agrees(m.traits) {
			return j
		}
	}
	return 0
}

// nearCount bounds the tokens between a plural and what is counted from it.
const nearCount = 12

// resolveReflexive links to the subject of the clause.
func (s *state) resolveReflexive(i int) {
	g := s.head(s.mentions[i].head)
	if g < 0 {
		return
	}
	if t := s.subjectOf(g); t >= 0 {
		if j := s.mentionAt[t]; j != 0 && int(j-1) < i && s.agrees(i, int(j-1)) {
			s.union(i, int(j-1))
		}
	}
}

// subjectOf is the subject of a predicate, also where it is shared with a coordinated one or left to an infinitive; -1 for none.
func (s *state) subjectOf(g int32) int32 {
	for range 4 {
		if t := s.child(g, "nsubj", "nsubj"); t >= 0 {
			return t
		}
		switch base(s.doc.Tokens[g].Deprel) {
		case "conj", "xcomp", "advcl":
		default:
			return -1
		}
		if g = s.head(g); g < 0 {
			return -1
		}
	}
	return -1
}

// mayMean tells whether grammar allows pronoun i to refer to what mention j does.
func (s *state) mayMean(i, j int) bool {
	m, c := &s.mentions[i], &s.mentions[j]
	if c.form == quantified && m.traits.number == singular || !s.agrees(i, j) {
		return false
	}
	if c.first <= m.head && m.head <= c.last && !s.inRelative(m, c) {
		return false
	}
	if m.quote == 0 && s.clusters[s.root(j)].author {
		return false
	}
	if !m.pronoun.possessive && s.sameClause(m, c) {
		return false
	}
	return !s.speaksOfSelf(m, j)
}

// inRelative tells whether a pronoun stands in the relative clause of the candidate, of which that is the subject ("militants who
// said they").
func (s *state) inRelative(m, c *mention) bool {
	v := s.child(c.head, "acl:relcl", "acl:relcl")
	if v < 0 || m.head <= v || m.head > s.fullLast[v] || s.clusters[s.root(int(s.mentionAt[c.head]-1))].traits.sort == anySort {
		return false
	}
	t := s.child(v, "nsubj", "nsubj")
	return t >= 0 && s.words.relative[s.doc.Tokens[t].Form]
}

// agrees compares traits; "they" also takes a group that is grammatically one.
func (s *state) agrees(i, j int) bool {
	m := &s.mentions[i]
	c := &s.mentions[j]
	t := s.clusters[s.root(j)].traits
	if m.traits.agrees(t) {
		return m.traits.sort != person || t.sort != anySort || c.form == named || c.form == pronominal
	}
	return m.traits.number == plural && t.sort == group && c.form != pronominal
}

// sameClause tells whether a pronoun and a candidate are arguments of one predicate; they then mean two things.
func (s *state) sameClause(m, c *mention) bool {
	g := s.head(m.head)
	if g < 0 || m.sent != c.sent {
		return false
	}
	if s.head(c.head) == g {
		return true
	}
	return !m.subject && s.subjectOf(g) == c.head
}

// speaksOfSelf tells whether a third-person pronoun in a quote would mean the quote's own speaker.
func (s *state) speaksOfSelf(m *mention, j int) bool {
	if m.quote == 0 {
		return false
	}
	sp := s.speakers[m.quote-1].mention
	return sp != 0 && s.root(int(sp-1)) == s.root(j)
}

// floor is the score below which no candidate is good enough: a wrong link puts words into the wrong mouth.
func (s *state) floor(m *mention) int {
	if m.traits.sort == person {
		return wFloorPerson
	}
	if m.traits.number == plural {
		return wFloorThey
	}
	return wFloorIt
}

// salience scores a candidate that grammar allows: near, subject, named, of certain sort and often spoken of come first.
func (s *state) salience(i, j int) int {
	m, c := &s.mentions[i], &s.mentions[j]
	x := &s.clusters[s.root(j)]
	score := -wSentence * int(m.sent-c.sent)
	score += s.roleScore(c)
	if m.subject && c.subject {
		score += wParallel
	}
	if m.pronoun.possessive && m.sent == c.sent && c.subject && s.governs(c, m) {
		score += wOwner
	}
	if c.last >= m.head {
		score += wRelative
	}
	if m.pronoun.possessive && s.partner(m, c) {
		score += wPartner
	}
	if !m.subject && !c.subject && s.doc.Tokens[m.head].Deprel == s.doc.Tokens[c.head].Deprel {
		score += wParallel / 2
	}
	score += s.formScore(c)
	if x.named {
		score += wNamed
	}
	score += wSize * int(min(x.size, 5))
	if x.traits.sort&^m.traits.sort != 0 {
		score -= wUnsure
	}
	if c.form == pronominal && c.pronoun.traits == m.pronoun.traits {
		score += wSamePronoun
	}
	if m.traits.number != x.traits.number {
		score -= wNumber
	}
	if (m.quote == 0) != (c.quote == 0) {
		score -= wQuote
	}
	if m.sent == c.sent {
		score -= int(m.head-c.head) * wDistance / 8
	} else {
		score -= int(c.head-int32(s.doc.Sentences[c.sent].First)) * wOrder / 8
	}
	return score
}

// governs tells whether the noun that a possessive belongs to is an argument beside the candidate.
func (s *state) governs(c, m *mention) bool {
	noun := s.head(m.head)
	return noun >= 0 && s.head(noun) >= 0 && s.head(noun) == s.head(c.head)
}

// partner tells whether the noun that a possessive belongs to is coordinated with the candidate ("Griffiths and his team").
func (s *state) partner(m, c *mention) bool {
	noun := s.head(m.head)
	return noun >= 0 && s.doc.Tokens[noun].Deprel == "conj" && s.head(noun) == c.head
}

func (s *state) formScore(c *mention) int {
	switch c.form {
	case pronominal:
		return wPronoun
	case bare, indefinite:
		return wIndefinite
	case definite, demonstrative, possessed:
		return wDefinite
	case coordination:
		return wCoordination
	}
	return 0
}

func (s *state) roleScore(c *mention) int {
	tok := &s.doc.Tokens[c.head]
	if c.subject {
		return wSubject
	}
	switch base(tok.Deprel) {
	case "obj", "iobj", "root":
		return wObject
	case "nmod", "compound", "amod":
		if tok.Deprel == "nmod:poss" {
			return wPossessor
		}
		return -wNested
	}
	return 0
}

// pleonastic tells whether "it" refers to nothing: weather, time, and what a clause after it says.
func (s *state) pleonastic(m *mention) bool {
	g := s.head(m.head)
	if m.traits.sort&person != 0 || m.traits.number != singular || g < 0 {
		return false
	}
	word := s.texts[s.lemma[g]]
	if !m.subject {
		return word == "do" && s.doc.Tokens[m.head].Deprel == "obj" // "they did it": what happened
	}
	if word == "rain" || word == "snow" {
		return true
	}
	return s.words.weather[word] && s.hasClause(g)
}

// hasClause tells whether a predicate is followed by a clause that "it" stands for.
func (s *state) hasClause(g int32) bool {
	for c := s.firstChild[g]; c >= 0; c = s.nextChild[c] {
		switch base(s.doc.Tokens[c].Deprel) {
		case "csubj", "ccomp", "xcomp", "advcl":
			if c > g {
				return true
			}
		}
	}
	return false
}
