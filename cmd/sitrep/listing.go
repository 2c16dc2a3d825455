package main

import (
	"context"
	"fmt"
	"io"

	"sitrep/casebook"
	"sitrep/internal/sheet"
	"sitrep/internal/terminal"
)

// listing is a kind of rows and how they are shown.
type listing[T any] struct {
	command string // "sitrep incidents"
	columns []column[T]
	table   []string                 // the columns that people see
	csv     []string                 // the columns of CSV; nil for all
	whole   func(*T) ([]byte, error) // a row as JSON; nil for the columns
	ask     func(context.Context, casebook.Query) (casebook.Page[T], error)
	veil    func(context.Context, []T) error // takes private persons out of rows; nil where there are none in them
}

// run asks page by page and writes the rows.
func (l *listing[T]) run(ctx context.Context, a *app, f *outputFlags, q casebook.Query) error {
	if err := f.check(l.command); err != nil {
		return err
	}
	if len(f.Fields) == 1 && f.Fields[0] == "help" {
		return l.help(a.out)
	}
	w, err := l.writer(a, f)
	if err != nil {
		return usageError{err, l.command + " --help"}
	}
	got, total, err := l.rows(ctx, f, q, w.rows)
	if err != nil {
		return err
	}
	if err := w.end(); err != nil {
		return err
	}
	if got < total {
		a.note("%d of %d; --limit=%d or --all shows the others, a filter fewer", got, total, total)
	} else if got == 0 {
		a.note("nothing is like that in the casebook")
	}
	return nil
}

// most is how many rows are asked for at once.
const most = 500

// rows asks until there are enough.
func (l *listing[T]) rows(ctx context.Context, f *outputFlags, q casebook.Query, write func([]T) error) (got, total int, err error) {
	for {
		q.Limit = most
		if !f.All {
			q.Limit = min(most, f.Limit-got)
		}
		page, err := l.ask(ctx, q)
		if err != nil {
			return got, total, err
		}
		if !f.Names && l.veil != nil {
			if err := l.veil(ctx, page.Rows); err != nil {
				return got, total, err
			}
		}
		if err := write(page.Rows); err != nil {
			return got, total, err
		}
		got, total = got+len(page.Rows), page.Total
		if page.Next == "" || len(page.Rows) == 0 || !f.All && got >= f.Limit {
			return got, total, nil
		}
		q.After = page.Next
	}
}

// help lists the fields.
func (l *listing[T]) help(w io.Writer) error {
	for _, name := range fieldNames(l.columns) {
		if _, err := fmt.Fprintln(w, name); err != nil {
			return err
		}
	}
	return nil
}

// rowWriter writes rows in a form.
type rowWriter[T any] struct {
	rows func([]T) error
	end  func() error
}

func (l *listing[T]) writer(a *app, f *outputFlags) (rowWriter[T], error) {
	names := f.Fields
	if names == nil && f.CSV {
		names = l.csv
	}
	if names == nil && !f.JSON && !f.JSONL && !f.CSV {
		names = l.table
	}
	columns := l.columns
	if names != nil {
		var err error
		if columns, err = pick(l.columns, names); err != nil {
			return rowWriter[T]{}, err
		}
	}
	whole := l.whole
	if whole == nil || f.Fields != nil {
		whole = func(row *T) ([]byte, error) { return object(columns, row) }
	}
	switch {
	case f.JSON:
		return arrayWriter(a.data(), whole), nil
	case f.JSONL:
		return linesWriter(a.data(), whole), nil
	case f.CSV:
		return sheetWriter(a.data(), columns)
	}
	return tableWriter(a.out, columns, a.outTerminal.Width), nil
}

func nothing() error { return nil }

func linesWriter[T any](w io.Writer, whole func(*T) ([]byte, error)) rowWriter[T] {
	return rowWriter[T]{func(rows []T) error {
		for i := range rows {
			b, err := whole(&rows[i])
			if err == nil {
				_, err = w.Write(append(b, '\n'))
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, nothing}
}

func arrayWriter[T any](w io.Writer, whole func(*T) ([]byte, error)) rowWriter[T] {
	before := "["
	return rowWriter[T]{func(rows []T) error {
		for i := range rows {
			b, err := whole(&rows[i])
			if err == nil {
				_, err = fmt.Fprintf(w, "%s\n%s", before, b)
			}
			if before = ","; err != nil {
				return err
			}
		}
		return nil
	}, func() error {
		if before == "[" {
			_, err := io.WriteString(w, "[]\n")
			return err
		}
		_, err := io.WriteString(w, "\n]\n")
		return err
	}}
}

func sheetWriter[T any](w io.Writer, columns []column[T]) (rowWriter[T], error) {
	err := sheet.Write(w, [][]string{fieldNames(columns)})
	return rowWriter[T]{func(rows []T) error {
		var out [][]string
		for i := range rows {
			var cells []string
			for _, c := range columns {
				if c.sheet != nil {
					cells = append(cells, c.sheet(&rows[i]))
				} else {
					cells = append(cells, cell(c.value(&rows[i])))
				}
			}
			out = append(out, cells)
		}
		return sheet.Write(w, out)
	}, nothing}, err
}

// tableWriter holds the rows back: the widths of the columns depend on all of them.
func tableWriter[T any](w io.Writer, columns []column[T], width int) rowWriter[T] {
	var heads []terminal.Column
	for _, c := range columns {
		head := c.head
		if head == "" {
			head = c.name
		}
		heads = append(heads, terminal.Column{Name: head, Right: c.right, Least: c.least, Rank: c.rank})
	}
	var out [][]string
	return rowWriter[T]{func(rows []T) error {
		for i := range rows {
			var cells []string
			for _, c := range columns {
				cells = append(cells, c.text(&rows[i]))
			}
			out = append(out, cells)
		}
		return nil
	}, func() error { return terminal.WriteTable(w, heads, out, width) }}
}
