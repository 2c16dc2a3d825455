package claim

import (
	"slices"
	"strings"

	"sitrep"
)

// speaker is who stands behind a claim.
type speaker struct {
	name, side, actor string
	entity            int
	kind              sitrep.SourceKind
	head              int
	plural            bool
}

// speakers finds who stands behind each attribution, in the order of the text: a pronoun may stand for the speaker before.
func (r *reader) speakers() {
	r.said = make([]speaker, len(r.found))
	for i := range r.found {
		f := &r.found[i]
		if f.speaker >= 0 {
			r.said[i] = r.said[f.speaker]
			continue
		}
		r.said[i] = r.speakerOf(f.source)
		if f.source < 0 {
			continue
		}
		if before, ok := r.speakerBefore(i); ok {
			r.said[i] = before
		}
	}
}

// named tells whether a speaker's name is a proper one.
func (r *reader) named(s speaker) bool {
	if s.entity >= 0 {
		return r.Cast.Entities[s.entity].Named
	}
	return s.head >= 0 && r.holdsName(s.head)
}

// holdsName tells whether a noun phrase holds a proper name at its head or beside it.
func (r *reader) holdsName(head int) bool {
	if r.Tokens[head].UPOS == "PROPN" {
		return true
	}
	for _, c := range r.Tree.All(head, "appos", "flat") {
		if r.Tokens[c].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// speakerOf is the fullest that the report tells of the one at a token; the name is empty where it tells nothing.
func (r *reader) speakerOf(head int) speaker {
	if head < 0 {
		return speaker{entity: -1, head: -1}
	}
	head = r.antecedent(head)
	s := speaker{entity: -1, head: head, plural: r.plural(head)}
	if r.several(head) {
		return r.together(s)
	}
	if e := r.Cast.At(head); e != nil && e.Name != "" {
		s.name, s.side, s.actor, s.entity, s.kind = r.nameOf(e, head), e.Side, e.Actor, r.Cast.Index(head), e.SourceKind
		return s
	}
	if c, ok := r.chain[head]; ok {
		if m := r.Chains[c].Mentions[r.Chains[c].Name]; m.Kind != sitrep.PronounMention {
			s.name, s.head = r.phrase(m.Head), m.Head
		}
	}
	if s.name == "" && r.Tokens[head].UPOS != "PRON" {
		s.name = r.phrase(head)
	}
	return s
}

// several tells whether a noun phrase joins two or more.
func (r *reader) several(head int) bool {
	c := r.Tree.Child(head, "conj")
	return c >= 0 && r.nominal(head) && r.nominal(c) && r.Tokens[head].UPOS != "PRON"
}

// together names several speakers of one claim; they have a side if they share it.
func (r *reader) together(s speaker) speaker {
	s.name = r.phrase(s.head)
	if e := r.Cast.At(s.head); e != nil {
		s.side = e.Side
	}
	for _, c := range r.Tree.All(s.head, "conj") {
		if e := r.Cast.At(c); e == nil || e.Side != s.side {
			s.side = ""
		}
	}
	return s
}

// nameOf is the name of an entity, or the phrase at a token where that says more, or names somebody whom the entity's name does not.
func (r *reader) nameOf(e *sitrep.Entity, head int) string {
	if r.Tokens[head].UPOS == "PRON" {
		return e.Name
	}
	phrase := r.phrase(head)
	if phrase == "" {
		return e.Name
	}
	if e.Named && !r.namesAnother(e.Name, head) {
		return e.Name
	}
	if e.Named || !strings.Contains(strings.ToLower(e.Name), strings.ToLower(phrase)) {
		return phrase
	}
	return e.Name
}

// namesAnother tells whether the phrase at a token holds the name of a person, or in an apposition of anything, that shares no word with a name.
func (r *reader) namesAnother(name string, head int) bool {
	own := -1
	if r.Tokens[head].UPOS == "PROPN" && r.labelled(head, sitrep.Person) {
		own = head
	} else if r.Tokens[head].UPOS == "NOUN" {
		for _, c := range r.Tree.All(head, "appos", "flat") {
			if r.Tokens[c].UPOS == "PROPN" {
				own = c
			}
		}
	}
	if own < 0 {
		return false
	}
	if strings.Contains(name, r.Tokens[own].Form) {
		return false
	}
	for _, c := range r.Tree.All(own, "flat", "compound") {
		if r.Tokens[c].UPOS == "PROPN" && strings.Contains(name, r.Tokens[c].Form) {
			return false
		}
	}
	return true
}

func (r *reader) labelled(t int, label sitrep.NameLabel) bool {
	i, _ := slices.BinarySearchFunc(r.Names, t, func(n sitrep.Name, t int) int { return n.Last - t - 1 })
	return i < len(r.Names) && r.Names[i].First <= t && t < r.Names[i].Last && r.Names[i].Label == label
}

func (r *reader) plural(head int) bool {
	return strings.Contains(r.Tokens[head].Feats, "Number=Plur") || r.Tree.Child(head, "conj") >= 0
}

// antecedent is the noun that a relative pronoun stands for.
func (r *reader) antecedent(head int) int {
	t := r.token(head)
	if t.XPOS != "WP" && t.XPOS != "WDT" && t.XPOS != "WP$" {
		return head
	}
	for v, steps := t.Head, 0; v >= 0 && steps < 4; v, steps = r.Tokens[v].Head, steps+1 {
		if r.is(v, "acl:relcl", "acl") && r.Tokens[v].Head >= 0 {
			return r.Tokens[v].Head
		}
	}
	return head
}

// phrase is the noun phrase of a head as it names somebody: with titles and appositions, without what is told of them in clauses.
func (r *reader) phrase(head int) string {
	a := r.extent(head)
	for _, c := range r.Tree.Children(head) {
		e := r.extent(c)
		switch {
		case c > head && r.is(c, "acl", "parataxis", "dep", "list"):
			a.last = min(a.last, e.first)
		case c < head && r.is(c, "case", "cc", "mark", "advmod"), c < head && r.is(c, "acl", "parataxis", "dep", "discourse", "punct"):
			a.first = max(a.first, e.last)
		}
	}
	a = r.bare(a)
	if a.last > a.first+1 && strings.HasPrefix(r.Tokens[a.last-1].Form, "'") && r.Tokens[a.last-1].UPOS == "PART" {
		a.last--
	}
	if a.empty() {
		return ""
	}
	return strings.Join(strings.Fields(r.In(r.SpanOf(a.first, a.last))), " ")
}
