// Command event trains the decisions of extract/event from answers made by hand: which mentions tell of one happening, which of the events
// found a careful reader would enter, which are new, and how real they are. It measures each by cross-validation over the reports.
//
// ANSWERS are folders, parted by commas; figures of events are those of the first one alone.
//
// What it learns from is read by models that did not see the report, so that it looks no better than on new text: PARTS/N, for N from 0 to 4, holds
// models trained without each fifth answer from the Nth on. model/train/trigger -without N makes trigger.bin, kind.bin and status.bin; model/train/when,
// where, role and claim make when.bin, where.bin, role.bin, keep.bin and stance.bin from a folder without those answers.
//
//	event ANSWERS PARTS OUT    writes join.bin, worth.bin, news.bin and status.bin to the folder OUT
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
	"sitrep/extract/claim"
	"sitrep/extract/event"
	"sitrep/extract/role"
	"sitrep/extract/trigger"
	"sitrep/extract/when"
	"sitrep/extract/where"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

const folds = 10

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: event ANSWERS PARTS OUT")
	}
	if err := train(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

// report is an answer with its story.
type report struct {
	answer *gold.Answer
	story  *sitrep.Story
	of     []int // the number of the answer's event that each mention tells of, -1 for none
	fold   int
}

func train(answers, parts, out string) error {
	reports, err := load(answers, parts)
	if err != nil {
		return err
	}
	school := newSchool(reports)
	var found []finding
	joins := make([]*maxent.Model, folds)
	for f := range folds {
		joins[f] = school.without(f)
		for _, r := range reports {
			if r.fold == f {
				found = append(found, judged(r, event.Describe(r.story, joins[f]))...)
			}
		}
	}
	for _, name := range []string{"worth", "news", "status"} {
		examples := learned(found, name)
		answers := maxent.CrossValidate(examples, eventOptions, folds)
		tell(name, examples, answers)
		if err := write(out, name, maxent.Train(examples, eventOptions)); err != nil {
			return err
		}
	}
	if err := figures(reports, found, joins); err != nil {
		return err
	}
	return write(out, "join", school.without(-1))
}

var (
	joinOptions  = maxent.Options{MinCount: 4, Prior: 20}
	eventOptions = maxent.Options{MinCount: 4, Prior: 25}
)

func load(dir, parts string) ([]report, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	answers = append(answers, gold.NoEvents()...)
	language, err := english.New()
	if err != nil {
		return nil, err
	}
	readers, err := unseeing(extract.New(language, lexicon.English(), gazetteer.Default()), parts)
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
		r := report{a, s, make([]int, len(s.Mentions)), i % folds}
		for k := range r.of {
			r.of[k] = tells(a, &s.Mentions[k])
		}
		all = append(all, r)
	}
	return all, nil
}

// parts is into how many parts model/train/trigger cuts the answers.
const parts = 5

// unseeing are the readers for the parts of the answers, each with models that were trained without its part.
func unseeing(reader *extract.Reader, dir string) ([]*extract.Reader, error) {
	var out []*extract.Reader
	for n := range parts {
		steps, err := unseeingSteps(filepath.Join(dir, strconv.Itoa(n)))
		if err != nil {
			return nil, fmt.Errorf("part %d: %w", n, err)
		}
		out = append(out, reader.With(steps...))
	}
	return out, nil
}

// school is what joins are learned from: the comparisons with the groups of the answers, and those with the groups that a model makes of a report
// that it did not see, so that groups that are not pure are known too.
type school struct {
	reports []report
	joins   [][]maxent.Example // of each report
}

func newSchool(reports []report) *school {
	s := &school{reports, make([][]maxent.Example, len(reports))}
	for i, r := range reports {
		s.joins[i] = labelledJoins(r, event.Joins(r.story, r.of))
	}
	made := make([][]maxent.Example, len(reports))
	for f := range folds {
		model := s.without(f)
		for i, r := range reports {
			if r.fold == f {
				made[i] = labelledJoins(r, event.JoinsBy(r.story, model))
			}
		}
	}
	for i := range reports {
		s.joins[i] = append(s.joins[i], made[i]...)
	}
	return s
}

// without is the model of joins of all reports but those of a fold.
func (s *school) without(fold int) *maxent.Model {
	var out []maxent.Example
	for i, r := range s.reports {
		if r.fold != fold {
			out = append(out, s.joins[i]...)
		}
	}
	return maxent.Train(out, joinOptions)
}

func labelledJoins(r report, joins []event.Join) []maxent.Example {
	var out []maxent.Example
	for _, j := range joins {
		class := ""
		switch most := mostly(r.of, j.Members); {
		case r.of[j.Mention] < 0 || most < 0:
		case most == r.of[j.Mention]:
			class = "same"
		default:
			class = "other"
		}
		if class != "" {
			out = append(out, maxent.Example{Vector: j.Vector, Class: class, Group: r.answer.ID})
		}
	}
	return out
}

// mostly is the event that most of the mentions of a group tell of, the first of several; -1 where none tells of any.
func mostly(of, members []int) int {
	best, count := -1, map[int]int{}
	for _, i := range members {
		if e := of[i]; e >= 0 {
			if count[e]++; best < 0 || count[e] > count[best] {
				best = e
			}
		}
	}
	return best
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

// unseeingSteps are the steps of reading with the models in a folder.
func unseeingSteps(dir string) ([]extract.Step, error) {
	m := map[string]*maxent.Model{}
	for _, name := range []string{"trigger", "kind", "status", "when", "where", "role", "keep", "stance"} {
		b, err := os.ReadFile(filepath.Join(dir, name+".bin"))
		if err != nil {
			return nil, err
		}
		if m[name], err = maxent.Decode(b); err != nil {
			return nil, fmt.Errorf("%s.bin: %w", name, err)
		}
	}
	lex := lexicon.English()
	return []extract.Step{claim.NewWith(lex, m["keep"], m["stance"]), trigger.NewWith(lex, trigger.Models{Event: m["trigger"], Kind: m["kind"], Status: m["status"]}),
		role.NewWith(m["role"]), when.NewWith(m["when"]), where.NewWith(m["where"])}, nil
}
