package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"sitrep/page"
	"sitrep/record"
)

// line is a report in JSON Lines. Others' fields are passed over.
type line struct {
	ID        string  `json:"id"`
	URL       string  `json:"url"`
	Outlet    string  `json:"outlet"`
	Published string  `json:"published"`
	Title     *string `json:"title"` // present, even empty: the text holds no title
	Text      string  `json:"text"`
	HTML      string  `json:"html"`
}

// lines gives the reports of JSON Lines. Empty lines are passed over.
func (c *readCommand) lines(r *bufio.Reader, name string, yield func(job) bool) bool {
	for n := 1; ; n++ {
		raw, err := readLine(r, int(c.MaxSize))
		if errors.Is(err, io.EOF) {
			return true
		}
		j := job{name: fmt.Sprintf("%s: line %d", name, n), line: n, err: err}
		if err == nil {
			if raw = bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff"))); len(raw) == 0 {
				continue
			}
			c.fill(&j, raw)
		}
		if !yield(j) {
			return false
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return true
		}
	}
}

// fill reads a line.
func (c *readCommand) fill(j *job, raw []byte) {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		j.err = fmt.Errorf("it is no JSON object of a report: %w; want fields id, published, title, and text or html", err)
		return
	}
	j.hints = page.Hints{ID: l.ID, URL: l.URL, Outlet: firstOf(l.Outlet, c.Outlet), Published: firstOf(l.Published, c.Published), Form: page.Text}
	j.hints.Title = c.Title
	if l.Title != nil {
		j.hints.Title, j.hints.NoTitle = *l.Title, true
	}
	j.raw = []byte(l.Text)
	if l.HTML != "" {
		j.raw, j.hints.Form = []byte(l.HTML), page.HTML
	}
	if len(j.raw) == 0 {
		j.err = errors.New("it has neither text nor html")
	}
}

var errLongLine = errors.New("the line is longer than --max-size")

// readLine reads a line of at most so many bytes. Of a longer one the rest is read over, so that the next line can be read.
func readLine(r *bufio.Reader, most int) ([]byte, error) {
	var whole []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			whole = append(whole, part...)
		}
		if long = long || len(whole) > most; long {
			whole = nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (len(whole) > 0 || long), err == nil:
			if long {
				return nil, errLongLine
			}
			return whole, nil
		}
		return nil, err
	}
}

// errorLine is what stands in the output in place of a record.
func errorLine(j job, err error) []byte {
	type fault struct {
		ID      string `json:"id,omitempty"`
		Line    int    `json:"line"`
		Message string `json:"message"`
	}
	b, _ := json.Marshal(struct {
		Schema string `json:"schema"`
		Error  fault  `json:"error"`
	}{record.ReadingSchema, fault{j.hints.ID, j.line, err.Error()}})
	return append(b, '\n')
}

// firstOf is the first that is not empty.
func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
