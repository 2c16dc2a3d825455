package language

import (
	"slices"
	"sort"
	"strings"

	"sitrep"
	"sitrep/record"
)

// running is the annotation of all documents of a file as one running text, and where each of them starts in it.
type running struct {
	doc    *sitrep.Doc
	starts []int
}

// annotate runs over the documents as one text with a blank line between them, as score.py --raw of the treebanks prints it.
func (p Pipelines) annotate(docs []record.Document) (*running, error) {
	var text strings.Builder
	r := &running{}
	for i, d := range docs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		r.starts = append(r.starts, text.Len())
		text.WriteString(d.Doc.Text)
	}
	var err error
	r.doc, err = p.Raw.Annotate(text.String())
	return r, err
}

func (r *running) score(docs []record.Document) *Words {
	gold := make([]*sitrep.Doc, len(docs))
	for i, d := range docs {
		gold[i] = d.Doc
	}
	w := scoreWords(place(gold...), place(r.doc))
	return &w
}

// lend gives a document with gold tokens what segmentation finds besides tokens: quotes, and the forms that models read. The document
// begins at byte start of the running text.
func (r *running) lend(d *sitrep.Doc, start int) {
	tokens := r.doc.Tokens
	k := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= start })
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for k < len(tokens) && tokens[k].Start < t.Start+start {
			k++
		}
		if k < len(tokens) && tokens[k].Span == (sitrep.Span{Start: t.Start + start, End: t.End + start}) {
			t.Norm = tokens[k].Norm
		}
	}
	whole := sitrep.Span{Start: start, End: start + len(d.Text)}
	for _, q := range r.doc.Quotes {
		if !whole.Contains(q.Span) {
			continue
		}
		q.Start, q.End = q.Start-start, q.End-start
		q.First = tokenAt(d.Tokens, q.Start)
		q.Last = tokenAt(d.Tokens, q.End)
		if q.First < q.Last && d.Tokens[q.First].Start == q.Start && d.Tokens[q.Last-1].End == q.End {
			d.Quotes = append(d.Quotes, q)
		}
	}
}

// tokenAt is the first token that begins at a byte or after it.
func tokenAt(tokens []sitrep.Token, at int) int {
	i, _ := slices.BinarySearchFunc(tokens, at, func(t sitrep.Token, at int) int { return t.Start - at })
	return i
}
