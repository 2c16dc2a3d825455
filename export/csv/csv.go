// Package csv writes incidents as a wide sheet: one row an incident.
package csv

import (
	"io"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes incidents as lines of a sheet.
type Writer struct{ sheet *rows.Sheet[sitrep.Incident] }

// New begins a sheet; with a row of HXL's tags below the names where they are asked for.
func New(w io.Writer, tags bool) Writer {
	fields := rows.IncidentFields()
	s := rows.NewSheet(w, rows.Columns(fields))
	if tags {
		s.Line(rows.Tags(fields))
	}
	return Writer{s}
}

// Write writes an incident.
func (w Writer) Write(i *rows.Incident) error { return w.sheet.Write(&i.Incident) }

// Close ends the sheet.
func (w Writer) Close() error { return w.sheet.Close() }

// LeftOut says what the columns do not carry.
func (w Writer) LeftOut() []string { return rows.WideLeftOut() }
