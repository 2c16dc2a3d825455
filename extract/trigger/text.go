package trigger

import (
	"strings"

	"sitrep"
)

// text is a story with what the rules ask of each token, looked up once.
type text struct {
	*sitrep.Story
	lemma   []string       // in lower case
	joined  map[int]string // of the last word of a hyphenated one: the whole, "sit-in"
	name    []int          // index in Names of the name that holds the token, -1 for none
	weapon  []string       // class of the weapon that the token is a word of
	meaning map[int]int    // of pronouns: the head of the fullest name or description of what they stand for
}

func newText(s *sitrep.Story, w *weapons) *text {
	n := len(s.Tokens)
	t := &text{Story: s, lemma: make([]string, n), name: make([]int, n)}
	for i := range s.Tokens {
		t.lemma[i] = strings.ToLower(s.Tokens[i].Lemma)
		t.name[i] = -1
	}
	for k, name := range s.Names {
		for i := name.First; i < name.Last && i < n; i++ {
			t.name[i] = k
		}
	}
	t.weapon = w.mark(t)
	t.join()
	t.resolve()
	return t
}

// join puts the words of hyphenated ones together.
func (t *text) join() {
	t.joined = map[int]string{}
	for i := 2; i < len(t.Tokens); i++ {
		if h := &t.Tokens[i-1]; h.Form == "-" && h.Start == t.Tokens[i-2].End && h.End == t.Tokens[i].Start {
			t.joined[i] = strings.ToLower(t.Tokens[i-2].Form) + "-" + t.lemma[i]
		}
	}
}

// resolve looks up what the pronouns stand for, those of relative clauses too.
func (t *text) resolve() {
	t.meaning = map[int]int{}
	for _, c := range t.Chains {
		if c.Name < 0 || c.Name >= len(c.Mentions) {
			continue
		}
		for _, m := range c.Mentions {
			if m.Kind == sitrep.PronounMention {
				t.meaning[m.Head] = c.Mentions[c.Name].Head
			}
		}
	}
	for i := range t.Tokens {
		if x := t.Tokens[i].XPOS; x == "WDT" || x == "WP" {
			if v := t.Tokens[i].Head; v >= 0 && t.is(v, "acl:relcl") && t.Tokens[v].Head >= 0 {
				t.meaning[i] = t.Tokens[v].Head
			}
		}
	}
}

// meant is the head of what a pronoun stands for, any other token itself.
func (t *text) meant(i int) int {
	if m, ok := t.meaning[i]; ok {
		return m
	}
	return i
}

// label is the label of the name that a token is a word of, "" for none.
func (t *text) label(i int) sitrep.NameLabel {
	if k := t.name[i]; k >= 0 {
		return t.Names[k].Label
	}
	return ""
}

// is tells whether a token bears one of the relations to its governor.
func (t *text) is(i int, relations ...string) bool {
	return sitrep.Is(t.Tokens[i].Deprel, relations...)
}

// lead is the first conjunct of a coordination that a token stands in, or itself.
func (t *text) lead(i int) int {
	for steps := 0; t.is(i, "conj") && t.Tokens[i].Head >= 0 && steps < 20; steps++ {
		i = t.Tokens[i].Head
	}
	return i
}

// has tells whether a token has a dependent with one of the lemmas.
func (t *text) has(i int, lemmas ...string) bool {
	for _, c := range t.Tree.Children(i) {
		for _, l := range lemmas {
			if t.lemma[c] == l {
				return true
			}
		}
	}
	return false
}

// feat tells whether a token has a morphological feature ("Tense=Past").
func (t *text) feat(i int, feature string) bool {
	feats := t.Tokens[i].Feats
	for feats != "" {
		var f string
		f, feats, _ = strings.Cut(feats, "|")
		if f == feature {
			return true
		}
	}
	return false
}
