package main

import (
	"fmt"

	"sitrep"
	"sitrep/eval/incidents"
	"sitrep/eval/read"
)

type evalIncidentsCommand struct {
	Answers string `arg:"" help:"File with the answers: which events are one happening, and what the tolls come to."`
	Dir     string `arg:"" help:"Folder with the reports that they speak of, with answers, one a file: *.json."`
	JSON    bool   `name:"json" help:"JSON instead of a table, schema sitrep-eval-incidents/1."`
	Detail  bool   `help:"List what was wrongly joined or torn apart, and the lines of tallies that are wrong."`
}

// Help is shown below the flags' head.
func (evalIncidentsCommand) Help() string {
	return `Joins the reports twice, from the readings that people made and from our own, and compares the incidents and their tallies with those of a person. docs/incidents.md says what each figure means.

    sitrep eval incidents incidents.json answers/`
}

// Run measures and prints the figures.
func (c *evalIncidentsCommand) Run(a *app) error {
	set, err := incidents.Load(c.Answers, c.Dir)
	if err != nil {
		return fmt.Errorf("eval incidents: %w", err)
	}
	reader, err := a.reader("")
	if err != nil {
		return err
	}
	result, err := incidents.Run(set, reader, func(report int, own *sitrep.Reading) (event []int, spare []bool) {
		for _, v := range read.Judge(&set.Reports[report], own) {
			event, spare = append(event, v.Event), append(spare, v.Spare)
		}
		return event, spare
	})
	switch {
	case err != nil:
		return fmt.Errorf("eval incidents: %w", err)
	case c.JSON:
		return result.WriteJSON(a.data())
	}
	return result.WriteTable(a.data(), c.Detail)
}
