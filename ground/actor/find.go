package actor

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// findMentions makes a mention of every noun phrase that names somebody or something that can act, speak or be hit.
func (sc *scene) findMentions() {
	found := make([]mention, 0, len(sc.low)/4)
	end := len(sc.low) // tokens from here on up to the last head are words of its role
	for i := len(sc.low) - 1; i >= sc.opening; i-- {
		m, ok := sc.mentionAt(i)
		if !ok || i >= end && sc.named[i] < 0 {
			continue
		}
		found = append(found, m)
		if end = i; m.role != nil || m.body != nil {
			end = m.roleFirst
		}
	}
	for _, m := range slices.Backward(found) {
		sc.add(m)
	}
	for i := sc.opening; i < len(sc.low); i++ {
		if sc.at[i] < 0 {
			if m, ok := sc.counting(i); ok {
				sc.add(m)
			}
		}
	}
}

func (sc *scene) add(m mention) {
	m.first, m.last = sc.phrase(m.head)
	if m.name >= 0 {
		n := sc.Names[m.name]
		m.first, m.last = min(m.first, n.First), max(m.last, n.Last)
	}
	m.first = max(m.first, sc.opening)
	sc.at[m.head] = len(sc.mentions)
	sc.parent = append(sc.parent, len(sc.mentions))
	sc.mentions = append(sc.mentions, m)
}

// mentionAt is the mention that a token heads.
func (sc *scene) mentionAt(i int) (mention, bool) {
	t := sc.token(i)
	m := mention{head: i, name: -1, of: -1, roleFirst: i}
	switch t.UPOS {
	case "NOUN", "PROPN", "ADJ", "X", "VERB", "NUM":
	default:
		return m, false
	}
	if m.name = sc.named[i]; t.UPOS != "NOUN" && t.UPOS != "PROPN" && m.name < 0 && sc.matched[i] < 0 && !sc.actsAsNoun(i) {
		return m, false
	}
	if sc.insideName(i) || sc.nobody(i) || sitrep.Is(t.Deprel, "fixed", "goeswith", "case", "cc", "mark") {
		return m, false
	}
	m.plural = t.XPOS == "NNS" || t.XPOS == "NNPS"
	m.name, m.known = sc.named[i], sc.knownAt(i)
	if m.name >= 0 && value(sc.Names[m.name].Label) {
		m.name = -1
	}
	m.adjective = t.UPOS == "ADJ" || sitrep.Is(t.Deprel, "amod", "compound")
	sc.describe(&m)
	return m, m.kind != ""
}

// actsAsNoun tells whether an adjective or a participle stands for people ("the wounded"), as it does not in "shot dead".
func (sc *scene) actsAsNoun(i int) bool {
	if sc.Tree.Child(i, "nummod") >= 0 {
		return true
	}
	return sitrep.Is(sc.token(i).Deprel, "nsubj", "obj", "iobj", "obl", "nmod") && sc.Tree.Child(i, "det", "nummod", "amod", "nmod") >= 0
}

// describe says what a mention is: by its role word, by the lists, by the label of its name.
func (sc *scene) describe(m *mention) {
	t := sc.token(m.head)
	if m.known == nil || m.known.kind == demonymName {
		if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" && !m.adjective || t.UPOS == "ADJ" && t.Deprel != "amod" {
			m.role, m.body, m.roleFirst = sc.roleAt(m.head)
			if r := sc.crowd(m); r != nil {
				m.role, m.plural = r, true
			}
		}
	}
	switch {
	case m.known != nil && m.role == nil && m.body == nil:
		m.kind = kindOf(m)
	case m.role != nil:
		m.kind = roleKind(m.role, m.plural)
	case m.body != nil:
		m.kind = sitrep.OrganisationEntity
	case m.name >= 0:
		m.kind = labelKind(sc.Names[m.name].Label)
		if m.kind == sitrep.PeopleEntity && m.adjective {
			m.kind = ""
		}
	}
}

