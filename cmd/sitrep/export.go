package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"sitrep/casebook"
	"sitrep/export"
)

type exportCommand struct {
	caseArgument
	As     formatFlag `required:"" placeholder:"FORMAT" help:"The format: ${formats}."`
	Output string     `short:"o" placeholder:"FILE" help:"Write to this file."`
	Base   string     `placeholder:"ADDRESS" help:"The address of a window on the casebook, for links: http://localhost:7350."`
	Names  bool       `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	HXL    bool       `name:"hxl" help:"Of csv: a row of tags of the Humanitarian Exchange Language below the names."`
	stanceFlags
	kindFlags
	queryFlags
}

// formatNames are the names of all formats, for the help.
func formatNames() string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return strings.Join(out, ", ")
}

// formatFlag is the name of a format.
type formatFlag string

// UnmarshalText takes a name that is a format's.
func (f *formatFlag) UnmarshalText(text []byte) error {
	format, err := export.Named(strings.ToLower(string(text)))
	*f = formatFlag(format.Name)
	return err
}

// Help is shown below the flags' head.
func (exportCommand) Help() string {
	return `Writes the record in a format that other programs read, all rows that the filters choose. Private persons stand by description, and nobody is said to have done something without who says so. What a format cannot carry is said on standard error.

    sitrep export case.db --as geojson --country SYR -o syria.geojson
    sitrep export case.db --as csv --from 2016-04 --to 2016-04 > april.csv
    sitrep export case.db --as claims --incident 3f2a

docs/export.md has the columns of every format.`
}

// Run exports.
func (c *exportCommand) Run(ctx context.Context, a *app) error {
	format, err := export.Named(string(c.As))
	if err != nil {
		return usageError{err, "sitrep export --help"}
	}
	if c.HXL && format.Name != "csv" {
		return usageError{fmt.Errorf("--hxl: the tags stand in a sheet: want --as=csv, not %s", format.Name), "sitrep export --help"}
	}
	if len(c.Stance) > 0 && !format.HasClaims() {
		return usageError{fmt.Errorf("--stance: %s has no claims to choose: want a format of claims or of reports, plover, cameo, icews or sqlite", format.Name), "sitrep export --help"}
	}
	var q casebook.Query
	c.stanceFlags.fill(&q)
	c.kindFlags.fill(&q)
	c.queryFlags.fill(&q)
	title := strings.TrimSuffix(filepath.Base(c.Case), filepath.Ext(c.Case))
	o := export.Options{Names: c.Names, Title: title, Base: strings.TrimRight(c.Base, "/"), Made: time.Now(), Tags: c.HXL}
	defer debug.SetGCPercent(debug.SetGCPercent(exportGC))
	return a.reading(ctx, c.Case, c.Names, "sitrep export", func(book casebook.Casebook) error {
		var done export.Done
		err := c.write(a, func(w io.Writer) (err error) {
			done, err = format.Write(ctx, book, w, q, o)
			return err
		})
		if err != nil {
			return err
		}
		a.note("%d rows of the record went into %s", done.Rows, format.Name)
		for _, what := range done.LeftOut {
			a.note("not carried: %s", what)
		}
		return nil
	})
}

// exportGC has garbage collected early: rows come and go, and little is held.
const exportGC = 50

// write writes to the file that is asked for, else to standard output. A file takes the place of an older one only when it is whole.
func (c *exportCommand) write(a *app, do func(io.Writer) error) error {
	if c.Output == "" {
		return do(a.data())
	}
	if known, err := os.Stat(c.Output); err == nil && !known.Mode().IsRegular() {
		return writeTo(c.Output, do) // a device or a pipe
	}
	f, err := os.CreateTemp(filepath.Dir(c.Output), ".sitrep-export-*")
	if err != nil {
		return fmt.Errorf("write the export to %s: %w", c.Output, err)
	}
	defer os.Remove(f.Name())
	err = do(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), c.Output)
	}
	if err != nil {
		return fmt.Errorf("write the export to %s: %w", c.Output, err)
	}
	return nil
}

func writeTo(path string, do func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close())
}
