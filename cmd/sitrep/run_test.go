package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/internal/terminal"
	"sitrep/nlp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file under testdata, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs; run go test -update and read the diff. Got:\n%s", path, got)
	}
}

// words is a component that takes white space for the end of words and a full stop for that of sentences. Each word hangs on the next,
// the last is the root. It calls "Goma" a place, every # a problem, and fails on the word "fail".
type words struct{ given bool }

func (words) Name() string          { return "words" }
func (words) Requires() []nlp.Layer { return nil }
func (words) Assigns() []nlp.Layer  { return []nlp.Layer{nlp.Tokens, nlp.Sentences} }

func (c words) Annotate(w *nlp.Work) error {
	if strings.Contains(w.Text, "fail") {
		return errors.New("the word fail")
	}
	if !c.given {
		cut(w.Doc)
	}
	for _, s := range w.Sentences {
		for i := s.First; i < s.Last; i++ {
			w.Tokens[i].UPOS, w.Tokens[i].Head, w.Tokens[i].Deprel = "NOUN", i+1, "dep"
		}
		w.Tokens[s.Last-1].Head, w.Tokens[s.Last-1].Deprel = sitrep.NoHead, "root"
	}
	return nil
}

func cut(d *sitrep.Doc) {
	at, first := 0, 0
	for _, f := range strings.Fields(d.Text) {
		at += strings.Index(d.Text[at:], f)
		span := sitrep.Span{Start: at, End: at + len(f)}
		at = span.End
		n := len(d.Tokens)
		d.Tokens = append(d.Tokens, sitrep.Token{Form: f, Span: span, Lemma: strings.ToLower(f), Feats: "_", Head: sitrep.NoHead})
		switch f {
		case "Goma":
			d.Names = append(d.Names, sitrep.Name{Span: span, First: n, Last: n + 1, Label: sitrep.GPE})
		case "#":
			d.Problems = append(d.Problems, sitrep.Problem{Stage: "words", Span: span, Err: "a hash"})
		case "whole":
			d.Problems = append(d.Problems, sitrep.Problem{Stage: "words", Err: "not English"})
		}
		if strings.HasSuffix(f, ".") {
			d.Sentences = append(d.Sentences, sitrep.Sentence{Span: sitrep.Span{Start: d.Tokens[first].Start, End: at}, First: first, Last: n + 1})
			first = n + 1
		}
	}
	if first < len(d.Tokens) {
		d.Sentences = append(d.Sentences, sitrep.Sentence{Span: sitrep.Span{Start: d.Tokens[first].Start, End: at}, First: first, Last: len(d.Tokens)})
	}
}

// result is what a run left behind.
type result struct {
	code     int
	out, err string
}

// newApp is an app with the test component in place of the pipeline.
func newApp(in io.Reader, out, err io.Writer) *app {
	return &app{in: in, out: out, err: err, env: func(string) string { return "" },
		pipeline: func(given ...nlp.Layer) (*nlp.Pipeline, error) { return nlp.NewPipeline(words{given: given != nil}) },
		places:   smallGazetteer}
}

// smallGazetteer holds a town and a lake of one name, and a town whose name is near it.
func smallGazetteer() *gazetteer.Gazetteer {
	data, err := gazetteer.Encode([]gazetteer.Entry{
		{Place: gazetteer.Place{ID: 216281, Name: "Goma", Kind: gazetteer.Populated, Admin1: "Nord Kivu", Admin1Code: "11", Country: "COD", Population: 144124, Lat: -1.6741, Lon: 29.2285}},
		{Place: gazetteer.Place{ID: 3, Name: "Goma Bay", Kind: gazetteer.Water, Countries: []string{"COD", "RWA"}, Lat: -1.7, Lon: 29.2}, Names: []string{"Goma"}},
		{Place: gazetteer.Place{ID: 2, Name: "Gomba", Kind: gazetteer.Populated, Country: "TZA", Population: 900}},
	})
	if err != nil {
		panic(err)
	}
	g, err := gazetteer.Open(string(data))
	if err != nil {
		panic(err)
	}
	return g
}

