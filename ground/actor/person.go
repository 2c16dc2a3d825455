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
