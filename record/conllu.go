package record

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep"
)

// Document is a Doc of a corpus with the name that the corpus gives it.
type Document struct {
	ID  string // from "# newdoc id = ", empty where there is none
	Doc *sitrep.Doc
}

// OpenCoNLLU reads a file in CoNLL-U, gzip if its name ends so.
func OpenCoNLLU(path string) ([]Document, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return ReadCoNLLU(r, path)
}

// Open opens a file of a corpus for reading and unpacks it if its name ends in .gz.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("unpack %s: %w", path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// ReadCoNLLU reads CoNLL-U (https://universaldependencies.org/format.html): one document for each "# newdoc", or one for the whole.
// The text is put together from the "# text" lines: a space between sentences, nothing where the last word says SpaceAfter=No, a blank
// line before a new paragraph. Multiword tokens become Joined words that share out its letters; empty nodes are left out; names come
// back from NER= in MISC. The name of the input stands in errors.
func ReadCoNLLU(r io.Reader, name string) ([]Document, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<28)
	c := newCoNLLUReader(name)
	for in.Scan() {
		c.line++
		if err := c.read(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, c.line, err)
		}
	}
	return c.finish(in.Err())
}

// conlluReader gathers the rows of a sentence and the sentences of a document.
type conlluReader struct {
	name    string
	line    int
	docs    []Document
	strings map[string]string // tags and relations, each kept once

	id        string
	doc       *sitrep.Doc
	text      strings.Builder
	paragraph int
	glue      string // what stands before the next sentence

	sentence string // its "# text"
	hasText  bool
	cut      bool
	rows     [][]string
}

func newCoNLLUReader(name string) *conlluReader {
	return &conlluReader{name: name, strings: map[string]string{}}
}

// finish ends the last document; err is what ended the reading.
func (c *conlluReader) finish(err error) ([]Document, error) {
	if err != nil {
		return nil, fmt.Errorf("read %s after line %d: %w", c.name, c.line, err)
	}
	if err := c.endSentence(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", c.name, c.line, err)
	}
	c.endDocument()
	return c.docs, nil
}

func (c *conlluReader) read(line string) error {
	switch {
	case line == "":
		return c.endSentence()
	case line[0] == '#':
		return c.comment(line)
	}
	row := strings.Split(line, "\t")
	if len(row) != 10 {
		return fmt.Errorf("a row of CoNLL-U has 10 columns between tabs, this one %d", len(row))
	}
	if !strings.Contains(row[0], ".") { // an empty node of the enhanced graph
		c.rows = append(c.rows, row)
	}
	return nil
}

func (c *conlluReader) comment(line string) error {
	if len(c.rows) > 0 {
		return fmt.Errorf("a comment inside a sentence: %.40q", line)
	}
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		c.endDocument()
		if _, id, ok := strings.Cut(line, "="); ok {
			c.id = strings.TrimSpace(id)
		}
	case strings.HasPrefix(line, "# newpar"):
		c.glue = "\n\n"
	case strings.HasPrefix(line, "# text = "):
		c.sentence, c.hasText = line[len("# text = "):], true
	case line == cutComment:
		c.cut = true
	}
	return nil
}

func (c *conlluReader) endDocument() {
	if c.doc != nil {
		c.doc.Text = c.text.String()
		shareText(c.doc)
		c.docs = append(c.docs, Document{c.id, c.doc})
	}
	c.id, c.doc, c.paragraph, c.glue = "", nil, 0, ""
	c.text.Reset()
}

// shareText makes every form a part of the text instead of a string of its own.
func shareText(d *sitrep.Doc) {
	for i := range d.Tokens {
		d.Tokens[i].Form = d.In(d.Tokens[i].Span)
	}
}

func (c *conlluReader) endSentence() error {
	rows, text := c.rows, c.sentence
	if len(rows) == 0 {
		return nil
	}
	if !c.hasText {
		text = textOf(rows)
	}
	if c.doc == nil {
		c.doc = &sitrep.Doc{}
	} else {
		c.text.WriteString(c.glue)
		if c.glue == "\n\n" {
			c.paragraph++
		}
	}
	start, first := c.text.Len(), len(c.doc.Tokens)
	c.text.WriteString(text)
	if err := c.addTokens(rows, text, start); err != nil {
		return err
	}
	tokens := c.doc.Tokens
	c.doc.Sentences = append(c.doc.Sentences, sitrep.Sentence{
		Span:  sitrep.Span{Start: tokens[first].Start, End: tokens[len(tokens)-1].End},
		First: first, Last: len(tokens), Paragraph: c.paragraph, Cut: c.cut})
	c.glue = " "
	if spaceAfterNo(lastSurface(rows)) {
		c.glue = ""
	}
	c.rows, c.sentence, c.hasText, c.cut = c.rows[:0], "", false, false
	return nil
}