func run(in string, args ...string) result {
	var out, err bytes.Buffer
	code := newApp(strings.NewReader(in), &out, &err).run(context.Background(), args)
	return result{code, out.String(), err.String()}
}

// files writes files into a folder of the test and goes there.
func files(t *testing.T, texts map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func TestRun(t *testing.T) {
	files(t, map[string]string{"a.txt": "Talks in Goma.", "b.txt": "Nothing new.", "empty.txt": " \n", "fail.txt": "They fail.",
		"binary": strings.Repeat("\x00\x01\xff\xfe\x03", 50), "utf16.txt": "\xff\xfea\x00", "p.pdf": "%PDF-1.7", "p.gz": "\x1f\x8b\x08", "p.docx": "PK\x03\x04", "problems.txt": "# # # # # # # whole é #"})
	os.Mkdir("folder", 0o700)
	const a = "# newdoc id = a.txt\n"
	cases := []struct {
		name     string
		in       string
		args     string
		code     int
		out, err string // parts of what is written; "" means that nothing is, "*" anything
	}{
		{"a file", "", "parse a.txt", 0, a, ""},
		{"standard input", "Goma.", "parse -", 0, "# newdoc id = -\n", ""},
		{"JSON", "", "parse --json a.txt", 0, `{"schema":"sitrep-parse/1","id":"a.txt","text":"Talks in Goma."`, ""},
		{"tree", "", "parse --tree a.txt", 0, "─ Goma.  NOUN  root", ""},
		{"trees of several files", "", "parse --tree a.txt b.txt", 0, "== b.txt ==", ""},
		{"several files", "", "parse a.txt b.txt", 0, "# newdoc id = b.txt", ""},
		{"several files as JSON", "", "parse --json a.txt b.txt", 0, "}\n{\"schema\"", ""},
		{"empty file", "", "parse empty.txt", 0, "# newdoc id = empty.txt", "sitrep: empty.txt: the text is empty: nothing to parse\n"},
		{"empty standard input", "", "parse -", 0, "*", "sitrep: standard input: the text is empty"},
		{"quiet", "", "-q parse empty.txt", 0, "*", ""},
		{"problems", "", "parse problems.txt", 0, "*", "sitrep: problems.txt: words: characters 2-3: a hash\n"},
		{"problems are counted", "", "parse problems.txt", 0, "*", "sitrep: problems.txt: words: and 4 more like these; --json lists them all\n"},
		{"no such file", "", "parse none.txt", 1, "", "sitrep: parse none.txt: no such file or directory; check the path\n"},
		{"folder", "", "parse folder", 1, "", "sitrep: parse folder: it is a folder; give the files in it\n"},
		{"binary", "", "parse binary", 1, "", "sitrep: parse binary: it is binary, not text in UTF-8; give the text of a report\n"},
		{"UTF-16", "", "parse utf16.txt", 1, "", "it is UTF-16, not UTF-8; convert it"},
		{"PDF", "", "parse p.pdf", 1, "", "it is a PDF"},
		{"gzip", "", "parse p.gz", 1, "", "packed with gzip"},
		{"office document", "", "parse p.docx", 1, "", "office document"},
		{"the pipeline fails", "", "parse fail.txt", 1, "", "sitrep: parse fail.txt: words: the word fail\n"},
		{"too large", "", "parse --max-size 5b a.txt", 1, "", "sitrep: parse a.txt: it is larger than 5B; cut it into documents, or raise --max-size\n"},
		{"too large on standard input", "Talks.", "parse --max-size 5 -", 1, "", "it is larger than 5B"},
		{"large enough", "Talks", "parse --max-size 5 -", 0, "*", ""},
		{"some of several fail", "", "parse none.txt a.txt fail.txt", 3, a, "sitrep: 2 of 3 inputs failed: none.txt, fail.txt\n"},
		{"all of several fail", "", "parse none.txt fail.txt", 1, "", "sitrep: 2 of 2 inputs failed: none.txt, fail.txt\n"},
		{"standard input twice", "", "parse - -", 2, "", "sitrep: standard input can be read once, and - is given 2 times; see \"sitrep parse --help\"\n"},
		{"no file", "", "parse", 2, "", "; see \"sitrep parse --help\"\n"},
		{"unknown flag", "", "parse --jsn a.txt", 2, "", "; see \"sitrep parse --help\"\n"},
		{"unknown command", "", "prase", 2, "", "parse"},
		{"two forms", "", "parse --json --tree a.txt", 2, "", "--json and --tree can't be used together"},
		{"no size", "", "parse --max-size lots a.txt", 2, "", "size \"lots\": want a number with KB, MB or GB after it, like 256MB"},
		{"places", "", "gazetteer find Goma", 0, "Goma      Goma      populated place  Nord Kivu  COD      144124      -1.6741   29.2285    216281\n", ""},
		{"a place in two countries", "", "gazetteer find Goma", 0, "Goma Bay  Goma      water                       COD,RWA  -           -1.7000   29.2000    3\n", ""},
		{"places as JSON", "", "gazetteer find --json Goma", 0, `"id": 216281`, ""},
		{"a name of two words", "", "gazetteer find goma bay", 0, "Goma Bay  Goma Bay  water", ""},
		{"no place", "", "gazetteer find Gomma", 0, "", "sitrep: no place in the gazetteer is called \"Gomma\"; names near it: Goma"},
		{"no place and nothing near", "", "gazetteer find Zzyzzyx", 0, "", "sitrep: no place in the gazetteer is called \"Zzyzzyx\"; try another spelling"},
		{"no place as JSON", "", "gazetteer find --json Gomma", 0, "[]\n", "*"},
		{"no folder to measure", "", "eval language none", 1, "", "sitrep: look for gold under none: no such file or directory; check the path\n"},
		{"width below zero", "", "parse --width=-4 a.txt", 2, "", "--width=-4: want a number of columns"},
		{"no name", "", "gazetteer find", 2, "", "sitrep gazetteer find --help"},
		{"nothing to measure", "", "eval language folder", 1, "", "look for gold under folder: no gold found: want files *.conllu"},
		{"exit codes", "", "help exit-codes", 0, exitCodes, ""},
		{"help on a command", "", "help gazetteer find", 0, "sitrep gazetteer find --json Deir ez-Zor", ""},
		{"help", "", "help", 0, "Usage: sitrep", ""},
		{"help on nothing", "", "help nonsense at all", 2, "", "no command or topic \"nonsense at all\""},
		{"--help", "", "parse --help", 0, "sitrep parse report.txt", ""},
		{"no arguments", "", "", 0, "Usage: sitrep", ""},
		{"unknown shell", "", "completion tcsh", 2, "", "must be one of \"bash\",\"zsh\",\"fish\""},
		{"version", "", "version", 0, "built with", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := run(c.in, strings.Fields(c.args)...)
			if got.code != c.code {
				t.Errorf("exit code %d, want %d", got.code, c.code)
			}
			for _, s := range []struct{ stream, got, want string }{{"standard output", got.out, c.out}, {"standard error", got.err, c.err}} {
				if s.want != "*" && (s.want == "" && s.got != "" || !strings.Contains(s.got, s.want)) {
					t.Errorf("%s is %q, want %q in it", s.stream, s.got, s.want)
				}
			}
		})
	}
}

