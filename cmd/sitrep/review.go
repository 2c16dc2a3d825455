package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/internal/plainjson"
	"sitrep/record"
)

type reviewCommand struct {
	caseArgument
	Incident string `placeholder:"ID" help:"Ask everything about this incident, not only what is in doubt."`
	Grade    string `xor:"do" placeholder:"GRADE" help:"Grade the incident that --incident names: confirmed or discounted. Wants --reason."`
	Reason   string `placeholder:"TEXT" help:"Why, for the audit trail."`
	Undo     string `xor:"do" placeholder:"ID" help:"Take back a judgement, by its id."`
	Export   bool   `xor:"do" help:"Write all judgements as JSON Lines: training data."`
	Audit    bool   `xor:"do" help:"Write the audit trail as JSON Lines."`
	Check    bool   `xor:"do" help:"Ask nothing: say how much waits, and exit with ${exitFound} where something does."`
	By       string `placeholder:"NAME" help:"Who judges; SITREP_USER, or the user of the system, where it is not given."`
	Names    bool   `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Lexicon  string `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
}

// Help is shown below the flags' head.
func (reviewCommand) Help() string {
	return `Asks about what the machine is not sure of, the most doubtful first: whether two reports tell of one incident, and whether something is an event at all. One key answers:

    a  it is as the machine has it      r  it is not: no event, or the contrary of the join
    m  one incident                     s  two incidents
    f  fix a field: kind shelling; toll 2 count 5
    u  undo the last judgement          k  skip      q  leave      ?  help

What a person says wins over the machine, stays through every reading again, and can be undone. Where standard input is no terminal it is read by lines, each a key and what follows it.

    sitrep review case.db
    sitrep review case.db --incident 3f2a --grade confirmed --reason "seen on video"
    sitrep review case.db --export > corrections.jsonl`
}

// patient lets Run end by itself after Ctrl-C: a judgement is kept whole.
func (*reviewCommand) patient() {}

// Run asks, or does what a flag says.
func (c *reviewCommand) Run(ctx context.Context, a *app) error {
	if c.Grade != "" && c.Grade != string(sitrep.Confirmed) && c.Grade != string(sitrep.Discounted) {
		return usageError{fmt.Errorf("--grade=%s: a person confirms or discounts: confirmed, discounted", c.Grade), "sitrep review --help"}
	}
	if c.Grade != "" && (c.Incident == "" || strings.TrimSpace(c.Reason) == "") {
		return usageError{errors.New("--grade: --incident and --reason are wanted with it"), "sitrep review --help"}
	}
	if c.By == "" {
		c.By = a.person()
	}
	switch {
	case c.Export:
		return a.reading(ctx, c.Case, c.Names, "sitrep review --export", func(book casebook.Casebook) error { return exportCorrections(ctx, book, a.data(), c.Names) })
	case c.Audit:
		return a.reading(ctx, c.Case, false, "sitrep review --audit", func(book casebook.Casebook) error { return book.Audit(ctx, a.data()) })
	case c.Check:
		return a.reading(ctx, c.Case, false, "sitrep review --check", func(book casebook.Casebook) error { return c.check(ctx, a, &desk.Desk{Book: book}) })
	}
	return a.writing(c.Case, "sitrep review", false, func(book casebook.Casebook) error {
		if c.Names {
			if err := book.Note(ctx, c.By, "sitrep review --names: private persons were shown by name"); err != nil {
				return err
			}
		}
		d, err := a.desk(book, c.Lexicon)
		switch {
		case err != nil:
			return err
		case c.Grade != "":
			return c.grade(ctx, a, d)
		case c.Undo != "":
			return c.judge(ctx, a, d, sitrep.Correction{Op: sitrep.UndoOp, Undoes: c.Undo})
		}
		return c.ask(ctx, a, d)
	})
}

// check says how much waits.
func (c *reviewCommand) check(ctx context.Context, a *app, d *desk.Desk) error {
	w, err := c.waiting(ctx, d)
	if err != nil {
		return err
	}
	orphans, err := d.Orphans(ctx)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%d joins in doubt, %d events in doubt, %d judgements without their words", w.Joins, w.Events, len(orphans))
	if w.Proposals > 0 {
		line += fmt.Sprintf(", %d proposals of a language model", w.Proposals)
	}
	if _, err := fmt.Fprintln(a.out, line); err != nil {
		return err
	}
	if w != (desk.Waiting{}) || len(orphans) > 0 {
		return found("something waits for a judgement")
	}
	return nil
}

// waiting counts what waits, of one incident everything that can be asked.
func (c *reviewCommand) waiting(ctx context.Context, d *desk.Desk) (w desk.Waiting, err error) {
	if c.Incident == "" {
		return d.Waiting(ctx)
	}
	questions, _, err := d.Questions(ctx, c.Incident, 0, 0)
	for i := range questions {
		if questions[i].Join != nil {
			w.Joins++
		} else {
			w.Events++
		}
	}
	return w, err
}

// grade takes a person's grade of an incident.
func (c *reviewCommand) grade(ctx context.Context, a *app, d *desk.Desk) error {
	i, err := d.Book.Incident(ctx, c.Incident)
	if err != nil {
		return fmt.Errorf("grade incident %q: %w", c.Incident, err)
	}
	value, err := json.Marshal(c.Grade)
	if err != nil {
		return err
	}
	return c.judge(ctx, a, d, sitrep.Correction{Op: sitrep.GradeOp, Field: "grade", Value: string(value), Events: i.Events})
}

// judge keeps one judgement and says its id.
func (c *reviewCommand) judge(ctx context.Context, a *app, d *desk.Desk, x sitrep.Correction) error {
	x.By, x.Reason = c.By, c.Reason
	id, err := d.Correct(context.WithoutCancel(ctx), x)
	if err == nil {
		a.note("kept as %s; sitrep review --undo %s takes it back", id, id)
	}
	return err
}

// exportCorrections writes all corrections as JSON Lines.
func exportCorrections(ctx context.Context, book casebook.Casebook, w io.Writer, names bool) error {
	all, err := book.Corrections(ctx, "")
	if err != nil {
		return err
	}
	x := exporter{book: book, names: names, texts: map[string]*exported{}}
	holds := x.standing(all)
	for i := range all {
		j, err := x.judgement(ctx, &all[i], holds)
		if err != nil {
			return err
		}
		b, err := plainjson.Marshal(j)
		if err != nil {
			return err
		}
		if _, err := w.Write(append(b, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// exported is what is known of a report whose words are exported.
type exported struct {
	sha256, text string
	offsets      *record.Offsets
	private      []casebook.PrivateName
}
