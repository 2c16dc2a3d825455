package coref

import "sitrep"

// findMentions makes a mention of every noun phrase that may refer, in the order of their heads, and then of coordinations.
func (s *state) findMentions() {
	s.sentRun = zeroed(s.sentRun, len(s.doc.Sentences)+1)
	for i, sent := range s.doc.Sentences {
		s.sentRun[i] = int32(len(s.mentions))
		for t := max(sent.First, 0); t < sent.Last && t < len(s.doc.Tokens); t++ {
			if s.refers(int32(t)) {
				s.addMention(int32(t))
			}
		}
	}
	s.sentRun[len(s.doc.Sentences)] = int32(len(s.mentions))
}

// refers tells whether token t heads a noun phrase that may refer to something.
func (s *state) refers(t int32) bool {
	tok := &s.doc.Tokens[t]
	switch base(tok.Deprel) {
	case "flat", "fixed", "goeswith", "appos", "punct", "case", "cc", "mark", "discourse", "expl", "reparandum":
		return false
	}
	switch tok.UPOS {
	case "PRON":
		return s.words.pronouns[tok.Reading()].person != 0 && tok.Deprel != "expl"
	case "NOUN", "PROPN":
		return s.nominalRefers(t)
	case "NUM", "X", "ADJ", "VERB":
		return s.name[t] != 0 && s.headsName(t) && s.doc.Names[s.name[t]-1].Label != sitrep.NORP
	}
	return false
}

func (s *state) nominalRefers(t int32) bool {
	tok := &s.doc.Tokens[t]
	if s.name[t] != 0 && !s.headsName(t) {
		return s.nestedPlace(t)
	}
	switch tok.Deprel {
	case "compound", "amod", "nmod:desc":
		return s.name[t] != 0 && s.headsName(t) && s.doc.Names[s.name[t]-1].Label != sitrep.NORP
	}
	return s.child(t, "cop", "cop") < 0
}

// headsName tells whether token t is the head within its name: the first whose governor stands outside, should a broken tree have several.
func (s *state) headsName(t int32) bool {
	n := s.doc.Names[s.name[t]-1]
	if !s.governedOutside(t, n) {
		return false
	}
	for u := max(int32(n.First), t-longestName); u < t; u++ {
		if s.governedOutside(u, n) && s.nominal(u) {
			return false
		}
	}
	return true
}

func (s *state) governedOutside(t int32, n sitrep.Name) bool {
	h := s.head(t)
	return h < int32(n.First) || h >= int32(n.Last)
}

func (s *state) nominal(t int32) bool {
	switch s.doc.Tokens[t].UPOS {
	case "NOUN", "PROPN", "ADJ", "X", "NUM":
		return true
	}
	return false
}

// nestedPlace tells whether a token within a longer name heads the name of a place that the text also speaks of by itself, or of a
// country ("Texas" in "University of Texas").
func (s *state) nestedPlace(t int32) bool {
	n := s.doc.Names[s.name[t]-1]
	if n.Label != sitrep.Org && n.Label != sitrep.Facility || base(s.doc.Tokens[t].Deprel) == "flat" {
		return false
	}
	key := s.nameKey(max(n.First, int(s.npFirst[t])), int(t)+1)
	return len(key) > 0 && (s.places[string(key)] || s.words.country[string(key)])
}

func (s *state) addMention(t int32) {
	tok := &s.doc.Tokens[t]
	m := mention{head: t, sent: s.sentence[t], lemma: s.lemma[t], quote: s.quote[t]}
	m.first, m.last = s.phrase(t)
	m.nested = s.name[t] != 0 && !s.headsName(t)
	m.subject = s.isSubject(m.head)
	if tok.UPOS == "PRON" {
		m.first, m.last = t, t
		m.kind, m.form = sitrep.PronounMention, pronominal
		m.pronoun = s.words.pronouns[tok.Reading()]
		m.traits = m.pronoun.traits
	} else {
		if !m.nested {
			m.name = s.nameOf(t, m.first, m.last)
		}
		if m.name != 0 && m.name == s.name[t] { // a name is never cut, whatever the tree says
			n := s.doc.Names[m.name-1]
			m.first, m.last = min(m.first, int32(n.First)), max(m.last, int32(n.Last-1))
		}
		m.kind, m.form = s.formOf(t, m.name)
		m.traits = s.traitsOf(&m)
	}
	s.mentionAt[t] = s.push(m)
	if m.kind != sitrep.PronounMention || m.pronoun.person == 3 || m.pronoun.person == 1 {
		s.addCoordination(t)
	}
}

// push adds a mention and gives its index + 1. Where a broken tree gives two heads one phrase, the first keeps it.
func (s *state) push(m mention) int32 {
	for j := s.beginAt[m.first]; j != 0; j = s.mentions[j-1].prevBegin {
		if s.mentions[j-1].last == m.last {
			return j
		}
	}
	i := int32(len(s.mentions))
	m.prevBegin, s.beginAt[m.first] = s.beginAt[m.first], i+1
	s.mentions = append(s.mentions, m)
	s.clusters = append(s.clusters, cluster{parent: i, size: 1, last: i, traits: m.traits, named: m.name != 0})
	return i + 1
}

