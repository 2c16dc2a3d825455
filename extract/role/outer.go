package role

import (
	"slices"
	"strings"

	"sitrep"
)

// outer finds the namings that only say whose somebody is whom a longer one names: "Ruritanian" in "Ruritanian soldiers", who is nobody beside
// the soldiers, and "Ruritania" in "the army of Ruritania". Of each token it is the head of the longer one, -1 for none.
func outer(s *sitrep.Story) []int {
	out := make([]int, len(s.Tokens))
	for i := range out {
		out[i] = -1
	}
	if s.Cast == nil {
		return out
	}
	for i := range s.Cast.Entities {
		e := &s.Cast.Entities[i]
		for _, m := range e.Mentions {
			if m.Head >= 0 && m.Head < len(out) {
				out[m.Head] = outerOf(s, e, m.Head)
			}
		}
	}
	return out
}

func outerOf(s *sitrep.Story, e *sitrep.Entity, head int) int {
	for i, n := s.Tokens[head].Head, 0; i >= 0 && n < maxSteps; i, n = s.Tokens[i].Head, n+1 {
		if o := s.Cast.At(i); o != nil && o != e {
			if m, _ := s.Cast.Mention(i); m.First <= head && head < m.Last {
				return i
			}
			return -1
		}
	}
	return -1
}

// barred takes away the odds of a candidate that only says whose another one is, and those of a doer that is told to have claimed nothing, or of a deed that is told
// not to have been done.
func (p *pool) barred(m *sitrep.EventMention, c *Candidate, all []Candidate, odds []float64) {
	if p.namesWhose(c, all) || p.none(c.Head) {
		clear(odds)
	}
	if p.disclaims(m, c) || p.undone(m.Trigger) {
		odds[0] = 0
	}
}

// none tells whether a noun phrase says that there is nobody, or asks how many there are: "no civilians", "how many attackers".
func (p *pool) none(head int) bool {
	return slices.ContainsFunc(p.Tree.Children(head), func(c int) bool {
		t := &p.Tokens[c]
		switch {
		case c > head:
			return false
		case t.Deprel == "det":
			return t.Lemma == "no" || t.Lemma == "neither"
		}
		k := p.Tree.Child(c, "advmod")
		return t.Deprel == "amod" && t.Lemma == "many" && k >= 0 && strings.EqualFold(p.Tokens[k].Form, "how")
	})
}

// lightVerbs are verbs of which a deed's noun says what was done.
var lightVerbs = map[string]bool{"make": true, "carry": true, "launch": true, "conduct": true, "stage": true, "mount": true, "commit": true, "do": true, "perform": true, "order": true, "plan": true, "fire": true, "open": true}

// undone tells whether a deed is told not to have been done: "its aircraft had made no strike", "they did not attack". Whoever says so of himself would else be the one
// who did it.
func (p *pool) undone(trigger int) bool {
	if p.not(trigger) {
		return true
	}
	head := p.Tokens[trigger].Head
	return p.Tokens[trigger].UPOS == "NOUN" && head >= 0 && lightVerbs[p.Tokens[head].Lemma] && p.not(head)
}

// not tells whether a "no" or "not" hangs on a token.
func (p *pool) not(i int) bool {
	return slices.ContainsFunc(p.Tree.Children(i), func(c int) bool {
		switch p.Tokens[c].Lemma {
		case "no", "not", "never", "n't", "neither":
			return true
		}
		return false
	})
}

// namesWhose tells whether a candidate is named only as the side of another one: the longer naming is a candidate too.
func (p *pool) namesWhose(c *Candidate, all []Candidate) bool {
	o := p.outer[c.Head]
	if o < 0 || c.Entity < 0 || c.args != nil {
		return false
	}
	e := p.Cast.At(o)
	return e.Side != "" && e.Side == p.Cast.Entities[c.Entity].Side && slices.ContainsFunc(all, func(x Candidate) bool { return x.Head == o })
}

// disclaims tells whether a candidate is told not to have claimed the deed.
func (p *pool) disclaims(m *sitrep.EventMention, c *Candidate) bool {
	return p.denied(m.Trigger, c.Head) && slices.ContainsFunc(c.args, func(a argument) bool {
		return a.slot == doer && (a.via == "claim" || p.responsible(m.Trigger) && responsibleVerbs[a.via])
	})
}
