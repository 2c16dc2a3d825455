package brief

import (
	"errors"
	"strings"

	"sitrep/casebook"
)

// report is a report as it is kept, with its text in small letters: each sentence looks for names in it.
type report struct {
	casebook.Saying
	low string
}

// report is a report as it is kept, nil where it is no more: words of it are not quoted then.
func (m *maker) report(id string) (*report, error) {
	if r, ok := m.stored[id]; ok {
		return r, nil
	}
	r, err := m.read(id)
	if err == nil {
		m.stored[id] = r
	}
	return r, err
}

// read reads a report. Several may do so at once.
func (m *maker) read(id string) (*report, error) {
	r, err := casebook.SaidIn(m.ctx, m.book, id)
	if errors.Is(err, casebook.ErrNotFound) || errors.Is(err, casebook.ErrRedacted) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &report{r, strings.ToLower(r.Text)}, nil
}

// find is where words stand in the text, as find has it.
func (r *report) find(words string) int { return findIn(r.Text, r.low, words) }
