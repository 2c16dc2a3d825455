package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
	"sitrep/privacy"
	"sitrep/reconcile"
)

type showCommand struct {
	caseArgument
	ID    string `arg:"" name:"id" help:"The incident: its id, the beginning of it, or an id that it had before."`
	JSON  bool   `name:"json" help:"The incident as one JSON object, schema sitrep-incident/1."`
	Names bool   `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

// Help is shown below the flags' head.
func (showCommand) Help() string {
	return `One incident as a page: what, when, where, who and according to whom; tolls by who gives them, with low–best–high and how each moved; who says what; what reports differ in; the reports.

    sitrep incidents case.db --text "bus"   finds ids
    sitrep show case.db 3f2a`
}

// Run shows an incident.
func (c *showCommand) Run(ctx context.Context, a *app) error {
	return a.reading(ctx, c.Case, c.Names, "sitrep show", func(book casebook.Casebook) error {
		d, err := gather(ctx, book, c.ID, c.Names)
		if err != nil {
			return err
		}
		if c.JSON {
			return linesWriter(a.data(), wholeIncident(ctx, book)).rows([]sitrep.Incident{d.Incident})
		}
		return text.WriteIncident(a.out, &d, a.style())
	})
}

func (a *app) style() text.Style {
	return text.Style{Width: a.outTerminal.Width, Colour: a.outTerminal.Colour}
}

// gather makes the dossier of an incident as it may be shown.
func gather(ctx context.Context, book casebook.Casebook, id string, names bool) (casebook.Dossier, error) {
	d, err := casebook.Gather(ctx, book, id)
	if errors.Is(err, casebook.ErrNotFound) {
		return d, fmt.Errorf("incident %q: %w; sitrep incidents lists those that are", id, err)
	}
	if err == nil && !names {
		d = privacy.VeilDossier(d)
	}
	return d, err
}

type whyCommand struct {
	caseArgument
	ID    string `arg:"" name:"id" help:"The incident: its id, the beginning of it, or an id that it had before."`
	Names bool   `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

// Help is shown below the flags' head.
func (whyCommand) Help() string {
	return `What an incident rests on: for each event of each report, every field with the rule or model, its score and the words; the verdicts that joined the events, with their reasons; why each figure counts or not; what people corrected.

    sitrep why case.db 3f2a`
}

// Run says why an incident is what it is.
func (c *whyCommand) Run(ctx context.Context, a *app) error {
	return a.reading(ctx, c.Case, c.Names, "sitrep why", func(book casebook.Casebook) error {
		d, err := gather(ctx, book, c.ID, c.Names)
		if err != nil {
			return err
		}
		e, err := evidence(ctx, book, &d, c.Names)
		if err != nil {
			return err
		}
		return text.WriteWhy(a.out, &d, e, a.style())
	})
}

// evidence gathers the readings and corrections that an incident rests on.
func evidence(ctx context.Context, book casebook.Casebook, d *casebook.Dossier, names bool) (text.Evidence, error) {
	e := text.Evidence{Show: func(s string) string { return s }}
	var private []casebook.PrivateName
	for _, id := range casebook.ReportsOf(&d.Incident) {
		stored, err := book.Report(ctx, id, 0)
		if err != nil {
			return e, fmt.Errorf("read report %s again: %w", id, err)
		}
		e.Reports = append(e.Reports, stored)
		private = append(private, stored.Private...)
	}
	if !names {
		e.Show = func(s string) string { return privacy.Veil(s, private) }
	}
	all, err := book.Corrections(ctx, "")
	if err != nil {
		return e, err
	}
	for _, c := range reconcile.Standing(all) {
		if bears(&c, &d.Incident) {
			e.Corrections = append(e.Corrections, c)
		}
	}
	return e, nil
}

// bears tells whether a correction is about a report or an event of an incident.
func bears(c *sitrep.Correction, i *sitrep.Incident) bool {
	for _, k := range i.Events {
		if c.Anchor.Report == k.Report {
			return true
		}
		for _, o := range c.Events {
			if o == k {
				return true
			}
		}
	}
	return false
}

type diffCommand struct {
	caseArgument
	Since    momentFlag `required:"" placeholder:"TIME" help:"What changed since: 2016-04-12, 2016-04-12T09:30:00Z, or an age like 24h or 7d."`
	Until    momentFlag `placeholder:"TIME" help:"Until when; now where it is not given."`
	JSON     bool       `name:"json" help:"JSON Lines: at, before and after of each incident, schema sitrep-incident/1; null where there was none."`
	ExitCode bool       `help:"Exit with ${exitFound} where something changed."`
	Names    bool       `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

// Help is shown below the flags' head.
func (diffCommand) Help() string {
	return `What became of the record between two times: incidents that are new, those that changed with every figure that moved, and those that are no more.

    sitrep diff case.db --since 24h
    sitrep diff case.db --since 2016-04-12 --until 2016-04-13`
}

// Run shows what changed.
func (c *diffCommand) Run(ctx context.Context, a *app) error {
	since, until := time.Time(c.Since), time.Time(c.Until)
	if !until.IsZero() && !until.After(since) {
		return usageError{errors.New("--until: it is not after --since"), "sitrep diff --help"}
	}
	return a.reading(ctx, c.Case, c.Names, "sitrep diff", func(book casebook.Casebook) error {
		end := until
		if end.IsZero() {
			end = time.Now()
		}
		changes, err := book.Changes(ctx, since, end)
		if err != nil {
			return err
		}
		if !c.Names {
			if err := veilChanges(ctx, book, changes); err != nil {
				return err
			}
		}
		if c.JSON {
			err = writeChanges(a.data(), changes, wholeIncident(ctx, book))
		} else {
			err = text.WriteChanges(a.out, changes, since, until, a.style())
		}
		if err != nil || !c.ExitCode || len(changes) == 0 {
			return err
		}
		return found(fmt.Sprintf("%d incidents changed", len(changes)))
	})
}

// writeChanges writes changes as JSON Lines.
func writeChanges(w io.Writer, changes []casebook.IncidentChange, whole func(*sitrep.Incident) ([]byte, error)) error {
	state := func(i *sitrep.Incident) (json.RawMessage, error) {
		if i.ID == "" {
			return json.RawMessage("null"), nil
		}
		return whole(i)
	}
	for k := range changes {
		before, err := state(&changes[k].Before)
		if err != nil {
			return err
		}
		after, err := state(&changes[k].After)
		if err != nil {
			return err
		}
		at := changes[k].At.UTC().Format(time.RFC3339)
		if _, err := fmt.Fprintf(w, `{"at":%q,"before":%s,"after":%s}`+"\n", at, before, after); err != nil {
			return err
		}
	}
	return nil
}

func veilChanges(ctx context.Context, book casebook.Asker, changes []casebook.IncidentChange) error {
	var reports []string
	for i := range changes {
		reports = append(append(reports, casebook.ReportsOf(&changes[i].Before)...), casebook.ReportsOf(&changes[i].After)...)
	}
	private, err := book.Private(ctx, reports)
	if err != nil {
		return fmt.Errorf("look for private persons: %w", err)
	}
	for i := range changes {
		c := &changes[i]
		c.Before, c.After = privacy.VeilIncident(c.Before, private), privacy.VeilIncident(c.After, private)
	}
	return nil
}
