package main

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/reconcile"
	"sitrep/record"
)

// exporter makes judgements of corrections.
type exporter struct {
	book  casebook.Casebook
	names bool
	texts map[string]*exported // by report
}

func (x *exporter) standing(all []sitrep.Correction) map[string]bool {
	holds := map[string]bool{}
	for _, c := range reconcile.Standing(all) {
		holds[c.ID] = true
	}
	return holds
}

func (x *exporter) judgement(ctx context.Context, c *sitrep.Correction, holds map[string]bool) (judgement, error) {
	j := judgement{Schema: judgementSchema, ID: c.ID, At: c.At.UTC().Format(time.RFC3339), By: c.By, Op: string(c.Op), Reason: c.Reason, Field: c.Field,
		Report: c.Anchor.Report, SHA256: c.Anchor.SHA256, Events: c.Events, Undoes: c.Undoes, Orphan: c.Orphan, Holds: holds[c.ID]}
	if json.Valid([]byte(c.Value)) {
		j.Value = json.RawMessage(c.Value)
	}
	if c.Anchor.Report == "" {
		return j, nil
	}
	e, err := x.report(ctx, c.Anchor.Report)
	if err != nil {
		return j, err
	}
	j.Quote = x.shown(c.Anchor.Quote, e)
	if s := c.Anchor.Span; e != nil && e.sha256 == c.Anchor.SHA256 && s.Start >= 0 && s.Start <= s.End && s.End <= len(e.text) {
		start, end := e.offsets.Span(s)
		j.Start, j.End = &start, &end
		j.Around = x.shown(around(e.text, s), e)
	}
	return j, nil
}

func (x *exporter) shown(s string, e *exported) string {
	if x.names || e == nil {
		return s
	}
	return privacy.Veil(s, e.private)
}

// report is the newest text of a report, nil where it is no longer there.
func (x *exporter) report(ctx context.Context, id string) (*exported, error) {
	if e, ok := x.texts[id]; ok {
		return e, nil
	}
	stored, err := x.book.Report(ctx, id, 0)
	if errors.Is(err, casebook.ErrNotFound) {
		x.texts[id] = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	text := stored.Reading.Report.Text
	x.texts[id] = &exported{stored.Head.SHA256, text, record.NewOffsets(text), stored.Private}
	return x.texts[id], nil
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
