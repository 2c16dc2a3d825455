// Package extract reads a report: it runs the language pipeline over its text and then, one after another, the steps that find what the
// report says.
package extract

import (
	"fmt"
	"slices"

	"sitrep"
	"sitrep/extract/claim"
	"sitrep/extract/event"
	"sitrep/extract/peace"
	"sitrep/extract/role"
	"sitrep/extract/timex"
	"sitrep/extract/toll"
	"sitrep/extract/trigger"
	"sitrep/extract/when"
	"sitrep/extract/where"
	"sitrep/gazetteer"
	"sitrep/ground/actor"
	"sitrep/ground/place"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/nlp"
)

// Step adds a layer to a story from the layers before it. It must be safe for concurrent use by several stories.
type Step interface {
	Name() string
	Read(*sitrep.Story) error
}

// English is the language that is read, as ISO 639-1 has it.
const English = "en"

// Reader turns reports into readings. It is safe for concurrent use.
type Reader struct {
	language *nlp.Pipeline
	steps    []Step
	lexicon  string // its hash
}

// New makes a reader of English.
func New(language *nlp.Pipeline, lex *lexicon.Lexicon, places *gazetteer.Gazetteer) *Reader {
	return &Reader{language: language, lexicon: lex.SHA256, steps: []Step{
		timex.New(),
		place.New(lex, places),
		actor.New(lex),
		claim.New(lex),
		trigger.New(lex),
		toll.New(lex),
		role.New(lex),
		when.New(),
		where.New(),
		event.New(),
		where.NewSetter(),
		role.NewCaster(),
		peace.New(),
		linker{},
	}}
}

// Lexicon is the hash of the lists that the reader reads with, in hex.
func (r *Reader) Lexicon() string { return r.lexicon }

// With is a reader with other steps in place of those of their names.
func (r *Reader) With(steps ...Step) *Reader {
	o := &Reader{r.language, slices.Clone(r.steps), r.lexicon}
	for _, s := range steps {
		for i := range o.steps {
			if o.steps[i].Name() == s.Name() {
				o.steps[i] = s
			}
		}
	}
	return o
}

// Story reads a report as far as the language goes and runs the steps.
func (r *Reader) Story(report *sitrep.Report) (*sitrep.Story, error) {
	work, err := r.language.Work(masked(report))
	if err != nil {
		return nil, fmt.Errorf("language: %w", err)
	}
	s := &sitrep.Story{Report: report, Doc: work.Doc}
	s.Text = report.Text
	if work.Encoding != nil {
		s.Vectors, s.Width = work.Encoding.Rows, model.Width
	}
	s.Tree = sitrep.NewTree(s.Doc)
	if report.Title != "" {
		if s.Title, err = r.language.Annotate(report.Title); err != nil {
			return nil, fmt.Errorf("language of the title: %w", err)
		}
	}
	for _, step := range r.steps {
		if err := step.Read(s); err != nil {
			return nil, fmt.Errorf("%s: %w", step.Name(), err)
		}
	}
	return s, nil
}

// Read gives what a report says. One in another language gives an empty reading: its rules are those of English.
func (r *Reader) Read(report *sitrep.Report) (*sitrep.Reading, error) {
	if report.Language != "" && report.Language != English {
		return &sitrep.Reading{Report: report, Problems: report.Problems}, nil
	}
	s, err := r.Story(report)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", report.ID, err)
	}
	reading := &sitrep.Reading{Report: report, Events: s.Events, Claims: s.Claims, Attributions: s.Attributions, Timexes: s.Timexes,
		Toponyms: s.Toponyms, Problems: slices.Concat(report.Problems, s.Problems)}
	if s.Cast != nil {
		reading.Entities = s.Cast.Entities
	}
	return reading, nil
}

// masked is the text of a report with line feeds in place of what was dropped, so that the offsets stay and no sentence runs over a gap.
func masked(report *sitrep.Report) string {
	if len(report.Dropped) == 0 {
		return report.Text
	}
	b := []byte(report.Text)
	for _, d := range report.Dropped {
		for i := d.Start; i < d.End; i++ {
			b[i] = '\n'
		}
	}
	return string(b)
}
