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
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folder of the answers")
	detail := flag.Bool("detail", false, "list the errors")
	flag.Parse()
	if err := run(*dir, *detail); err != nil {
		fmt.Fprintln(os.Stderr, "role:", err)
		os.Exit(1)
	}
}

func run(dir string, detail bool) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := read(answers)
	if err != nil {
		return err
	}
	t := newTable()
	lex := lexicon.English()
	for i, a := range answers {
		s := stories[i]
		of := goldMentions(s, &a)
		if err := role.New(lex).Read(s); err != nil {
			return err
		}
		for k := range a.Events {
			if e := &a.Events[k]; !e.Optional {
				t.score(s, e, merged(s, of, k), detail)
			}
		}
	}
	t.print()
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
