package actor

import "sitrep"

// rank orders mentions by how fully they name: a name before a description, then the longer one.
func (sc *scene) rank(m *mention) int {
	switch {
	case m.pronoun:
		return 0
	case m.of >= 0:
		return 1
	}
	first, last := sc.nameOf(m)
	n := min(last-first, 12)
	if m.adjective {
		return 2 + n
	}
	switch {
	case sc.personName(m):
		nm := 0
		if m.name >= 0 {
			nm = sc.Names[m.name].Last - sc.Names[m.name].First
		}
		return 500 + 20*min(nm, 5) + n
	case m.known != nil && m.role == nil && m.body == nil && m.known.kind != demonymName:
		length := 0
		if k := sc.matched[m.head]; k >= 0 {
			length = sc.matches[k].last - sc.matches[k].first
		}
		return 400 + 20*min(length, 8) + n
	case m.name >= 0:
		return 300 + n
	}
	return 100 + n
}

// nameOf is the stretch of tokens by which a mention is named: without an article, without what follows a comma.
func (sc *scene) nameOf(m *mention) (first, last int) {
	first, last = m.first, m.last
	if m.known != nil && m.role == nil && m.body == nil && m.known.kind != officialName {
		k := sc.matches[sc.matched[m.head]]
		first, last = k.first, k.last
		if m.name >= 0 && sc.Names[m.name].First <= first && last <= sc.Names[m.name].Last && m.known.kind == organisationName {
			first, last = sc.Names[m.name].First, sc.Names[m.name].Last
		}
	}
	for first < last-1 && article(sc.token(first)) {
		first++
	}
	if last-first > 1 && sc.token(last-1).XPOS == "POS" {
		last--
	}
	for last-first > 1 && sc.token(last-1).UPOS == "PUNCT" {
		last--
	}
	return first, last
}

func article(t *sitrep.Token) bool {
	switch t.Form {
	case "the", "The", "a", "A", "an", "An":
		return true
	}
	return t.UPOS == "PUNCT"
}
