// Command about trains the decision of package extract which events a claim speaks of, from answers made by hand.
//
//	about ANSWERS OUT.bin
package main

import (
	"fmt"
	"log"
	"os"
	"slices"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/predict"
	"sitrep/eval/read"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

var options = maxent.Options{Epochs: 20, Rate: 0.05, L2: 3e-2, MinCount: 4}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: about ANSWERS OUT.bin")
	}
	examples, err := load(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	tell(maxent.CrossValidate(examples, options, 10))
	if err := os.WriteFile(os.Args[2], maxent.Train(examples, options).Encode(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func load(dir string) ([]maxent.Example, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	language, err := english.New()
	if err != nil {
		return nil, err
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	var all []maxent.Example
	for i := range answers {
		a := &answers[i]
		in := predict.Input{ID: a.ID, Published: a.Published, Title: a.Title, Text: a.Text}
		s, err := reader.Story(in.Report())
		if err != nil {
			return nil, fmt.Errorf("answer %s: %w", a.ID, err)
		}
		all = append(all, examples(a, s)...)
	}
	return all, nil
}

// examples are the pairs of claims and events of a report that its answer has both.
func examples(a *gold.Answer, s *sitrep.Story) []maxent.Example {
	reading := &sitrep.Reading{Report: s.Report, Events: s.Events, Claims: s.Claims}
	events, claims := read.Judge(a, reading), read.JudgeClaims(a, reading)
	var out []maxent.Example
	for _, p := range extract.Abouts(s) {
		event, claim := events[p.Event], claims[p.Claim]
		if claim < 0 || event.Spare {
			continue
		}
		class := "other"
		if event.Event >= 0 && slices.Contains(a.Claims[claim].About, a.Events[event.Event].ID) {
			class = "about"
		}
		out = append(out, maxent.Example{Vector: p.Vector, Class: class, Group: a.ID})
	}
	return out
}

func tell(answers []maxent.Fold) {
	for _, least := range []float64{0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6} {
		right, want, got := 0, 0, 0
		for _, a := range answers {
			p := a.P[slices.Index(a.Classes, "about")]
			if a.Right == "about" {
				want++
			}
			if p > least {
				got++
				if a.Right == "about" {
					right++
				}
			}
		}
		fmt.Printf("least %.2f: precision %.3f, recall %.3f, F1 %.3f\n", least, float64(right)/float64(max(1, got)), float64(right)/float64(max(1, want)),
			2*float64(right)/float64(max(1, want+got)))
	}
}
