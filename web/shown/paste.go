package shown

import (
	"context"

	"sitrep"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
)

// Read reads what was given, and files nothing.
func (r *Record) Read(raw []byte, h page.Hints) (*sitrep.Reading, error) {
	if r.Desk == nil {
		return nil, ErrReadOnly
	}
	reading, err := desk.Read(r.Desk.Reader, raw, h)
	if err != nil {
		return nil, Wrong("It cannot be read: %v", err)
	}
	return reading, nil
}

// File files a report that somebody gave, joins what it tells, and says in the audit trail who gave it.
func (r *Record) File(ctx context.Context, by string, raw []byte, h page.Hints) (id string, err error) {
	if !r.CanChange() {
		return "", ErrReadOnly
	}
	reading, err := r.Read(raw, h)
	if err != nil {
		return "", err
	}
	item := source.Item{Raw: raw, Where: "what was pasted", From: "pasted",
		Hints: source.Hints{ID: h.ID, URL: h.URL, Outlet: h.Outlet, Title: h.Title, Published: h.Published, Name: h.Name}}
	one := func(yield func(source.Item, error) bool) { yield(item, nil) }
	err = r.Change(ctx, func(d *desk.Desk) error {
		done, err := d.Ingest(ctx, one, desk.Watcher{})
		if err != nil {
			return err
		}
		if len(done.Failed) > 0 {
			return done.Failed[0].Err
		}
		if done.New > 0 {
			if err := d.Book.Note(ctx, by, "filed report "+reading.Report.ID+" in the window"); err != nil {
				return err
			}
		}
		_, err = d.Reconcile(context.WithoutCancel(ctx), nil) // what is filed has to be seen in the record, though a browser has gone meanwhile
		return err
	})
	return reading.Report.ID, err
}
