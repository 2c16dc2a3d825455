package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
)

type briefCommand struct {
	caseArgument
	From   dayFlag    `placeholder:"DAY" help:"The first day of the period; six days before the last one where it is not given."`
	To     dayFlag    `placeholder:"DAY" help:"The last day of the period; today where it is not given."`
	Since  momentFlag `placeholder:"TIME" help:"When the last brief was made: changes of the record since then are told. The beginning of the period where it is not given."`
	Format string     `enum:"md,html,text" default:"md" placeholder:"FORM" help:"md (Markdown), html (one page that loads nothing) or text (default ${default})."`
	Output string     `short:"o" placeholder:"FILE" help:"Write to this file."`
	Limit  int        `default:"40" placeholder:"N" help:"At most so many incidents in full (default ${default}); the others are counted."`
	Names  bool       `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Place  placeFlags `embed:""`
	Kind   kindFlags  `embed:""`
	Who    whoFlags   `embed:""`
	State  stateFlags `embed:""`
	Text   textFlag   `placeholder:"WORDS" help:"Words that the reports hold, all of them; in quotation marks, one after the other."`
	now    func() time.Time
}

type textFlag string

// Help is shown below the flags' head.
func (briefCommand) Help() string {
	return `A situation report of a period: what is new, country by country; tolls with who gives which; figures that were lowered; ceasefires, talks, demands and their answers; what is not known. Every sentence has numbers that lead to outlet, day, report and words, and nothing that somebody claims is told as a fact.

    sitrep brief case.db --from 2016-04-11 --to 2016-04-17
    sitrep brief case.db --country SYR --format html -o week.html

docs/brief.md says how to read it.`
}

// Run writes the brief.
func (c *briefCommand) Run(ctx context.Context, a *app) error {
	if c.Limit < 1 {
		return usageError{fmt.Errorf("--limit=%d: want a number above 0", c.Limit), "sitrep brief --help"}
	}
	o := c.options()
	if o.To.Last().Before(o.From.First()) {
		return usageError{fmt.Errorf("--from=%s is after --to=%s", o.From, o.To), "sitrep brief --help"}
	}
	if o.Format == brief.Text {
		o.Width = a.outTerminal.Width
	}
	return a.reading(ctx, c.Case, c.Names, "sitrep brief", func(book casebook.Casebook) error {
		b, err := brief.Make(ctx, book, o)
		if err != nil {
			return err
		}
		return c.write(a, func(w io.Writer) error { return b.Write(w, o) })
	})
}

func (c *briefCommand) options() brief.Options {
	from, to := sitrep.CivilDate(c.From), sitrep.CivilDate(c.To)
	if to.IsZero() {
		to = sitrep.CivilDateOf(c.today())
	}
	if from.IsZero() {
		from = sitrep.CivilDateOf(to.Last().AddDate(0, 0, -6))
	}
	o := brief.Options{From: from, To: to, Since: time.Time(c.Since), Format: brief.Format(c.Format), Names: c.Names, Limit: c.Limit}
	c.Place.fill(&o.Query)
	c.Kind.fill(&o.Query)
	c.Who.fill(&o.Query)
	c.State.fill(&o.Query)
	o.Query.Text = string(c.Text)
	return o
}

func (c *briefCommand) today() time.Time {
	if c.now != nil {
		return c.now()
	}
	return time.Now()
}

// write writes to the file that is asked for, else to standard output.
func (c *briefCommand) write(a *app, do func(io.Writer) error) error {
	if c.Output == "" {
		return do(a.data())
	}
	f, err := os.Create(c.Output)
	if err != nil {
		return err
	}
	err = do(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write the brief to %s: %w", c.Output, err)
	}
	return nil
}
