package desk

import (
	"context"
	"errors"
	"fmt"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/reconcile"
	"sitrep/record"
)

// filing makes a reading ready for the casebook, with what people corrected in the report put in. Raw, key and source are the caller's.
func (d *Desk) filing(ctx context.Context, r *sitrep.Reading, by record.Reader) (casebook.Filing, error) {
	corrections, err := d.Book.Corrections(ctx, r.Report.ID)
	if err != nil {
		return casebook.Filing{}, fmt.Errorf("look for corrections of report %s: %w", r.Report.ID, err)
	}
	if standing := reconcile.Standing(corrections); len(standing) > 0 {
		r, _ = reconcile.Corrected(r, standing)
	}
	private := privacy.Names(r) // of all that was read: the text stays
	head := Head(r.Report)
	r = standing(r, head.Note)
	f := casebook.Filing{Reading: r, Reader: by, Tellings: reconcile.Tellings(r, head), Private: private, Note: head.Note}
	for i := range f.Tellings {
		f.Keys = append(f.Keys, reconcile.Keys(&f.Tellings[i]))
	}
	return f, nil
}

// Head is what is known of a report beside its text. Its version and the time of filing are the casebook's to tell.
func Head(r *sitrep.Report) sitrep.ReportHead {
	return sitrep.ReportHead{ID: r.ID, SHA256: r.SHA256, URL: r.URL, Outlet: r.Outlet, Title: r.Title, Published: r.Published, Clock: r.Clock,
		PublishedBasis: r.PublishedBasis, Language: r.Language, Length: len(r.Text), Shingles: reconcile.Shingles(r.Text), Note: noteOf(r)}
}

// fileAll files what waits in one go; one by one where one of them will not be taken. Each is told to filed, and what was redacted here to refused. Place names the place in their
// source of the one of a number, for errors.
func (d *Desk) fileAll(ctx context.Context, waiting []casebook.Filing, place func(int) string, filed func(int, casebook.Filed), refused func(int, error)) error {
	if len(waiting) == 0 {
		return nil
	}
	all, err := d.Book.FileAll(ctx, waiting)
	if err == nil {
		for i := range all {
			filed(i, all[i])
		}
		return nil
	}
	if fatal(err) {
		return fmt.Errorf("file %d reports from %s on: %w", len(waiting), place(0), err)
	}
	for i := range waiting {
		one, err := d.Book.File(ctx, waiting[i])
		switch {
		case errors.Is(err, casebook.ErrRedacted):
			refused(i, err)
		case err != nil:
			return fmt.Errorf("file %s: %w", place(i), err)
		default:
			filed(i, one)
		}
	}
	return nil
}
