package jsonl

import (
	"io"

	"sitrep/export/rows"
)

// Array writes the same incidents as one JSON array.
type Array struct {
	Writer
	n int
}

// NewArray makes a writer of an array.
func NewArray(w io.Writer, text func(report string) (string, bool)) *Array {
	return &Array{Writer: *New(w, text)}
}

// Write writes an incident.
func (a *Array) Write(row *rows.Incident) error {
	before := ","
	if a.n++; a.n == 1 {
		before = "["
	}
	a.w.WriteString(before)
	return a.Writer.Write(row)
}

// Close ends the array.
func (a *Array) Close() error {
	if a.n == 0 {
		a.w.WriteString("[")
	}
	a.w.WriteString("]\n")
	return a.Writer.Close()
}
