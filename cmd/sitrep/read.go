package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"slices"

	"sitrep"
	"sitrep/desk"
	"sitrep/extract"
	"sitrep/page"
	"sitrep/record"
)

type readCommand struct {
	Files     []string `arg:"" name:"file" help:"Reports (HTML, text, Markdown, mail, PDF, also with .gz), files of JSON Lines, or folders of them; - reads standard input."`
	Published string   `placeholder:"DATE" help:"When the report was published, where the input does not tell: 2016-04-12, or with time and zone."`
	Outlet    string   `placeholder:"NAME" help:"Who published it."`
	Title     string   `placeholder:"TEXT" help:"Its title."`
	JSON      bool     `name:"json" xor:"form" help:"The record of each report as one JSON object on one line, schema sitrep/1."`
	JSONL     bool     `name:"jsonl" xor:"form" help:"A filter: standard input and files of other kinds are JSON Lines, one report a line; one record a line comes out, in the same order."`
	Why       bool     `help:"Say for each entry what it rests on: the rule or model, the words, and how sure it is."`
	Lexicon   string   `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place: see docs/lexicon.md."`
	MaxSize   byteSize `default:"32MB" placeholder:"SIZE" help:"Refuse inputs, and lines, that are larger (default ${default})."`
	assistFlags
}

// Help is shown below the flags' head.
func (readCommand) Help() string {
	return `Finds the text of the report on its page, what the page says about it (title, outlet, time of publication), and reads it: events, tolls, claims and who makes them.

    sitrep read report.html
    sitrep read --json --published 2016-04-12 report.txt
    sitrep read --jsonl folder/ > records.jsonl
    sitrep read --jsonl < reports.jsonl > records.jsonl

A line of JSON Lines has the fields id, url, outlet, published, title, and text or html. One that cannot be read gives a line with an error in its place. docs/read.md says what is taken and what is said about it.`
}

// job is a report to be read, or why it cannot be.
type job struct {
	name  string // what messages call it
	line  int    // of JSON Lines, else 0
	raw   []byte
	hints page.Hints
	err   error
}

// outcome is what became of a job: the record as it is to be printed.
type outcome struct {
	job      job
	out      []byte
	problems []sitrep.Problem
	err      error
}

// readGC has garbage collected seldom: a filter holds nothing beside what it is built of, and collecting would be a tenth of its time.
const readGC = 100

// Run reads the reports, on all cores, and prints the records in the order of the inputs.
func (c *readCommand) Run(ctx context.Context, a *app) error {
	if err := c.check(); err != nil {
		return err
	}
	reader, err := a.reader(c.Lexicon)
	if err != nil {
		return err
	}
	if a.env("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(readGC))
	}
	helper, err := c.assistant(a)
	if err != nil {
		return err
	}
	out, told := a.records(c.JSON || c.JSONL), a.newTally()
	err = inOrder(ctx, c.jobs(ctx, a), func(j job) outcome { return c.read(ctx, a, reader, helper, j) }, func(r outcome) error {
		told.add(a, r)
		if len(r.out) == 0 {
			return nil
		}
		if _, err := out.Write(r.out); err != nil {
			return fmt.Errorf("write the record of %s: %w", r.job.name, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return told.err()
}

func (c *readCommand) check() error {
	if n := len(c.Files) - len(slices.DeleteFunc(slices.Clone(c.Files), func(f string) bool { return f == "-" })); n > 1 {
		return usageError{fmt.Errorf("standard input can be read once, and - is given %d times", n), "sitrep read --help"}
	}
	if c.Published != "" {
		if _, ok := page.ParseTime(c.Published); !ok {
			return usageError{fmt.Errorf("--published=%s: want a day like 2016-04-12, or a time like 2016-04-12T09:30:00+02:00", c.Published), "sitrep read --help"}
		}
	}
	return nil
}

// read reads one report. What fails is said in the result, and for JSON Lines in the output too.
func (c *readCommand) read(ctx context.Context, a *app, reader *extract.Reader, helper desk.Assistant, j job) (r outcome) {
	r.job = j
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("a fault of the program: %v; please report it with the text", p)
		}
		if r.err != nil && j.line > 0 && (c.JSON || c.JSONL) {
			r.out = errorLine(j, r.err)
		}
	}()
	if r.err = j.err; r.err != nil {
		return r
	}
	report, err := page.Parse(j.raw, j.hints)
	if err != nil {
		r.err = err
		return r
	}
	reading, err := reader.Read(report)
	if err != nil {
		r.err = err
		return r
	}
	if helper != nil {
		helper.Assist(ctx, reading)
	}
	r.problems = report.Problems
	var b bytes.Buffer
	r.err = c.write(a, &b, reader, reading)
	r.out = b.Bytes()
	return r
}

func (c *readCommand) write(a *app, w io.Writer, by *extract.Reader, r *sitrep.Reading) error {
	if c.JSON || c.JSONL {
		return record.WriteReading(w, r, record.ReadingOptions{Reader: readerInfo(by.Lexicon()), Why: c.Why})
	}
	return record.WritePage(w, r, record.PageStyle{Width: a.outTerminal.Width, Colour: a.outTerminal.Colour, Why: c.Why})
}
