// Package annotations writes what was found in reports as Web Annotations (W3C, JSON-LD): one collection with one page. Each annotation has the words with what
// stands around them, and their place in code points of the report's kept text.
package annotations

import (
	"fmt"
	"io"

	"sitrep"
	"sitrep/export/rows"
	"sitrep/internal/plainjson"
	"sitrep/standoff"
)

// Row is a report with its marks.
type Row struct {
	Head     sitrep.ReportHead
	Document *standoff.Document
	// Events are those that are asked for; nil for all. Claims and what events link to go with their events.
	Events map[string]bool
}

// Writer writes the annotations of reports, one after the other.
type Writer struct {
	w                io.Writer
	head             rows.Head
	n, bare, reports int
}

// New begins a collection.
func New(w io.Writer, head rows.Head) *Writer { return &Writer{w: w, head: head} }

// terms is the name of our own terms in the JSON.
const terms = "sitrep"

func (w *Writer) begin() error {
	_, err := fmt.Fprintf(w.w, `{"@context":["http://www.w3.org/ns/anno.jsonld",{%q:"urn:sitrep:terms:"}],"id":"urn:sitrep:annotations","type":"AnnotationCollection","label":%s,`+
		`"generator":{"type":"Software","name":"Sitrep"},"generated":%s,"first":{"id":"urn:sitrep:annotations:page:1","type":"AnnotationPage","partOf":"urn:sitrep:annotations","startIndex":0,"items":[`,
		terms, text(w.head.Title), text(w.head.Made))
	return err
}

// Write writes the annotations of a report.
func (w *Writer) Write(r *Row) error {
	w.reports++
	p := newPassages(r.Document)
	for i := range r.Document.Marks {
		m := &r.Document.Marks[i]
		if !p.wanted(m, r.Events) {
			continue
		}
		if err := w.annotation(r, p, m); err != nil {
			return fmt.Errorf("write the annotations of report %s: %w", r.Head.ID, err)
		}
	}
	return nil
}

func (w *Writer) annotation(r *Row, p *passages, m *standoff.Mark) error {
	before := ",\n"
	if w.n == 0 {
		before = "\n"
		if err := w.begin(); err != nil {
			return err
		}
	}
	w.n++
	a := annotation{ID: p.id(m), Type: "Annotation", Motivation: motivation(m), Body: p.bodies(m), Links: p.links(m)}
	for _, at := range m.Spans {
		t := p.target(&r.Head, at)
		if t.bare {
			w.bare++
		}
		a.Target = append(a.Target, t)
	}
	b, err := plainjson.Marshal(a)
	if err == nil {
		_, err = fmt.Fprintf(w.w, "%s%s", before, b)
	}
	return err
}

// Close ends the page and the collection.
func (w *Writer) Close() error {
	if w.n == 0 {
		if err := w.begin(); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w.w, "\n]},\"total\":%d}\n", w.n)
	return err
}

// LeftOut says what annotations do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"Annotations are of single reports: tallies, grades and what joins reports are in the jsonl form."}
	if w.bare > 0 {
		out = append(out, fmt.Sprintf("%d stretches are longer than 300 characters, or name a private person: they have their place without their words.", w.bare))
	}
	return out
}

func text(s string) string {
	b, _ := plainjson.Marshal(s) // a text can be written
	return string(b)
}
