package rows

import (
	"bufio"
	"encoding/json"
	"io"
	"time"

	"sitrep"
)

// Array writes rows as one JSON array, an object a line.
type Array[T any] struct {
	w       *bufio.Writer
	object  func(*T) any
	n       int
	leftOut []string
}

// NewArray begins an array of what object makes of the rows. leftOut says what it does not carry.
func NewArray[T any](w io.Writer, object func(*T) any, leftOut ...string) *Array[T] {
	return &Array[T]{w: bufio.NewWriter(w), object: object, leftOut: leftOut}
}

// Write writes a row.
func (a *Array[T]) Write(row *T) error {
	before := ","
	if a.n++; a.n == 1 {
		before = "["
	}
	a.w.WriteString(before)
	e := json.NewEncoder(a.w)
	e.SetEscapeHTML(false)
	return e.Encode(a.object(row))
}

// Close ends the array.
func (a *Array[T]) Close() error {
	if a.n == 0 {
		a.w.WriteString("[")
	}
	a.w.WriteString("]\n")
	return a.w.Flush()
}

// LeftOut says what the objects do not carry.
func (a *Array[T]) LeftOut() []string { return a.leftOut }

// OrNull is nil for the zero value: null in JSON.
func OrNull[V comparable](v V) *V {
	var zero V
	if v == zero {
		return nil
	}
	return &v
}

// MomentOrNull is a time with its zone, nil where it is not known.
func MomentOrNull(t time.Time) *string { return OrNull(Moment(t)) }

// TruthOrNull is nil where it is not known.
func TruthOrNull(t sitrep.Truth) *bool {
	if t == sitrep.NotKnown {
		return nil
	}
	yes := t == sitrep.True
	return &yes
}

// ListOrEmpty is a list for JSON: empty rather than null.
func ListOrEmpty[V any](list []V) []V {
	if list == nil {
		return []V{}
	}
	return list
}
