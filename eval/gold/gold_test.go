package gold

import (
	"os"
	"path/filepath"
	"testing"
)

const answer = `{"id": "a", "published": "2020-01-02", "title": "T", "text": "The  army\u00a0shelled “Oldtown” on Monday.",
"events": [{"id": "e1", "kind": "shelling", "from_alt": [null, "2020"], "words": ["the army shelled \"Oldtown\"", "not there"],
"tolls": [{"harm": "killed", "count": 1, "words": "on Monday"}]}], "claims": [{"id": "c1", "source": "x", "words": "on Monday"}]}`

func TestLoadPlacesTheWords(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.json": answer, "other.json": `{"incidents": []}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := Load(dir)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d answers, error %v; want 1", len(all), err)
	}
	a := all[0]
	in := func(start, end int) string { return a.Text[start:end] }
	e := a.Events[0]
	if len(e.Spans) != 1 || in(e.Spans[0].Start, e.Spans[0].End) != "The  army\u00a0shelled “Oldtown”" {
		t.Errorf("the event's words are at %v", e.Spans)
	}
	if s := e.Tolls[0].Span; in(s.Start, s.End) != "on Monday" {
		t.Errorf("the toll's words are at %v", s)
	}
	if s := a.Claims[0].Spans; len(s) != 1 || in(s[0].Start, s[0].End) != "on Monday" {
		t.Errorf("the claim's words are at %v", s)
	}
	if len(e.FromAlt) != 2 || e.FromAlt[0] != "" {
		t.Errorf("other first days: %q, want null as nothing", e.FromAlt)
	}
}

func TestLoadSaysWhereNothingIs(t *testing.T) {
	if _, err := Load(t.TempDir()); err == nil {
		t.Error("an empty folder gives no error")
	}
}

func TestStoriesAreTheReportsOfTheAnswers(t *testing.T) {
	stories, err := Stories([]Answer{{ID: "a", Published: "2020-01-02", Title: "T", Text: "The army shelled Oldtown on Monday."}})
	if err != nil || len(stories) != 1 {
		t.Fatalf("%d stories, error %v; want 1", len(stories), err)
	}
	if s := stories[0]; s.Text != "The army shelled Oldtown on Monday." || s.Report.Day().String() != "2020-01-02" || len(s.Tokens) == 0 {
		t.Errorf("text %q of %s, %d tokens", s.Text, s.Report.Day(), len(s.Tokens))
	}
}
