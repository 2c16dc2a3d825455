package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"sitrep/gazetteer"
	"sitrep/nlp"
	"sitrep/nlp/english"
	"sitrep/record"
)

// whole is the real pipeline, built once.
var whole = sync.OnceValues(english.New)

// parse runs the real pipeline.
func parse(t *testing.T, in string, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	a := newApp(strings.NewReader(in), &out, &err)
	a.pipeline = func(...nlp.Layer) (*nlp.Pipeline, error) { return whole() }
	return result{a.run(context.Background(), append([]string{"parse"}, args...)), out.String(), err.String()}
}

// span is what every object of the JSON has.
type span struct {
	Start, End, First, Last int
	Form, Text              string
}

// parsed is the JSON that is looked at here.
type parsed struct {
	Text                             string
	Tokens, Sentences, Names, Quotes []span
	Chains                           []struct{ Mentions []span }
}

// checkOffsets looks whether everything stands where the offsets say, in code points.
func checkOffsets(t *testing.T, line string) parsed {
	t.Helper()
	var p parsed
	if err := json.Unmarshal([]byte(line), &p); err != nil {
		t.Fatal(err)
	}
	text := []rune(p.Text)
	all := append(append(append([]span{}, p.Sentences...), p.Names...), p.Quotes...)
	for _, c := range p.Chains {
		all = append(all, c.Mentions...)
	}
	for _, s := range p.Tokens {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || string(text[s.Start:s.End]) != s.Form {
			t.Fatalf("token %+v does not stand in the text", s)
		}
	}
	for _, s := range all {
		if s.First < 0 || s.Last > len(p.Tokens) || s.First >= s.Last || s.Start != p.Tokens[s.First].Start || s.End != p.Tokens[s.Last-1].End {
			t.Fatalf("%+v does not begin and end with its tokens", s)
		}
		if s.Text != "" && string(text[s.Start:s.End]) != s.Text {
			t.Fatalf("%+v does not stand in the text", s)
		}
	}
	return p
}

func TestExamples(t *testing.T) {
	examples, _ := filepath.Glob(filepath.Join("..", "..", "examples", "*.txt"))
	if len(examples) == 0 {
		t.Fatal("no examples")
	}
	for _, file := range examples {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			asJSON := parse(t, "", "--json", file)
			p := checkOffsets(t, asJSON.out)
			if asJSON.code != 0 || asJSON.err != "" || p.Text != string(text) || len(p.Sentences) < 4 || len(p.Tokens) < 80 {
				t.Errorf("exit code %d, %q, %d sentences, %d tokens", asJSON.code, asJSON.err, len(p.Sentences), len(p.Tokens))
			}
			docs, err := record.ReadCoNLLU(strings.NewReader(parse(t, "", file).out), file)
			if err != nil || len(docs) != 1 || len(docs[0].Doc.Tokens) != len(p.Tokens) || len(docs[0].Doc.Sentences) != len(p.Sentences) {
				t.Errorf("CoNLL-U and JSON differ: %v", err)
			}
			if again := parse(t, "", "--json", file); again.out != asJSON.out {
				t.Error("the second run gives something else")
			}
		})
	}
}

var drawnTree = regexp.MustCompile("(?s)```\n(1: ([^\n]+)\n.*?)```")

// TestTreesOfTheDocs draws the trees that the documents show: with other weights they may be others.
func TestTreesOfTheDocs(t *testing.T) {
	for _, page := range []string{"README.md", filepath.Join("docs", "parse.md")} {
		text, err := os.ReadFile(filepath.Join("..", "..", page))
		if err != nil {
			t.Fatal(err)
		}
		tree := drawnTree.FindStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"))
		if tree == nil {
			t.Fatalf("%s shows no tree", page)
		}
		if got := parse(t, tree[2], "--tree", "-"); strings.TrimSpace(got.out) != strings.TrimSpace(tree[1]) {
			t.Errorf("%s shows another tree than this program draws:\n%s", page, got.out)
		}
	}
}

var drawnPage = regexp.MustCompile("(?s)```\nNEW\n.*?```")

// TestPageOfTheREADME reads the example whose news the README shows. With -update the README shows what comes out now: read the diff.
func TestPageOfTheREADME(t *testing.T) {
	if testing.Short() {
		t.Skip("depends on all learned parts: not with -short")
	}
	var out, errs bytes.Buffer
	a := newApp(strings.NewReader(""), &out, &errs)
	a.pipeline = func(...nlp.Layer) (*nlp.Pipeline, error) { return whole() }
	a.places = gazetteer.Default
	if code := a.run(context.Background(), []string{"read", filepath.Join("..", "..", "examples", "kramatorsk-2022.html")}); code != 0 {
		t.Fatal(errs.String())
	}
	_, page, _ := strings.Cut(out.String(), "\nNEW\n")
	page, _, _ = strings.Cut(page, "\n\n")
	file := filepath.Join("..", "..", "README.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := "```\nNEW\n" + page + "\n```"
	readme := strings.ReplaceAll(string(text), "\r\n", "\n")
	if *update {
		if err := os.WriteFile(file, []byte(drawnPage.ReplaceAllLiteralString(readme, want)), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !strings.Contains(readme, want) {
		t.Errorf("the README shows another page than this program prints (go test ./cmd/sitrep -update writes it anew):\n%s", want)
	}
}

func TestUglyTexts(t *testing.T) {
	cases := map[string]string{
		"empty":             "",
		"white space":       " \t\r\n\u00a0\u2028",
		"invalid UTF-8":     "The army \xff\xfe said\xc3 it\x80 withdrew.",
		"control":           "A\x00truce\x01 was\x1b[31m signed\x7f.",
		"emoji and bidi":    "They 🙂👩‍👩‍👧 met in \u202eمحادثات\u202c Cairo 🇪🇬.",
		"another language":  "Die beiden Seiten haben sich auf eine Waffenruhe geeinigt, sagte der Sprecher am Montag.",
		"a thousand quotes": strings.Repeat("\"", 1000),
		"one long word":     strings.Repeat("x", 50_000),
		"one long line":     strings.Repeat("The truce between the army and the rebels held ", 400),
		"Windows lines":     "HEADLINE\r\n\r\nBEIRUT - Talks failed.\r\nThey go on.",
		"byte order mark":   "\ufeffTalks failed.",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			got := parse(t, text, "--json", "-")
			if got.code != 0 {
				t.Fatalf("exit code %d: %s", got.code, got.err)
			}
			if p := checkOffsets(t, got.out); utf8.RuneCountInString(p.Text) != utf8.RuneCountInString(text) {
				t.Errorf("the text came back with another length")
			}
			for _, form := range []string{"--tree", "-q"} {
				if got := parse(t, text, form, "-"); got.code != 0 {
					t.Errorf("%s: exit code %d: %s", form, got.code, got.err)
				}
			}
		})
	}
}

func TestBadUTF8IsSaidInOneLine(t *testing.T) {
	if got := parse(t, "The army \xff withdrew.", "-"); strings.Count(got.err, "\n") != 1 || !strings.HasPrefix(got.err, "sitrep: standard input: ") {
		t.Errorf("standard error is %q, want one line", got.err)
	}
}
