package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"sitrep/casebook"
)

// tx is work on the casebook that is done whole or not at all. After the first error it does nothing more, and the error is told at the end.
type tx struct {
	run        runner
	statements map[string]*sql.Stmt // kept from one piece of work to the next; nil where they are not
	conn       *sql.Conn
	ctx        context.Context
	book       *Book
	err        error
	digests    map[list]map[int64]map[int64][]byte // of rows that were changed, by list, chunk and row in it
	touched    bool                                // something else that is kept at hand was changed, so that there is a new revision anyway
	seen       int64                               // the revision of the digests that it sees, and 1; 0 where it has not looked
	stale      bool                                // it changed tellings that were there, or their reports
	versions   []int64                             // of incidents that it wrote
}

// runner is what a query runs on: a transaction, or a connection that is in one.
type runner interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// read does work that reads: all of it sees the casebook as it was at one moment.
func (b *Book) read(ctx context.Context, doing string, work func(*tx) error) error {
	return b.fail(doing, b.reading(ctx, work))
}

func (b *Book) reading(ctx context.Context, work func(*tx) error) error {
	r, err := b.borrow(ctx)
	if err != nil {
		return err
	}
	defer b.giveBack(ctx, r)
	if _, err := r.conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	t := &tx{run: r.conn, statements: r.statements, conn: r.conn, ctx: ctx, book: b}
	if err := work(t); err != nil {
		return err
	}
	return t.err
}

// write does work that changes the casebook, one at a time.
func (b *Book) write(ctx context.Context, doing string, work func(*tx) error) error {
	if b.conn == nil {
		return fmt.Errorf("%s in %s: %w: it is open to read only", doing, b.path, casebook.ErrReadOnly)
	}
	b.writing.Lock()
	defer b.writing.Unlock()
	return b.fail(doing, b.change(ctx, work))
}

// change runs work between BEGIN and COMMIT. They run on a connection of our own, not in a sql.Tx, so that statements are prepared once.
func (b *Book) change(ctx context.Context, work func(*tx) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := b.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	t := &tx{run: b.conn, statements: b.statements, conn: b.conn, ctx: ctx, book: b}
	done := false
	defer func() { // after a panic too
		if !done {
			b.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		}
	}()
	if err := work(t); err != nil {
		return err
	}
	if t.flush(); t.err != nil {
		return t.err
	}
	if _, err = b.conn.ExecContext(context.WithoutCancel(ctx), "COMMIT"); err == nil {
		done = true
		b.memories.forget(t)
	}
	return err
}

func (t *tx) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

// prepared is the statement of a query that is run again and again.
func (t *tx) prepared(query string) (*sql.Stmt, error) {
	if s := t.statements[query]; s != nil {
		return s, nil
	}
	s, err := t.conn.PrepareContext(t.ctx, query)
	if err == nil {
		t.statements[query] = s
	}
	return s, err
}

func (t *tx) execute(query string, args []any) (sql.Result, error) {
	if t.statements == nil {
		return t.run.ExecContext(t.ctx, query, args...)
	}
	s, err := t.prepared(query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(t.ctx, args...)
}

func (t *tx) query(query string, args []any) (*sql.Rows, error) {
	if t.statements == nil || len(query) > longestKept {
		return t.run.QueryContext(t.ctx, query, args...)
	}
	s, err := t.prepared(query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(t.ctx, args...)
}

// exec does a statement and gives how many rows it changed.
func (t *tx) exec(query string, args ...any) int64 {
	r := t.result(query, args)
	if r == nil {
		return 0
	}
	n, err := r.RowsAffected()
	if err != nil {
		t.fail(err)
	}
	return n
}

// insert does a statement and gives the number of the new row.
func (t *tx) insert(query string, args ...any) int64 {
	r := t.result(query, args)
	if r == nil {
		return 0
	}
	n, err := r.LastInsertId()
	if err != nil {
		t.fail(err)
	}
	return n
}

func (t *tx) result(query string, args []any) sql.Result {
	if t.err != nil {
		return nil
	}
	r, err := t.execute(query, args)
	if err != nil {
		t.fail(fmt.Errorf("%w (%s)", err, first(query)))
		return nil
	}
	return r
}

// errEnough ends a visit of rows early.
var errEnough = errors.New("enough")

// each visits the rows of a query.
func (t *tx) each(query string, args []any, visit func(*sql.Rows) error) {
	if t.err != nil {
		return
	}
	rows, err := t.query(query, args)
	if err != nil {
		t.fail(fmt.Errorf("%w (%s)", err, first(query)))
		return
	}
	defer rows.Close()
	for rows.Next() {
		switch err := visit(rows); {
		case err == errEnough:
			return
		case err != nil:
			t.fail(err)
			return
		}
	}
	if err := rows.Err(); err != nil {
		t.fail(fmt.Errorf("%w (%s)", err, first(query)))
	}
}

// get reads one row; it tells whether there was one.
func (t *tx) get(query string, args []any, into ...any) (found bool) {
	t.each(query, args, func(r *sql.Rows) error {
		found = true
		if err := r.Scan(into...); err != nil {
			return err
		}
		return errEnough
	})
	return found && t.err == nil
}

// number reads one number, 0 where there is no row.
func (t *tx) number(query string, args ...any) (n int64) {
	t.get(query, args, &n)
	return n
}

// all reads the rows of a query of one column.
func all[T any](t *tx, query string, args ...any) (out []T) {
	t.each(query, args, func(r *sql.Rows) error {
		var v T
		err := r.Scan(&v)
		out = append(out, v)
		return err
	})
	return out
}

// first is the beginning of a statement, for messages.
func first(query string) string {
	if len(query) > 60 {
		return query[:60] + "…"
	}
	return query
}
