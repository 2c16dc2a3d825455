package language

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sitrep"
	"sitrep/nlp"
)

// spaces is a component that takes white space for the end of a token and calls every token a name and a root, and the first and third one chain.
type spaces struct{ given bool }

func (spaces) Name() string           { return "spaces" }
func (spaces) Requires() []nlp.Layer  { return nil }
func (s spaces) Assigns() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Sentences} }

func (s spaces) Annotate(w *nlp.Work) error {
	if !s.given {
		at := 0
		for _, f := range strings.Fields(w.Text) {
			at += strings.Index(w.Text[at:], f)
			w.Tokens = append(w.Tokens, sitrep.Token{Form: f, Span: sitrep.Span{Start: at, End: at + len(f)}, Head: sitrep.NoHead})
			at += len(f)
		}
		w.Sentences = []sitrep.Sentence{{First: 0, Last: len(w.Tokens)}}
	}
	for i := range w.Tokens {
		w.Tokens[i].UPOS, w.Tokens[i].Deprel = "NOUN", "root"
		w.Names = append(w.Names, sitrep.Name{First: i, Last: i + 1, Label: sitrep.GPE})
	}
	if len(w.Tokens) > 2 {
		w.Chains = []sitrep.Chain{{Mentions: []sitrep.Mention{{First: 0, Last: 1}, {First: 2, Last: 3}}}}
	}
	return nil
}

func stub(t *testing.T) Pipelines {
	t.Helper()
	raw, err1 := nlp.NewPipeline(spaces{})
	given, err2 := nlp.NewPipeline(spaces{given: true})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	return Pipelines{raw, given}
}

func gold(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"a.conllu":          "# newdoc id = d\n# newpar\n" + conllu(agree, failed) + "# newdoc id = e\n# newpar\n" + conllu(why),
		"a.ontocoref.conll": "# begin document d\n" + "0\tThey\t(1)\n1\tdo\t_\n2\tn't\t(1)\n# end document\n",
		"b.iob2":            "# text = In Kassala\n1\tIn\tO\n2\tKassala\tB-LOC\n\n",
		"c-train.conllu":    conllu(why),
		"notes.txt":         "no gold",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	var steps []string
	r, err := Run(gold(t), stub(t), Options{Progress: func(s string) { steps = append(steps, filepath.Base(s)) }})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Files) != 2 || r.Files[0].Path != "a.conllu" || r.Files[1].Path != "b.iob2" {
		t.Fatalf("files %+v, want a.conllu and b.iob2", r.Files)
	}
	a, b := r.Files[0], r.Files[1]
	// They don't agree . Talks failed . Why ? are 9 pieces, of which 8 are words of the gold's 10.
	if a.Documents != 2 || a.Raw.Words != (Score{8, 10, 9}) || a.Raw.UPOS.Right != 1 {
		t.Errorf("raw text: %d documents, words %v, UPOS %v", a.Documents, a.Raw.Words, a.Raw.UPOS)
	}
	if a.Given.Words.F1() != 1 || a.Given.Sentences.F1() != 1 || a.Given.UAS != (Score{3, 10, 10}) || a.Given.LAS.Right != 3 {
		t.Errorf("gold tokens: words %v, UAS %v, LAS %v", a.Given.Words, a.Given.UAS, a.Given.LAS)
	}
	if a.Chains == nil || a.Chains.Average() != 1 || a.Names != nil {
		t.Errorf("chains %+v, want all right", a.Chains)
	}
	if b.Names == nil || b.Names.All != (Score{1, 1, 2}) || b.Raw != nil {
		t.Errorf("names %+v, want 1 of 1 right, 2 found", b.Names)
	}
	if want := "a.conllu: reading, a.conllu: raw text, a.conllu: gold tokens, b.iob2: reading, b.iob2: raw text, b.iob2: gold tokens"; strings.Join(steps, ", ") != want {
		t.Errorf("steps %q", steps)
	}
}

