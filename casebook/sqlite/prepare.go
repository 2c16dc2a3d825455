package sqlite

import (
	"context"
	"database/sql"
)

// reader is a connection that reads, with the statements that were prepared on it: to prepare a query takes as long as to find one row.
type reader struct {
	conn       *sql.Conn
	statements map[string]*sql.Stmt
}

// readersAtOnce is how many read at once.
const readersAtOnce = 4

// borrow takes a reader that nobody uses, and waits for one where all are used.
func (b *Book) borrow(ctx context.Context) (*reader, error) {
	select {
	case r := <-b.free:
		if r != nil {
			return r, nil
		}
		conn, err := b.readers.Conn(ctx)
		if err != nil {
			b.free <- nil
			return nil, err
		}
		return &reader{conn, map[string]*sql.Stmt{}}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// mostKept and longestKept are how many statements a reader keeps, and how long their queries are: those that name many rows are another one each time.
const (
	mostKept    = 200
	longestKept = 400
)

// giveBack ends what a reader read.
func (b *Book) giveBack(ctx context.Context, r *reader) {
	_, err := r.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
	if err != nil {
		r.close()
		r = nil
	} else if len(r.statements) > mostKept {
		for q, s := range r.statements {
			s.Close()
			delete(r.statements, q)
		}
	}
	b.free <- r
}

func (r *reader) close() error {
	for _, s := range r.statements {
		s.Close()
	}
	return r.conn.Close()
}
