package peace

import (
	"slices"
	"strings"

	"sitrep"
)

// view is a story with the words in it that stand for accords and for talks.
type view struct {
	*sitrep.Story
	own     map[int]int // of the trigger of a mention: its event, for accords and talks
	chain   map[int]int // of the head of a mention: its chain
	accords []reference // in the order of the text
	talks   []reference
}

// reference is a token that stands for an event.
type reference struct{ token, event int }

func newView(s *sitrep.Story) *view {
	v := &view{Story: s, own: map[int]int{}, chain: map[int]int{}}
	for c := range s.Chains {
		if s.Chains[c].Members == nil {
			for _, m := range s.Chains[c].Mentions {
				v.chain[m.Head] = c
			}
		}
	}
	for k := range s.Events {
		for _, i := range s.Events[k].MentionsOf {
			if t := s.Mentions[i].Trigger; v.accord(k) || s.Events[k].Kind == sitrep.Talks {
				v.own[t] = k
			}
		}
	}
	for t := range s.Tokens {
		if k := v.resolve(t); k >= 0 && v.accord(k) {
			v.accords = append(v.accords, reference{t, k})
		} else if k >= 0 {
			v.talks = append(v.talks, reference{t, k})
		}
	}
	return v
}

// any tells whether the story has an event of one of the kinds.
func (v *view) any(kinds ...sitrep.Kind) bool {
	return slices.ContainsFunc(v.Events, func(e sitrep.Event) bool { return slices.Contains(kinds, e.Kind) })
}

func (v *view) accord(k int) bool {
	return v.Events[k].Kind == sitrep.Ceasefire || v.Events[k].Kind == sitrep.Agreement
}

func (v *view) lemma(t int) string {
	if l := v.Tokens[t].Lemma; l != "" {
		return strings.ToLower(l)
	}
	return v.form(t)
}

func (v *view) form(t int) string { return strings.ToLower(v.Tokens[t].Form) }

func (v *view) is(t int, relations ...string) bool {
	return t >= 0 && sitrep.Is(v.Tokens[t].Deprel, relations...)
}

// truce tells whether a token names a truce.
func (v *view) truce(t int) bool {
	switch l := v.lemma(t); {
	case truceWords[l]:
		return true
	case l == "fire" || l == "fires":
		return t >= 2 && v.form(t-1) == "-" && v.form(t-2) == "cease" || t >= 1 && v.form(t-1) == "cease" && v.is(t-1, "compound", "amod")
	case l == "cessation":
		return v.child(t, "hostility") >= 0
	case l == "pause":
		return v.child(t, "humanitarian") >= 0
	}
	return false
}

// child is a dependent with a lemma, -1 where there is none.
func (v *view) child(t int, lemma string) int {
	for _, c := range v.Tree.Children(t) {
		if v.lemma(c) == lemma {
			return c
		}
	}
	return -1
}

// resolve is the event that a token stands for: that of its mention, or for a pronoun and a word like "deal" one named before; -1 for none.
func (v *view) resolve(t int) int {
	if k, ok := v.own[t]; ok {
		return k
	}
	switch v.Tokens[t].UPOS {
	case "NOUN", "PROPN", "PRON":
	default:
		return -1
	}
	switch l := v.lemma(t); {
	case v.Tokens[t].UPOS == "PRON" && (l == "it" || l == "its"):
		return v.pronoun(t)
	case v.truce(t):
		if k := v.only(); k >= 0 || !v.definite(t) {
			return k
		}
		return v.before(t, 100, v.isTruce)
	case accordWords[l] && v.Tokens[t].UPOS == "NOUN":
		if k := v.part(t); k >= 0 {
			return k
		}
		if v.definite(t) {
			return v.before(t, 3, v.accord)
		}
	case talkWords[l] && v.Tokens[t].UPOS == "NOUN" && v.definite(t):
		return v.before(t, 3, func(k int) bool { return v.Events[k].Kind == sitrep.Talks })
	}
	return -1
}

// part is the event of a truce that is named within the phrase of an accord ("the ceasefire deal", "an agreement on a truce").
func (v *view) part(t int) int {
	for _, c := range v.Tree.All(t, "compound", "nmod", "amod") {
		if k, ok := v.own[c]; ok && v.accord(k) {
			return k
		}
	}
	return -1
}

func (v *view) isTruce(k int) bool { return v.Events[k].Kind == sitrep.Ceasefire }

// pronoun is the event of the chain that a pronoun is in, or the one named last where it is the subject of what only an accord does.
func (v *view) pronoun(t int) int {
	if c, ok := v.chain[t]; ok {
		for _, m := range v.Chains[c].Mentions {
			if k, ok := v.own[m.Head]; ok && m.Head < t {
				return k
			}
		}
	}
	switch h := v.Tokens[t].Head; {
	case h < 0:
	case v.is(t, "nsubj") && v.effect(h):
		return v.before(t, 1, v.accord)
	case v.is(t, "nmod:poss") && v.lemma(h) == "term":
		return v.before(t, 3, v.accord)
	case v.is(t, "nsubj") && (provideObjects[v.lemma(h)] || provideVerbs[v.lemma(h)]) && v.Tokens[h].UPOS == "VERB":
		return v.before(t, 1, v.accord)
	case v.is(t, "obl") && v.lemma(h) == "exclude":
		return v.before(t, 2, v.isTruce)
	}
	return -1
}

func (v *view) definite(t int) bool {
	d := v.Tree.Child(t, "det")
	return d >= 0 && (v.form(d) == "the" || v.form(d) == "this" || v.form(d) == "that")
}

// before is the event named last before a token, at most so many sentences up; or the only one of the report of its sort.
func (v *view) before(t, sentences int, want func(int) bool) int {
	here := v.Tree.Sentence(t)
	for i := t - 1; i >= 0 && v.Tree.Sentence(i) >= here-sentences; i-- {
		if k, ok := v.own[i]; ok && want(k) {
			return k
		}
	}
	return -1
}

// lastNamed is the event that a word before a token stands for, at most so many sentences up.
func (v *view) lastNamed(t, sentences int, want func(int) bool) int {
	for i := len(v.accords) - 1; i >= 0; i-- {
		if r := v.accords[i]; r.token < t && v.Tree.Sentence(r.token) >= v.Tree.Sentence(t)-sentences && want(r.event) {
			return r.event
		}
	}
	return -1
}

// top is the head of the phrase in which a truce is named: "agreement" in "an agreement on a truce", "deal" in "a truce deal".
func (v *view) top(t int) int {
	for steps := 0; steps < 5; steps++ {
		h := v.Tokens[t].Head
		if h < 0 || !v.is(t, "compound", "nmod", "amod", "conj") || !accordWords[v.lemma(h)] && !(v.is(t, "conj") && v.truce(h)) {
			break
		}
		t = h
	}
	return t
}

// claimed is the innermost claim that holds a token, nil for the reporter's own words.
func (v *view) claimed(t int) *sitrep.Claim {
	for i := range v.Claims {
		if v.Claims[i].Holds(v.Tokens[t].Span) {
			return &v.Claims[i]
		}
	}
	return nil
}
