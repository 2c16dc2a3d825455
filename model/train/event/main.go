// Command event trains the decisions of extract/event from answers made by hand: which mentions tell of one happening, which of the events
// found a careful reader would enter, which are new, and how real they are. It measures each by cross-validation over the reports.
//
// ANSWERS are folders, parted by commas; figures of events are those of the first one alone.
//
// What it learns from is read by models that did not see the report: those of the folder PARTS, which package eval/unseen describes.
//
//	event ANSWERS PARTS OUT           writes join.bin, worth.bin, news.bin and status.bin to the folder OUT
//	event -parts ANSWERS PARTS OUT    writes them to OUT/N/event for each part, trained without it
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/unseen"
	"sitrep/extract/event"
	"sitrep/internal/maxent"
)

const folds = 10

func main() {
	log.SetFlags(0)
	parted := flag.Bool("parts", false, "write the models of each part, trained without it")
	flag.Parse()
	if flag.NArg() != 3 {
		log.Fatal("usage: event [-parts] ANSWERS PARTS OUT")
	}
	do := train
	if *parted {
		do = trainParts
	}
	if err := do(flag.Arg(0), flag.Arg(1), flag.Arg(2)); err != nil {
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
	found, joins := school.findings()
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
	return write(out, "join", school.without())
}

// findings are the events that are found in each report by a model of joins that did not see it, and those models.
func (s *school) findings() (found []finding, joins []*maxent.Model) {
	joins = make([]*maxent.Model, folds)
	for f := range folds {
		joins[f] = s.without(f)
		for _, r := range s.reports {
			if r.fold == f {
				found = append(found, judged(r, event.Describe(r.story, joins[f]))...)
			}
		}
	}
	return found, joins
}

// trainParts writes, for each part of the answers, the models of all others.
func trainParts(answers, parts, out string) error {
	reports, err := load(answers, parts)
	if err != nil {
		return err
	}
	school := newSchool(reports)
	found, _ := school.findings()
	for n := range unseen.Parts {
		own := []int{n, n + unseen.Parts}
		dir := filepath.Join(out, strconv.Itoa(n), "event")
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		m := modelsWithout(reports, found, own, school.without(own...))
		for _, w := range []struct {
			name  string
			model *maxent.Model
		}{{"join", m.Join}, {"worth", m.Worth}, {"news", m.News}, {"status", m.Status}} {
			if err := write(dir, w.name, w.model); err != nil {
				return err
			}
		}
	}
	return nil
}

var (
	joinOptions  = maxent.Options{MinCount: 4, Prior: 60}
	eventOptions = maxent.Options{MinCount: 4, Prior: 25}
)

func load(dir, parts string) ([]report, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	answers = append(answers, gold.NoEvents()...)
	stories, err := unseen.Stories(answers, parts, false)
	if err != nil {
		return nil, err
	}
	var all []report
	for i, s := range stories {
		a := &answers[i]
		r := report{a, s, make([]int, len(s.Mentions)), i % folds}
		for k := range r.of {
			r.of[k] = tells(a, &s.Mentions[k])
		}
		all = append(all, r)
	}
	return all, nil
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

// without is the model of joins of all reports but those of some folds.
func (s *school) without(unseen ...int) *maxent.Model {
	var out []maxent.Example
	for i, r := range s.reports {
		if !slices.Contains(unseen, r.fold) {
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
