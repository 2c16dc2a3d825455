package carry

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/internal/plainjson"
	"sitrep/record"
)

// ReportSchema names the line of a report: fields may be added to a version, never renamed or dropped.
const ReportSchema = "sitrep-report/1"

// Report is a version of a report on its way from one casebook to another.
type Report struct {
	ID      string
	Version int       // 1 for the first text of this id
	Filed   time.Time // in the casebook that it is from
	Source  string    // where it came from then
	Covered bool      // names in its text are covered up, so that its hash is that of another text
	Private []casebook.PrivateName
	Around  []string // names of persons, bodies and places that it speaks of
	Reader  record.Reader
	Reading *sitrep.Reading
	// Again tells that the line is no casebook's, or does not say who is a private person: its text has to be read again.
	Again bool
}

type reportLine struct {
	Schema  string `json:"schema"`
	ID      string `json:"id"`
	Version int    `json:"version"`
	Filed   string `json:"filed,omitempty"`
	// Published is the reading's, to the second and in its zone where only the day is known, too.
	Published string          `json:"published,omitempty"`
	Source    string          `json:"source,omitempty"`
	Covered   bool            `json:"covered"`
	Private   []privateLine   `json:"private"`
	Around    []string        `json:"around"`
	Reading   json.RawMessage `json:"reading"` // sitrep/1
}

type privateLine struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Forms       []string `json:"forms,omitempty"`
	Except      []string `json:"except,omitempty"`
	Minor       bool     `json:"minor,omitempty"`
}

// write writes the line of a report.
func (r *Report) write(w io.Writer) error {
	var reading bytes.Buffer
	if err := record.WriteReading(&reading, r.Reading, record.ReadingOptions{Reader: r.Reader, Why: true}); err != nil {
		return err
	}
	line := reportLine{Schema: ReportSchema, ID: r.ID, Version: r.Version, Source: r.Source, Covered: r.covered(), Private: make([]privateLine, len(r.Private)), Around: r.Around,
		Reading: bytes.TrimSpace(reading.Bytes())}
	if !r.Filed.IsZero() {
		line.Filed = r.Filed.UTC().Format(time.RFC3339Nano)
	}
	if at := r.Reading.Report.Published; !at.IsZero() {
		line.Published = at.Format(time.RFC3339Nano)
	}
	for i, p := range r.Private {
		line.Private[i] = privateLine(p)
	}
	return writeLine(w, line)
}

func writeLine(w io.Writer, v any) error {
	b, err := plainjson.Marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// readReport reads the line of a report.
func readReport(b []byte) (*Report, error) {
	var line reportLine
	if err := json.Unmarshal(b, &line); err != nil {
		return nil, err
	}
	r := &Report{ID: line.ID, Version: line.Version, Source: line.Source, Covered: line.Covered, Around: line.Around, Again: line.Private == nil}
	for _, p := range line.Private {
		r.Private = append(r.Private, casebook.PrivateName(p))
	}
	var err error
	if r.Filed, err = moment(line.Filed); err != nil {
		return nil, fmt.Errorf("report %s: filed: %w", line.ID, err)
	}
	if r.Reading, r.Reader, err = record.ReadReading(line.Reading); err != nil {
		return nil, fmt.Errorf("report %s: %w", line.ID, err)
	}
	if line.Published != "" {
		if r.Reading.Report.Published, err = moment(line.Published); err != nil {
			return nil, fmt.Errorf("report %s: published: %w", line.ID, err)
		}
	}
	if r.ID == "" {
		r.ID = r.Reading.Report.ID
	}
	return r, r.check()
}

// moment is a time, zero for an empty one.
func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, s)
}

// readReading reads a line that is a reading alone, as sitrep read writes it.
func readReading(b []byte) (*Report, error) {
	reading, by, err := record.ReadReading(b)
	if err != nil {
		return nil, err
	}
	r := &Report{ID: reading.Report.ID, Version: 1, Reader: by, Reading: reading, Again: true}
	return r, r.check()
}

// ErrNoText is a report without its text: nothing that it says could be traced to words.
var ErrNoText = errors.New("it comes without its text: what it says could not be traced to words")

// covered tells whether the text is not that of its hash any more.
func (r *Report) covered() bool {
	sum := sha256.Sum256([]byte(r.Reading.Report.Text))
	return hex.EncodeToString(sum[:]) != r.Reading.Report.SHA256
}

// check refuses what would stand in a casebook without its words, or under the name of another text.
func (r *Report) check() error {
	text := r.Reading.Report
	switch {
	case r.ID == "" || r.ID != text.ID:
		return fmt.Errorf("report %q: its reading is of report %q", r.ID, text.ID)
	case text.Text == "":
		return fmt.Errorf("report %s: %w", r.ID, ErrNoText)
	case !r.Covered && r.covered():
		return fmt.Errorf("report %s: its text is not the one of its sha256 (%.12s): it was changed on the way", r.ID, text.SHA256)
	}
	return nil
}
