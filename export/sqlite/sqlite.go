// Package sqlite writes the record as an SQLite database for other programs: Datasette, DuckDB, any language's driver. It is no casebook: it has what may be shown,
// in plain columns that docs/export.md lists, and the database itself says what each of them is.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes a database beside, and copies it to where it is wanted at the end: a database is not written from front to back. What is held in memory does not grow.
type Writer struct {
	w      io.Writer
	folder string
	db     *sql.DB
	tx     *sql.Tx
	err    error
	head   rows.Head
	tables tables
}

// New begins a database.
func New(ctx context.Context, w io.Writer, head rows.Head) *Writer {
	x := &Writer{w: w, head: head}
	x.err = x.open(ctx)
	return x
}

func (w *Writer) open(ctx context.Context) (err error) {
	if w.folder, err = os.MkdirTemp("", "sitrep-export-"); err != nil {
		return err
	}
	if w.db, err = sql.Open("sqlite", w.file()); err != nil {
		return err
	}
	w.db.SetMaxOpenConns(1)
	for _, s := range []string{"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -4000"} {
		if _, err := w.db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	if w.tx, err = w.db.BeginTx(ctx, nil); err != nil {
		return err
	}
	return w.tables.create(w.tx)
}

func (w *Writer) file() string { return filepath.Join(w.folder, "record.db") }

// Write writes an incident with all that hangs on it.
func (w *Writer) Write(i *rows.Incident) error {
	if w.err != nil {
		return w.err
	}
	w.err = w.tables.incident(&i.Incident)
	for k := range i.Heads {
		w.report(&i.Heads[k])
	}
	return w.err
}

// WriteClaim writes a claim.
func (w *Writer) WriteClaim(c *Claim) error {
	if w.err != nil {
		return w.err
	}
	w.report(&c.Report)
	if w.err == nil {
		w.err = w.tables.claim(c)
	}
	return w.err
}

func (w *Writer) report(h *sitrep.ReportHead) {
	if w.err == nil {
		w.err = w.tables.reports.put(h)
	}
}

// Close ends the database and copies it out.
func (w *Writer) Close() error {
	err := w.err
	if err == nil {
		err = w.finish()
	}
	return errors.Join(err, w.Discard())
}

func (w *Writer) finish() error {
	if err := w.tables.about(w.tx, w.head, w.LeftOut()); err != nil {
		return err
	}
	if err := w.tx.Commit(); err != nil {
		return err
	}
	w.tx = nil
	if err := w.db.Close(); err != nil {
		return err
	}
	f, err := os.Open(w.file())
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.Copy(w.w, f); err != nil {
		return fmt.Errorf("copy the database: %w", err)
	}
	return nil
}

// Discard gives up a database that is not finished, and what is kept of it beside.
func (w *Writer) Discard() error {
	if w.tx != nil {
		_ = w.tx.Rollback() // what is thrown away
	}
	if w.db != nil {
		_ = w.db.Close()
	}
	return os.RemoveAll(w.folder)
}

// LeftOut says what the database does not carry.
func (w *Writer) LeftOut() []string {
	return []string{"The texts of the reports stay in the casebook; quotes are cut at 300 characters.", "Where an incident has several lines of one harm, the columns of incidents have none of them: the table tallies has all."}
}
