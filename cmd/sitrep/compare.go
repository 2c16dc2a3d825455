package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/compare"
	"sitrep/reference"
)

type compareCommand struct {
	caseArgument
	File    string  `arg:"" name:"file" help:"A sheet in the columns of UCDP GED, of ACLED or of a casualty recorder, - for standard input, or the name of a set that sitrep import --as keeps."`
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
    sitrep compare case.db ged
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
	defer debug.SetGCPercent(debug.SetGCPercent(compareGC))
	return a.reading(ctx, c.Case, c.Names, "sitrep compare", func(book casebook.Casebook) error {
		kept, fromBook, err := c.kept(ctx, book)
		if err != nil {
			return err
		}
		x := compare.New(compare.Options{Side: names.Side, From: sitrep.CivilDate(c.From), To: sitrep.CivilDate(c.To), Country: strings.ToUpper(c.Country)})
		if fromBook {
			a.note("%s: %d events, in %s, kept on %s: %s", kept.Name, kept.Events, kept.Dataset, kept.Added.UTC().Format("2006-01-02"), kept.Licence)
			x.Dataset(reference.Dataset(kept.Dataset))
			err = keptEvents(ctx, book, kept.Name, func(i reference.Incident) error { x.Theirs(i); return ctx.Err() })
		} else {
			err = c.theirs(ctx, a, names, x)
		}
		if err == nil {
			err = c.ours(ctx, book, x)
		}
		if err != nil {
			return err
		}
		r := x.Result()
		return c.write(a, &r)
	})
}

// compareGC has garbage collected early: most of what is held meanwhile is the two datasets.
const compareGC = 20

// kept is the set that is named; false where the name is that of a file, or of nothing that is kept.
func (c *compareCommand) kept(ctx context.Context, book casebook.Casebook) (casebook.Reference, bool, error) {
	if _, err := os.Stat(c.File); err == nil || c.File == "-" {
		return casebook.Reference{}, false, nil
	}
	return keptReference(ctx, book, c.File)
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

// theirs takes the events of the file in.
func (c *compareCommand) theirs(ctx context.Context, a *app, names *reference.Names, x *compare.Comparer) error {
	in, err := a.openFile(c.File)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w, and no reference set of that name is kept; sitrep references lists them", err)
	}
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = a.references(c.File, in, names, func(d reference.Dataset, i reference.Incident) error {
		x.Dataset(d)
		x.Theirs(i)
		return ctx.Err()
	})
	return err
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
func (a *app) references(name string, in io.Reader, names *reference.Names, take func(reference.Dataset, reference.Incident) error) (reference.Dataset, error) {
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
		if err := take(r.Dataset, i); err != nil {
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

// ours takes the incidents of the record in.
func (c *compareCommand) ours(ctx context.Context, book casebook.Casebook, x *compare.Comparer) error {
	q := casebook.Query{Order: casebook.Oldest, Country: strings.ToUpper(c.Country)}
	return casebook.EachIncident(ctx, book, q, comparedTogether, func(page []sitrep.Incident) error {
		if !c.Names {
			if err := veilIncidents(ctx, book, page); err != nil {
				return err
			}
		}
		for i := range page {
			x.Ours(compare.Of(&page[i]))
		}
		return nil
	})
}

// comparedTogether is how many incidents are read at once: each is large until it is taken in.
const comparedTogether = 100
