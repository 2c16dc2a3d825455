package claim

import (
	"strings"

	"sitrep"
)

// speaker is who stands behind a claim.
type speaker struct {
	name, side, actor string
	entity            int
	kind              sitrep.SourceKind
}

// speakerOf is the fullest that the report tells of the one at a token; the name is empty where it tells nothing.
func (r *reader) speakerOf(head int) speaker {
	if head < 0 {
		return speaker{entity: -1}
	}
	head = r.antecedent(head)
	if e := r.Cast.At(head); e != nil && e.Name != "" {
		return speaker{e.Name, e.Side, e.Actor, r.Cast.Index(head), e.SourceKind}
	}
	s := speaker{entity: -1}
	if c, ok := r.chain[head]; ok {
		m := r.Chains[c].Mentions[r.Chains[c].Name]
		if m.Kind != sitrep.PronounMention {
			s.name = r.phrase(m.Head)
		}
	}
	if s.name == "" && r.Tokens[head].UPOS != "PRON" {
		s.name = r.phrase(head)
	}
	return s
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
		case c < head && r.is(c, "case", "cc", "mark", "advmod") && e.first == a.first:
			a.first = e.last
		case c < head && r.is(c, "acl", "parataxis", "dep", "discourse"):
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
