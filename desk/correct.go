package desk

import (
	"context"
	"fmt"
	"slices"

	"sitrep"
	"sitrep/reconcile"
)

// Correct takes what a person says, puts it into the record, and joins anew what it touches.
func (d *Desk) Correct(ctx context.Context, c sitrep.Correction) (id string, err error) {
	if c.At.IsZero() {
		c.At = d.now()
	}
	if c.Op == sitrep.UndoOp {
		if err := d.undoes(ctx, &c); err != nil {
			return "", err
		}
	}
	if id, err = d.Book.Correct(ctx, c); err != nil {
		return "", fmt.Errorf("keep the correction: %w", err)
	}
	ctx = context.WithoutCancel(ctx) // what is kept has to be seen in the record, though a browser has gone meanwhile
	if err := d.touched(ctx, &c); err != nil {
		return id, err
	}
	_, err = d.Reconcile(ctx, nil)
	return id, err
}

// undoes gives an undoing what the undone correction hangs on: whoever asks for the corrections of a report has to get both.
func (d *Desk) undoes(ctx context.Context, c *sitrep.Correction) error {
	undone, err := d.correction(ctx, c.Undoes)
	if err != nil {
		return err
	}
	c.Anchor, c.Field, c.Value, c.Events = undone.Anchor, undone.Field, undone.Value, undone.Events
	return nil
}

// touched has all made anew that a correction bears on.
func (d *Desk) touched(ctx context.Context, c *sitrep.Correction) error {
	if c.Anchor.Report != "" {
		if err := d.recorrect(ctx, c.Anchor.Report); err != nil {
			return fmt.Errorf("correct report %s: %w", c.Anchor.Report, err)
		}
	}
	var reports []string
	if c.Anchor.Report != "" {
		reports = []string{c.Anchor.Report}
	}
	return d.Book.Mark(ctx, reports, slices.Concat(c.Events, restOf(c)))
}

// correction finds a correction by its id.
func (d *Desk) correction(ctx context.Context, id string) (*sitrep.Correction, error) {
	all, err := d.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].ID == id {
			return &all[i], nil
		}
	}
	return nil, fmt.Errorf("correction %s: there is none; sitrep review --export lists them", id)
}

// recorrect reads a report again and puts in the corrections that hold now: those that were undone leave no trace.
func (d *Desk) recorrect(ctx context.Context, report string) error {
	stored, err := d.Book.Report(ctx, report, 0)
	if err != nil {
		return err
	}
	reading, err := d.again(stored.Reading)
	if err != nil {
		return err
	}
	return d.replace(ctx, reading, d.By, stored.Source)
}

// Orphans are the corrections that hold but whose words stand no longer in the newest text of their report.
func (d *Desk) Orphans(ctx context.Context) ([]sitrep.Correction, error) {
	all, err := d.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	var out []sitrep.Correction
	for _, c := range reconcile.Standing(all) {
		if c.Orphan {
			out = append(out, c)
		}
	}
	return out, nil
}
