// Command trigger measures how well package trigger finds the words that tell of the events that people marked by hand, and trains its model.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folder of the answers")
	detail := flag.String("detail", "", "list what is missed, invented or of another kind")
	flag.Parse()
	if err := run(*dir, *detail); err != nil {
		fmt.Fprintln(os.Stderr, "trigger:", err)
		os.Exit(1)
	}
}

func run(dir, detail string) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := read(answers)
	if err != nil {
		return err
	}
	m := newMeasure(detail)
	for i := range answers {
		m.add(&answers[i], stories[i])
	}
	m.print(os.Stdout)
	return nil
}

// read gives the stories of the answers.
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
