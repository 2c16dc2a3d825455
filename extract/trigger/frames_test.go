package trigger

import (
	"slices"
	"sync"
	"testing"

	"sitrep"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

// story reads a text as far as this step needs.
func story(t testing.TB, body string) *sitrep.Story {
	t.Helper()
	p, err := pipeline()
	if err != nil {
		t.Fatal(err)
	}
	work, err := p.Work(body)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: body}, Doc: work.Doc, Tree: sitrep.NewTree(work.Doc)}
	if work.Encoding != nil {
		s.Vectors, s.Width = work.Encoding.Rows, model.Width
	}
	return s
}

var pipeline = sync.OnceValues(func() (*nlp.Pipeline, error) { return english.New() })

var step = sync.OnceValue(func() *Step { return New(lexicon.English()) })

// candidatesOf are the candidates of a text.
func candidatesOf(t testing.TB, body string) []candidate {
	s := story(t, body)
	return step().frames.candidates(newText(s, step().weapons))
}

func TestFramesTakeTheirExamples(t *testing.T) {
	for _, f := range lexicon.English().Frames {
		for _, example := range f.Yes {
			if !tells(candidatesOf(t, example), f.Kind) {
				t.Errorf("frames.tsv:%d: no %s in %q", f.Line, f.Kind, example)
			}
		}
	}
}

func tells(found []candidate, k sitrep.Kind) bool {
	for i := range found {
		if found[i].kind() == k {
			return true
		}
	}
	return false
}

func TestFramesPassOverWhatIsNoEvent(t *testing.T) {
	for _, f := range lexicon.English().Frames {
		if f.Kind != "" {
			continue
		}
		for _, example := range f.No {
			s := story(t, example)
			for _, c := range candidatesOf(t, example) {
				if slices.Contains(f.Words, s.Tokens[c.token].Lemma) {
					t.Errorf("frames.tsv:%d: %s in %q", f.Line, c.kind(), example)
				}
			}
		}
	}
}
