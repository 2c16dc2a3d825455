package warc

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Record is one record of an archive.
type Record struct {
	N         int    // 1 for the first
	Type      string // "response", "resource", "conversion", "revisit", "request", "warcinfo", "metadata", "continuation"
	URI       string // of what was kept, empty where the record is about none
	Date      time.Time
	MediaType string // of the content, with its parameters: "application/http; msgtype=response"
	Truncated string // why the crawler kept the beginning only: "length", "time", "disconnect"; empty for all
	Length    int64  // of the content, in bytes
	Body      io.Reader

	fields map[string]string // by name in lower case
}

// Field is the value of a field of the head, empty where it is not there.
func (r *Record) Field(name string) string { return r.fields[strings.ToLower(name)] }

// add takes a line of the head; last is the name of the field on the line before, which a line with white space at its beginning goes on with.
func (r *Record) add(last, line string) (string, error) {
	if line[0] == ' ' || line[0] == '\t' {
		if last != "" {
			r.fields[last] += " " + strings.TrimSpace(line)
		}
		return last, nil
	}
	name, value, ok := strings.Cut(line, ":")
	if !ok {
		return "", fmt.Errorf("%w: %.60q is no field of a head", ErrDamaged, line)
	}
	name = strings.ToLower(strings.TrimSpace(name))
	r.fields[name] = strings.TrimSpace(value)
	return name, nil
}

// read takes the fields that all records have.
func (r *Record) read() error {
	n, err := strconv.ParseInt(r.fields["content-length"], 10, 64)
	if err != nil || n < 0 {
		return fmt.Errorf("%w: its length is %.40q", ErrDamaged, r.fields["content-length"])
	}
	r.Length = n
	r.Type = strings.ToLower(r.fields["warc-type"])
	r.URI = strings.TrimSuffix(strings.TrimPrefix(r.fields["warc-target-uri"], "<"), ">") // the brackets are a fault of early writers
	r.MediaType, r.Truncated = r.fields["content-type"], r.fields["warc-truncated"]
	if r.Date, err = time.Parse(time.RFC3339Nano, r.fields["warc-date"]); err != nil {
		r.Date = time.Time{}
	}
	return nil
}
