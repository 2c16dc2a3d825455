package coref

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/nlp"
	"sitrep/record"
)

// TestPhenomena reads the cases of testdata: a text with its tree and names in CoNLL-U, and "# chain =" lines that say which chains it
// holds, mentions between bars, members of a plural after ">".
func TestPhenomena(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.conllu")
	if err != nil || len(paths) < 10 {
		t.Fatalf("testdata: %d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".conllu"), func(t *testing.T) {
			d := readCase(t, path)
			resolveDoc(t, d)
			got, want := written(d), wanted(t, path)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s\ngot\n  %s\nwant\n  %s", d.Text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
			}
		})
	}
}

func readCase(t testing.TB, path string) *sitrep.Doc {
	t.Helper()
	docs, err := record.OpenCoNLLU(path)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%s: %d documents, %v", path, len(docs), err)
	}
	pairQuotes(docs[0].Doc)
	return docs[0].Doc
}

// pairQuotes takes every second straight quotation mark for a closing one.
func pairQuotes(d *sitrep.Doc) {
	open := -1
	for i := range d.Tokens {
		if d.Tokens[i].Form != `"` {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		d.Quotes = append(d.Quotes, sitrep.Quote{Span: sitrep.Span{Start: d.Tokens[open].Start, End: d.Tokens[i].End}, First: open, Last: i + 1, Depth: 1})
		open = -1
	}
}

func resolveDoc(t testing.TB, d *sitrep.Doc) {
	t.Helper()
	if err := newTestResolver(t).Annotate(&nlp.Work{Doc: d}); err != nil {
		t.Fatal(err)
	}
}

// written gives the chains in the notation of the cases.
func written(d *sitrep.Doc) []string {
	var out []string
	for _, c := range d.Chains {
		var mentions, members []string
		for _, m := range c.Mentions {
			mentions = append(mentions, d.In(m.Span))
		}
		for _, m := range c.Members {
			x := d.Chains[m]
			members = append(members, d.In(x.Mentions[x.Name].Span))
		}
		line := strings.Join(mentions, " | ")
		if members != nil {
			line += " > " + strings.Join(members, " + ")
		}
		out = append(out, line)
	}
	return out
}

func wanted(t *testing.T, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for in := bufio.NewScanner(f); in.Scan(); {
		if c, ok := strings.CutPrefix(in.Text(), "# chain = "); ok {
			out = append(out, c)
		}
	}
	return out
}
