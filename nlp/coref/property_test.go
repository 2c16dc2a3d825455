package coref

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/nlp"
)

// randomDoc makes a document of news-like words with heads, relations, names and quotes at random, cycles and all.
func randomDoc(r *rand.Rand, sentences, words int) *sitrep.Doc {
	d := &sitrep.Doc{}
	var text strings.Builder
	for range sentences {
		first := len(d.Tokens)
		for range 1 + r.IntN(words) {
			d.Tokens = append(d.Tokens, randomToken(r, &text, first, first+words))
		}
		last := len(d.Tokens)
		for i := first; i < last; i++ {
			if d.Tokens[i].Head >= last {
				d.Tokens[i].Head = sitrep.NoHead
			}
		}
		d.Sentences = append(d.Sentences, sitrep.Sentence{
			Span:  sitrep.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
			First: first, Last: last, Paragraph: len(d.Sentences) / 3,
		})
	}
	d.Text = text.String()
	addRandomSpans(r, d)
	return d
}

var (
	someForms = strings.Fields(`he she it they him his her its their I we our us himself Omar Said RSF Rapid Support Forces U.N. Armenia army group city
		country sides minister president the The a both two and or ( ) " , . said told not is Mr. Mrs. who 's al - Assad день 🚀 2024`)
	someTags      = strings.Fields("NOUN PROPN PRON DET VERB AUX ADJ ADP CCONJ PUNCT NUM X _")
	someXPOS      = strings.Fields("NN NNS NNP NNPS PRP VBD _")
	someRelations = strings.Fields(`nsubj obj obl nmod nmod:poss nmod:desc compound flat appos conj cc det amod nummod acl:relcl cop case root punct
		xcomp ccomp advcl expl nsubj:pass _`)
	someLabels = []sitrep.NameLabel{sitrep.Person, sitrep.Org, sitrep.GPE, sitrep.Location, sitrep.Facility, sitrep.NORP, sitrep.Date, "?"}
)

func randomToken(r *rand.Rand, text *strings.Builder, low, high int) sitrep.Token {
	form := someForms[r.IntN(len(someForms))]
	start := text.Len()
	text.WriteString(form)
	end := text.Len()
	text.WriteByte(' ')
	return sitrep.Token{
		Span: sitrep.Span{Start: start, End: end}, Form: form, Lemma: strings.ToLower(form),
		UPOS: someTags[r.IntN(len(someTags))], XPOS: someXPOS[r.IntN(len(someXPOS))], Feats: "_",
		Head: low - 1 + r.IntN(high-low+1), Deprel: someRelations[r.IntN(len(someRelations))],
	}
}

func addRandomSpans(r *rand.Rand, d *sitrep.Doc) {
	n := len(d.Tokens)
	for t := 0; t < n; t += 1 + r.IntN(12) {
		last := min(n, t+1+r.IntN(4))
		d.Names = append(d.Names, sitrep.Name{Span: sitrep.Span{Start: d.Tokens[t].Start, End: d.Tokens[last-1].End}, First: t, Last: last, Label: someLabels[r.IntN(len(someLabels))]})
		t = last
	}
	for t := 0; t < n; t += 1 + r.IntN(40) {
		last := min(n, t+2+r.IntN(30))
		d.Quotes = append(d.Quotes, sitrep.Quote{First: t, Last: last, Depth: 1 + r.IntN(5), Open: r.IntN(4) == 0})
	}
}

// checkChains says what every document's chains must be.
func checkChains(t *testing.T, d *sitrep.Doc) {
	t.Helper()
	seen := map[[2]int]bool{}
	for i, c := range d.Chains {
		if len(c.Mentions) == 0 || c.Name < 0 || c.Name >= len(c.Mentions) {
			t.Fatalf("chain %d: %d mentions, name %d", i, len(c.Mentions), c.Name)
		}
		for k, m := range c.Mentions {
			checkMention(t, d, m)
			if k > 0 && byPlace(c.Mentions[k-1], m) > 0 {
				t.Fatalf("chain %d: mention %d stands before the one listed before it", i, k)
			}
			key := [2]int{m.First, m.Last}
			if seen[key] {
				t.Fatalf("chain %d: mention %v is in two chains", i, m)
			}
			seen[key] = true
		}
		for _, m := range c.Members {
			if m < 0 || m >= len(d.Chains) || m == i {
				t.Fatalf("chain %d: member %d of %d chains", i, m, len(d.Chains))
			}
		}
	}
}

func checkMention(t *testing.T, d *sitrep.Doc, m sitrep.Mention) {
	t.Helper()
	if m.First < 0 || m.First >= m.Last || m.Last > len(d.Tokens) || m.Head < m.First || m.Head >= m.Last {
		t.Fatalf("mention %+v: tokens out of order", m)
	}
	if m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End || m.Kind == "" {
		t.Fatalf("mention %+v: span is not that of its tokens", m)
	}
}

