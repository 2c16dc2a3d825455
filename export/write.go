package export

import (
	"context"
	"fmt"
	"io"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/privacy"
)

// Options say how an export is made.
type Options struct {
	Names bool   // private persons by name
	Title string // of the case
	Base  string // the address of a window on it, for links; empty for none
	Made  time.Time
	Tags  bool // of csv: a row of HXL's tags below the names
}

// Done is what was written.
type Done struct {
	Rows    int      // of the record: a format may leave some out, or put several into one
	LeftOut []string // what the format could not carry
}

// Write writes the rows of a query, all of them: limits and pages of the query are not heeded.
func (f Format) Write(ctx context.Context, book casebook.Asker, w io.Writer, q casebook.Query, o Options) (Done, error) {
	q.Limit, q.All, q.After = together, false, ""
	x := &exporter{ctx: ctx, book: book, query: q, o: o, head: rows.Head{Title: o.Title, Base: o.Base, Made: o.Made.UTC().Format(time.RFC3339)}}
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
	idle  int // claims that are no act, of the formats of acts
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
		if r, err := x.book.Report(x.ctx, report, 0); err == nil && r.Reading != nil && r.Reading.Report != nil {
			x.last.text, x.last.ok = r.Reading.Report.Text, true
		}
	}
	return x.last.text, x.last.ok
}

// stream asks page by page and writes what comes.
func stream[T, R any](x *exporter, ask func(context.Context, casebook.Query) (casebook.Page[T], error), finish func([]T) ([]R, error), w rows.Writer[R]) (Done, error) {
	n, err := pour(x, ask, finish, w)
	if err != nil {
		return Done{Rows: n}, err
	}
	err = w.Close()
	return Done{n, w.LeftOut()}, err
}

// pour writes what comes, and leaves the writer open.
func pour[T, R any](x *exporter, ask func(context.Context, casebook.Query) (casebook.Page[T], error), finish func([]T) ([]R, error), w rows.Writer[R]) (n int, err error) {
	for q := x.query; ; {
		page, err := ask(x.ctx, q)
		if err != nil {
			return n, err
		}
		finished, err := finish(page.Rows)
		if err != nil {
			return n, err
		}
		for i := range finished {
			if err := w.Write(&finished[i]); err != nil {
				return n, err
			}
		}
		n += len(finished)
		if page.Next == "" || len(page.Rows) == 0 {
			return n, nil
		}
		q.After = page.Next
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
