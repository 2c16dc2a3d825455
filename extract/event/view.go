package event

import (
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// view is a story with what is asked of its mentions again and again.
type view struct {
	*sitrep.Story
	published sitrep.CivilDate
	numbers   numbers
	title     bag            // content words of the headline
	sentence  []int          // of each mention
	named     map[string]int // of each name of a place: the first toponym that has it
	traits    []trait
	setting   maxent.Vector // how much the report as a whole is about conflict
	largest   int           // the number of mentions of the largest group so far
}

func newView(s *sitrep.Story) *view {
	v := &view{Story: s, published: s.Report.Day(), numbers: numbers{}, sentence: make([]int, len(s.Mentions)), named: map[string]int{},
		traits: make([]trait, len(s.Mentions))}
	if s.Title != nil {
		v.title = v.contents(s.Title.Tokens, nil)
	}
	for k := len(s.Toponyms) - 1; k >= 0; k-- {
		v.named[s.Toponyms[k].Place.Name] = k
	}
	for i := range s.Mentions {
		v.sentence[i] = s.Tree.Sentence(s.Mentions[i].Trigger)
		v.traits[i] = v.trait(i)
	}
	v.setting = v.settingOf()
	return v
}

func content(t *sitrep.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		return true
	}
	return false
}

func lemma(t *sitrep.Token) string {
	if t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

// contents are the lemmas of the content words of tokens, of those in a mention where one is given.
func (v *view) contents(tokens []sitrep.Token, in *sitrep.EventMention) bag {
	var words []int32
	for i := range tokens {
		if t := &tokens[i]; content(t) && (in == nil || in.Contains(t.Span)) {
			words = append(words, v.numbers.of(lemma(t)))
		}
	}
	return bagOf(words)
}

// wordsIn are the lemmas of the content words of a mention.
func (v *view) wordsIn(m *sitrep.EventMention) bag {
	sent := v.Sentences[v.Tree.Sentence(m.Trigger)]
	return v.contents(v.Tokens[sent.First:sent.Last], m)
}

// ownWords are the lemmas of the content words of a mention that stand in no other mention within it, and the names among them.
func (v *view) ownWords(i int) (words, names bag) {
	m := &v.Mentions[i]
	sent := v.Sentences[v.sentence[i]]
	var inner []sitrep.Span
	for k := i - 1; k >= 0 && v.sentence[k] == v.sentence[i]; k-- {
		inner = v.within(inner, m, k)
	}
	for k := i + 1; k < len(v.Mentions) && v.Mentions[k].Trigger < sent.Last; k++ {
		inner = v.within(inner, m, k)
	}
	var all, named []int32
next:
	for t := sent.First; t < sent.Last; t++ {
		tok := &v.Tokens[t]
		if !content(tok) || !m.Contains(tok.Span) {
			continue
		}
		for _, s := range inner {
			if s.Contains(tok.Span) {
				continue next
			}
		}
		n := v.numbers.of(lemma(tok))
		all = append(all, n)
		if tok.UPOS == "PROPN" {
			named = append(named, n)
		}
	}
	return bagOf(all), bagOf(named)
}

// within adds the span of a mention if it lies in another one.
func (v *view) within(all []sitrep.Span, m *sitrep.EventMention, k int) []sitrep.Span {
	if o := v.Mentions[k].Span; m.Contains(o) && o != m.Span {
		return append(all, o)
	}
	return all
}

// paragraph is the paragraph of a mention.
func (v *view) paragraph(i int) int { return v.Sentences[v.sentence[i]].Paragraph }

// trigger is the lemma of a mention's trigger.
func (v *view) trigger(i int) string { return lemma(&v.Tokens[v.Mentions[i].Trigger]) }

// determiner is the determiner of a nominal trigger: "the", "a", "this", none.
func (v *view) determiner(i int) string {
	m := &v.Mentions[i]
	if !m.Nominal {
		return "verb"
	}
	if d := v.Tree.Child(m.Trigger, "det"); d >= 0 {
		return lemma(&v.Tokens[d])
	}
	if v.Tree.Child(m.Trigger, "nmod:poss") >= 0 {
		return "poss"
	}
	return "none"
}
