// Command role trains the models of extract/role from answers made by hand. It measures the roles of mentions on the words that the answers
// mark, and the actors of whole events on the events that are found, both by cross-validation over the reports.
//
// ANSWERS are folders, parted by commas; figures of whole events are those of the first one alone.
//
//	role ANSWERS          measures the actors that the model gives
//	role ANSWERS -rules   measures those that the rules alone give
//	role ANSWERS -tune    finds limits too, for extract/role/decide.go
//	role ANSWERS -o FILE  writes role.bin, the model of mentions trained on all answers, to FILE
//	role ANSWERS -events PARTS -cast FILE
//	                      measures whole events, and writes their model, cast.bin, to FILE. PARTS/N are the models of all steps before
//	                      without part N, see eval/unseen; with -tune it finds role.Leasts too. With -apart no model of roles is asked of a
//	                      conflict that it has learned from: what reports of other conflicts may expect
package main

import (
	"flag"
	"fmt"
	"os"

	"sitrep/eval/gold"
	"sitrep/extract/role"
	"sitrep/internal/maxent"
)

const folds = 10

// options stop early: many features hold for few of some thirty thousand examples, and more epochs fit those alone.
var options = maxent.Options{Epochs: 15, Rate: 0.01, L2: 1e-2, MinCount: 3}

type flags struct {
	rules, tune, detail bool
	apart               bool
	out, events, cast   string
}

func main() {
	var f flags
	set := flag.NewFlagSet("role", flag.ExitOnError)
	set.BoolVar(&f.rules, "rules", false, "measure the rules alone")
	set.BoolVar(&f.tune, "tune", false, "find limits")
	set.BoolVar(&f.detail, "detail", false, "list the errors")
	set.StringVar(&f.out, "o", "", "the file of the model")
	set.StringVar(&f.events, "events", "", "the folder of the models without each part: measure the actors of whole events")
	set.StringVar(&f.cast, "cast", "", "with -events: the file of the model of whole events")
	set.BoolVar(&f.apart, "apart", false, "ask no model of a conflict that it has learned from")
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: role ANSWERS [-rules] [-tune] [-detail] [-o FILE]")
		os.Exit(2)
	}
	_ = set.Parse(os.Args[2:])
	if err := run(os.Args[1], f); err != nil {
		fmt.Fprintln(os.Stderr, "role:", err)
		os.Exit(1)
	}
}

func run(dir string, f flags) error {
	if f.apart {
		areas = len(conflicts) + 2
	}
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	c := &school{answers: answers}
	if c.stories, err = gold.Stories(answers); err != nil {
		return err
	}
	for i := range answers {
		c.of = append(c.of, goldMentions(c.stories[i], &answers[i]))
	}
	c.collect()
	if f.events != "" {
		if err := events(c, f.events, f); err != nil || f.out == "" {
			return err
		}
		return os.WriteFile(f.out, maxent.Train(c.examples, options).Encode(), 0o644)
	}
	if f.rules {
		c.byRule()
	} else {
		c.byModel(f.tune)
	}
	c.table(false, f.detail).print()
	fmt.Println("events with a trigger that the reading finds:")
	c.table(true, false).print()
	if f.out == "" {
		return nil
	}
	return os.WriteFile(f.out, maxent.Train(c.examples, options).Encode(), 0o644)
}

// byModel sets the actors by cross-validation.
func (c *school) byModel(tune bool) {
	answers := maxent.CrossValidate(c.examples, options, folds)
	limits := role.Built()
	if tune {
		limits = c.tune(answers, limits)
	}
	c.decide(answers, &limits)
}

// byRule sets the actors that the rules give.
func (c *school) byRule() {
	for _, l := range c.lessons {
		for m, cases := range l.Cases {
			l.Decide(m, &role.Limits{}, func(i int, class string) float64 {
				if string(cases[i].Rule) == class {
					return 1
				}
				return -1
			})
		}
	}
}
