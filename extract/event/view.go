package event

import (
	"strings"

	"sitrep"
)

// view is a story with what is asked of its mentions again and again.
type view struct {
	*sitrep.Story
	published sitrep.CivilDate
	title     map[string]bool // lemmas of the headline's content words
	sentence  []int           // of each mention
	words     []map[string]bool
}

func newView(s *sitrep.Story) *view {
	v := &view{Story: s, published: s.Report.Day(), title: map[string]bool{}, sentence: make([]int, len(s.Mentions)), words: make([]map[string]bool, len(s.Mentions))}
	if s.Title != nil {
		for i := range s.Title.Tokens {
			if t := &s.Title.Tokens[i]; content(t) {
				v.title[lemma(t)] = true
			}
		}
	}
	for i := range s.Mentions {
		v.sentence[i] = s.Tree.Sentence(s.Mentions[i].Trigger)
		v.words[i] = v.wordsIn(s.Mentions[i])
	}
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

// wordsIn are the lemmas of the content words of a mention.
func (v *view) wordsIn(m sitrep.EventMention) map[string]bool {
	words := map[string]bool{}
	sent := v.Sentences[v.Tree.Sentence(m.Trigger)]
	for i := sent.First; i < sent.Last; i++ {
		if t := &v.Tokens[i]; m.Contains(t.Span) && content(t) {
			words[lemma(t)] = true
		}
	}
	return words
}

// shared is the part of the smaller set that the other one has too, 0 to 1.
func shared(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(len(a))
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
