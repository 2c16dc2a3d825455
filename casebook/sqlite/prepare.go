package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// reader is a connection that reads, with the statements that were prepared on it: to prepare a query takes as long as to find one row.
type reader struct {
	conn       *sql.Conn
	statements map[string]*sql.Stmt
}

// readersAtOnce is how many read at once.
const readersAtOnce = 4

// readers lends readers, the one that came back last first: each has a part of the file in its memory, and one that is not needed makes none.
type readers struct {
	turns chan struct{} // one for each that may read

	mu   sync.Mutex
	free []*reader
}

func newReaders() *readers {
	r := &readers{turns: make(chan struct{}, readersAtOnce)}
	for range readersAtOnce {
		r.turns <- struct{}{}
	}
	return r
}

// take takes the reader that came back last, nil where none is free.
func (r *readers) take() *reader {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := len(r.free)
	if n == 0 {
		return nil
	}
	last := r.free[n-1]
	r.free = r.free[:n-1]
	return last
}

// put gives a turn back, and the reader where there is one still.
func (r *readers) put(one *reader) {
	if one != nil {
		r.mu.Lock()
		r.free = append(r.free, one)
		r.mu.Unlock()
	}
	r.turns <- struct{}{}
}

// close waits for those who read still, and ends all.
func (r *readers) close() error {
	for range readersAtOnce {
		<-r.turns
	}
	var errs []error
	for one := r.take(); one != nil; one = r.take() {
		errs = append(errs, one.close())
	}
	return errors.Join(errs...)
}

// borrow takes a reader that nobody uses, and waits for one where all are used.
func (b *Book) borrow(ctx context.Context) (*reader, error) {
	select {
	case <-b.lent.turns:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if r := b.lent.take(); r != nil {
		return r, nil
	}
	conn, err := b.readers.Conn(ctx)
	if err != nil {
		b.lent.put(nil)
		return nil, err
	}
	return &reader{conn, map[string]*sql.Stmt{}}, nil
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
	b.lent.put(r)
}

func (r *reader) close() error {
	for _, s := range r.statements {
		s.Close()
	}
	return r.conn.Close()
}
