package rows

import (
	"io"
	"strconv"

	"sitrep/internal/sheet"
)

// Column is a column of a sheet.
type Column[T any] struct {
	Name  string
	Value func(*T) string
}

// Number is a column of whole numbers.
func Number[T any](name string, of func(*T) int) Column[T] {
	return Column[T]{Name: name, Value: func(row *T) string { return strconv.Itoa(of(row)) }}
}

// Sheet writes rows of cells. A cell that a spreadsheet would run as a formula has an apostrophe before it.
type Sheet[T any] struct {
	w       io.Writer
	form    sheet.Form
	columns []Column[T]
	cells   []string
	waiting []byte
	out     []string
}

// together is how many bytes are written at once.
const together = 1 << 16

// NewSheet makes a sheet of CSV with its line of names. What the columns cannot carry is said by leftOut.
func NewSheet[T any](w io.Writer, columns []Column[T], leftOut ...string) *Sheet[T] {
	s := &Sheet[T]{w: w, form: sheet.CSV, columns: columns, out: leftOut, cells: make([]string, len(columns))}
	s.name()
	return s
}

// NewTabs makes a sheet with tabs between its cells; with a line of names, or without one.
func NewTabs[T any](w io.Writer, columns []Column[T], names bool, leftOut ...string) *Sheet[T] {
	s := &Sheet[T]{w: w, form: sheet.Tabs, columns: columns, out: leftOut, cells: make([]string, len(columns))}
	if names {
		s.name()
	}
	return s
}

// name writes the line of names.
func (s *Sheet[T]) name() {
	for i, c := range s.columns {
		s.cells[i] = c.Name
	}
	s.Line(s.cells)
}

// Line writes a row of cells that is none of the record.
func (s *Sheet[T]) Line(cells []string) { s.waiting = s.form(s.waiting, cells) }

// Write writes a row.
func (s *Sheet[T]) Write(row *T) error {
	for i := range s.columns {
		s.cells[i] = s.columns[i].Value(row)
	}
	if s.waiting = s.form(s.waiting, s.cells); len(s.waiting) < together {
		return nil
	}
	return s.Close()
}

// Close writes what waits.
func (s *Sheet[T]) Close() error {
	_, err := s.w.Write(s.waiting)
	s.waiting = s.waiting[:0]
	return err
}

// LeftOut says what the columns do not carry.
func (s *Sheet[T]) LeftOut() []string { return s.out }
