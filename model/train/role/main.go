// Command role measures how well package role finds the actors of the events that people marked by hand, and trains its model.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract"
	"sitrep/extract/role"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folder of the answers")
	detail := flag.Bool("detail", false, "list the errors")
	learned := flag.Bool("learned", false, "by cross-validation")
	flag.Parse()
	if err := run(*dir, *detail, *learned); err != nil {
		fmt.Fprintln(os.Stderr, "role:", err)
		os.Exit(1)
	}
}

func run(dir string, detail, learned bool) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := read(answers)
	if err != nil {
		return err
	}
	c := &school{answers: answers, stories: stories}
	lex := lexicon.English()
	for i, a := range answers {
		c.of = append(c.of, goldMentions(stories[i], &a))
	}
	if learned {
		c.collect()
		fmt.Println(len(c.examples), "candidates")
		answers := maxent.CrossValidate(c.examples, maxent.Options{Epochs: *epochs, L2: *l2, Rate: *rate, MinCount: *least}, 10)
		limits := role.Limits{}
		for r := range limits {
			for t := range limits[r] {
				limits[r][t] = 0.6
			}
		}
		if *tuneFlag {
			limits = c.tune(answers, limits)
		}
		c.decide(answers, &limits)
		if *out != "" {
			m := maxent.Train(c.examples, maxent.Options{Epochs: *epochs, L2: *l2, Rate: *rate, MinCount: *minShip})
			b := m.Encode()
			fmt.Println(len(b), "bytes")
			if err := os.WriteFile(*out, b, 0o644); err != nil {
				return err
			}
		}
	} else {
		for _, s := range stories {
			if err := role.New(lex).Read(s); err != nil {
				return err
			}
		}
	}
	c.table(false, detail).print()
	fmt.Println("events with a trigger that the reading finds:")
	c.table(true, false).print()
	return nil
}

func read(answers []gold.Answer) ([]*sitrep.Story, error) {
	pipeline, err := english.New()
	if err != nil {
		return nil, err
	}
	reader := extract.New(pipeline, lexicon.English(), gazetteer.Default())
	var stories []*sitrep.Story
	for _, a := range answers {
		r := &sitrep.Report{ID: a.ID, Title: a.Title, Text: a.Text, Language: "en"}
		r.Published, _ = time.Parse("2006-01-02", a.Published)
		s, err := reader.Story(r)
		if err != nil {
			return nil, err
		}
		stories = append(stories, s)
	}
	return stories, nil
}
