package labelstudio

import (
	"archive/zip"
	"fmt"
	"io"
	"time"

	"sitrep/internal/plainjson"
	"sitrep/standoff"
)

// Writer writes a zip of two files, task by task: config.xml, which a project wants as its labelling interface, and tasks.json, to import into it.
type Writer struct {
	zip   *zip.Writer
	made  time.Time
	tasks io.Writer
	n     int
}

// New begins a zip. made is the time of its files, RFC 3339.
func New(w io.Writer, made string) *Writer {
	at, _ := time.Parse(time.RFC3339, made)
	return &Writer{zip: zip.NewWriter(w), made: at}
}

func (w *Writer) create(name string) (io.Writer, error) {
	return w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: w.made})
}

func (w *Writer) begin() error {
	f, err := w.create("config.xml")
	if err == nil {
		_, err = io.WriteString(f, Config())
	}
	if err == nil {
		w.tasks, err = w.create("tasks.json")
	}
	return err
}

// Write writes the task of a document.
func (w *Writer) Write(d *standoff.Document) error {
	before := ",\n"
	if w.n++; w.n == 1 {
		before = "[\n"
		if err := w.begin(); err != nil {
			return err
		}
	}
	b, err := plainjson.Marshal(taskOf(d))
	if err == nil {
		_, err = fmt.Fprintf(w.tasks, "%s%s", before, b)
	}
	if err != nil {
		return fmt.Errorf("write report %s as a task: %w", d.Report, err)
	}
	return nil
}

// Close ends the tasks and the zip.
func (w *Writer) Close() error {
	end := "\n]\n"
	if w.n == 0 {
		end = "[]\n"
		if err := w.begin(); err != nil {
			return err
		}
	}
	if _, err := io.WriteString(w.tasks, end); err != nil {
		return err
	}
	return w.zip.Close()
}

// LeftOut says what tasks do not carry.
func (w *Writer) LeftOut() []string { return standoff.LeftOut }
