package main

import (
	"context"
	"errors"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/carry"
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

func (x *exporter) judgement(ctx context.Context, c *sitrep.Correction, holds map[string]bool) (carry.Judgement, error) {
	e, err := (*exported)(nil), error(nil)
	if c.Anchor.Report != "" {
		if e, err = x.report(ctx, c.Anchor.Report); err != nil {
			return carry.Judgement{}, err
		}
	}
	var text string
	var at *record.Offsets
	if e != nil && e.sha256 == c.Anchor.SHA256 {
		text, at = e.text, e.offsets
	}
	return carry.JudgementOf(c, holds[c.ID], text, at, func(s string) string { return x.shown(s, e) }), nil
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