func TestRandomTreesKeepTheInvariants(t *testing.T) {
	x := newTestResolver(t)
	for seed := range uint64(400) {
		d := randomDoc(rand.New(rand.NewPCG(seed, 1)), 12, 30)
		if err := x.Annotate(&nlp.Work{Doc: d}); err != nil {
			t.Fatal(err)
		}
		checkChains(t, d)
		first := d.Chains
		if err := x.Annotate(&nlp.Work{Doc: d}); err != nil || !reflect.DeepEqual(first, d.Chains) {
			t.Fatalf("seed %d: the second run gives other chains, %v", seed, err)
		}
	}
}

func FuzzTrees(f *testing.F) {
	x := newTestResolver(f)
	f.Add(uint64(1), uint8(5), uint8(20))
	f.Fuzz(func(t *testing.T, seed uint64, sentences, words uint8) {
		d := randomDoc(rand.New(rand.NewPCG(seed, 2)), 1+int(sentences), 1+int(words))
		if err := x.Annotate(&nlp.Work{Doc: d}); err != nil {
			t.Fatal(err)
		}
		checkChains(t, d)
	})
}

func TestPoorDocuments(t *testing.T) {
	tokens := []sitrep.Token{{Form: "he", UPOS: "PRON", Head: 99, Deprel: "nsubj", Span: sitrep.Span{Start: 0, End: 2}}}
	whole := []sitrep.Sentence{{First: 0, Last: 1, Span: sitrep.Span{Start: 0, End: 2}}}
	for name, d := range map[string]*sitrep.Doc{
		"empty":                    {},
		"tokens without sentences": {Text: "he", Tokens: tokens},
		"head outside":             {Text: "he", Tokens: tokens, Sentences: whole},
		"name outside":             {Text: "he", Tokens: tokens, Sentences: whole, Names: []sitrep.Name{{First: 0, Last: 9, Label: sitrep.Person}, {First: -3, Last: 1, Label: sitrep.GPE}}},
		"quotes outside":           {Text: "he", Tokens: tokens, Sentences: whole, Quotes: []sitrep.Quote{{First: -1, Last: 5, Depth: 1}, {First: 0, Last: 1, Depth: 1}, {First: 4, Last: 2, Depth: 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			resolveDoc(t, d)
			checkChains(t, d)
		})
	}
}

// TestLinear compares the cost of a word in a long text with that in as many words of short texts, so that a busy machine slows both down.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times long texts")
	}
	x := newTestResolver(t)
	cost := func(texts, sentences int) float64 {
		d := randomDoc(rand.New(rand.NewPCG(7, 7)), sentences, 40)
		best := time.Hour
		for range 5 {
			start := time.Now()
			for range texts {
				if err := x.Annotate(&nlp.Work{Doc: d}); err != nil {
					t.Fatal(err)
				}
			}
			best = min(best, time.Since(start))
		}
		return float64(best) / float64(texts*len(d.Tokens))
	}
	short, long := cost(16, 300), cost(1, 4800)
	t.Logf("a word costs %.0f ns in short texts, %.0f ns in a long one", short, long)
	if long > 4*short { // wide, for busy machines; quadratic cost would be 16 times
		t.Errorf("a word costs %.0f ns in short texts, %.0f ns in a long one", short, long)
	}
}

// TestWideHead gives one sentence whose words all hang on one verb.
func TestWideHead(t *testing.T) {
	d := randomDoc(rand.New(rand.NewPCG(3, 3)), 1, 1)
	d.Tokens, d.Sentences, d.Names, d.Quotes = nil, nil, nil, nil
	var text strings.Builder
	for i := range 20000 {
		tok := randomToken(rand.New(rand.NewPCG(uint64(i), 5)), &text, 0, 1)
		tok.Head = 0
		d.Tokens = append(d.Tokens, tok)
	}
	d.Tokens[0].Head = sitrep.NoHead
	d.Text = text.String()
	d.Sentences = []sitrep.Sentence{{First: 0, Last: len(d.Tokens)}}
	start := time.Now()
	resolveDoc(t, d)
	checkChains(t, d)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("20,000 words on one head took %v", took)
	}
}

func TestConcurrent(t *testing.T) {
	x := newTestResolver(t)
	for i := range 8 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			d := randomDoc(rand.New(rand.NewPCG(9, 9)), 50, 30)
			for range 5 {
				if err := x.Annotate(&nlp.Work{Doc: d}); err != nil {
					t.Fatal(err)
				}
			}
			checkChains(t, d)
		})
	}
}

func BenchmarkAnnotate(b *testing.B) {
	x := newTestResolver(b)
	d := randomDoc(rand.New(rand.NewPCG(1, 1)), 400, 30)
	for b.Loop() {
		if err := x.Annotate(&nlp.Work{Doc: d}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Tokens)), "ns/token")
}
