package record

import (
	"bytes"
	"strings"
	"testing"

	"sitrep"
	"sitrep/internal/terminal"
)

// sentence makes a document of one sentence of words "form/tag/head/relation", heads counted from 1.
func sentence(words ...string) *sitrep.Doc {
	d := &sitrep.Doc{}
	for _, w := range words {
		f := strings.Split(w, "/")
		if d.Text != "" {
			d.Text += " "
		}
		start := len(d.Text)
		d.Text += f[0]
		head := 0
		for _, r := range f[2] {
			head = head*10 + int(r-'0')
		}
		d.Tokens = append(d.Tokens, sitrep.Token{Span: sitrep.Span{Start: start, End: len(d.Text)}, Form: f[0], UPOS: f[1], Head: head - 1, Deprel: f[3]})
	}
	d.Sentences = []sitrep.Sentence{{Span: sitrep.Span{End: len(d.Text)}, Last: len(words)}}
	return d
}

func draw(t *testing.T, d *sitrep.Doc, style TreeStyle) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTrees(&b, d, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteTrees(t *testing.T) {
	army := sentence("The/DET/2/det", "army/NOUN/3/nsubj", "left/VERB/0/root", "the/DET/5/det", "town/NOUN/3/obj", "of/ADP/7/case", "Sake/PROPN/5/nmod", "././3/punct")
	army.Names = []sitrep.Name{{First: 6, Last: 7, Label: sitrep.GPE}}
	crossing := sentence("a/X/3/x", "b/X/4/x", "c/X/0/root", "d/X/3/x")
	unparsed := &sitrep.Doc{Text: "a b", Tokens: []sitrep.Token{{Span: sitrep.Span{Start: 0, End: 1}, Form: "a", Head: -1}, {Span: sitrep.Span{Start: 2, End: 3}, Form: "b", Head: -1}},
		Sentences: []sitrep.Sentence{{Span: sitrep.Span{End: 3}, Last: 2}}}
	cases := []struct {
		name string
		doc  *sitrep.Doc
		want string
	}{
		{"a sentence", army, `1: The army left the town of Sake .
  ╭─── The   DET    det
╭─┴─── army  NOUN   nsubj
├───── left  VERB   root
│ ╭─── the   DET    det
├─┼─── town  NOUN   obj
│ │ ╭─ of    ADP    case
│ ╰─┴─ Sake  PROPN  nmod   GPE
╰───── .     .      punct
`},
		{"arcs that cross", crossing, `1: a b c d
╭─── a  X  x
│ ╭─ b  X  x
├─│─ c  X  root
╰─┴─ d  X  x
`},
		{"no tree", unparsed, "1: a b\n── a\n── b\n"},
		{"no sentences", &sitrep.Doc{}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := draw(t, c.doc, TreeStyle{}); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTreesFitTheTerminal(t *testing.T) {
	var words []string
	for range 40 {
		words = append(words, "Nakhchivan-and-on/PROPN/"+itoa(len(words))+"/compound:prt")
	}
	d := sentence(words...)
	for _, width := range []int{20, 40, 80, 120} {
		for i, line := range strings.Split(draw(t, d, TreeStyle{Width: width}), "\n") {
			if n := terminal.Width(line); n > width {
				t.Errorf("width %d: line %d has %d columns: %s", width, i+1, n, line)
			}
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestTreesShowNoControlCharacters(t *testing.T) {
	d := sentence("a\x1b[2Jb/X/0/root", "c\u202e/X/1/x")
	if got := draw(t, d, TreeStyle{}); strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("got %q", got)
	}
}

func TestTreesInColour(t *testing.T) {
	d := sentence("Talks/NOUN/2/nsubj", "failed/VERB/0/root")
	coloured := draw(t, d, TreeStyle{Colour: true})
	if !strings.Contains(coloured, "\x1b[1mfailed\x1b[0m") || !strings.Contains(coloured, "\x1b[36mNOUN\x1b[0m") {
		t.Errorf("got %q, want the root bold and tags coloured", coloured)
	}
	if plain := draw(t, d, TreeStyle{}); strings.Contains(plain, "\x1b") {
		t.Errorf("without colour: %q", plain)
	}
}

func TestHeadsThatMakeNoTreeAreDrawn(t *testing.T) {
	d := sentence("a/X/2/x", "b/X/1/x", "c/X/9/x", "d/X/4/x")
	if got := draw(t, d, TreeStyle{}); strings.Count(got, "\n") != 5 {
		t.Errorf("got\n%s\nwant a line for every word", got)
	}
}
