// Package timelinejs writes incidents as the JSON of TimelineJS: one slide an incident that has a date.
package timelinejs

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes a timeline, slide by slide.
type Writer struct {
	w          *bufio.Writer
	head       rows.Head
	n, undated int
}

// New begins a timeline.
func New(w io.Writer, head rows.Head) *Writer { return &Writer{w: bufio.NewWriter(w), head: head} }

type slide struct {
	Start   date   `json:"start_date"`
	End     *date  `json:"end_date,omitempty"`
	Display string `json:"display_date"`
	Text    text   `json:"text"`
	Group   string `json:"group"`
	ID      string `json:"unique_id"`
	Link    string `json:"link,omitempty"` // ours: the incident in the window
}

type date struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type text struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// Write writes an incident that has a date.
func (w *Writer) Write(row *rows.Incident) error {
	i := &row.Incident
	if i.When.IsZero() {
		w.undated++
		return nil
	}
	s := slide{Display: i.When.Words(i.Status), Group: string(i.Kind), ID: i.ID, Link: w.head.Link(i.ID), Text: text{html.EscapeString(i.Title), paragraphs(rows.Account(i))}}
	if s.Start = dateOf(i.When.From); i.When.From.IsZero() {
		s.Start = dateOf(i.When.To)
	} else if !i.When.To.IsZero() && i.When.To != i.When.From {
		end := dateOf(i.When.To)
		s.End = &end
	}
	b, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("write incident %s as a slide: %w", i.ID, err)
	}
	if err := w.begin(); err != nil {
		return err
	}
	_, err = w.w.Write(b)
	return err
}

func dateOf(d sitrep.CivilDate) date { return date{d.Year, d.Month, d.Day} }

// begin writes what stands before a slide.
func (w *Writer) begin() error {
	before := ",\n"
	if w.n++; w.n == 1 {
		before = `{"events":[` + "\n"
	}
	_, err := w.w.WriteString(before)
	return err
}

// paragraphs are lines as HTML, which TimelineJS takes text for.
func paragraphs(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("<p>" + html.EscapeString(l) + "</p>")
	}
	return b.String()
}

// Close ends the timeline with its title.
func (w *Writer) Close() error {
	if w.n == 0 {
		w.w.WriteString(`{"events":[`)
	}
	title := w.head.Title
	if title == "" {
		title = "Sitrep"
	}
	b, err := json.Marshal(map[string]text{"text": {html.EscapeString(title), paragraphs(append([]string{rows.Caution}, w.LeftOut()...))}})
	if err != nil {
		return err
	}
	fmt.Fprintf(w.w, "\n],\"title\":%s,\"scale\":\"human\"}\n", b)
	return w.w.Flush()
}

// LeftOut says what a timeline does not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"A slide tells an incident in words: its claims and its single figures with their words are in the jsonl, claims and tolls forms."}
	if w.undated > 0 {
		out = append(out, fmt.Sprintf("%d incidents without any date are left out.", w.undated))
	}
	return out
}