// addTokens finds every row's letters in the sentence's text, which stands at byte start of the document.
func (c *conlluReader) addTokens(rows [][]string, text string, start int) error {
	first, at := len(c.doc.Tokens), 0
	for i := 0; i < len(rows); {
		span, err := find(text, rows[i][1], at)
		if err != nil {
			return err
		}
		at = span.End
		span.Start, span.End = span.Start+start, span.End+start
		words := rows[i : i+1]
		if strings.Contains(rows[i][0], "-") {
			if words, err = parts(rows[i:]); err != nil {
				return err
			}
			if utf8.RuneCountInString(rows[i][1]) < len(words) {
				return fmt.Errorf("multiword token %q has fewer characters than its %d words, which are to share them", rows[i][1], len(words))
			}
			i++
		}
		i += len(words)
		for k, s := range share(words, text, span, start) {
			t, err := c.token(words[k], len(c.doc.Tokens)-first+1, first)
			if err != nil {
				return err
			}
			t.Span, t.Joined = s, k+1 < len(words)
			c.addName(words[k][9], len(c.doc.Tokens), s)
			c.doc.Tokens = append(c.doc.Tokens, t)
		}
	}
	return c.checkHeads(first)
}

func (c *conlluReader) checkHeads(first int) error {
	for i, t := range c.doc.Tokens[first:] {
		if t.Head >= len(c.doc.Tokens) {
			return fmt.Errorf("word %d of the sentence: its head %d does not exist", i+1, t.Head-first+1)
		}
	}
	return nil
}

// token makes a token of a row; number is its place in the sentence from 1, first the sentence's first token in the document.
func (c *conlluReader) token(row []string, number, first int) (sitrep.Token, error) {
	if id, err := strconv.Atoi(row[0]); err != nil || id != number {
		return sitrep.Token{}, fmt.Errorf("word number %q: want %d", row[0], number)
	}
	t := sitrep.Token{Form: row[1], Lemma: c.intern(row[2]), UPOS: c.intern(row[3]), XPOS: c.intern(row[4]),
		Head: sitrep.NoHead, Deprel: c.intern(row[7])}
	if t.Feats = c.intern(row[5]); t.Feats == "" {
		t.Feats = "_"
	}
	if row[2] == "_" && row[1] == "_" {
		t.Lemma = "_"
	}
	if row[6] == "_" || row[6] == "0" {
		return t, nil
	}
	head, err := strconv.Atoi(row[6])
	if err != nil || head < 0 {
		return t, fmt.Errorf("word %q: head %q: want the number of a word", row[1], row[6])
	}
	t.Head = first + head - 1
	return t, nil
}

// intern keeps one copy of a column's value, "" for "_".
func (c *conlluReader) intern(s string) string {
	if s == "_" {
		return ""
	}
	if k, ok := c.strings[s]; ok {
		return k
	}
	s = strings.Clone(s)
	c.strings[s] = s
	return s
}

// addName begins or goes on with a name by the NER= key of MISC, in BIO.
func (c *conlluReader) addName(misc string, token int, s sitrep.Span) {
	v := miscValue(misc, "NER")
	if len(v) < 3 {
		return
	}
	label, d := sitrep.NameLabel(c.intern(v[2:])), c.doc
	if n := len(d.Names); v[0] == 'I' && n > 0 && d.Names[n-1].Last == token && d.Names[n-1].Label == label {
		d.Names[n-1].Last, d.Names[n-1].End = token+1, s.End
		return
	}
	d.Names = append(d.Names, sitrep.Name{Span: s, First: token, Last: token + 1, Label: label})
}

// miscValue gives the value of a key of the MISC column, "" where it is not there.
func miscValue(misc, key string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if k, v, ok := strings.Cut(f, "="); ok && k == key {
			return v
		}
	}
	return ""
}