// phrase is the noun phrase of head t: what belongs to it, up to the first coordinated partner.
func (s *state) phrase(t int32) (first, last int32) {
	first, last = s.npFirst[t], s.npLast[t]
	for c := s.firstChild[t]; c >= 0; c = s.nextChild[c] {
		if s.doc.Tokens[c].Deprel == "conj" && c > t && s.fullFirst[c] <= last {
			last = max(t, s.fullFirst[c]-1)
			break
		}
	}
	return first, s.closeBracket(first, s.trim(t, last))
}

// closeBracket takes in the closing mark after a phrase whose opening mark stands inside it.
func (s *state) closeBracket(first, last int32) int32 {
	if int(last)+1 >= len(s.doc.Tokens) || s.sentence[last+1] != s.sentence[last] {
		return last
	}
	open := ""
	switch s.doc.Tokens[last+1].Form {
	case ")":
		open = "("
	case "]":
		open = "["
	case "\"":
		open = "\""
	case "”":
		open = "“"
	default:
		return last
	}
	for t := last; t > first && t > last-longestAside; t-- {
		if s.doc.Tokens[t].Form == open {
			return last + 1
		}
	}
	return last
}

// longestAside bounds the search for the opening mark, in tokens.
const longestAside = 12

// trim drops marks and conjunctions from the end of a phrase.
func (s *state) trim(t, last int32) int32 {
	for last > t {
		switch s.doc.Tokens[last].UPOS {
		case "PUNCT", "CCONJ":
			last--
		default:
			return last
		}
	}
	return last
}

// nameOf finds the name of the phrase with head t: at the head, or in a flat or appositional child of it ("the envoy, Martin Griffiths").
func (s *state) nameOf(t, first, last int32) int32 {
	if n := s.name[t]; n != 0 {
		return n
	}
	for c := s.firstChild[t]; c >= 0; c = s.nextChild[c] {
		r := base(s.doc.Tokens[c].Deprel)
		if n := s.name[c]; n != 0 && (r == "flat" || r == "appos" && s.namesWhole(t, c, n)) && c >= first && c <= last {
			return n
		}
	}
	return 0
}

// namesWhole tells whether the apposition c of head t, which carries name n, names the same thing: persons do where t is a person's role.
func (s *state) namesWhole(t, c, n int32) bool {
	switch s.doc.Names[n-1].Label {
	case sitrep.Person:
		return s.words.sortOf(s.texts[s.lemma[t]])&person != 0
	case sitrep.Org, sitrep.GPE, sitrep.Location, sitrep.Facility:
		return s.words.sortOf(s.texts[s.lemma[t]]) != person
	}
	return false
}

// formOf reads the determiner.
func (s *state) formOf(t, name int32) (sitrep.MentionKind, form) {
	if name != 0 {
		return sitrep.ProperMention, named
	}
	f := bare
	for c := s.firstChild[t]; c >= 0 && f != both; c = s.nextChild[c] {
		f = max(f, s.determiner(t, c, f))
	}
	if s.doc.Tokens[t].UPOS == "PROPN" && f != indefinite && s.words.sortOf(s.texts[s.lemma[t]]) != moment {
		return sitrep.ProperMention, named
	}
	return sitrep.NominalMention, f
}

func (s *state) determiner(t, c int32, was form) form {
	tok := &s.doc.Tokens[c]
	switch tok.Deprel {
	case "nmod:poss":
		return possessed
	case "det", "det:predet":
		return s.words.determiners[tok.Reading()]
	case "nummod":
		if was == bare {
			return indefinite
		}
	}
	return was
}

// addCoordination makes a plural mention of t and its coordinated partners, where they are joined by "and".
func (s *state) addCoordination(t int32) {
	if s.doc.Tokens[t].Deprel == "conj" {
		return
	}
	last, n := int32(-1), int32(0)
	for c := s.firstChild[t]; c >= 0; c = s.nextChild[c] {
		if s.doc.Tokens[c].Deprel == "conj" && c > t && s.joinedByAnd(c) {
			last = c
			n++
		}
	}
	if n == 0 {
		return
	}
	m := mention{head: t, sent: s.sentence[t], kind: sitrep.PluralMention, form: coordination, quote: s.quote[t]}
	m.first, m.last = s.npFirst[t], s.trim(t, s.npLast[last])
	m.subject = s.isSubject(t)
	m.traits = traits{plural, anyGender, anySort}
	s.push(m)
}

// joinedByAnd tells whether conjunct c follows "and" or a comma in a row; "or" joins nothing.
func (s *state) joinedByAnd(c int32) bool {
	switch s.doc.Tokens[c].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "X", "ADJ":
	default:
		return false
	}
	cc := s.child(c, "cc", "cc")
	if cc < 0 {
		return true
	}
	switch s.doc.Tokens[cc].Form {
	case "and", "&", "AND", "And":
		return true
	}
	return false
}