func TestGoldTokensGetQuotesAndNormsOfTheRunningText(t *testing.T) {
	gold := document(t, agree, failed) // "They don't agree . Talks failed ." with don't as two words
	raw := &running{doc: &sitrep.Doc{Text: "Why?\n\n" + gold.Text}}
	span := func(start, end int) sitrep.Span { return sitrep.Span{Start: start, End: end} }
	raw.doc.Tokens = []sitrep.Token{{Span: span(0, 4)}, {Span: span(6, 10), Norm: "they"}, {Span: span(11, 16), Norm: "DON'T"}, {Span: span(17, 22), Norm: "agrees"}}
	raw.doc.Quotes = []sitrep.Quote{{Span: span(0, 4)}, {Span: span(6, 22), First: 1, Last: 4, Depth: 1}, {Span: span(6, 12), First: 1, Last: 2}}
	given := bareCopy(gold)
	raw.lend(given, 6)
	if given.Tokens[0].Norm != "they" || given.Tokens[1].Norm != "" || given.Tokens[3].Norm != "agrees" {
		t.Errorf("norms %q, %q, %q", given.Tokens[0].Norm, given.Tokens[1].Norm, given.Tokens[3].Norm)
	}
	want := []sitrep.Quote{{Span: span(0, 16), First: 0, Last: 4, Depth: 1}} // that of the other document and the one that ends inside a word are left
	if !reflect.DeepEqual(given.Quotes, want) {
		t.Errorf("quotes %+v, want %+v", given.Quotes, want)
	}
}

func TestRunMeasuresTrainFilesWhenAsked(t *testing.T) {
	r, err := Run(gold(t), stub(t), Options{Train: true})
	if err != nil || len(r.Files) != 3 {
		t.Errorf("error %v, %d files, want 3", err, len(r.Files))
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	empty, broken := t.TempDir(), t.TempDir()
	os.WriteFile(filepath.Join(broken, "x.conllu"), []byte("1\tA\n"), 0o600)
	for name, c := range map[string]struct{ dir, want string }{
		"no gold":       {empty, "no gold found"},
		"no folder":     {filepath.Join(empty, "none"), "none"},
		"broken CoNLLU": {broken, "x.conllu:1: a row of CoNLL-U has 10 columns"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Run(c.dir, stub(t), Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func TestReport(t *testing.T) {
	r := &Report{Files: []File{
		{Path: "a.conllu", Documents: 2, Raw: &Words{Words: Score{1, 2, 2}}, Given: &Words{UAS: Score{2, 3, 3}}, Chains: &Chains{Mentions: Score{1, 1, 3}}},
		{Path: "b.iob2", Documents: 1, Names: &Names{PER: Score{1, 3, 1}}}}}
	var table, object bytes.Buffer
	if err := errors.Join(r.WriteTable(&table), r.WriteJSON(&object)); err != nil {
		t.Fatal(err)
	}
	want := `from raw text  sentences  words  UPOS  XPOS  Feats  Lemma  UAS   LAS   LAS+
a.conllu       0.00       50.00  0.00  0.00  0.00   0.00   0.00  0.00  0.00

gold tokens and sentences  UPOS  XPOS  Feats  Lemma  UAS    LAS   LAS+
a.conllu                   0.00  0.00  0.00   0.00   66.67  0.00  0.00

names, gold tokens  PER    ORG   LOC   all
b.iob2              50.00  0.00  0.00  0.00

chains, gold tokens  mentions  MUC   B3    CEAF-e  average
a.conllu             50.00     0.00  0.00  0.00    0.00
`
	if table.String() != want {
		t.Errorf("got\n%s\nwant\n%s", table.String(), want)
	}
	var got struct {
		Schema string
		Files  []struct {
			File                     string
			Documents                int
			Raw, Gold, Names, Chains map[string]float64
		}
	}
	if err := json.Unmarshal(object.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	a, b := got.Files[0], got.Files[1]
	if got.Schema != ReportSchema || a.Raw["words"] != .5 || a.Gold["uas"] != .666667 || a.Chains["mentions"] != .5 || b.Names["per"] != .5 || b.Raw != nil || a.Documents != 2 {
		t.Errorf("got %s", object.String())
	}
}
