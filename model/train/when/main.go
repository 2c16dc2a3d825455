// Command when trains the choice of package extract/when, which expression of time dates a mention, from answers made by hand, and measures
// it by cross-validation over the reports.
//
//	when ANSWERS OUT    writes when.bin to the folder OUT; without OUT it only measures
package main

import (
	"log"
	"os"
	"path/filepath"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/when"
	"sitrep/internal/maxent"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 || len(os.Args) > 3 {
		log.Fatal("usage: when ANSWERS [OUT]")
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

func run(answers string, out []string) error {
	all, err := load(answers)
	if err != nil {
		return err
	}
	crossValidate(all).print()
	if len(out) == 0 {
		return nil
	}
	return os.WriteFile(filepath.Join(out[0], "when.bin"), train(all, -1).Encode(), 0o644)
}

// folds and options were chosen by cross-validation.
const folds = 10

var options = maxent.Options{Epochs: 15, Rate: 0.04, L2: 4e-3, MinCount: 3}

// report is an answer with its story, what may date the mentions, and which events they tell of.
type report struct {
	answer     *gold.Answer
	story      *sitrep.Story
	fold       int
	candidates [][]when.Candidate
	events     []*gold.Event // of each mention, nil where it tells of none that is dated
}

func load(dir string) ([]report, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	stories, err := gold.Stories(answers)
	if err != nil {
		return nil, err
	}
	var all []report
	for n, s := range stories {
		a := &answers[n]
		all = append(all, report{answer: a, story: s, fold: n % folds, candidates: when.Candidates(s), events: match(a, s)})
	}
	return all, nil
}

// train learns from all reports outside a fold.
func train(all []report, fold int) *maxent.Model {
	var choices []maxent.Choice
	for i := range all {
		r := &all[i]
		for k, e := range r.events {
			if e != nil && r.fold != fold {
				choices = append(choices, choice(r, k, e))
			}
		}
	}
	return maxent.TrainChoices(choices, options)
}

func choice(r *report, mention int, e *gold.Event) maxent.Choice {
	c := maxent.Choice{Group: r.answer.ID}
	for _, x := range r.candidates[mention] {
		c.Options = append(c.Options, x.Vector)
		c.Right = append(c.Right, fit(e, &x) >= 0.75)
	}
	return c
}
