package main

import (
	"fmt"
	"strings"

	"sitrep/eval/predict"
)

type evalPredictCommand struct {
	Kit string `arg:"" help:"The benchmark: see sitrep eval predict --help."`
}

// Help is shown below the flags' head.
func (evalPredictCommand) Help() string {
	var b strings.Builder
	b.WriteString("Reads JSON Lines on standard input and answers each on standard output, by the same reading as sitrep read. The benchmarks:\n\n")
	for _, k := range predict.Kits() {
		fmt.Fprintf(&b, "    %-12s %s\n", k.Name, k.Help)
	}
	b.WriteString("\n    sitrep eval predict timex < in.jsonl > pred.jsonl")
	return b.String()
}

// Run answers the benchmark.
func (c *evalPredictCommand) Run(a *app) error {
	kit, ok := predict.Find(c.Kit)
	if !ok {
		return usageError{fmt.Errorf("no benchmark is called %q", c.Kit), "sitrep eval predict --help"}
	}
	reader, err := a.reader("")
	if err != nil {
		return err
	}
	return predict.Run(kit, reader, a.in, a.data())
}
