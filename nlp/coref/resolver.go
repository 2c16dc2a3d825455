// Package coref joins the mentions of one thing into chains: short forms, names, titles, pronouns and plural pairs.
//
// It is a row of deterministic sieves over the dependency tree, the names and word lists. Names come first and reach over the
// whole text by their keys (exact, acronym, surname, part of a longer name). Then one walk from left to right resolves noun
// phrases ("the ministry", "the envoy") and pronouns, each against the chains found so far, in a window of a few sentences.
// What is known of a chain (number, gender, kind of thing, its roles) is shared by all its mentions.
//
// Conventions, which are those of GUM's coreference after OntoNotes rules where that has one:
//   - A mention is the longest noun phrase of its head, with relative clauses and appositions, without the preposition before it
//     and without coordinated partners. An apposition is no mention of its own: it gives its names and roles to the whole.
//   - The predicate of a copula ("is the envoy") is no mention; it gives its roles to the subject.
//   - A coordination ("Armenia and Azerbaijan") is a plural mention beside its parts, kept where something refers to it.
//   - "we" said by a person belongs to the organisation that the speaker speaks for, or else is a chain of its own, one for each speaker.
//   - Chains with one mention are dropped, but for names and for members of a plural chain.
//   - Every link goes to an earlier mention, with two exceptions: a quote's first person goes to its speaker, who may stand
//     after the quote, and a full name may follow its short form (headlines).
package coref

import (
	"sitrep/lexicon"
	"sitrep/nlp"
)

// Resolver is the component. It holds word lists only and is safe for concurrent use.
type Resolver struct {
	words *wordlist
}

// New makes the component with the words of a lexicon.
func New(l *lexicon.Lexicon) *Resolver {
	w := newWordlist()
	w.add(l)
	return &Resolver{w}
}

// Name is the component's name in a pipeline.
func (r *Resolver) Name() string { return "coref" }

// Requires are the layers that the sieves read.
func (r *Resolver) Requires() []nlp.Layer {
	return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Tags, nlp.Lemmas, nlp.Trees, nlp.Names}
}

// Assigns is the layer of chains.
func (r *Resolver) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Chains} }

// Annotate fills Doc.Chains. It never fails: a text without trees simply has few mentions.
func (r *Resolver) Annotate(w *nlp.Work) error {
	w.Doc.Chains = nil
	if len(w.Doc.Tokens) == 0 || len(w.Doc.Sentences) == 0 {
		return nil
	}
	s := newState(w.Doc, r.words)
	s.growTree()
	s.findMentions()
	s.joinNames()
	s.findSpeakers()
	s.resolve()
	w.Doc.Chains = s.chains()
	s.release()
	return nil
}
