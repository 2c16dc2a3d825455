package lexicon

import (
	"strings"
	"testing"

	"sitrep"
)

func TestFramesCoverEveryKind(t *testing.T) {
	l := English()
	words, kinds := map[string]bool{}, map[sitrep.Kind]bool{}
	for _, f := range l.Frames {
		kinds[f.Kind] = true
		for _, w := range f.Words {
			words[w+" "+f.POS] = true
		}
	}
	for _, k := range sitrep.Kinds {
		if !kinds[k] {
			t.Errorf("no frame tells of %s", k)
		}
	}
	if len(words) < 500 {
		t.Errorf("%d words: want 500 or more", len(words))
	}
}

func TestLintOfFrames(t *testing.T) {
	const header = "words\tpos\tkind\twhen\tsure\tyes\tno\n"
	cases := []struct{ name, text, want string }{
		{"unknown kind", header + "bomb\tverb\tbombardment\t\t0.5\t\t", `frames.tsv:2: kind "bombardment"`},
		{"unknown condition", header + "bomb\tverb\tbombing\tobject:bus\t0.5\t\t", `frames.tsv:2: condition "object:bus"`},
		{"unknown class", header + "bomb\tverb\tbombing\tobj:BUSES\t0.5\t\t", `frames.tsv:2: condition "obj:BUSES": frame-classes.tsv has no class BUSES`},
		{"not sure of anything", header + "bomb\tverb\tbombing\t\t0\t\t", `frames.tsv:2: sure "0"`},
		{"part of speech", header + "bomb\tadverb\tbombing\t\t0.5\t\t", `frames.tsv:2: "adverb": want one of verb, noun, adj`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			errs := Lint(files(t, map[string]string{"frames.tsv": c.text}))
			if len(errs) == 0 || !strings.Contains(errs[0].Error(), c.want) {
				t.Errorf("got %v\nwant %s", errs, c.want)
			}
		})
	}
}
