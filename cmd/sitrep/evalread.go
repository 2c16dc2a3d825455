package main

import (
	"fmt"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/page"
)

type evalReadCommand struct {
	Dir  string `arg:"" help:"Folder with answers, one a file: *.json."`
	JSON bool   `name:"json" help:"JSON instead of a table, schema sitrep-eval-read/1."`
}

// Help is shown below the flags' head.
func (evalReadCommand) Help() string {
	return `Reads the text of every answer and compares what was found with what a person found. Beside each figure stands where it lies in 95 of 100 draws of the reports. docs/record.md says what each field means.

    sitrep eval read answers/`
}

// Run measures and prints the figures.
func (c *evalReadCommand) Run(a *app) error {
	answers, err := gold.Load(c.Dir)
	if err != nil {
		return fmt.Errorf("eval read: %w", err)
	}
	reader, err := a.reader("")
	if err != nil {
		return err
	}
	result, err := read.Run(answers, func(g *gold.Answer) (*sitrep.Reading, error) {
		report, err := page.Parse([]byte(headed(g)), page.Hints{ID: g.ID, Published: g.Published, Form: page.Text})
		if err != nil {
			return nil, err
		}
		return reader.Read(report)
	}, a.progress)
	switch {
	case err != nil:
		return err
	case c.JSON:
		return result.WriteJSON(a.data())
	}
	return result.WriteTable(a.data())
}

// headed is the report of an answer as a file has it: title, blank line, text.
func headed(g *gold.Answer) string {
	if g.Title == "" {
		return g.Text
	}
	return g.Title + "\n\n" + g.Text
}
