package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"sitrep/nlp/segment"
)

// passage is running text with the byte offsets at which its sentences end.
type passage struct {
	text strings.Builder
	ends map[int]bool
}

// readTreebank puts the sentences of a CoNLL-U file together: a space between sentences, unless the last word says otherwise, and one
// passage for each paragraph. The case of the words is counted in c.
func readTreebank(path string, c casing) ([]*passage, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading a treebank: %w", err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
	}
	b := builder{casing: c}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		b.line(lines.Text())
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return b.passages, nil
}

// builder makes passages from the lines of a CoNLL-U file.
type builder struct {
	casing   casing
	passages []*passage
	glue     string // before the next sentence
	last     string // line
	rows     []row  // of the sentence at hand
}

func (b *builder) line(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc"), strings.HasPrefix(line, "# newpar"), b.passages == nil:
		if n := len(b.passages); n == 0 || b.passages[n-1].text.Len() > 0 {
			b.passages = append(b.passages, &passage{ends: map[int]bool{}})
		}
		b.glue = ""
	case strings.HasPrefix(line, "# text = "):
		b.passages[len(b.passages)-1].add(b.glue, line[len("# text = "):])
		b.glue = " "
	case line == "":
		if strings.Contains(b.last, "SpaceAfter=No") {
			b.glue = ""
		}
		b.casing.sentence(b.rows)
		b.rows = b.rows[:0]
	case line[0] != '#':
		if cells := strings.Split(line, "\t"); len(cells) == 10 && !strings.ContainsAny(cells[0], "-.") {
			b.rows = append(b.rows, row{cells[1], cells[3] == "PROPN"})
		}
	}
	b.last = line
}

func (p *passage) add(glue, sentence string) {
	p.text.WriteString(glue)
	p.text.WriteString(sentence)
	p.ends[p.text.Len()] = true
}

// every is how many passages it takes for one changed copy of each kind: more of them crowd the weights of the text as it is.
const every = 4

// examplesOf gives the examples of all passages as they are and of changed copies, one passage in every few.
func examplesOf(passages []*passage) []segment.Example {
	var out []segment.Example
	for n, p := range passages {
		out = append(out, segment.Examples(p.text.String(), p.ends)...)
		for k, change := range []func(rune) rune{unicode.ToUpper, bare, bareUpper, bareLower} {
			if (n+k)%every == 0 {
				text, ends := p.changed(change)
				out = append(out, segment.Examples(text, ends)...)
			}
		}
	}
	return out
}

// changed maps the runes of a passage, -1 to nothing, and moves the ends along. White space before a sentence's end is not counted.
func (p *passage) changed(change func(rune) rune) (string, map[int]bool) {
	var b strings.Builder
	ends, solid := map[int]bool{}, 0
	text := p.text.String()
	for i, r := range text {
		if p.ends[i] {
			ends[solid] = true
		}
		if r = change(r); r >= 0 {
			b.WriteRune(r)
			if r != ' ' {
				solid = b.Len()
			}
		}
	}
	ends[solid] = true
	return b.String(), ends
}

// bare drops the marks that end and part sentences.
func bare(r rune) rune {
	if strings.ContainsRune(".!?,;:\"“”()[]…", r) {
		return -1
	}
	return r
}

func bareUpper(r rune) rune { return unicode.ToUpper(bare(r)) }
func bareLower(r rune) rune { return unicode.ToLower(bare(r)) }
