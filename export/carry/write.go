package carry

import (
	"bufio"
	"fmt"
	"io"

	"sitrep/export/rows"
	"sitrep/record"
)

// Writer writes lines.
type Writer struct {
	w       *bufio.Writer
	text    func(report string) (string, bool)
	covered int
}

// New makes a writer. The offsets of the words that incidents quote are counted in the texts that text gives.
func New(w io.Writer, text func(report string) (string, bool)) *Writer {
	return &Writer{w: bufio.NewWriter(w), text: text}
}

// Write writes a report.
func (w *Writer) Write(r *Report) error {
	if r.covered() {
		w.covered++
	}
	if err := r.write(w.w); err != nil {
		return fmt.Errorf("write report %s: %w", r.ID, err)
	}
	return nil
}

// WriteJudgement writes a judgement.
func (w *Writer) WriteJudgement(j *Judgement) error { return writeLine(w.w, j) }

// WriteIncident writes an incident.
func (w *Writer) WriteIncident(i *rows.Incident) error {
	return record.WriteIncident(w.w, &i.Incident, record.IncidentOptions{Text: w.text})
}

// Close ends the lines.
func (w *Writer) Close() error { return w.w.Flush() }

// LeftOut says what the lines do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"The bytes in which reports came, older readings, older versions of incidents, alerts, reference sets and the audit trail stay in the casebook."}
	if w.covered > 0 {
		out = append(out, fmt.Sprintf("Names are covered up in the texts of %d reports; --names carries those of private persons that were not redacted.", w.covered))
	}
	return out
}
