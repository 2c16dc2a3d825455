package main

import (
	"fmt"

	"sitrep/eval/language"
)

type evalCommand struct {
	Language  evalLanguageCommand  `cmd:"" help:"Measure words, tags, trees, names and chains against treebanks."`
	Read      evalReadCommand      `cmd:"" help:"Measure the reading against answers made by hand."`
	Incidents evalIncidentsCommand `cmd:"" help:"Measure the joining of reports against answers made by hand."`
	Predict   evalPredictCommand   `cmd:"" help:"Answer a public benchmark in its own shape."`
}

type evalLanguageCommand struct {
	Dir   string `arg:"" help:"Folder with gold: *.conllu, *.iob2 and *.ontocoref.conll, also with .gz."`
	JSON  bool   `name:"json" help:"JSON instead of tables, schema sitrep-eval-language/1."`
	Train bool   `help:"Measure files whose name holds \"train\" too."`
}

// Help is shown below the flags' head.
func (evalLanguageCommand) Help() string {
	return `Every *.conllu file is measured twice: from its running text (sentences, words, tags, lemmas, attachment, as the CoNLL 2018 shared task counts them) and with its own words and sentences. Names are measured against *.iob2 files in the columns of Universal NER, chains against x.ontocoref.conll beside x.conllu. docs/language.md says what each figure means.

    sitrep eval language treebanks/
    sitrep eval language --json treebanks/ > figures.json`
}

// Run measures and prints the figures.
func (c *evalLanguageCommand) Run(a *app) error {
	var p language.Pipelines
	var err error
	if p.Raw, err = a.pipeline(); err != nil {
		return fmt.Errorf("build the pipeline: %w", err)
	}
	if p.Given, err = a.pipeline(language.GivenLayers...); err != nil {
		return fmt.Errorf("build the pipeline for gold tokens: %w", err)
	}
	r, err := language.Run(c.Dir, p, language.Options{Train: c.Train, Progress: a.progress})
	switch {
	case err != nil:
		return err
	case c.JSON:
		return r.WriteJSON(a.data())
	}
	return r.WriteTable(a.data())
}
