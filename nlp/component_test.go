package nlp

import (
	"errors"
	"strings"
	"testing"
)

// step is a component for tests that notes its run.
type step struct {
	name         string
	needs, gives []Layer
	err          error
	runs         *[]string
}

func (s step) Name() string      { return s.name }
func (s step) Requires() []Layer { return s.needs }
func (s step) Assigns() []Layer  { return s.gives }
func (s step) Annotate(*Work) error {
	*s.runs = append(*s.runs, s.name)
	return s.err
}

func TestPipelineNamesItsGap(t *testing.T) {
	cases := map[string]struct {
		components []Component
		want       string // part of the error, empty for none
	}{
		"complete":        {[]Component{step{name: "a", gives: []Layer{Tokens}}, step{name: "b", needs: []Layer{Tokens}}}, ""},
		"given layers":    {[]Component{Given(Tokens, Sentences), step{name: "b", needs: []Layer{Tokens, Sentences}}}, ""},
		"nothing before":  {[]Component{step{name: "parse", needs: []Layer{Vectors}}}, `"parse" requires vectors`},
		"wrong order":     {[]Component{step{name: "b", needs: []Layer{Tokens}}, step{name: "a", gives: []Layer{Tokens}}}, `"b" requires tokens`},
		"two are missing": {[]Component{step{name: "c", needs: []Layer{Tags, Trees}}}, `tags and trees`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := NewPipeline(c.components...)
			if c.want == "" && err != nil {
				t.Fatal(err)
			}
			if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Fatalf("error %v, want one that says %q", err, c.want)
			}
		})
	}
}

func TestPipelineRunsInOrderUntilAnError(t *testing.T) {
	var runs []string
	broken := errors.New("broken")
	p, err := NewPipeline(step{name: "a", runs: &runs}, step{name: "b", err: broken, runs: &runs}, step{name: "c", runs: &runs})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := p.Annotate("text")
	if !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "b: ") {
		t.Errorf("error %v, want the one of b, and its name", err)
	}
	if doc == nil || doc.Text != "text" {
		t.Error("the document is lost with the error")
	}
	if strings.Join(runs, " ") != "a b" {
		t.Errorf("ran %v", runs)
	}
}
