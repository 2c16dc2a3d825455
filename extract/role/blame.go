package role

import "sitrep"

var (
	// doubts are words that make a doer a possible one.
	doubts = set(`suspected alleged apparent presumed purported possible probable supposed reported likely suspect allegedly apparently reportedly
		presumably possibly probably suspectedly`)
	// responsibleVerbs have "responsibility" as their object and whoever did it as their subject.
	responsibleVerbs = set(`claim take accept admit acknowledge assume`)
	// beliefs are verbs of which "were believed to have fired" makes a doer a possible one.
	beliefs = set(`believe think suspect presume suppose fear allege appear seem`)
)

// confidence says how sure the report makes it that a candidate is the initiator, as far as the words about the deed itself say.
func (p *pool) confidence(m *sitrep.EventMention, c *Candidate) (sitrep.Confidence, int) {
	if w := p.doubt(c.Head); w >= 0 {
		return sitrep.Possible, w
	}
	for _, a := range c.args {
		switch {
		case a.via == "claim" || responsibleVerbs[a.via] && p.responsible(m.Trigger):
			return sitrep.ClaimedByDoer, m.Trigger
		case a.slot == blamed || blameVerbs[a.via]:
			return sitrep.Accused, m.Trigger
		}
	}
	return p.above(m.Trigger, c.args != nil)
}

// doubt is a word of doubt that stands with a noun, -1 for none.
func (p *pool) doubt(head int) int {
	for _, c := range p.Tree.Children(head) {
		t := &p.Tokens[c]
		if sitrep.Is(t.Deprel, "amod", "advmod", "compound") && (doubts[t.Lemma] || t.XPOS == "VBN" && beliefs[t.Lemma] || doubts[t.Reading()]) {
			return c
		}
	}
	return -1
}

// above looks for verbs of blame, belief and claim over a trigger: "were accused of shelling", "are believed to have fired", "claimed
// responsibility for the attack".
func (p *pool) above(trigger int, hangs bool) (sitrep.Confidence, int) {
	if w := p.doubt(trigger); w >= 0 && verbal(&p.Tokens[trigger]) {
		return sitrep.Possible, w
	}
	for i, n := trigger, 0; hangs && n < 4; n++ {
		rel := p.Tokens[i].Deprel
		if i = p.Tokens[i].Head; i < 0 || sitrep.Is(rel, "acl:relcl", "parataxis", "conj") {
			break
		}
		switch lemma := p.Tokens[i].Lemma; {
		case blameVerbs[lemma] && sitrep.Is(rel, "advcl", "obl", "xcomp", "obj", "nsubj", "nsubj:pass"):
			return sitrep.Accused, i
		case beliefs[lemma] && sitrep.Is(rel, "xcomp", "advcl"):
			return sitrep.Possible, i
		case lemma == "responsibility":
			return sitrep.ClaimedByDoer, i
		}
	}
	return sitrep.Fact, -1
}

// claims tells whether a candidate claims the deed: "claimed responsibility for the attack", "claimed the attack".
func (p *pool) claims(m *sitrep.EventMention, c *Candidate) bool {
	if !oneSided(m.Kind) || c.Entity < 0 || p.denied(m.Trigger, c.Head) {
		return false
	}
	for _, a := range c.args {
		if a.slot == doer && (a.via == "claim" || p.responsible(m.Trigger) && responsibleVerbs[a.via]) {
			return p.Cast.Entities[c.Entity].Kind != sitrep.ThingEntity
		}
	}
	return false
}

// denied tells whether nobody claims: "no group claimed", "has not claimed".
func (p *pool) denied(trigger, head int) bool {
	if t := &p.Tokens[head]; t.Lemma == "nobody" || t.Lemma == "none" || p.Tree.Child(head, "det") >= 0 && p.Tokens[p.Tree.Child(head, "det")].Lemma == "no" {
		return true
	}
	for i, n := trigger, 0; i >= 0 && n < 4; i, n = p.Tokens[i].Head, n+1 {
		for _, c := range p.Tree.All(i, "advmod") {
			if l := p.Tokens[c].Lemma; l == "not" || l == "never" || l == "n't" {
				return true
			}
		}
	}
	return false
}

// responsible tells whether a trigger hangs on "responsibility".
func (p *pool) responsible(trigger int) bool {
	for i, n := trigger, 0; i >= 0 && n < 4; i, n = p.Tokens[i].Head, n+1 {
		if p.Tokens[i].Lemma == "responsibility" {
			return true
		}
	}
	return false
}

// grade sets the confidence of an initiator, with the word that it rests on.
func (p *pool) grade(m *sitrep.EventMention, c *Candidate, a *sitrep.Actor) {
	confidence, word := p.confidence(m, c)
	a.Confidence = confidence
	if word >= 0 {
		a.Why = append(a.Why, sitrep.Reason{Field: "confidence", Rule: string(confidence), Words: p.Tokens[word].Span})
	}
}
