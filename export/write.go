package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync/atomic"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/internal/inorder"
	"sitrep/privacy"
)

// Options say how an export is made.
type Options struct {
	Names bool   // private persons by name
	Title string // of the case
	Base  string // the address of a window on it, for links; empty for none
	Made  time.Time
	Tags  bool   // of csv: a row of HXL's tags below the names
	View  string // of a feed: the page of the window that it is of, below Base, with its filters
	Self  string // of a feed: its own address, below Base
}

// Done is what was written.
type Done struct {
	Rows    int      // of the record: a format may leave some out, or put several into one
	LeftOut []string // what the format could not carry
}

// LeftOutTrailer names the HTTP trailer of a file that has what the format could not carry: it is known when all rows are written.
const LeftOutTrailer = "Sitrep-Left-Out"

// Write writes the rows of a query, all of them: limits and pages of the query are not heeded.
func (f Format) Write(ctx context.Context, book casebook.Asker, w io.Writer, q casebook.Query, o Options) (Done, error) {
	q.Limit, q.All, q.After = together, false, ""
	x := &exporter{ctx: ctx, book: book, query: q, o: o, head: rows.Head{Title: o.Title, Base: o.Base, Made: o.Made.UTC().Format(time.RFC3339), View: o.View, Self: o.Self}}
	done, err := f.write(x, w)
	if err != nil {
		return done, fmt.Errorf("write the record as %s: %w", f.Name, err)
	}
	return done, nil
}

// together is how many rows are asked for at once.
const together = 500

// exporter is one export.
type exporter struct {
	ctx   context.Context
	book  casebook.Asker
	query casebook.Query
	o     Options
	head  rows.Head
	last  textOf
	idle  atomic.Int64 // claims that are no act, of the formats of acts
	known knownIncidents
	// accused is set where it is asked whom accusations are made against.
	accused bool
}

// textOf is the text of the report that was asked for last: words of one report stand together.
type textOf struct {
	report, text string
	ok           bool
}

// text is the text of a report, for offsets.
func (x *exporter) text(report string) (string, bool) {
	if x.last.report != report {
		x.last = textOf{report: report}
		if text, err := casebook.Text(x.ctx, x.book, report); err == nil {
			x.last.text, x.last.ok = text, true
		}
	}
	return x.last.text, x.last.ok
}

// stream writes all rows of a list.
func stream[T, R any](x *exporter, ask func(context.Context, casebook.Query) (casebook.Page[T], error), finish func([]T) ([]R, error), w rows.Writer[R]) (Done, error) {
	n, err := pour(x, ask, finish, w)
	return ended(n, err, w)
}

// ended closes a writer, unless something went wrong.
func ended[R any](n int, err error, w rows.Writer[R]) (Done, error) {
	if err != nil {
		return Done{Rows: n}, err
	}
	err = w.Close()
	return Done{n, w.LeftOut()}, err
}

// pour writes what comes, and leaves the writer open. While rows are written the next ones are asked for and finished, on all cores; they stay in order.
func pour[T, R any](x *exporter, ask func(context.Context, casebook.Query) (casebook.Page[T], error), finish func([]T) ([]R, error), w rows.Writer[R]) (n int, err error) {
	return flow(x, pages(x.ctx, x.query, ask), finish, w)
}

// flow writes the pages that are given.
func flow[T, R any](x *exporter, given iter.Seq[rawPage[T]], finish func([]T) ([]R, error), w rows.Writer[R]) (n int, err error) {
	do := func(p rawPage[T]) shownPage[R] {
		if p.err != nil {
			return shownPage[R]{err: p.err}
		}
		out, err := finish(p.rows)
		return shownPage[R]{out, err}
	}
	err = inorder.Do(x.ctx, runtime.GOMAXPROCS(0), given, do, func(f shownPage[R]) error {
		if f.err != nil {
			return f.err
		}
		for i := range f.rows {
			if err := w.Write(&f.rows[i]); err != nil {
				return err
			}
		}
		n += len(f.rows)
		return nil
	})
	return n, err
}

// rawPage is a page of rows, or why there is none; shownPage is one as it may be shown.
type (
	rawPage[T any] struct {
		rows []T
		err  error
	}
	shownPage[R any] rawPage[R]
)

// pages asks page by page.
func pages[T any](ctx context.Context, q casebook.Query, ask func(context.Context, casebook.Query) (casebook.Page[T], error)) iter.Seq[rawPage[T]] {
	return func(yield func(rawPage[T]) bool) {
		for {
			page, err := ask(ctx, q)
			if !yield(rawPage[T]{page.Rows, err}) || err != nil || page.Next == "" || len(page.Rows) == 0 {
				return
			}
			q.After = page.Next
		}
	}
}

// errEnough ends a stream whose taker wants no more.
var errEnough = errors.New("enough")

// pourIncidents writes the incidents of the query, and leaves the writer open.
func pourIncidents[R any](x *exporter, finish func([]sitrep.Incident) ([]R, error), w rows.Writer[R]) (n int, err error) {
	return flow(x, streamed(x, casebook.EachIncident), finish, w)
}

// pourClaims writes the claims of the query, and leaves the writer open.
func pourClaims[R any](x *exporter, finish func([]casebook.ClaimRow) ([]R, error), w rows.Writer[R]) (n int, err error) {
	return flow(x, streamed(x, casebook.EachClaim), finish, w)
}

// streamed are the rows of the query as each gives them.
func streamed[T any](x *exporter, each func(context.Context, casebook.Asker, casebook.Query, int, func([]T) error) error) iter.Seq[rawPage[T]] {
	return func(yield func(rawPage[T]) bool) {
		err := each(x.ctx, x.book, x.query, together, func(page []T) error {
			if !yield(rawPage[T]{rows: page}) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(rawPage[T]{err: err})
		}
	}
}

// private are the private persons of reports; none where names are asked for.
func (x *exporter) private(reports []string) (map[string][]casebook.PrivateName, error) {
	if x.o.Names {
		return nil, nil
	}
	private, err := x.book.Private(x.ctx, reports)
	if err != nil {
		return nil, fmt.Errorf("look for private persons: %w", err)
	}
	return private, nil
}

// veil is an incident as it may be shown.
func veil(i sitrep.Incident, private map[string][]casebook.PrivateName) sitrep.Incident {
	return privacy.VeilIncident(i, private)
}
