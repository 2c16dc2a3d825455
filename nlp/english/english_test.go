package english

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"sitrep"
	"sitrep/nlp"
)

var pipeline = sync.OnceValues(New)

func annotate(t testing.TB, text string) *sitrep.Doc {
	t.Helper()
	p, err := pipeline()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// hostile are texts that are no reports, or reports that something went wrong with.
func hostile() map[string]string {
	return map[string]string{
		"empty":                 "",
		"white space":           " \n\t\u00a0\n\n",
		"one word":              "Ceasefire",
		"invalid UTF-8":         "Fighting \xff\xfe in \xc3( Goma \xf0\x9f went on.",
		"control characters":    "Two \x00people\x07 were \x1b[31mkilled\x1b[0m.",
		"emoji and bidi":        "🕊️ truce 👩‍👩‍👧 in \u202eGaza\u202c ‏غزة‎ today 🙏🏽",
		"quotes":                strings.Repeat("\"'“‘", 500),
		"another language":      "Le gouvernement a annoncé mardi que les combats avaient repris dans l'est du pays.",
		"one line":              strings.Repeat("shelling and more shelling of the town and ", 2000),
		"no letters":            strings.Repeat("1234 %% ## -- ", 200),
		"one long word":         strings.Repeat("a", 20000),
		"capitals":              "REBELS SEIZE TOWN NEAR ALEPPO AS TRUCE FALTERS\n\nBEIRUT (AP) - FIGHTING WENT ON.",
		"article between names": "ar-WWWWW--WWIWWWWWWWWWWW-IIIPII--WWI--h-II--hy\xe3",
		"without punctuation":   "the army said on monday that it had taken the town the rebels denied it",
	}
}

func TestHostileTextsStayWhole(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) { check(t, annotate(t, text), text) })
	}
}

// check holds what every document must hold.
func check(t testing.TB, d *sitrep.Doc, text string) {
	t.Helper()
	if d.Text != text {
		t.Fatal("the text was changed")
	}
	for i, k := range d.Tokens {
		if d.Text[k.Start:k.End] != k.Form {
			t.Fatalf("token %d: text %q, form %q", i, d.Text[k.Start:k.End], k.Form)
		}
		if k.UPOS == "" || k.XPOS == "" || k.Feats == "" || k.Lemma == "" || k.Deprel == "" {
			t.Fatalf("token %d lacks annotation: %+v", i, k)
		}
	}
	at := 0
	for i, s := range d.Sentences {
		if s.First != at || s.Last <= s.First {
			t.Fatalf("sentence %d: tokens %d-%d after %d", i, s.First, s.Last, at)
		}
		at = s.Last
		checkTree(t, d, s)
	}
	if at != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", at, len(d.Tokens))
	}
	last := 0
	for _, n := range d.Names {
		if n.First < last || n.Last <= n.First || n.Start != d.Tokens[n.First].Start || n.End != d.Tokens[n.Last-1].End {
			t.Fatalf("name %+v", n)
		}
		last = n.Last
	}
	for _, c := range d.Chains {
		for _, m := range c.Mentions {
			if m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End || m.Head < m.First || m.Head >= m.Last {
				t.Fatalf("mention %+v", m)
			}
		}
	}
}

func checkTree(t testing.TB, d *sitrep.Doc, s sitrep.Sentence) {
	t.Helper()
	roots := 0
	for i := s.First; i < s.Last; i++ {
		steps := 0
		for h := i; d.Tokens[h].Head != sitrep.NoHead; h = d.Tokens[h].Head {
			if steps++; steps > s.Len() || d.Tokens[h].Head < s.First || d.Tokens[h].Head >= s.Last {
				t.Fatalf("sentence %d-%d: token %d hangs on no root", s.First, s.Last, i)
			}
		}
		if d.Tokens[i].Head == sitrep.NoHead {
			roots++
			if d.Tokens[i].Deprel != "root" {
				t.Fatalf("token %d is a root with relation %q", i, d.Tokens[i].Deprel)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("sentence %d-%d has %d roots", s.First, s.Last, roots)
	}
}

// examples are the texts of the folder examples, one after the other.
func examples(t testing.TB) string {
	t.Helper()
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

func TestEveryKernelGivesTheSameDocument(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 12_000
	}
	text := examples(t)
	text = strings.Repeat(text, size/len(text)+1)[:size]
	var want []byte
	for _, cpu := range []string{"generic", "avx2", "avx512"} {
		t.Setenv("SITREP_CPU", cpu)
		p, err := New()
		if err != nil {
			t.Logf("%s: %v", cpu, err)
			continue
		}
		d, err := p.Annotate(text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s gives another document than plain Go", cpu)
		}
	}
}

func TestUnknownKernelsAreAnError(t *testing.T) {
	t.Setenv("SITREP_CPU", "mmx")
	if _, err := New(); err == nil || !strings.Contains(err.Error(), "mmx") || !strings.Contains(err.Error(), "generic") {
		t.Errorf("error %v, want one that names the kernels asked for and those to be had", err)
	}
}

func TestDocumentsDoNotMeet(t *testing.T) {
	text := examples(t)
	if testing.Short() {
		text = text[:2000]
	}
	want := annotate(t, text)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for name, other := range hostile() {
				annotate(t, other)
				if got := annotate(t, text); !slices.Equal(got.Tokens, want.Tokens) || !slices.Equal(got.Names, want.Names) {
					t.Errorf("after %q the text reads otherwise", name)
				}
			}
		})
	}
	wait.Wait()
}

func TestGivenLayersAreKept(t *testing.T) {
	p, err := NewFor(nlp.Tokens, nlp.Sentences, nlp.Quotes)
	if err != nil {
		t.Fatal(err)
	}
	d := &sitrep.Doc{Text: "Rebels fled", Sentences: []sitrep.Sentence{{Span: sitrep.Span{Start: 0, End: 11}, Last: 2}},
		Tokens: []sitrep.Token{{Span: sitrep.Span{Start: 0, End: 6}, Form: "Rebels"}, {Span: sitrep.Span{Start: 7, End: 11}, Form: "fled"}}}
	if err := p.Continue(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Tokens) != 2 || d.Tokens[1].UPOS == "" || d.Tokens[1].Deprel == "" {
		t.Errorf("tokens %+v", d.Tokens)
	}
}

func FuzzPipeline(f *testing.F) {
	for _, text := range hostile() {
		if len(text) < 2000 {
			f.Add(text)
		}
	}
	f.Add(examples(f)[:1500])
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		check(t, annotate(t, text), text)
		if !utf8.ValidString(text) && len(annotate(t, text).Problems) == 0 {
			t.Error("bytes that are no UTF-8 went without a word")
		}
	})
}
