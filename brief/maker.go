package brief

import (
	"context"
	"errors"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/reconcile"
)

// maker puts a brief together.
type maker struct {
	ctx       context.Context
	book      casebook.Asker
	o         Options
	brief     *Brief
	incidents []casebook.Sketch                // of the period and the filters, the most important first
	reports   int                              // that tell of them
	truces    []casebook.Sketch                // of the period and shortly before, the last told first
	demanded  func() (*reconcile.Known, error) // of the period
	stored    map[string]*report
	wholes    map[string]*sitrep.Incident    // that were read ahead
	denied    map[string][]casebook.ClaimRow // around those
	noted     map[noteKey]int
	outlets   map[string]bool
}

type noteKey struct {
	report string
	span   sitrep.Span
	quote  string
}

func newMaker(ctx context.Context, book casebook.Asker, o Options) *maker {
	title := "Situation report, " + o.From.String() + " to " + o.To.String()
	if o.From == o.To {
		title = "Situation report, " + o.From.String()
	}
	return &maker{ctx: ctx, book: book, o: o, brief: &Brief{Title: title, From: o.From, To: o.To}, stored: map[string]*report{}, wholes: map[string]*sitrep.Incident{}, denied: map[string][]casebook.ClaimRow{}, noted: map[noteKey]int{}, outlets: map[string]bool{}}
}

// gather asks for the incidents of the period.
func (m *maker) gather() error {
	q := m.o.Query
	q.From, q.To = m.o.From, m.o.To
	var err error
	if m.incidents, m.reports, err = casebook.Sketches(m.ctx, m.book, q); err != nil {
		return err
	}
	m.order(m.incidents)
	return nil
}

// whole is the incident of a sketch, nil where it went while the brief was made.
func (m *maker) whole(s *casebook.Sketch) (*sitrep.Incident, error) {
	if i := m.wholes[s.ID]; i != nil {
		return i, nil
	}
	i, err := m.book.Incident(m.ctx, s.ID)
	if errors.Is(err, casebook.ErrNotFound) {
		return nil, nil
	}
	return &i, err
}

// event is an event of a report with its report, nil where the newest reading has it no more.
func (m *maker) event(k sitrep.EventKey) (*report, *sitrep.Event, error) {
	r, err := m.report(k.Report)
	if r == nil || err != nil {
		return nil, nil, err
	}
	e, err := r.Event(k.Event)
	if e == nil || err != nil {
		return nil, nil, err
	}
	return r, e, nil
}

// section adds a part to the brief, unless there is nothing in it.
func (m *maker) section(heading string, items []Item) {
	items = slices.DeleteFunc(items, func(i Item) bool { return len(i.Sentences)+len(i.Points) == 0 })
	if len(items) > 0 {
		m.brief.Sections = append(m.brief.Sections, Section{heading, items})
	}
}

// record is a sentence about the record itself.
func record(text string) Sentence { return Sentence{Text: capital(text), Record: true} }

// said is a sentence about the world.
func said(text string, notes []int) Sentence {
	return Sentence{Text: capital(text), Notes: notes}
}

func capital(s string) string {
	if s == "" {
		return s
	}
	for i, r := range s {
		return s[:i] + strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
