// Command event trains the decisions of extract/event from answers made by hand: which mentions tell of one happening, which of the events
// found a careful reader would enter, which are new, and how real they are. It measures each by cross-validation over the reports.
//
// ANSWERS are folders, parted by commas; figures of events are those of the first one alone.
//
// The mentions that it learns from are found by models of package trigger that did not see the report: model/train/trigger -without N -out
// TRIGGERS/N makes them, for N from 0 to 4.
//
//	event ANSWERS TRIGGERS OUT    writes join.bin, worth.bin, news.bin and status.bin to the folder OUT
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/predict"
	"sitrep/extract"
	"sitrep/extract/event"
	"sitrep/extract/trigger"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

const folds = 10

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: event ANSWERS TRIGGERS OUT")
	}
	if err := train(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

// report is an answer with its story.
type report struct {
	answer *gold.Answer
	story  *sitrep.Story
	fold   int
}

func train(answers, triggers, out string) error {
	reports, err := load(answers, triggers)
	if err != nil {
		return err
	}
	joins := joinExamples(reports, -1)
	tell("join", joins, maxent.CrossValidate(joins, joinOptions, folds))
	var found []finding
	for f := range folds {
		model := maxent.Train(joinExamples(reports, f), joinOptions)
		for _, r := range reports {
			if r.fold == f {
				found = append(found, judged(r, event.Describe(r.story, model))...)
			}
		}
	}
	for _, name := range []string{"worth", "news", "status"} {
		examples := learned(found, name)
		answers := maxent.CrossValidate(examples, eventOptions, folds)
		tell(name, examples, answers)
		if name == "worth" {
			figures(reports, found)
		}
		if err := write(out, name, maxent.Train(examples, eventOptions)); err != nil {
			return err
		}
	}
	return write(out, "join", maxent.Train(joins, joinOptions))
}

var (
	joinOptions  = maxent.Options{Epochs: 20, Rate: 0.05, L2: 5e-3, MinCount: 4}
	eventOptions = maxent.Options{Epochs: 20, Rate: 0.02, L2: 1e-2, MinCount: 8}
)

func load(dir, triggers string) ([]report, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	language, err := english.New()
	if err != nil {
		return nil, err
	}
	readers, err := unseeing(extract.New(language, lexicon.English(), gazetteer.Default()), triggers)
	if err != nil {
		return nil, err
	}
	var all []report
	for i := range answers {
		a := &answers[i]
		in := predict.Input{ID: a.ID, Published: a.Published, Title: a.Title, Text: a.Text}
		s, err := readers[i%len(readers)].Story(in.Report())
		if err != nil {
			return nil, fmt.Errorf("answer %s: %w", a.ID, err)
		}
		all = append(all, report{a, s, i % folds})
	}
	return all, nil
}

// parts is into how many parts model/train/trigger cuts the answers.
const parts = 5

// unseeing are the readers for the parts of the answers, each with triggers that were trained without its part.
func unseeing(reader *extract.Reader, triggers string) ([]*extract.Reader, error) {
	var out []*extract.Reader
	for n := range parts {
		var m trigger.Models
		for name, to := range map[string]**maxent.Model{"trigger.bin": &m.Event, "kind.bin": &m.Kind, "status.bin": &m.Status} {
			b, err := os.ReadFile(filepath.Join(triggers, strconv.Itoa(n), name))
			if err != nil {
				return nil, err
			}
			if *to, err = maxent.Decode(b); err != nil {
				return nil, fmt.Errorf("%s of part %d: %w", name, n, err)
			}
		}
		out = append(out, reader.With(trigger.NewWith(lexicon.English(), m)))
	}
	return out, nil
}

// joinExamples are the comparisons in all reports but those of a fold.
func joinExamples(reports []report, without int) []maxent.Example {
	var out []maxent.Example
	for _, r := range reports {
		if r.fold == without {
			continue
		}
		of := make([]int, len(r.story.Mentions))
		for i := range of {
			of[i] = tells(r.answer, &r.story.Mentions[i])
		}
		for _, j := range event.Joins(r.story, of) {
			if of[j.Mention] < 0 || of[j.Members[0]] < 0 {
				continue
			}
			class := "other"
			if of[j.Mention] == of[j.Members[0]] {
				class = "same"
			}
			out = append(out, maxent.Example{Vector: j.Vector, Class: class, Group: r.answer.ID})
		}
	}
	return out
}

// tells is the number of the answer's event that a mention tells of, -1 for none.
func tells(a *gold.Answer, m *sitrep.EventMention) int {
	best, score := -1, 0.0
	for i := range a.Events {
		e := &a.Events[i]
		for _, s := range e.Spans {
			if f := fit(s, m.Span); f > 0 && s.Contains(m.TriggerSpan) {
				if f += kind(e, m.Kind); f > score && kind(e, m.Kind) > 0 {
					best, score = i, f
				}
			}
		}
	}
	return best
}

// fit is how much two spans share, 0 to 1, as a mean of both.
func fit(a, b sitrep.Span) float64 {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	if shared <= 0 || 2*shared < min(a.Len(), b.Len()) {
		return 0
	}
	return 2 * float64(shared) / float64(a.Len()+b.Len())
}

func kind(e *gold.Event, k sitrep.Kind) float64 {
	if e.Kind == k {
		return 2
	}
	for _, also := range e.Also {
		if also == k {
			return 2
		}
	}
	if event.SameFamily(e.Kind, k) {
		return 1
	}
	return 0
}

func write(dir, name string, m *maxent.Model) error {
	b := m.Encode()
	fmt.Printf("%s.bin: %d bytes\n", name, len(b))
	return os.WriteFile(filepath.Join(dir, name+".bin"), b, 0o644)
}
