package brat

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"sitrep/standoff"
)

// Writer writes documents into a zip, one after the other.
type Writer struct {
	zip  *zip.Writer
	made time.Time
	n    int
}

// New begins a zip. made is the time of its files, RFC 3339.
func New(w io.Writer, made string) *Writer {
	at, _ := time.Parse(time.RFC3339, made)
	return &Writer{zip: zip.NewWriter(w), made: at}
}

// Write writes the three files of a document.
func (w *Writer) Write(d *standoff.Document) error {
	if w.n++; w.n == 1 {
		if err := w.file("annotation.conf", Config()); err != nil {
			return err
		}
	}
	base, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("write the marks of report %s: %w", d.Report, err)
	}
	name := fmt.Sprintf("%05d-%s", w.n, slug(d.Report))
	for _, f := range []struct{ ending, body string }{{".txt", d.Text}, {".ann", annotations(d)}, {".json", string(base) + "\n"}} {
		if err := w.file(name+f.ending, f.body); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) file(name, body string) error {
	f, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: w.made})
	if err == nil {
		_, err = io.WriteString(f, body)
	}
	if err != nil {
		return fmt.Errorf("write %s into the zip: %w", name, err)
	}
	return nil
}

// Close ends the zip.
func (w *Writer) Close() error {
	if w.n == 0 {
		if err := w.file("annotation.conf", Config()); err != nil {
			return err
		}
	}
	return w.zip.Close()
}

// LeftOut says what brat's files do not carry.
func (w *Writer) LeftOut() []string { return standoff.LeftOut }

// slug is an id as a name of a file may hold it.
func slug(id string) string {
	s := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, id)
	return s[:min(len(s), 40)]
}
