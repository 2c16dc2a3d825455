package trigger

import (
	"slices"

	"sitrep"
)

// status says whether something has happened, goes on, or is set for a day to come.
func status(t *text, i int) sitrep.Status {
	v := t.clause(i)
	switch {
	case t.future(v), t.planned(i):
		return sitrep.Planned
	case t.goesOn(v), t.feat(i, "VerbForm=Part") && t.progressive(i):
		return sitrep.Ongoing
	}
	return sitrep.Happened
}

// plans are words under which something is decided, but has not begun.
var plans = lemmas(`schedule plan expect announce agree decide due set prepare slate intend pledge promise vow next upcoming planned scheduled forthcoming will`)

func (t *text) future(v int) bool {
	for _, c := range t.Tree.Children(v) {
		if t.is(c, "aux") && slices.Contains([]string{"will", "shall", "'ll"}, t.lemma[c]) {
			return true
		}
	}
	return false
}

func (t *text) planned(i int) bool {
	if g := t.Tokens[i].Head; g >= 0 && t.is(i, "xcomp") && plans[t.lemma[g]] {
		return true
	}
	return t.has(i, "next", "upcoming", "planned", "scheduled", "forthcoming", "proposed")
}

// lasting are verbs of what goes on.
var lasting = lemmas(`continue rage persist remain intensify escalate keep`)

func (t *text) goesOn(v int) bool { return lasting[t.lemma[v]] || t.progressive(v) }

func (t *text) progressive(v int) bool {
	if t.Tokens[v].XPOS != "VBG" {
		return false
	}
	aux := t.Tree.Child(v, "aux")
	return aux >= 0 && t.lemma[aux] == "be" && t.feat(aux, "Tense=Pres")
}

// failures are words of deeds that were tried in vain.
var failures = lemmas(`foil thwart defuse prevent fail abort botch avert attempt attempted failed foiled thwarted abortive`)

func stage(t *text, i int) sitrep.Stage {
	if g := t.Tokens[i].Head; g >= 0 && failures[t.lemma[g]] && t.is(i, "obj", "nsubj:pass", "xcomp", "nmod") {
		return sitrep.Attempted
	}
	for _, m := range t.modifiers(i) {
		if failures[t.lemma[m]] {
			return sitrep.Attempted
		}
	}
	return ""
}
