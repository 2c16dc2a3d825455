package gold

import (
	"fmt"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

// Stories reads the reports of answers with the models that are built in, in their order: what the programs in model/train learn from.
func Stories(answers []Answer) ([]*sitrep.Story, error) {
	pipeline, err := english.New()
	if err != nil {
		return nil, err
	}
	reader := extract.New(pipeline, lexicon.English(), gazetteer.Default())
	var all []*sitrep.Story
	for i := range answers {
		s, err := reader.Story(answers[i].report())
		if err != nil {
			return nil, fmt.Errorf("answer %s: %w", answers[i].ID, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// report is the text as the answer has it, with nothing dropped.
func (a *Answer) report() *sitrep.Report {
	r := &sitrep.Report{ID: a.ID, Title: a.Title, Text: a.Text, Language: "en"}
	r.Published, _ = time.Parse("2006-01-02", a.Published)
	return r
}
