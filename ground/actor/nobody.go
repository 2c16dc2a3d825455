package actor

import (
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// arrangements are what a "regime of" is when it is no government.
var arrangements = map[string]bool{"calm": true, "silence": true, "quiet": true, "ceasefire": true, "truce": true, "sanction": true, "inspection": true, "verification": true,
	"control": true, "safeguard": true, "austerity": true}

// nobody tells whether the word of a body stands for none: "a regime of calm", "came into force", "in front of the school".
func (sc *scene) nobody(i int) bool {
	switch sc.low[i] {
	case "regime":
		return sc.arrangement(i)
	case "force":
		return sc.follows(i, "into", "in", "by")
	case "front":
		return sc.follows(i, "in") && i+1 < len(sc.low) && sc.low[i+1] == "of"
	}
	return false
}

// arrangement tells whether a noun goes on with "of" and what is arranged.
func (sc *scene) arrangement(i int) bool {
	for _, c := range sc.Tree.All(i, "nmod") {
		if k := sc.Tree.Child(c, "case"); c > i && k >= 0 && sc.low[k] == "of" && arrangements[sc.lemma(c)] {
			return true
		}
	}
	return false
}

// follows tells whether one of the words stands right before a token.
func (sc *scene) follows(i int, words ...string) bool {
	return i > 0 && slices.Contains(words, sc.low[i-1])
}

// crowds are words for several that have no organisation of their own: who is in them acts.
var crowds = map[string]bool{"group": true, "band": true}

// crowd is the role of the people that a word for a group only counts, nil where it counts none or has a name: "a group of armed men", but not "a group of
// Ruritanian companies".
func (sc *scene) crowd(m *mention) *lexicon.Role {
	if m.name >= 0 || m.body != nil || !crowds[sc.lemma(m.head)] {
		return nil
	}
	for _, c := range sc.Tree.All(m.head, "nmod") {
		k := sc.Tree.Child(c, "case")
		if k < 0 || c < m.head || sc.low[k] != "of" || sc.token(c).UPOS != "NOUN" || sc.token(c).XPOS != "NNS" {
			continue
		}
		if r, _, _ := sc.roleAt(c); r != nil && roleKind(r, true) == sitrep.PeopleEntity {
			return r
		}
	}
	return nil
}
