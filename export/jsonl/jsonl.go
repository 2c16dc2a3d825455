// Package jsonl writes incidents as JSON Lines: the record as it is, one object a line, schema sitrep-incident/1.
package jsonl

import (
	"bufio"
	"io"

	"sitrep/export/rows"
	"sitrep/record"
)

// Writer writes incidents, one a line.
type Writer struct {
	w    *bufio.Writer
	text func(report string) (string, bool)
}

// New makes a writer. The offsets of quoted words are counted in the text of their report; where text is nil they are null.
func New(w io.Writer, text func(report string) (string, bool)) *Writer {
	return &Writer{bufio.NewWriter(w), text}
}

// Write writes an incident.
func (w *Writer) Write(row *rows.Incident) error {
	return record.WriteIncident(w.w, &row.Incident, record.IncidentOptions{Text: w.text})
}

// Close ends the lines.
func (w *Writer) Close() error { return w.w.Flush() }

// LeftOut says what the lines do not carry.
func (w *Writer) LeftOut() []string {
	if w.text == nil {
		return []string{"Offsets of quoted words are null."}
	}
	return nil
}