func TestEvalLanguage(t *testing.T) {
	files(t, map[string]string{"a.conllu": "# text = Talks stalled\n1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tstalled\tstall\tVERB\tVBD\t_\t0\troot\t_\t_\n"})
	table, object := run("", "eval", "language", "."), run("", "eval", "language", "--json", ".")
	if table.code != 0 || object.code != 0 || !strings.Contains(table.out, "gold tokens and sentences  UPOS   XPOS") || !strings.Contains(object.out, `"uas": 1`) {
		t.Errorf("got %+v\nand %+v", table, object)
	}
}

// waiting is an input that never ends.
type waiting struct{ end func() }

func (w waiting) Read([]byte) (int, error) {
	w.end()
	select {}
}

func TestCtrlC(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	var out, err bytes.Buffer
	code := newApp(waiting{interrupt}, &out, &err).run(ctx, []string{"parse", "-"})
	if code != exitInterrupted || !strings.Contains(err.String(), "stopped by Ctrl-C") {
		t.Errorf("exit code %d, %q", code, err.String())
	}
}

func TestAFaultyPipelineIsReported(t *testing.T) {
	var out, err bytes.Buffer
	a := newApp(strings.NewReader("x"), &out, &err)
	a.pipeline = func(...nlp.Layer) (*nlp.Pipeline, error) {
		return nil, errors.New("SITREP_CPU=avx9: unknown kernels")
	}
	if code := a.run(context.Background(), []string{"parse", "-"}); code != 1 || err.String() != "sitrep: build the pipeline: SITREP_CPU=avx9: unknown kernels; unset SITREP_CPU to let sitrep choose\n" {
		t.Errorf("exit code %d, %q", code, err.String())
	}
}

