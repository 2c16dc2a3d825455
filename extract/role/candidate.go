package role

import (
	"strings"

	"sitrep"
)

// candidate is somebody or something that may have a part in what a mention tells.
type candidate struct {
	entity int // index in Cast.Entities, -1 where the cast does not have it
	head   int // the head token of its first mention that hangs on the trigger
	args   []argument
}

// candidates are the entities that hang on the trigger of a mention, each once.
func candidates(s *sitrep.Story, m *sitrep.EventMention) []candidate {
	var all []candidate
	for _, a := range arguments(s, m.Trigger) {
		entity := s.Cast.Index(a.head)
		if entity < 0 && !nounlike(&s.Tokens[a.head]) {
			continue
		}
		if i := at(all, entity, a.head); i >= 0 {
			all[i].args = append(all[i].args, a)
			continue
		}
		all = append(all, candidate{entity, a.head, []argument{a}})
	}
	return all
}

func at(all []candidate, entity, head int) int {
	for i, c := range all {
		if entity >= 0 && c.entity == entity || entity < 0 && c.head == head {
			return i
		}
	}
	return -1
}

func nounlike(t *sitrep.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// byRule is the first role that the rules give one of its arguments.
func (c *candidate) byRule(s *sitrep.Story, m *sitrep.EventMention) sitrep.Role {
	for _, a := range c.args {
		if r := rule(m, s.Tokens[m.Trigger].Lemma, a); r != "" {
			return r
		}
	}
	return ""
}

// actor is the candidate in a role.
func (c *candidate) actor(s *sitrep.Story, role sitrep.Role) sitrep.Actor {
	a := sitrep.Actor{Role: role, Entity: c.entity, Head: c.head, Confidence: sitrep.Fact}
	first, last := phrase(s, c.head)
	if c.entity >= 0 {
		e := &s.Cast.Entities[c.entity]
		a.Name, a.Side, a.ActorID, a.Kind, a.Named, a.Description, a.Group = e.Name, e.Side, e.Actor, e.Kind, e.Named, e.Description, e.Organisation
		if m, ok := s.Cast.Mention(c.head); ok {
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
