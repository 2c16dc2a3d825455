package rows

import (
	"io"

	"sitrep/internal/sheet"
)

// Column is a column of a sheet.
type Column[T any] struct {
	Name  string
	Value func(*T) string
}

// Sheet writes rows as CSV. A cell that a spreadsheet would run as a formula has an apostrophe before it.
type Sheet[T any] struct {
	w       io.Writer
	columns []Column[T]
	waiting [][]string
	out     []string
}

// together is how many lines are written at once.
const together = 128

// NewSheet makes a sheet with its line of names. What the columns cannot carry is said by leftOut.
func NewSheet[T any](w io.Writer, columns []Column[T], leftOut ...string) *Sheet[T] {
	s := &Sheet[T]{w: w, columns: columns, out: leftOut}
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	s.waiting = append(s.waiting, names)
	return s
}

// Write writes a row.
func (s *Sheet[T]) Write(row *T) error {
	cells := make([]string, len(s.columns))
	for i := range s.columns {
		cells[i] = s.columns[i].Value(row)
	}
	if s.waiting = append(s.waiting, cells); len(s.waiting) < together {
		return nil
	}
	return s.Close()
}

// Close writes what waits.
func (s *Sheet[T]) Close() error {
	err := sheet.Write(s.w, s.waiting)
	s.waiting = s.waiting[:0]
	return err
}

// LeftOut says what the columns do not carry.
func (s *Sheet[T]) LeftOut() []string { return s.out }
