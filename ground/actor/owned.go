package actor

import (
	"strings"

	"sitrep"
)

// findOwned gives "its troops" the side of the one whom the pronoun stands for.
func (sc *scene) findOwned() {
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.side != "" || m.pronoun || m.role != nil && apart[m.role.Word] {
			continue
		}
		o := sc.possessor(m)
		if o < 0 {
			continue
		}
		if sc.at[o] >= 0 {
			m.side = sc.mentions[sc.at[o]].side
		} else if s := sc.subjectOver(m.head, o); s >= 0 {
			m.side = sc.mentions[s].side
		}
	}
}

// subjectOver is the mention that a possessive pronoun most likely stands for where no chain says it: the nearest subject over it.
func (sc *scene) subjectOver(head, pronoun int) int {
	for i, n := sc.token(head).Head, 0; i >= 0 && n < 8; i, n = sc.token(i).Head, n+1 {
		s := sc.Tree.Child(i, "nsubj")
		if s < 0 || s >= head || sc.at[s] < 0 {
			continue
		}
		m := &sc.mentions[sc.at[s]]
		person := sc.low[pronoun] == "his" || sc.low[pronoun] == "her"
		if sc.low[pronoun] == "their" || person == (m.kind == sitrep.PersonEntity) {
			return sc.at[s]
		}
	}
	return -1
}

// possessor is the pronoun that says whose somebody is, -1 for none.
func (sc *scene) possessor(m *mention) int {
	if c := sc.Tree.Child(m.head, "nmod:poss"); c >= 0 && sc.token(c).UPOS == "PRON" {
		return c
	}
	return -1
}

// findNamesakes gives "the army" the side of the army that the report has named before by its state: the last one that goes by the same word.
func (sc *scene) findNamesakes() {
	last := map[string]string{}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.pronoun || m.adjective || sourceOf(m) != sitrep.Belligerent {
			continue
		}
		word := strings.ToLower(sc.token(m.head).Lemma)
		switch {
		case m.sure && sc.index.states[m.side]:
			last[word] = m.side
		case m.side == "" && sc.definite(m) && sc.mayTakeHome(m):
			m.side = last[word]
		}
	}
}

// definite tells whether an article says that somebody is known already.
func (sc *scene) definite(m *mention) bool {
	for i := m.first; i < m.head; i++ {
		if sc.low[i] == "the" {
			return !sc.counted(m)
		}
	}
	return false
}
