package role

import (
	"strings"

	"sitrep"
)

// actor is a candidate in a role.
func actor(s *sitrep.Story, c *Candidate, role sitrep.Role) sitrep.Actor {
	a := sitrep.Actor{Role: role, Entity: c.Entity, Head: c.Head, Confidence: sitrep.Fact}
	first, last := phrase(s, c.Head)
	if c.Entity >= 0 {
		e := &s.Cast.Entities[c.Entity]
		a.Name, a.Side, a.ActorID, a.Kind, a.Named, a.Description, a.Group = e.Name, e.Side, e.Actor, e.Kind, e.Named, e.Description, e.Organisation
		if m, ok := s.Cast.Mention(c.Head); ok {
			first, last = m.First, m.Last
		}
	}
	span := s.SpanOf(first, last)
	if a.Name == "" {
		a.Name = strings.Join(strings.Fields(s.In(span)), " ")
	}
	a.Mentions = []sitrep.Span{span}
	return a
}

// phrase is the tokens of a noun phrase as they stand, without clauses and what comes after a comma.
func phrase(s *sitrep.Story, head int) (first, last int) {
	first, last = head, head+1
	for _, c := range s.Tree.Children(head) {
		d := s.Tokens[c].Deprel
		l, r := s.Tree.Extent(c)
		switch {
		case c < head && sitrep.Is(d, "amod", "compound", "nummod", "nmod", "det") && !(d == "det" && s.Tokens[c].Lemma == "a"):
			first = min(first, l)
		case c > head && l == last && (sitrep.Is(d, "flat", "compound") || d == "nmod" && r-l <= 4 && s.Tokens[l].Lemma == "of"):
			last = r
		}
	}
	return first, last
}