func kindOf(m *mention) sitrep.EntityKind {
	switch {
	case m.known.kind == officialName:
		return sitrep.PersonEntity
	case m.known.kind == regionName:
		return sitrep.ThingEntity
	case m.known.kind == demonymName && !m.adjective && m.plural:
		return sitrep.PeopleEntity
	case m.known.kind == demonymName && !m.adjective:
		return sitrep.PersonEntity
	}
	return sitrep.OrganisationEntity
}

func roleKind(r *lexicon.Role, plural bool) sitrep.EntityKind {
	switch r.Kind {
	case lexicon.PersonRole:
		if plural {
			return sitrep.PeopleEntity
		}
		return sitrep.PersonEntity
	case lexicon.PeopleRole:
		return sitrep.PeopleEntity
	case lexicon.OrganisationRole:
		return sitrep.OrganisationEntity
	}
	return sitrep.ThingEntity
}

func labelKind(l sitrep.NameLabel) sitrep.EntityKind {
	switch l {
	case sitrep.Person:
		return sitrep.PersonEntity
	case sitrep.Org:
		return sitrep.OrganisationEntity
	case sitrep.NORP:
		return sitrep.PeopleEntity
	case sitrep.GPE, sitrep.Location, sitrep.Facility:
		return sitrep.ThingEntity
	}
	return ""
}

// value tells whether a label is of a date or a number.
func value(l sitrep.NameLabel) bool { return labelKind(l) == "" }

// insideName tells whether a token stands within a name, or a known name, whose head is another token.
func (sc *scene) insideName(i int) bool {
	h := sc.token(i).Head
	if n := sc.named[i]; n >= 0 && !value(sc.Names[n].Label) {
		if in(h, sc.Names[n].First, sc.Names[n].Last) {
			return true
		}
		// A broken tree may give a name several heads: the last one in it counts.
		for k := i + 1; k < sc.Names[n].Last; k++ {
			if !in(sc.token(k).Head, sc.Names[n].First, sc.Names[n].Last) {
				return true
			}
		}
	}
	if m := sc.matched[i]; m >= 0 {
		return in(h, sc.matches[m].first, sc.matches[m].last)
	}
	return false
}

func in(i, first, last int) bool { return first <= i && i < last }

// counting makes a mention of a number or a measure that counts people: "three of his soldiers", "dozens of villagers".
func (sc *scene) counting(i int) (mention, bool) {
	t := sc.token(i)
	m := mention{head: i, name: -1, of: -1, roleFirst: i, plural: true}
	switch t.UPOS {
	case "NUM", "NOUN", "ADJ", "DET", "PRON":
	default:
		return m, false
	}
	for _, c := range sc.Tree.Children(i) {
		if !sitrep.Is(sc.token(c).Deprel, "nmod") || sc.at[c] < 0 || c < i {
			continue
		}
		if k := sc.Tree.Child(c, "case"); k >= 0 && sc.low[k] == "of" && (t.UPOS != "NOUN" || measures[strings.ToLower(t.Lemma)]) {
			of := &sc.mentions[sc.at[c]]
			m.of, m.kind, m.role, m.body, m.known = sc.at[c], of.kind, of.role, nil, nil
			if m.kind == sitrep.PersonEntity {
				m.kind = sitrep.PeopleEntity
			}
			return m, true
		}
	}
	return m, false
}

var measures = map[string]bool{"dozen": true, "hundred": true, "thousand": true, "million": true, "score": true, "number": true, "total": true, "lot": true,
	"majority": true, "rest": true, "half": true, "handful": true, "couple": true, "pair": true, "group": true, "kind": true, "ten": true, "part": true,
	"third": true, "quarter": true, "wave": true, "string": true, "series": true, "column": true, "load": true, "busload": true, "percent": true, "most": true,
	"remainder": true, "minority": true, "bulk": true, "tens": true, "bunch": true, "crowd": true, "generation": true}
