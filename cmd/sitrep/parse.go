package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep"
	"sitrep/internal/terminal"
	"sitrep/nlp"
	"sitrep/record"
)

type parseCommand struct {
	Files   []string `arg:"" name:"file" help:"Texts in UTF-8; - reads standard input."`
	JSON    bool     `name:"json" xor:"form" help:"One JSON object a text, on one line, schema sitrep-parse/1."`
	Tree    bool     `name:"tree" xor:"form" help:"Draw the tree of each sentence."`
	Width   int      `placeholder:"N" help:"Columns to fit trees into; the terminal's if not given, no limit in a pipe."`
	Lexicon string   `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place: see docs/lexicon.md."`
	MaxSize byteSize `default:"256MB" placeholder:"SIZE" help:"Refuse texts that are larger (default ${default})."`
}

// Help is shown below the flags' head.
func (parseCommand) Help() string {
	return `Finds sentences, words, tags, lemmas, dependency trees (Universal Dependencies), names and chains of mentions in English text, and prints them as CoNLL-U. Offsets in the output are code points of the text.

    sitrep parse report.txt
    sitrep parse --tree report.txt | less
    sitrep parse --json *.txt > reports.jsonl
    cat report.txt | sitrep parse -

What is wrong with a text (bytes that are no UTF-8, another language, a sentence without end) is said on standard error, one line each; the text is parsed all the same. docs/parse.md describes every column and field.`
}

// Run parses the files in the order given; one that fails does not keep the others from being parsed.
func (c *parseCommand) Run(ctx context.Context, a *app) error {
	if n := len(c.Files) - len(slices.DeleteFunc(slices.Clone(c.Files), func(f string) bool { return f == "-" })); n > 1 {
		return usageError{fmt.Errorf("standard input can be read once, and - is given %d times", n), "sitrep parse --help"}
	}
	if c.Width < 0 {
		return usageError{fmt.Errorf("--width=%d: want a number of columns, 0 for the terminal's", c.Width), "sitrep parse --help"}
	}
	pipeline, err := a.language(c.Lexicon)
	if err != nil {
		return fmt.Errorf("build the pipeline: %w", err)
	}
	out, failed := a.data(), []string{}
	for _, file := range c.Files {
		if ctx.Err() != nil {
			return errInterrupted
		}
		switch err := c.parse(a, pipeline, file, out); {
		case err == nil:
		case len(c.Files) == 1:
			return err
		default:
			failed = append(failed, file)
			fmt.Fprintln(a.err, "sitrep: "+terminal.Clean(withWayOut(err)))
		}
	}
	if len(failed) > 0 {
		return someFailed{failed: failed, of: len(c.Files)}
	}
	return nil
}

func (c *parseCommand) parse(a *app, pipeline *nlp.Pipeline, file string, out io.Writer) error {
	text, err := readText(a.in, file, int64(c.MaxSize))
	if err != nil {
		return fmt.Errorf("parse %s: %w", nameOf(file), err)
	}
	if strings.TrimSpace(text) == "" {
		a.note("%s: the text is empty: nothing to parse", nameOf(file))
	}
	doc, err := pipeline.Annotate(text)
	if err != nil {
		return fmt.Errorf("parse %s: %w", nameOf(file), err)
	}
	a.noteProblems(nameOf(file), doc)
	if err := c.write(a, out, file, doc); err != nil {
		return fmt.Errorf("write what was parsed of %s: %w", nameOf(file), err)
	}
	return nil
}

func (c *parseCommand) write(a *app, out io.Writer, file string, doc *sitrep.Doc) error {
	switch {
	case c.JSON:
		return record.WriteJSON(out, file, doc)
	case !c.Tree:
		return record.WriteCoNLLU(out, file, doc)
	}
	style := record.TreeStyle{Width: a.outTerminal.Width, Colour: a.outTerminal.Colour}
	if c.Width > 0 {
		style.Width = c.Width
	}
	if len(c.Files) > 1 {
		fmt.Fprintf(a.out, "== %s ==\n", terminal.Clean(nameOf(file)))
	}
	if err := record.WriteTrees(a.out, doc, style); err != nil || len(c.Files) == 1 {
		return err
	}
	_, err := fmt.Fprintln(a.out)
	return err
}

// mostProblems is how many problems of one stage are told one by one.
const mostProblems = 5

// noteProblems tells what was wrong with a text, one line each.
func (a *app) noteProblems(name string, doc *sitrep.Doc) {
	at, told := record.NewOffsets(doc.Text), map[string]int{}
	for _, p := range doc.Problems {
		if told[p.Stage]++; told[p.Stage] > mostProblems {
			continue
		}
		if p.Span.Len() == 0 {
			a.note("%s: %s: %s", name, p.Stage, p.Err)
			continue
		}
		start, end := at.Span(p.Span)
		a.note("%s: %s: characters %d-%d: %s", name, p.Stage, start, end, p.Err)
	}
	for _, p := range doc.Problems {
		if n := told[p.Stage]; n > mostProblems {
			a.note("%s: %s: and %d more like these; --json lists them all", name, p.Stage, n-mostProblems)
			told[p.Stage] = 0
		}
	}
}

// nameOf is what messages call an input.
func nameOf(file string) string {
	switch file {
	case "-":
		return "standard input"
	case "":
		return `""`
	}
	return file
}
