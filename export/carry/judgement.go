package carry

import (
	"encoding/json"
	"fmt"
	"time"

	"sitrep"
	"sitrep/record"
)

// JudgementSchema names the line of a judgement: fields may be added to a version, never renamed or dropped.
const JudgementSchema = "sitrep-judgement/1"

// Judgement is a correction as programs see it. Offsets are code points.
type Judgement struct {
	Schema string            `json:"schema"`
	ID     string            `json:"id"`
	At     string            `json:"at"`
	By     string            `json:"by"`
	Op     string            `json:"op"`
	Reason string            `json:"reason,omitempty"`
	Field  string            `json:"field,omitempty"`
	Value  json.RawMessage   `json:"value,omitempty"`
	Report string            `json:"report,omitempty"`
	SHA256 string            `json:"sha256,omitempty"`
	Start  *int              `json:"start,omitempty"`
	End    *int              `json:"end,omitempty"`
	Quote  string            `json:"quote,omitempty"`
	Around string            `json:"around,omitempty"` // the words before and after
	Events []sitrep.EventKey `json:"events,omitempty"`
	Undoes string            `json:"undoes,omitempty"`
	Orphan bool              `json:"orphan"`
	Holds  bool              `json:"holds"` // false for what was undone, and for undoing
}

// JudgementOf is a correction as programs see it, with every text passed through show. text is the one that it hangs on; where that is not known, it has no offsets.
func JudgementOf(c *sitrep.Correction, holds bool, text string, at *record.Offsets, show func(string) string) Judgement {
	j := Judgement{Schema: JudgementSchema, ID: c.ID, At: c.At.UTC().Format(time.RFC3339Nano), By: c.By, Op: string(c.Op), Reason: show(c.Reason), Field: c.Field,
		Report: c.Anchor.Report, SHA256: c.Anchor.SHA256, Quote: show(c.Anchor.Quote), Events: c.Events, Undoes: c.Undoes, Orphan: c.Orphan, Holds: holds}
	if value := show(c.Value); json.Valid([]byte(value)) {
		j.Value = json.RawMessage(value)
	}
	if s := c.Anchor.Span; at != nil && s.Start >= 0 && s.Start <= s.End && s.End <= len(text) {
		start, end := at.Span(s)
		j.Start, j.End = &start, &end
		j.Around = show(around(text, s))
	}
	return j
}

// margin is how many bytes before and after a span are shown with it, at least.
const margin = 200

// around is a span with what stands before and after it, from one blank to another.
func around(text string, s sitrep.Span) string {
	start, end := max(0, s.Start-margin), min(len(text), s.End+margin)
	for start > 0 && text[start-1] != ' ' && text[start-1] != '\n' {
		start--
	}
	for end < len(text) && text[end] != ' ' && text[end] != '\n' {
		end++
	}
	return text[start:end]
}

// readJudgement reads the line of a judgement.
func readJudgement(b []byte) (*Judgement, error) {
	var j Judgement
	if err := json.Unmarshal(b, &j); err != nil {
		return nil, err
	}
	if j.ID == "" || j.By == "" || j.Op == "" {
		return nil, fmt.Errorf("judgement %q: it needs an id, who made it (by) and what is done (op)", j.ID)
	}
	if _, err := time.Parse(time.RFC3339Nano, j.At); err != nil {
		return nil, fmt.Errorf("judgement %s: at: %w", j.ID, err)
	}
	return &j, nil
}

// Correction is the judgement as a casebook keeps it. text is the one that it hangs on.
func (j *Judgement) Correction(text string) sitrep.Correction {
	at, _ := time.Parse(time.RFC3339Nano, j.At)
	c := sitrep.Correction{ID: j.ID, At: at, By: j.By, Op: sitrep.CorrectionOp(j.Op), Reason: j.Reason, Field: j.Field, Value: string(j.Value),
		Anchor: sitrep.Anchor{Report: j.Report, SHA256: j.SHA256, Quote: j.Quote}, Events: j.Events, Undoes: j.Undoes}
	if j.Start != nil && j.End != nil {
		c.Anchor.Span = record.NewPoints(text).Span(*j.Start, *j.End)
	}
	return c
}
