package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
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

func isLines(name string) bool {
	switch extension(name) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// reportLine is how JSON Lines of reports begin, whatever the file is called.
var reportLine = regexp.MustCompile(`^(?:\x{feff})?\s*\{[^\n]*"(?:text|html)"\s*:\s*"`)

// looksLikeLines tells JSON Lines of reports by how they begin.
func looksLikeLines(in *input) bool {
	head, _ := in.Peek(1 << 12)
	return reportLine.Match(head)
}

// lines gives the reports of JSON Lines. Empty lines are passed over.
func (r *reader) lines(in *input) bool {
	for n := 1; ; n++ {
		raw, err := readLine(in.Reader, int(r.o.maxSize()))
		if errors.Is(err, io.EOF) {
			return true
		}
		i := in.item()
		i.Where, i.Line = fmt.Sprintf("%s: line %d", i.Where, n), n
		if err == nil {
			if raw = bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff"))); len(raw) == 0 {
				continue
			}
			err = r.o.fill(&i, raw)
		} else if !errors.Is(err, errLongLine) {
			return r.fail(i, err)
		}
		if err != nil && !r.fail(i, err) || err == nil && !r.give(i) {
			return false
		}
	}
}

// fill reads a line.
func (o *Options) fill(i *Item, raw []byte) error {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		return fmt.Errorf("it is no JSON object of a report: %w; want fields id, published, title, and text or html", err)
	}
	i.Hints = Hints{ID: l.ID, URL: l.URL, Outlet: firstOf(l.Outlet, o.Outlet), Published: firstOf(l.Published, o.Published), Title: o.Title, Form: Text}
	if l.Title != nil {
		i.Title, i.NoTitle = *l.Title, true
	}
	i.Raw = []byte(l.Text)
	if l.HTML != "" {
		i.Raw, i.Form = []byte(l.HTML), HTML
	}
	if len(i.Raw) == 0 {
		return errors.New("it has neither text nor html")
	}
	return nil
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