func TestVersionKnowsABadCPU(t *testing.T) {
	var out, err bytes.Buffer
	a := newApp(nil, &out, &err)
	a.env = func(string) string { return "sse2" }
	if code := a.run(context.Background(), []string{"version"}); code != 1 || !strings.Contains(err.String(), "SITREP_CPU=sse2") || out.Len() > 0 {
		t.Errorf("exit code %d, output %q, %q", code, out.String(), err.String())
	}
}

func TestATerminalIsNotSteered(t *testing.T) {
	for _, form := range []string{"--json", "--tree", "-q"} {
		var out, err bytes.Buffer
		a := newApp(strings.NewReader("bell\a \x1b[2J \u009b \u202egnp.exe"), &out, &err)
		a.outTerminal = terminal.Terminal{Is: true, Width: 40}
		if a.run(context.Background(), []string{"parse", form, "-"}); strings.ContainsAny(out.String(), "\a\x1b\u009b\u202e") {
			t.Errorf("%s: %q", form, out.String())
		}
	}
	if got := run("", "parse", "none\x1b[2J"); strings.Contains(got.err, "\x1b") {
		t.Errorf("an error shows an escape: %q", got.err)
	}
}

func TestProgressIsForTerminals(t *testing.T) {
	files(t, map[string]string{"a.conllu": "1\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n"})
	for is, want := range map[bool]bool{true: true, false: false} {
		var out, err bytes.Buffer
		a := newApp(nil, &out, &err)
		a.errTerminal.Is = is
		a.run(context.Background(), []string{"eval", "language", "."})
		if got := strings.Contains(err.String(), "a.conllu: raw text"); got != want {
			t.Errorf("terminal %v: progress %v", is, got)
		}
	}
}

func TestEmptyNames(t *testing.T) {
	if got := run("", "parse", ""); got.code != exitFailed || !strings.Contains(got.err, `parse "": no such file`) {
		t.Errorf("no file name: exit code %d, %q", got.code, got.err)
	}
	if got := run("", "gazetteer", "find", " "); got.code != exitUsage || !strings.Contains(got.err, "the name is empty") {
		t.Errorf("no place name: exit code %d, %q", got.code, got.err)
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]string{"256MB": "256MB", "1gb": "1GB", "64 KB": "64KB", "1536": "1536B", "1024": "1KB"} {
		var s byteSize
		if err := s.UnmarshalText([]byte(text)); err != nil || s.String() != want {
			t.Errorf("%s: got %s, %v, want %s", text, s, err, want)
		}
	}
	for _, text := range []string{"", "MB", "-1", "0", "1.5MB", "9999999GB"} {
		var s byteSize
		if err := s.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is taken for %s", text, s)
		}
	}
}

func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		golden(t, filepath.Join("testdata", "completion."+shell), run("", "completion", shell).out)
	}
}

func TestTextThatIsTaken(t *testing.T) {
	for name, text := range map[string]string{
		"Latin-1":              "Le président a été tué \xe0 N'Djamena, \xe9tait-il dit",
		"a few controls":       "BEIRUT \x01\x02 - The truce holds, officials said on Monday.",
		"cut UTF-8 at the end": "Deir ez-Zor \xd8",
		"Arabic":               "وقف إطلاق النار",
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkText(text); err != nil {
				t.Error(err)
			}
		})
	}
}
