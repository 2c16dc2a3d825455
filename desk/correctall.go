package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/reconcile"
)

// CorrectAll takes what a person says in many places at once, in the order given, and joins anew what it touches. What stands already is passed over, so that the
// same again changes nothing. Those that were kept are given back, with their ids.
func (d *Desk) CorrectAll(ctx context.Context, list []sitrep.Correction) ([]sitrep.Correction, error) {
	var kept []sitrep.Correction
	at := d.now()
	standing := map[string][]sitrep.Correction{}
	for _, c := range list {
		report := c.Anchor.Report
		if standing[report] == nil {
			made, err := d.Book.Corrections(ctx, report)
			if err != nil {
				return kept, fmt.Errorf("look for corrections of report %s: %w", report, err)
			}
			standing[report] = reconcile.Standing(made)
		}
		if slices.ContainsFunc(standing[report], func(s sitrep.Correction) bool { return sameCorrection(&s, &c) }) {
			continue
		}
		c.At = at.Add(time.Duration(len(kept))) // the order in which they were said
		id, err := d.Book.Correct(ctx, c)
		if err != nil {
			return kept, fmt.Errorf("keep the correction: %w", err)
		}
		c.ID = id
		kept = append(kept, c)
		standing[report] = append(standing[report], c)
	}
	return kept, d.takeIn(ctx, kept)
}

// sameCorrection tells whether two corrections say the same of the same words.
func sameCorrection(a, b *sitrep.Correction) bool {
	return a.Op == b.Op && a.Field == b.Field && a.Value == b.Value && a.Anchor == b.Anchor && slices.Equal(a.Events, b.Events)
}

// takeIn puts corrections into the record, each report once.
func (d *Desk) takeIn(ctx context.Context, kept []sitrep.Correction) error {
	var reports []string
	for _, c := range kept {
		if !slices.Contains(reports, c.Anchor.Report) {
			reports = append(reports, c.Anchor.Report)
		}
	}
	for _, report := range reports {
		if err := d.recorrect(ctx, report); err != nil {
			return fmt.Errorf("correct report %s: %w", report, err)
		}
	}
	if err := d.Book.Mark(ctx, reports, nil); err != nil {
		return err
	}
	_, err := d.Reconcile(context.WithoutCancel(ctx), nil)
	return err
}
