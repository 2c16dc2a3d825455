package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"sitrep/casebook"
	"sitrep/internal/terminal"
)

type referencesCommand struct {
	caseArgument
	Drop string `placeholder:"NAME" help:"Take this one out."`
	JSON bool   `name:"json" help:"One JSON array instead of a table."`
}

// Help is shown below the flags' head.
func (referencesCommand) Help() string {
	return `Lists the datasets of others that the casebook keeps to compare with, each with its terms. Nothing of them is in the record.

    sitrep import case.db GEDEvent.csv --as ucdp --name ged --dated 2031-05
    sitrep references case.db
    sitrep compare case.db ged
    sitrep references case.db --drop ged`
}

// referenceRow is a set as programs see it.
type referenceRow struct {
	Name      string   `json:"name"`
	Dataset   string   `json:"dataset"`
	Licence   string   `json:"licence"`
	Note      string   `json:"note"`
	Dated     *string  `json:"dated"`
	File      string   `json:"file"`
	Events    int      `json:"events"`
	From      string   `json:"from"`
	To        string   `json:"to"`
	Countries []string `json:"countries"`
	Added     string   `json:"added"`
	By        string   `json:"by"`
}

// Run lists the sets, or takes one out.
func (c *referencesCommand) Run(ctx context.Context, a *app) error {
	if c.Drop != "" {
		return c.drop(ctx, a)
	}
	return a.reading(ctx, c.Case, false, "sitrep references", func(book casebook.Casebook) error {
		all, err := book.References(ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			return json.NewEncoder(a.data()).Encode(referenceRows(all))
		}
		if len(all) == 0 {
			a.note("there are no reference sets; sitrep import --as keeps one")
		}
		return writeReferences(a, all)
	})
}

func (c *referencesCommand) drop(ctx context.Context, a *app) error {
	return a.writing(c.Case, "sitrep references --drop", false, func(book casebook.Casebook) error {
		err := book.DropReference(ctx, c.Drop)
		if errors.Is(err, casebook.ErrNotFound) {
			return fmt.Errorf("%w; sitrep references lists what there is", err)
		}
		if err != nil {
			return err
		}
		a.note("%q is taken out", c.Drop)
		return book.Note(ctx, a.person(), "reference set "+c.Drop+" taken out")
	})
}

func referenceRows(all []casebook.Reference) []referenceRow {
	out := make([]referenceRow, len(all))
	for i, r := range all {
		out[i] = referenceRow{Name: r.Name, Dataset: r.Dataset, Licence: r.Licence, Note: r.Note, File: r.File, Events: r.Events, From: r.From.String(), To: r.To.String(),
			Countries: append([]string{}, r.Countries...), Added: r.Added.Format("2006-01-02T15:04:05Z07:00"), By: r.By}
		if !r.Dated.IsZero() {
			day := r.Dated.String()
			out[i].Dated = &day
		}
	}
	return out
}

func writeReferences(a *app, all []casebook.Reference) error {
	columns := []terminal.Column{{Name: "name"}, {Name: "columns", Rank: 2}, {Name: "events", Right: true}, {Name: "days"}, {Name: "dated"}, {Name: "terms", Least: 20, Rank: 1}, {Name: "kept"}}
	var cells [][]string
	for _, r := range all {
		cells = append(cells, []string{r.Name, r.Dataset, strconv.Itoa(r.Events), r.From.String() + " to " + r.To.String(), r.Dated.String(), r.Licence, r.Added.UTC().Format("2006-01-02")})
	}
	return terminal.WriteTable(a.out, columns, cells, a.outTerminal.Width)
}
