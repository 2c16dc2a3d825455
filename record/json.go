package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"sitrep"
)

// ParseSchema names the JSON of a parsed text and its version: fields may be added to a version, never renamed or dropped.
const ParseSchema = "sitrep-parse/1"

// The objects inside the JSON of a parsed text. Starts and ends are code points of the text, half open; First, Last and Head count tokens from 0.
type (
	tokenJSON struct {
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Form   string `json:"form"`
		Norm   string `json:"norm,omitempty"`
		Lemma  string `json:"lemma"`
		UPOS   string `json:"upos"`
		XPOS   string `json:"xpos"`
		Feats  string `json:"feats"`
		Head   int    `json:"head"` // -1 at the root
		Deprel string `json:"deprel"`
		Joined bool   `json:"joined,omitempty"`
	}
	sentenceJSON struct {
		Start     int  `json:"start"`
		End       int  `json:"end"`
		First     int  `json:"first"`
		Last      int  `json:"last"`
		Paragraph int  `json:"paragraph"`
		Cut       bool `json:"cut,omitempty"`
	}
	nameJSON struct {
		Start int              `json:"start"`
		End   int              `json:"end"`
		First int              `json:"first"`
		Last  int              `json:"last"`
		Label sitrep.NameLabel `json:"label"`
		Text  string           `json:"text"`
	}
	quoteJSON struct {
		Start int  `json:"start"`
		End   int  `json:"end"`
		First int  `json:"first"`
		Last  int  `json:"last"`
		Depth int  `json:"depth"`
		Open  bool `json:"open,omitempty"`
	}
	mentionJSON struct {
		Start int                `json:"start"`
		End   int                `json:"end"`
		First int                `json:"first"`
		Last  int                `json:"last"`
		Head  int                `json:"head"`
		Kind  sitrep.MentionKind `json:"kind"`
		Text  string             `json:"text"`
	}
	chainJSON struct {
		Name     int           `json:"name"`
		Mentions []mentionJSON `json:"mentions"`
		Members  []int         `json:"members,omitempty"`
	}
	problemJSON struct {
		Stage string `json:"stage"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Error string `json:"error"`
	}
)

// WriteJSON writes a document as one JSON object on one line, ParseSchema. The id says which text it is: a file's name, say.
func WriteJSON(w io.Writer, id string, d *sitrep.Doc) error {
	o := &jsonWriter{out: bufio.NewWriterSize(w, 1<<16)}
	o.encoder = json.NewEncoder(&o.value)
	o.encoder.SetEscapeHTML(false)
	o.field(`{"schema":`, ParseSchema)
	o.field(`,"id":`, id)
	o.field(`,"text":`, d.Text)
	at := NewOffsets(d.Text)
	list(o, "tokens", d.Tokens, func(t sitrep.Token) any {
		start, end := at.Span(t.Span)
		return tokenJSON{start, end, t.Form, t.Norm, t.Lemma, t.UPOS, t.XPOS, t.Feats, t.Head, t.Deprel, t.Joined}
	})
	list(o, "sentences", d.Sentences, func(s sitrep.Sentence) any {
		start, end := at.Span(s.Span)
		return sentenceJSON{start, end, s.First, s.Last, s.Paragraph, s.Cut}
	})
	list(o, "names", d.Names, func(n sitrep.Name) any {
		start, end := at.Span(n.Span)
		return nameJSON{start, end, n.First, n.Last, n.Label, d.In(n.Span)}
	})
	list(o, "quotes", d.Quotes, func(q sitrep.Quote) any {
		start, end := at.Span(q.Span)
		return quoteJSON{start, end, q.First, q.Last, q.Depth, q.Open}
	})
	list(o, "chains", d.Chains, func(c sitrep.Chain) any { return chainOf(d, c, at) })
	list(o, "problems", d.Problems, func(p sitrep.Problem) any {
		start, end := at.Span(p.Span)
		return problemJSON{p.Stage, start, end, p.Err}
	})
	o.out.WriteString("}\n")
	if o.err != nil {
		return o.err
	}
	return o.out.Flush()
}

func chainOf(d *sitrep.Doc, c sitrep.Chain, at *Offsets) chainJSON {
	out := chainJSON{Name: c.Name, Members: c.Members, Mentions: []mentionJSON{}}
	for _, m := range c.Mentions {
		start, end := at.Span(m.Span)
		out.Mentions = append(out.Mentions, mentionJSON{start, end, m.First, m.Last, m.Head, m.Kind, d.In(m.Span)})
	}
	return out
}

// jsonWriter writes an object field by field and a list value by value: a long text's tokens never stand in memory twice.
type jsonWriter struct {
	out     *bufio.Writer
	value   bytes.Buffer
	encoder *json.Encoder
	err     error
}

// field writes what comes before a value and the value.
func (o *jsonWriter) field(before string, v any) {
	o.value.Reset()
	if err := o.encoder.Encode(v); err != nil && o.err == nil {
		o.err = err
	}
	o.out.WriteString(before)
	o.out.Write(bytes.TrimSuffix(o.value.Bytes(), []byte("\n")))
}

func list[T any](o *jsonWriter, name string, values []T, value func(T) any) {
	o.out.WriteString(`,"` + name + `":[`)
	for i, v := range values {
		before := ","
		if i == 0 {
			before = ""
		}
		o.field(before, value(v))
	}
	o.out.WriteString("]")
}
