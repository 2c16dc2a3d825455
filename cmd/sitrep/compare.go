package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/compare"
	"sitrep/reference"
)

type compareCommand struct {
	caseArgument
	File    string  `arg:"" name:"file" help:"A sheet in the columns of UCDP GED, of ACLED or of a casualty recorder; - for standard input."`
	From    dayFlag `placeholder:"DAY" help:"From this day on: 2016-04-12, 2016-04 or 2016."`
	To      dayFlag `placeholder:"DAY" help:"Until this day, or the end of this month or year."`
	Country string  `placeholder:"ISO3" help:"Only this country, by its three letters: SYR."`
	JSON    bool    `name:"json" xor:"form" help:"One JSON object."`
	CSV     bool    `name:"csv" xor:"form" help:"CSV for spreadsheets: a row for each pair, and for each event that one of the two lacks."`
	Limit   int     `default:"50" placeholder:"N" help:"At most so many of each sort on the page for people (default ${default})."`
	All     bool    `help:"All of them."`
	Names   bool    `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Lexicon string  `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
}

// Help is shown below the flags' head.
func (compareCommand) Help() string {
	return `What another dataset has that the record lacks, and the other way round, with the tolls of what both have side by side. Events are paired by day, place, kind, sides and figures, and every pair says why. Only countries and days that both cover are spoken of; what is left out is counted. Nothing of theirs enters the record.

    sitrep compare case.db GEDEvent.csv
    sitrep compare case.db acled.csv --country SYR --from 2016-04 --csv > beside.csv

docs/exchange.md says how pairs are made.`
}

// Run compares.
func (c *compareCommand) Run(ctx context.Context, a *app) error {
	if c.Limit < 1 {
		return usageError{fmt.Errorf("--limit=%d: want a number above 0, or --all", c.Limit), "sitrep compare --help"}
	}
	lex, err := a.lists(c.Lexicon)
	if err != nil {
		return err
	}
	names := reference.NewNames(lex)
	return a.reading(ctx, c.Case, c.Names, "sitrep compare", func(book casebook.Casebook) error {
		dataset, theirs, err := c.theirs(ctx, a, book, names)
		if err != nil {
			return err
		}
		ours, err := c.ours(ctx, book)
		if err != nil {
			return err
		}
		r := compare.Compare(theirs, ours, compare.Options{Dataset: dataset, Side: names.Side, From: sitrep.CivilDate(c.From), To: sitrep.CivilDate(c.To), Country: strings.ToUpper(c.Country)})
		return c.write(a, &r)
	})
}

func (c *compareCommand) write(a *app, r *compare.Result) error {
	switch {
	case c.JSON:
		return writeCompareJSON(a.data(), c.File, r)
	case c.CSV:
		return writeCompareCSV(a.data(), r)
	}
	limit := c.Limit
	if c.All {
		limit = 0
	}
	return writeCompared(a, c.File, limit, r)
}

// theirs are the events of the file.
func (c *compareCommand) theirs(ctx context.Context, a *app, book casebook.Casebook, names *reference.Names) (reference.Dataset, []reference.Incident, error) {
	in, err := a.openFile(c.File)
	if err != nil {
		return "", nil, err
	}
	defer in.Close()
	var all []reference.Incident
	dataset, err := a.references(c.File, in, names, func(i reference.Incident) error {
		all = append(all, i)
		return ctx.Err()
	})
	return dataset, all, err
}

// openFile opens a file, or standard input.
func (a *app) openFile(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if s, err := f.Stat(); err == nil && s.IsDir() {
		f.Close()
		return nil, fmt.Errorf("read %s: it is a folder", name)
	}
	return f, nil
}

// mostSaid is how many bad rows of one file are named.
const mostSaid = 20

// references reads the events of a sheet; what is wrong with single rows is said, and they are left out.
func (a *app) references(name string, in io.Reader, names *reference.Names, take func(reference.Incident) error) (reference.Dataset, error) {
	r, err := reference.Open(in, names)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	rows, bad := 0, 0
	for {
		i, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if wrong, ok := errors.AsType[reference.RowError](err); ok {
			if bad++; bad <= mostSaid {
				a.note("%s: %v: left out", name, wrong)
			}
			continue
		}
		if err != nil {
			return r.Dataset, fmt.Errorf("read %s: %w", name, err)
		}
		rows++
		if err := take(i); err != nil {
			return r.Dataset, err
		}
	}
	if bad > mostSaid {
		a.note("%s: %d more rows are left out", name, bad-mostSaid)
	}
	for _, n := range r.Notes() {
		a.note("%s: %s", name, n)
	}
	if rows == 0 {
		return r.Dataset, fmt.Errorf("read %s: it has no row that can be read", name)
	}
	a.note("%s: %d events, in %s", name, rows, r.Dataset)
	return r.Dataset, nil
}

// ours are the incidents of the record.
func (c *compareCommand) ours(ctx context.Context, book casebook.Casebook) ([]compare.Ours, error) {
	var out []compare.Ours
	q := casebook.Query{Order: casebook.Oldest, Limit: most, Country: strings.ToUpper(c.Country)}
	for {
		page, err := book.Incidents(ctx, q)
		if err != nil {
			return nil, err
		}
		if !c.Names {
			if err := veilIncidents(ctx, book, page.Rows); err != nil {
				return nil, err
			}
		}
		for i := range page.Rows {
			out = append(out, compare.Of(&page.Rows[i]))
		}
		if q.After = page.Next; page.Next == "" || len(page.Rows) == 0 {
			return out, nil
		}
	}
}
