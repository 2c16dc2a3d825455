package peace

import (
	"strings"

	"sitrep"
)

// listed reads the list that a sentence with a colon announces: the paragraphs after it that begin with the same mark.
func (v *view) listed() {
	for n := range v.Sentences {
		s := v.Sentences[n]
		if s.Len() < 2 || v.form(s.Last-1) != ":" || n+1 >= len(v.Sentences) {
			continue
		}
		event := v.announced(s)
		mark := v.bullet(n + 1)
		for i := n + 1; event >= 0 && mark != "" && i < len(v.Sentences) && v.bullet(i) == mark; i++ {
			first := v.Sentences[i].First + 1
			v.term(event, first, v.Sentences[i].Last)
		}
	}
}

// announced is the accord whose terms a sentence announces, -1 for none.
func (v *view) announced(s sitrep.Sentence) int {
	event, terms := -1, false
	for t := s.First; t < s.Last; t++ {
		l := v.lemma(t)
		terms = terms || provideObjects[l] || provideVerbs[l] || l == "term" || l == "under" || l == "agree" || l == "include" || l == "point"
	}
	for _, r := range v.accords {
		if r.token >= s.First && r.token < s.Last {
			event = r.event
		}
	}
	if !terms {
		return -1
	}
	return event
}

// bullet is the mark with which a paragraph of one sentence begins, empty for none.
func (v *view) bullet(n int) string {
	if n == 0 || v.Sentences[n].Paragraph == v.Sentences[n-1].Paragraph || v.Sentences[n].Len() == 0 {
		return ""
	}
	if w := v.Tokens[v.Sentences[n].First].Form; strings.ContainsAny(w, "-–—•*·▪") {
		return w
	}
	return ""
}
