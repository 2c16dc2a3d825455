// Command about trains the decision of package extract which events a claim speaks of, from answers made by hand.
//
// It learns from events as they are read by models that did not see the report, those of the folder PARTS, which package eval/unseen describes: those
// of a report that was learned from are found better than others will be.
//
//	about ANSWERS PARTS OUT.bin
package main

import (
	"fmt"
	"log"
	"os"
	"slices"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/eval/unseen"
	"sitrep/extract"
	"sitrep/internal/maxent"
)

var options = maxent.Options{Prior: 70, MinCount: 4}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: about ANSWERS PARTS OUT.bin")
	}
	examples, wanted, err := load(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	tell(maxent.CrossValidate(examples, options, 10), wanted)
	if err := os.WriteFile(os.Args[3], maxent.Train(examples, options).Encode(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// load gives the examples, and how many ties the answers have of the claims that were found: those to events that were not found count too.
func load(dir, parts string) ([]maxent.Example, int, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, 0, err
	}
	stories, err := unseen.Stories(answers, parts, true)
	if err != nil {
		return nil, 0, err
	}
	var all []maxent.Example
	wanted := 0
	for i := range answers {
		found, ties := examples(&answers[i], stories[i])
		all, wanted = append(all, found...), wanted+ties
	}
	return all, wanted, nil
}

// examples are the pairs of claims and events of a report that its answer has both, and the number of ties of its claims in the answer.
func examples(a *gold.Answer, s *sitrep.Story) (out []maxent.Example, ties int) {
	reading := &sitrep.Reading{Report: s.Report, Events: s.Events, Claims: s.Claims}
	events, claims := read.Judge(a, reading), read.JudgeClaims(a, reading)
	for _, claim := range claims {
		if claim >= 0 {
			ties += needed(a, &a.Claims[claim])
		}
	}
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
	return out, ties
}

// needed is how many events a claim of an answer is about, without those that may be left out.
func needed(a *gold.Answer, c *gold.Claim) int {
	n := 0
	for i := range a.Events {
		if !a.Events[i].Optional && slices.Contains(c.About, a.Events[i].ID) {
			n++
		}
	}
	return n
}

func tell(answers []maxent.Fold, want int) {
	for _, least := range []float64{0.2, 0.24, 0.27, 0.3, 0.33, 0.36, 0.4, 0.45} {
		right, got := 0, 0
		for _, a := range answers {
			p := a.P[slices.Index(a.Classes, "about")]
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
