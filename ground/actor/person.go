package actor

import (
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// fillPerson says what the report tells of a person: the fullest words of an office or a calling, and for whom.
func (sc *scene) fillPerson(e *sitrep.Entity, mentions []int) {
	for _, k := range mentions {
		m := &sc.mentions[k]
		if m.role == nil || sc.personName(m) || m.pronoun || m.of >= 0 {
			continue
		}
		if words := sc.wordsOf(m); e.Named && len(words) > len(e.Description) {
			e.Description = words
		}
		org, source := sc.employer(m)
		if e.Organisation == "" {
			e.Organisation = org
		}
		if source != "" && m.role.Allegiance == lexicon.OfBody {
			e.SourceKind = source
		}
		if !e.Named && strings.HasSuffix(m.role.Word, "official") && e.SourceKind == sitrep.GovernmentSource {
			e.SourceKind = sitrep.AnonymousOfficial
		}
	}
	if e.Named && e.Description == "" {
		sc.portray(e, mentions)
	}
}

func (sc *scene) wordsOf(m *mention) string {
	first, last := sc.nameOf(m)
	return sc.In(sc.SpanOf(first, last))
}

// employer is the body that a role is told to be of, in the words of the report, and what it is as a source.
func (sc *scene) employer(m *mention) (string, sitrep.SourceKind) {
	for i := min(m.first, m.roleFirst); i < m.head; i++ {
		if k := sc.knownAt(i); k != nil && (k.kind == groupName || k.kind == organisationName) && sc.within(i, m.head) {
			found := sc.matches[sc.matched[i]]
			return sc.In(sc.SpanOf(found.first, found.last)), k.source
		}
	}
	for _, c := range sc.Tree.Children(m.head) {
		if !sitrep.Is(sc.token(c).Deprel, "nmod", "compound") || sc.at[c] < 0 || !sc.ties(c, m, lexicon.OfBody) {
			continue
		}
		if o := &sc.mentions[sc.at[c]]; o.kind == sitrep.OrganisationEntity && (o.known == nil || o.known.kind >= groupName || o.body != nil) {
			return sc.wordsOf(o), sourceOf(o)
		}
	}
	return "", ""
}

// sourceOf is what a body is as the maker of a claim.
func sourceOf(m *mention) sitrep.SourceKind {
	switch {
	case m.body != nil && m.body.Source != "":
		return sitrep.SourceKind(m.body.Source)
	case m.role != nil:
		return sitrep.SourceKind(m.role.Source)
	case m.known != nil:
		return m.known.source
	}
	return ""
}

// portray says who a person of a name is where no office that is known does: by the title before the name ("banker Ramiro Castillo") or the words
// that stand beside it ("Manuel Vallejo, a businessman"), the fullest.
func (sc *scene) portray(e *sitrep.Entity, mentions []int) {
	for _, k := range mentions {
		m := &sc.mentions[k]
		if !sc.personName(m) || m.name < 0 {
			continue
		}
		for _, words := range []string{sc.title(sc.Names[m.name]), sc.apposition(m.head)} {
			if len(words) > len(e.Description) {
				e.Description = words
			}
		}
	}
}

// title is the words of a calling right before a name, empty for none.
func (sc *scene) title(n sitrep.Name) string {
	first := n.First
	for first > 0 && sc.Tree.Sentence(first-1) == sc.Tree.Sentence(n.First) && sc.calls(first-1, n) {
		first--
	}
	if first == n.First || sc.token(n.First-1).UPOS != "NOUN" {
		return ""
	}
	return sc.In(sc.SpanOf(first, n.First))
}

// calls tells whether a token before a name is a word of its title: it hangs on the name, or on another word of the title, or has the name hanging on
// it, or on what it hangs on.
func (sc *scene) calls(i int, n sitrep.Name) bool {
	t, first := sc.token(i), sc.token(n.First)
	if sc.person(i) || t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PROPN" {
		return false
	}
	above := first.Head == i && sitrep.Is(first.Deprel, "appos", "flat")
	beside := i == n.First-1 && t.Head >= 0 && t.Head == first.Head && t.Deprel == first.Deprel // two objects, to the parser
	return above || beside || sitrep.Is(t.Deprel, "compound", "amod", "flat", "nmod") && t.Head > i && t.Head < n.Last
}

// apposition is what stands beside a name, without article and up to the next comma; empty for none.
func (sc *scene) apposition(head int) string {
	for _, c := range sc.Tree.All(head, "appos") {
		if sc.token(c).UPOS != "NOUN" || c < head {
			continue
		}
		first, last := sc.Tree.Extent(c)
		last = min(sc.comma(c, last), c+longestBeside)
		for i := c + 1; i < last; i++ {
			if d := sc.token(i); d.UPOS == "VERB" || d.XPOS == "WP" || d.XPOS == "WDT" {
				last = i
			}
		}
		for first < c && article(sc.token(first)) {
			first++
		}
		if last-first > 0 && first > head {
			return sc.In(sc.SpanOf(first, last))
		}
	}
	return ""
}

// longestBeside bounds the words behind the noun beside a name.
const longestBeside = 14
