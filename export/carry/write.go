package carry

import (
	"bufio"
	"fmt"
	"io"
)

// Writer writes the lines of reports and judgements.
type Writer struct {
	w       *bufio.Writer
	covered int
}

// New makes a writer.
func New(w io.Writer) *Writer {
	return &Writer{w: bufio.NewWriter(w)}
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

// Close ends the lines. Those of the incidents, which are the lines of the jsonl form, can follow.
func (w *Writer) Close() error { return w.w.Flush() }

// LeftOut says what the lines do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"The bytes in which reports came, older readings, older versions of incidents, alerts, reference sets and the audit trail stay in the casebook."}
	if w.covered > 0 {
		out = append(out, fmt.Sprintf("Names are covered up in the texts of %d reports; --names carries those of private persons that were not redacted.", w.covered))
	}
	return out
}
