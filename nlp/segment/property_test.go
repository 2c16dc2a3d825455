package segment

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/nlp"
)

var ugly = []string{
	"", " ", "\n\n", "a", "\x00\x01", "\xff\xfe caf\xe9 na\xefve\xc3", "\u00ad\u200b\ufeff", "a\u00ad", "\u200d\u200d👩\u200d",
	"don't. \"It's\" 'x' ’’ ‘‘ `` ''", "\u202eevil\u202c \u2066x\u2069", "....!!!???", "@ # @@ #a @b", "a@b.c@d.e", "http:// www. mailto:",
	"1,2,3.4.5:6 1/2/3/4 1-2-3-4-5-6-7-8-9-10 -5 +5 .5 5.", "المتحدث باسم الجيش قال", "中国军队。在边境", "🇺🇳🇺🇳🇺 👍🏽", "Ａ１　Ｂ", "x\r\ny\r\n\r\nz\u2028w\u2029v",
	strings.Repeat("a", 5000) + " " + strings.Repeat("é", 3000) + strings.Repeat("-", 3000) + strings.Repeat("ab'", 3000),
	"<br>a<p>b</p ><i>c&nbsp;&#39;s&amp;d&quot;", "x&#39;&rsquo;s ' s", "soldier' s' t n' t ", "\ufffd\ufffd a\ufffds\ufffd \ufffd", "&#0;&#xffffff;&#1114112;&;&#;",
	strings.Repeat("\"", 500) + strings.Repeat("(", 500), "5'11\" ' '' ''' '", "$$ US$ US$5 €5 5€ 5%", "e\u0301 \u0301x", "x\u034f \u034f", "٣٤٥ km",
	")H..H..H\x80.\x7fH", // a bracket that closes first of all
}

func TestProperties(t *testing.T) {
	g := segmenter(t)
	for _, text := range ugly {
		check(t, g, text)
		check(t, g, "KARSAFA "+text+"\n\n("+text+") - "+text)
	}
}

func FuzzSegment(f *testing.F) {
	for _, text := range ugly {
		f.Add(text)
	}
	g := segmenter(f)
	f.Fuzz(func(t *testing.T, text string) { check(t, g, text) })
}

// check tests what holds for every text.
func check(t *testing.T, g *Segmenter, text string) {
	t.Helper()
	w := &nlp.Work{Doc: &sitrep.Doc{Text: text}}
	if err := g.Annotate(w); err != nil {
		t.Fatal(err)
	}
	checkTokens(t, w.Doc)
	checkSentences(t, w.Doc)
	checkQuotes(t, w.Doc)
}

func checkTokens(t *testing.T, d *sitrep.Doc) {
	t.Helper()
	end := 0
	for i, tok := range d.Tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(d.Text) {
			t.Fatalf("%q: token %d is %v after %d", d.Text, i, tok.Span, end)
		}
		if d.In(tok.Span) != tok.Form || tok.Head != sitrep.NoHead {
			t.Fatalf("%q: token %d is %+v", d.Text, i, tok)
		}
		if tok.Joined && (i+1 == len(d.Tokens) || d.Tokens[i+1].Start != tok.End) {
			t.Fatalf("%q: token %d is joined to nothing", d.Text, i)
		}
		checkGap(t, d.Text, end, tok.Start)
		end = tok.End
	}
	checkGap(t, d.Text, end, len(d.Text))
}

func checkGap(t *testing.T, text string, a, b int) {
	t.Helper()
	for a < b {
		if j, _ := tagAt(text, a); j > a {
			a = j
			continue
		}
		if sign, n := entityAt(text, a); text[a] == '&' && sign == " " {
			a += n
			continue
		}
		c, n := classAt(text, a)
		if c != spaceClass && c != controlClass && c != hiddenClass {
			t.Fatalf("%q: no token covers byte %d", text, a)
		}
		a += n
	}
}

func checkSentences(t *testing.T, d *sitrep.Doc) {
	t.Helper()
	next, paragraph := 0, 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Last > len(d.Tokens) || s.Len() > MaxSentence || s.Paragraph < paragraph {
			t.Fatalf("%q: sentence %d is %+v after %d", d.Text, i, s, next)
		}
		if s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			t.Fatalf("%q: sentence %d spans %v", d.Text, i, s.Span)
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if next != len(d.Tokens) {
		t.Fatalf("%q: sentences end at %d of %d tokens", d.Text, next, len(d.Tokens))
	}
}

func checkQuotes(t *testing.T, d *sitrep.Doc) {
	t.Helper()
	first := -1
	for i, q := range d.Quotes {
		if q.First <= first || q.Last <= q.First || q.Last > len(d.Tokens) || q.Depth < 1 {
			t.Fatalf("%q: quote %d is %+v", d.Text, i, q)
		}
		if q.Start != d.Tokens[q.First].Start || q.End != d.Tokens[q.Last-1].End {
			t.Fatalf("%q: quote %d spans %v", d.Text, i, q.Span)
		}
		first = q.First
	}
}

func TestProblems(t *testing.T) {
	foreign := strings.Repeat("Der Sprecher der Armee erklärte am Montag, dass bei den Kämpfen im Norden des Landes mehrere Menschen getötet wurden. ", 8)
	for _, c := range []struct{ name, text, want string }{
		{"invalid", "caf\xe9 and \xff", "invalid UTF-8: 2 bytes, the first here"},
		{"control", "a\x00b\x07c", "2 control characters"},
		{"foreign", foreign, "does not look English"},
		{"short foreign", "Der Sprecher der Armee", ""},
		{"English", strings.Repeat("The spokesman said that the army had left the town. ", 20), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := segmented(t, c.text)
			if c.want == "" {
				if len(d.Problems) > 0 {
					t.Errorf("got %v", d.Problems)
				}
				return
			}
			if len(d.Problems) != 1 || d.Problems[0].Stage != "segment" || !strings.Contains(d.Problems[0].Err, c.want) {
				t.Errorf("got %v, want one with %q", d.Problems, c.want)
			}
		})
	}
}

func TestBrokenModel(t *testing.T) {
	for _, file := range []string{"", "SEGB", "nonsense"} {
		if _, err := newBoundaryModel([]byte(file)); err == nil {
			t.Errorf("no error for the file %q", file)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	g := segmenter(t)
	done := make(chan string)
	for range 4 {
		go func() {
			d := &sitrep.Doc{Text: "GUNMEN KILLED TWO MEN IN IRAQ. “They don’t talk,” he said."}
			g.Segment(d)
			done <- written(d)
		}()
	}
	first := <-done
	for range 3 {
		if other := <-done; other != first {
			t.Errorf("%q and %q", first, other)
		}
	}
}

func BenchmarkSegment(b *testing.B) {
	g := segmenter(b)
	text := strings.Repeat("BEIRUT (Reuters) - Rebel fighters attacked an army post near the northern town of Deir al-Zor on Tuesday, killing at least 14 soldiers, "+
		"Lt. Gen. Karim Daud said. \"We don't know who fired first,\" he told reporters in the capital. The U.N. envoy, who arrived on Jan. 5, "+
		"called for calm and said that some 3,000 people had fled.\n\n", 20)
	d := &sitrep.Doc{Text: text}
	g.Segment(d)
	tokens := len(d.Tokens)
	b.ReportAllocs()
	for b.Loop() {
		g.Segment(&sitrep.Doc{Text: text})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
