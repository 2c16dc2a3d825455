package actor

import (
	"slices"

	"sitrep"
)

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
	last = sc.comma(m.head, last)
	for first < last-1 && article(sc.token(first)) {
		first++
	}
	if last-first > 1 && sc.token(last-1).XPOS == "POS" {
		last--
	}
	for last-first > 1 && sc.trailing(first, last) {
		last--
	}
	return first, last
}

// comma is where the words behind a head that say who it is end: at a comma that is no part of a name, but for one before the name of a person ("the
// envoy to Peru, Jane Doe"), or at a bracket that nothing closes.
func (sc *scene) comma(head, last int) int {
	open := -1
	for i := head + 1; i < last; i++ {
		switch {
		case sc.low[i] == "(":
			open = i
		case sc.low[i] == ")":
			open = -1
		case sc.low[i] == "," && open < 0 && sc.named[i] < 0 && sc.matched[i] < 0 && !sc.person(i+1):
			return i
		}
	}
	if open > head {
		return open
	}
	return last
}

// person tells whether a token is of the name of a person.
func (sc *scene) person(i int) bool {
	return i < len(sc.named) && sc.named[i] >= 0 && sc.Names[sc.named[i]].Label == sitrep.Person
}

// trailing tells whether the last token of a name is a mark that closes nothing in it.
func (sc *scene) trailing(first, last int) bool {
	if sc.token(last-1).UPOS != "PUNCT" {
		return false
	}
	return sc.low[last-1] != ")" || !slices.Contains(sc.low[first:last], "(")
}

func article(t *sitrep.Token) bool {
	switch t.Reading() {
	case "the", "The", "a", "A", "an", "An":
		return true
	}
	return t.UPOS == "PUNCT"
}
