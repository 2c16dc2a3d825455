// Package parquet writes incidents as Apache Parquet: the columns of the wide sheet with types, lists as lists. With a geometry it is GeoParquet 1.1.
package parquet

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"sitrep"
	"sitrep/export/rows"
)

const (
	group    = 10_000  // rows in a row group: what readers take at once, and what is held in memory
	page     = 1 << 15 // bytes of a column that wait for their page
	together = 100     // rows that are handed over at once
)

// Writer writes a file, row group by row group.
type Writer struct {
	w           *parquet.GenericWriter[any]
	fields      []rows.Field[sitrep.Incident]
	head        rows.Head
	waiting     []parquet.Row
	n, unplaced int
	shape       *shape // nil without a geometry
}

// New begins a file of plain columns.
func New(w io.Writer, head rows.Head) *Writer {
	return begin(w, head, nil)
}

// NewGeo begins a file with a geometry for each incident.
func NewGeo(w io.Writer, head rows.Head) *Writer {
	return begin(w, head, &shape{})
}

func begin(w io.Writer, head rows.Head, s *shape) *Writer {
	fields := rows.IncidentFields()
	return &Writer{fields: fields, head: head, shape: s, w: parquet.NewGenericWriter[any](w, schemaOf(fields, s != nil), parquet.Compression(&parquet.Zstd),
		parquet.MaxRowsPerRowGroup(group), parquet.PageBufferSize(page), parquet.CreatedBy("sitrep", "1", ""))}
}

// Write writes an incident.
func (w *Writer) Write(i *rows.Incident) error {
	w.n++
	if !i.Place.Located {
		w.unplaced++
	}
	w.waiting = append(w.waiting, w.row(&i.Incident))
	if len(w.waiting) < together {
		return nil
	}
	return w.flush()
}

func (w *Writer) row(i *sitrep.Incident) parquet.Row {
	out := make(parquet.Row, 0, len(w.fields)+16)
	for k := range w.fields {
		out = add(out, k, w.fields[k].Value(i))
	}
	if w.shape != nil {
		out = w.shape.add(out, len(w.fields), &i.Place)
	}
	return out
}

func (w *Writer) flush() error {
	_, err := w.w.WriteRows(w.waiting)
	w.waiting = w.waiting[:0]
	return err
}

// Close ends the file, with what it could not carry in its metadata.
func (w *Writer) Close() error {
	if err := w.flush(); err != nil {
		return err
	}
	about, err := json.Marshal(struct {
		Title   string            `json:"title,omitempty"`
		Made    string            `json:"made,omitempty"`
		Columns map[string]string `json:"columns"`
		LeftOut []string          `json:"left_out"`
	}{w.head.Title, w.head.Made, w.columns(), w.LeftOut()})
	if err != nil {
		return err
	}
	w.w.SetKeyValueMetadata("sitrep", string(about))
	if w.shape != nil {
		geo, err := json.Marshal(w.shape.metadata())
		if err != nil {
			return err
		}
		w.w.SetKeyValueMetadata("geo", string(geo))
	}
	return w.w.Close()
}

// columns says what each column is.
func (w *Writer) columns() map[string]string {
	out := map[string]string{}
	for _, f := range w.fields {
		out[f.Name] = f.About
	}
	return out
}

// LeftOut says what the columns do not carry.
func (w *Writer) LeftOut() []string {
	out := append(rows.WideLeftOut(), "Times are in UTC: the zones that the pages give are in the csv form.")
	if w.shape != nil && w.unplaced > 0 {
		out = append(out, fmt.Sprintf("%d of %d incidents have no place on the map: their geometry is null.", w.unplaced, w.n))
	}
	return out
}
