package timex

import (
	"strings"

	"sitrep"
)

// tense says on which side of the day of publication a verb puts its time.
type tense uint8

const (
	anyTense tense = iota
	past
	future
)

// tenseAt is the tense that the words around an expression give it: the preposition before it, or its verb.
func tenseAt(s *sitrep.Story, x *sitrep.Timex) tense {
	if x.First >= 3 && strings.EqualFold(s.Tokens[x.First-1].Form, "as") && strings.EqualFold(s.Tokens[x.First-3].Form, "as") {
		return future // as soon as Tuesday
	}
	verb := ownTense(s, x)
	switch x.Preposition {
	case "since":
		return past
	case "by":
		if verb != past {
			return future
		}
	case "until", "till", "to":
		if verb != past || putsOff(s, x.Governor) {
			return future
		}
	}
	return verb
}

// ownTense is the tense of the verb of an expression. "Friday's ruling" takes that of a verb only as its subject, or as what a verb of
// taking part has for its object: whoever will appeal Friday's ruling speaks of one that has been made.
func ownTense(s *sitrep.Story, x *sitrep.Timex) tense {
	g := x.Governor
	if g < 0 || !sitrep.Is(s.Tokens[x.Head].Deprel, "nmod:poss") {
		return tenseOf(s, g)
	}
	h := s.Tokens[g].Head
	if h < 0 || sitrep.Is(s.Tokens[g].Deprel, "nsubj") || takesPart[s.Tokens[h].Lemma] {
		return tenseOf(s, g)
	}
	return anyTense
}

// takesPart are the verbs whose object is still to come where they are.
var takesPart = map[string]bool{"attend": true, "host": true, "hold": true, "join": true, "boycott": true, "skip": true, "chair": true,
	"open": true, "postpone": true, "cancel": true, "miss": true}

// putsOff tells whether the verb above a token moves something to a later time: "the talks were postponed until Tuesday".
func putsOff(s *sitrep.Story, i int) bool {
	for steps := 0; i >= 0 && steps < 3; i, steps = s.Tokens[i].Head, steps+1 {
		switch s.Tokens[i].Lemma {
		case "postpone", "extend", "delay", "adjourn", "suspend", "give", "defer", "extension", "deadline", "expire", "reschedule", "prolong", "renew":
			return true
		}
	}
	return false
}

// tenseOf is the tense of the verb that a token belongs to: the nearest above it in the tree.
func tenseOf(s *sitrep.Story, i int) tense {
	for steps := 0; i >= 0 && steps < 12; i, steps = s.Tokens[i].Head, steps+1 {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "AUX" && s.Tree.Child(i, "cop", "aux") < 0 {
			continue
		}
		if got := verbTense(s, i); got != anyTense {
			return got
		}
		if !sitrep.Is(t.Deprel, "xcomp", "amod", "acl", "advcl", "ccomp", "conj", "csubj") {
			break
		}
	}
	return anyTense
}

// verbTense is what a verb and its auxiliaries say.
func verbTense(s *sitrep.Story, i int) tense {
	t := &s.Tokens[i]
	auxiliary := ""
	for _, c := range s.Tree.Children(i) {
		if x := &s.Tokens[c]; sitrep.Is(x.Deprel, "aux", "cop") {
			switch x.Lemma {
			case "will", "shall", "would", "'ll", "wo":
				return future
			case "may", "should", "must":
				auxiliary = "modal"
			}
			if auxiliary == "" {
				auxiliary = x.XPOS
			}
		}
	}
	switch {
	case scheduled[t.Lemma] && (t.XPOS == "VBN" || t.XPOS == "JJ" || t.UPOS == "ADJ"):
		return future
	case t.XPOS == "VBD" || auxiliary == "VBD":
		return past
	case auxiliary == "modal":
		return future
	case t.XPOS == "VBN" && (auxiliary == "VBP" || auxiliary == "VBZ" || auxiliary == ""), t.XPOS == "VBG" && auxiliary == "VBN":
		return past
	case t.XPOS == "VB" && marked(s, i):
		return infinitiveTense(s, i)
	case timetabled[t.Lemma] && (t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBG" && (auxiliary == "VBZ" || auxiliary == "VBP")):
		return future
	}
	return anyTense
}

func marked(s *sitrep.Story, i int) bool {
	m := s.Tree.Child(i, "mark")
	return m >= 0 && s.Tokens[m].Lemma == "to"
}

// infinitiveTense is the tense of "to meet": ahead of a verb or noun that looks ahead ("agreed to meet"), else that of the verb above.
func infinitiveTense(s *sitrep.Story, i int) tense {
	h := s.Tokens[i].Head
	if h < 0 {
		return future // a headline: "Leaders to meet"
	}
	t := &s.Tokens[h]
	if (t.UPOS == "NOUN" || t.UPOS == "ADJ") && tenseOf(s, t.Head) == past && !looksAhead[t.Lemma] {
		return past // "launched an offensive to retake the town on May 3": the day is that of the launch
	}
	if looksAhead[t.Lemma] || t.Lemma == "be" || t.UPOS == "NOUN" || t.UPOS == "ADJ" {
		return future
	}
	return anyTense
}

// scheduled are the participles and adjectives whose own day lies ahead: "the talks are scheduled for Monday".
var scheduled = map[string]bool{"plan": true, "schedule": true, "expect": true, "due": true, "set": true, "slate": true, "tip": true,
	"poise": true, "likely": true, "postpone": true, "bind": true, "reschedule": true}

// looksAhead are the verbs, adjectives and nouns whose infinitive lies ahead of them.
var looksAhead = map[string]bool{"plan": true, "schedule": true, "expect": true, "due": true, "set": true, "slate": true, "agree": true,
	"intend": true, "hope": true, "want": true, "decide": true, "prepare": true, "promise": true, "pledge": true, "vow": true, "threaten": true,
	"propose": true, "invite": true, "urge": true, "ask": true, "order": true, "demand": true, "offer": true, "ready": true, "go": true,
	"aim": true, "suppose": true, "bind": true, "tip": true, "poise": true, "likely": true, "postpone": true, "agreement": true,
	"deal": true, "decision": true, "proposal": true, "deadline": true, "invitation": true, "intention": true, "pact": true}

// timetabled are the verbs whose present tense tells of what is to come: "the talks begin on Monday".
var timetabled = map[string]bool{"begin": true, "start": true, "open": true, "meet": true, "leave": true, "arrive": true, "return": true,
	"visit": true, "travel": true, "resume": true, "expire": true, "end": true, "fly": true, "come": true, "go": true, "hold": true, "host": true,
	"take": true, "face": true, "head": true, "send": true, "convene": true, "vote": true, "sign": true}
