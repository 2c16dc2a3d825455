package parse

import (
	"testing"

	"sitrep"
)

// A name and the noun before it that both hang on one word in one relation are one phrase.
func TestTitles(t *testing.T) {
	token := func(form, upos string, head int, deprel string) sitrep.Token {
		return sitrep.Token{Form: form, UPOS: upos, Head: head, Deprel: deprel}
	}
	for name, c := range map[string]struct {
		tokens []sitrep.Token
		noun   int
		want   [2]sitrep.Token // the noun and the name as they are to hang
	}{
		"a bare title": {
			[]sitrep.Token{token("murder", "NOUN", -1, "root"), token("of", "ADP", 2, "case"), token("banker", "NOUN", 0, "nmod"), token("John", "PROPN", 0, "nmod"), token("Miller", "PROPN", 3, "flat")},
			2, [2]sitrep.Token{{Head: 3, Deprel: "nmod:desc"}, {Head: 0, Deprel: "nmod"}},
		},
		"a noun with an article": {
			[]sitrep.Token{token("fled", "VERB", -1, "root"), token("the", "DET", 2, "det"), token("capital", "NOUN", 0, "obj"), token("Seoul", "PROPN", 0, "obj")},
			2, [2]sitrep.Token{{Head: 0, Deprel: "obj"}, {Head: 2, Deprel: "appos"}},
		},
		"two relations": {
			[]sitrep.Token{token("gave", "VERB", -1, "root"), token("banker", "NOUN", 0, "nsubj"), token("John", "PROPN", 0, "obj")},
			1, [2]sitrep.Token{{Head: 0, Deprel: "nsubj"}, {Head: 0, Deprel: "obj"}},
		},
		"a name with one before it": {
			[]sitrep.Token{token("came", "VERB", -1, "root"), token("to", "ADP", 3, "case"), token("year", "NOUN", 0, "obl"), token("John", "PROPN", 0, "obl")},
			2, [2]sitrep.Token{{Head: 0, Deprel: "obl"}, {Head: 0, Deprel: "obl"}},
		},
	} {
		titles(c.tokens, sitrep.Sentence{Last: len(c.tokens)})
		for k, want := range c.want {
			if got := c.tokens[c.noun+k]; got.Head != want.Head || got.Deprel != want.Deprel {
				t.Errorf("%s: %q hangs on %d as %s; want %d as %s", name, got.Form, got.Head, got.Deprel, want.Head, want.Deprel)
			}
		}
		if name == "a bare title" && c.tokens[1].Head != 3 {
			t.Errorf("%s: the preposition hangs on %d; want the name", name, c.tokens[1].Head)
		}
	}
}
