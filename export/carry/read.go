package carry

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"sitrep"
	"sitrep/record"
)

// Line is what a line holds: one of them.
type Line struct {
	N         int // from 1 on
	Report    *Report
	Judgement *Judgement
	Incident  *Incident
}

// Incident is what is compared of an incident: which tellings it joins, and what stands in its tallies.
type Incident struct {
	ID     string            `json:"id"`
	Events []sitrep.EventKey `json:"events"`
	Grade  string            `json:"grade"`
	Tally  []struct {
		Harm     string  `json:"harm"`
		Side     *string `json:"side"`
		Civilian *bool   `json:"civilian"`
		Low      int     `json:"low"`
		Best     int     `json:"best"`
		High     int     `json:"high"`
		Open     bool    `json:"open"`
	} `json:"tally"`
}

// LineError is what is wrong with a line.
type LineError struct {
	N   int
	Err error
}

func (e LineError) Error() string { return fmt.Sprintf("line %d: %v", e.N, e.Err) }

// Unwrap is what is wrong.
func (e LineError) Unwrap() error { return e.Err }

// longest is how many bytes a line may have: a reading is some ten times as long as its text.
const longest = 512 << 20

// Read reads lines. What is wrong with one of them is a LineError, and the next one follows; any other error is the last. Empty lines are passed over.
func Read(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			b, tooLong, err := oneLine(in)
			if n == 1 {
				b = bytes.TrimPrefix(b, []byte("\ufeff"))
			}
			if b = bytes.TrimSpace(b); len(b) > 0 || tooLong {
				line, wrong := read(n, b, tooLong)
				if wrong != nil {
					wrong = LineError{n, wrong}
				}
				if !yield(line, wrong) {
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(Line{}, err)
				}
				return
			}
		}
	}
}

// oneLine reads up to the end of a line. Of one that is too long nothing is kept.
func oneLine(in *bufio.Reader) (b []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if tooLong = tooLong || len(b)+len(part) > longest; tooLong {
			b = nil
		} else {
			b = append(b, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return b, tooLong, err
		}
	}
}

func read(n int, b []byte, tooLong bool) (Line, error) {
	out := Line{N: n}
	if tooLong {
		return out, fmt.Errorf("it is longer than %d MB", longest>>20)
	}
	var head struct {
		Schema string `json:"schema"`
	}
	err := json.Unmarshal(b, &head)
	if err != nil {
		return out, fmt.Errorf("it is no JSON object: %w", err)
	}
	switch head.Schema {
	case ReportSchema:
		out.Report, err = readReport(b)
	case record.ReadingSchema:
		out.Report, err = readReading(b)
	case JudgementSchema:
		out.Judgement, err = readJudgement(b)
	case record.IncidentSchema:
		out.Incident = &Incident{}
		if err = json.Unmarshal(b, out.Incident); err == nil && out.Incident.ID == "" {
			err = errors.New("an incident without an id")
		}
	case "":
		return out, errors.New("it has no schema: reports that are not read yet are filed with sitrep ingest")
	default:
		return out, unknown(head.Schema)
	}
	return out, err
}

// ErrNewer is a line of a newer program.
var ErrNewer = errors.New("a newer sitrep wrote it: take that one to read it")

// unknown says what a schema is that is none of ours, or of a later number.
func unknown(schema string) error {
	name, number, _ := strings.Cut(schema, "/")
	for _, known := range []string{ReportSchema, record.ReadingSchema, JudgementSchema, record.IncidentSchema} {
		if n, ours, _ := strings.Cut(known, "/"); n == name && number != ours {
			return fmt.Errorf("schema %q, of which this program knows %q: %w", schema, known, ErrNewer)
		}
	}
	return fmt.Errorf("schema %q is none that a casebook takes in: want %s, %s, %s or %s", schema, ReportSchema, JudgementSchema, record.IncidentSchema, record.ReadingSchema)
}

// Known tells whether what begins like this is lines of this package.
func Known(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("{"))
}
