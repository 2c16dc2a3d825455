package record

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"sitrep"
)

// cutComment marks a sentence that was ended only because it reached the length limit.
const cutComment = "# cut = length"

// WriteCoNLLU writes a document in CoNLL-U. MISC holds SpaceAfter=No, TokenRange=start:end (code points of the whole text, half open),
// NER= (BIO) where the document has names, and Entity= (chains, "# global.Entity = eid-kind-head") where it has chains. White space
// other than single spaces does not survive in "# text"; TokenRange tells where each word truly stands.
func WriteCoNLLU(w io.Writer, id string, d *sitrep.Doc) error {
	c := &conlluWriter{out: bufio.NewWriterSize(w, 1<<16), doc: d, offsets: NewOffsets(d.Text)}
	c.out.WriteString("# newdoc")
	if id = oneLine(id); id != "" {
		c.out.WriteString(" id = " + id)
	}
	c.out.WriteString("\n")
	if c.entities = entityMarks(d); c.entities != nil {
		c.out.WriteString("# global.Entity = eid-kind-head\n")
	}
	for i := range d.Sentences {
		c.writeSentence(i)
	}
	return c.out.Flush()
}

type conlluWriter struct {
	out      *bufio.Writer
	doc      *sitrep.Doc
	offsets  *Offsets
	entities map[int]string // by token
	name     int            // the first name that does not end before the current token
	scratch  []byte
}

func (c *conlluWriter) writeSentence(i int) {
	d, s := c.doc, c.doc.Sentences[i]
	if i == 0 || s.Paragraph != d.Sentences[i-1].Paragraph {
		c.out.WriteString("# newpar\n")
	}
	fmt.Fprintf(c.out, "# sent_id = %d\n", i+1)
	if s.Cut {
		c.out.WriteString(cutComment + "\n")
	}
	c.out.WriteString("# text = " + c.sentenceText(s) + "\n")
	for t := s.First; t < s.Last; t++ {
		if d.Tokens[t].Joined && (t == s.First || !d.Tokens[t-1].Joined) {
			c.writeRange(s, t)
		}
		c.writeWord(s, t)
	}
	c.out.WriteString("\n")
}

// sentenceText is the sentence with one space where anything stands between two words.
func (c *conlluWriter) sentenceText(s sitrep.Sentence) string {
	var b strings.Builder
	b.Grow(s.End - s.Start)
	for t := s.First; t < s.Last; t++ {
		b.WriteString(oneLine(c.doc.Tokens[t].Form))
		if t+1 < s.Last && c.spaceAfter(t) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spaceAfter tells whether anything stands between a token and the next; after the last there is.
func (c *conlluWriter) spaceAfter(t int) bool {
	return t+1 >= len(c.doc.Tokens) || c.doc.Tokens[t+1].Start > c.doc.Tokens[t].End
}

// writeRange writes the line of the multiword token that begins at token t.
func (c *conlluWriter) writeRange(s sitrep.Sentence, t int) {
	last, form := t, oneLine(c.doc.Tokens[t].Form)
	for c.doc.Tokens[last].Joined && last+1 < s.Last {
		last++
		form += oneLine(c.doc.Tokens[last].Form)
	}
	fmt.Fprintf(c.out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t", t-s.First+1, last-s.First+1, form)
	c.writeMisc(sitrep.Span{Start: c.doc.Tokens[t].Start, End: c.doc.Tokens[last].End}, "", c.spaceAfter(last))
}

func (c *conlluWriter) writeWord(s sitrep.Sentence, t int) {
	k := &c.doc.Tokens[t]
	b := strconv.AppendInt(c.scratch[:0], int64(t-s.First+1), 10)
	for _, column := range [...]string{oneLine(k.Form), oneLine(k.Lemma), k.UPOS, k.XPOS, k.Feats} {
		b = appendColumn(b, column)
	}
	b = append(append(append(b, '\t'), c.head(s, t)...), '\t')
	if k.Deprel == "" {
		b = append(b, '_')
	}
	b = append(append(b, k.Deprel...), "\t_\t"...)
	c.out.Write(b)
	c.scratch = b
	inside := k.Joined || t > s.First && c.doc.Tokens[t-1].Joined
	c.writeMisc(k.Span, c.marks(t), inside || c.spaceAfter(t))
}

// head is the HEAD column: 0 for a root, "_" where nothing was parsed.
func (c *conlluWriter) head(s sitrep.Sentence, t int) string {
	k := &c.doc.Tokens[t]
	switch {
	case k.Head != sitrep.NoHead:
		return strconv.Itoa(k.Head - s.First + 1)
	case k.Deprel == "":
		return "_"
	}
	return "0"
}

func appendColumn(b []byte, s string) []byte {
	if s == "" {
		s = "_"
	}
	return append(append(b, '\t'), s...)
}

func (c *conlluWriter) writeMisc(s sitrep.Span, marks string, spaceAfter bool) {
	b := append(c.scratch[:0], marks...)
	if !spaceAfter {
		b = append(b, "SpaceAfter=No|"...)
	}
	start, end := c.offsets.Span(s)
	b = strconv.AppendInt(append(b, "TokenRange="...), int64(start), 10)
	b = strconv.AppendInt(append(b, ':'), int64(end), 10)
	c.out.Write(append(b, '\n'))
	c.scratch = b
}

// marks are the Entity and NER keys of a token, each with the bar that parts it from the next key; keys stand in alphabetical order.
func (c *conlluWriter) marks(t int) string {
	var b string
	if e := c.entities[t]; e != "" {
		b = "Entity=" + e + "|"
	}
	names := c.doc.Names
	for c.name < len(names) && names[c.name].Last <= t {
		c.name++
	}
	if c.name == len(names) || names[c.name].First > t {
		return b
	}
	prefix := "I-"
	if names[c.name].First == t {
		prefix = "B-"
	}
	return b + "NER=" + prefix + string(names[c.name].Label) + "|"
}

// oneLine is what can stand in a column: white space that would end it and control characters become spaces, and bytes that are no
// UTF-8 become U+FFFD.
func oneLine(s string) string {
	bad := func(r rune) bool {
		return unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029'
	}
	if strings.IndexFunc(s, bad) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r != unicode.ReplacementChar && bad(r) {
			return ' '
		}
		return r
	}, s)
}
