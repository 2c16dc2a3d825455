package brief

import (
	"context"
	"fmt"
	"io"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// Format is the form in which a brief is written.
type Format string

// The formats.
const (
	Markdown Format = "md"
	HTML     Format = "html" // one page that loads nothing, and can be printed
	Text     Format = "text"
)

// Options say what goes into a brief.
type Options struct {
	From, To sitrep.CivilDate // the period, both days in it
	Since    time.Time        // when the last brief was made: changes of the record since then are told; zero for the beginning of the period
	Query    casebook.Query   // which incidents, beside the period
	Format   Format
	Names    bool // private persons by their names
	Limit    int  // incidents told in full, 0 for 40; the others are counted
	PerPlace int  // incidents told in full of one country, 0 for 12
	Width    int  // columns of plain text, 0 for 100
}

// Brief is a situation report before it has a form.
type Brief struct {
	Title    string
	From, To sitrep.CivilDate
	Head     []Sentence
	Sections []Section
	Notes    []Note // numbered from 1
}

// Section is a part of a brief under a heading.
type Section struct {
	Heading string
	Items   []Item
}

// Item is what is said of one incident, claim or change: its sentences, and points of it in further lines.
type Item struct {
	Incident  string // id, empty for none
	Sentences []Sentence
	Points    []Sentence
	reports   []string // that the incident rests on
}

// Sentence is one sentence with the numbers of its notes. Record marks one that speaks of the record and not of the world: it needs none.
type Sentence struct {
	Text   string
	Notes  []int
	Record bool
}

// Note is where the words of a sentence come from.
type Note struct {
	Outlet, Report, URL string
	Published           sitrep.CivilDate
	Quote               string
}

// Write makes a brief and writes it.
func Write(ctx context.Context, w io.Writer, book casebook.Asker, o Options) error {
	b, err := Make(ctx, book, o)
	if err != nil {
		return err
	}
	return b.Write(w, o)
}

// Make makes a brief of what a casebook holds for a period.
func Make(ctx context.Context, book casebook.Asker, o Options) (*Brief, error) {
	if o.From.IsZero() || o.To.IsZero() || o.To.Last().Before(o.From.First()) {
		return nil, fmt.Errorf("brief from %q to %q: want two days, the later one last", o.From, o.To)
	}
	if o.Limit <= 0 {
		o.Limit = 40
	}
	if o.PerPlace <= 0 {
		o.PerPlace = 12
	}
	if o.Since.IsZero() {
		o.Since = o.From.First()
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	m := newMaker(ctx, book, o)
	m.demanded = m.ask()
	for _, step := range []func() error{m.gather, m.courses, m.ahead, m.news, m.corrections, m.ceasefires, m.talks, m.demands, m.unknown, m.head} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("brief from %s to %s: %w", o.From, o.To, err)
		}
	}
	m.brief.renumber()
	if err := m.veil(); err != nil {
		return nil, fmt.Errorf("brief from %s to %s: keep private persons out: %w", o.From, o.To, err)
	}
	return m.brief, nil
}

// Write writes the brief in the form that the options ask for.
func (b *Brief) Write(w io.Writer, o Options) error {
	switch o.Format {
	case HTML:
		return b.html(w)
	case Text:
		return b.text(w, o.Width)
	case Markdown, "":
		return b.markdown(w)
	}
	return fmt.Errorf("brief as %q: want %s, %s or %s", o.Format, Markdown, HTML, Text)
}
