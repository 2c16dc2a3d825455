package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/eval/unseen"
	"sitrep/extract"
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

var castOptions = maxent.Options{Prior: 15, MinCount: 5}

// stage is the reports as they are read by models that did not see them, with the players of their events.
type stage struct {
	answers  []gold.Answer
	stories  []*sitrep.Story
	choices  []*role.Choices
	verdicts [][]read.Verdict
	first    [][]int // the first example of each event of each report
	examples []maxent.Example
}

// newStage reads the reports by models of others, those in the folder PARTS that package eval/unseen describes.
func newStage(answers []gold.Answer, examples []maxent.Example, parts string) (*stage, error) {
	language, err := english.New()
	if err != nil {
		return nil, err
	}
	s := &stage{answers: answers, stories: make([]*sitrep.Story, len(answers))}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	for n := range unseen.Parts * areas {
		part, err := unseeing(reader, answers, examples, filepath.Join(parts, strconv.Itoa(n%unseen.Parts)), n)
		if err != nil {
			return nil, err
		}
		for i := n % unseen.Parts; i < len(answers); i += unseen.Parts {
			if areas > 1 && areaOf(&answers[i]) != n/unseen.Parts {
				continue
			}
			a := &answers[i]
			r := &sitrep.Report{ID: a.ID, Title: a.Title, Text: a.Text, Language: "en"}
			r.Published, _ = time.Parse("2006-01-02", a.Published)
			if s.stories[i], err = part.Story(r); err != nil {
				return nil, err
			}
		}
	}
	for i, story := range s.stories {
		s.verdicts = append(s.verdicts, read.Judge(&answers[i], reading(story)))
		s.collect(i, role.NewChoices(story))
	}
	return s, nil
}

// unseeing is the reader by models that did not see a part of the answers.
func unseeing(reader *extract.Reader, answers []gold.Answer, examples []maxent.Example, dir string, n int) (*extract.Reader, error) {
	m, err := unseen.Models(dir, "trigger", "kind", "status", "when", "where", "setting", "role")
	if err != nil {
		return nil, fmt.Errorf("part %d: %w", n, err)
	}
	e, err := unseen.Models(filepath.Join(dir, "event"), "join", "worth", "news", "status")
	if err != nil {
		return nil, fmt.Errorf("part %d: %w", n, err)
	}
	roles := m["role"]
	if areas > 1 {
		roles = maxent.Train(elsewhere(answers, examples, n), options)
	}
	return reader.With(trigger.NewWith(lexicon.English(), trigger.Models{Event: m["trigger"], Kind: m["kind"], Status: m["status"]}),
		role.NewWith(roles), when.NewWith(m["when"]), where.NewWith(m["where"]), where.NewSetterWith(m["setting"]),
		event.NewWith(event.Models{Join: e["join"], Worth: e["worth"], News: e["news"], Status: e["status"]}),
		unseen.Untouched((*role.Caster)(nil).Name())), nil
}

// elsewhere are the examples of reports of other conflicts.
func elsewhere(answers []gold.Answer, examples []maxent.Example, n int) []maxent.Example {
	own := map[string]bool{}
	for i := range answers {
		if areaOf(&answers[i]) == n/unseen.Parts {
			own[groupOf(&answers[i])] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(examples), func(x maxent.Example) bool { return own[x.Group] })
}

func reading(s *sitrep.Story) *sitrep.Reading {
	return &sitrep.Reading{Report: s.Report, Events: s.Events, Claims: s.Claims}
}

func (s *stage) collect(i int, c *role.Choices) {
	s.choices = append(s.choices, c)
	first := make([]int, len(c.Of))
	for k, all := range c.Of {
		first[k] = len(s.examples)
		v := s.verdicts[i][k]
		labels := make([]string, len(all))
		if v.Event >= 0 {
			labels = s.labels(&s.answers[i].Events[v.Event], all)
		}
		for n := range all {
			x := maxent.Example{Vector: all[n].Vector, Class: labels[n], Group: groupOf(&s.answers[i])}
			if x.Class == "" {
				x.Class = "none"
			}
			if s.answers[i].Folder > 0 {
				x.Weight = lesser
			}
			if v.Spare {
				x.Weight = 0.3
				if v.Event < 0 || len(s.answers[i].Events[v.Event].Actors) == 0 {
					x.Weight = 1e-6
				}
			}
			s.examples = append(s.examples, x)
		}
	}
	s.first = append(s.first, first)
}

// labels are the roles of the players of an event that is paired with one of the gold: each actor of the gold goes to the player that fits best.
func (s *stage) labels(g *gold.Event, all []role.Choice) []string {
	out := make([]string, len(all))
	for _, a := range g.Actors {
		best, most := -1, 0.0
		for i := range all {
			k := slices.Index(roles, a.Role)
			if out[i] != "" || !same(a, all[i].As[k].Name, all[i].As[k].Side) {
				continue
			}
			if f := 0.1 + all[i].Odds[k] + 0.3*min(1, float64(sharedWords(a.Name, all[i].As[k].Name))); f > most {
				best, most = i, f
			}
		}
		if best >= 0 {
			out[best] = string(a.Role)
		}
	}
	return out
}

var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// cast sets the actors of all events by the answers of models that did not see their report.
func (s *stage) cast(answers []maxent.Fold, l *role.Least) {
	for i, c := range s.choices {
		for k, all := range c.Of {
			odds := make([][4]float64, len(all))
			for n := range all {
				f := &answers[s.first[i][k]+n]
				for r := range roles {
					if x := slices.Index(f.Classes, string(roles[r])); x >= 0 {
						odds[n][r] = f.P[x]
					}
				}
			}
			c.Settle(k, odds, l)
		}
	}
}

// measured is how many reports, the first ones, figures are given of: those of the first folder of answers.
func (s *stage) measured() int {
	n := slices.IndexFunc(s.answers, func(a gold.Answer) bool { return a.Folder > 0 })
	if n < 0 {
		return len(s.answers)
	}
	return n
}

func (s *stage) counts() read.Counts {
	sum := read.Counts{}
	for i := range s.measured() {
		sum = sum.Plus(read.Compare(&s.answers[i], reading(s.stories[i])))
	}
	return sum
}

func tell(what string, c read.Counts) {
	fmt.Printf("%-10s event %.3f  who %.3f (right %.1f want %d got %d)  initiator %.3f of %d  exchanged %.3f\n", what, c[read.Event].F1(), c[read.Who].F1(),
		c[read.Who].Right, c[read.Who].Want, c[read.Who].Got, c[read.Initiator].F1(), c[read.Initiator].Got, c[read.Exchanged].F1())
}

// value is the F1 of actors, less for initiators that are wrong.
func value(c read.Counts) float64 {
	return c[read.Who].F1() - 0.5*max(0, 0.87-c[read.Initiator].F1()) - 0.5*max(0, c[read.Exchanged].F1()-0.02)
}

func (s *stage) tune(answers []maxent.Fold, l role.Least) role.Least {
	top := 0.0
	try := func(x *float64, values ...float64) {
		keep := *x
		for _, *x = range values {
			s.cast(answers, &l)
			if v := value(s.counts()); v > top+0.0003 {
				top, keep = v, *x
			}
		}
		*x = keep
	}
	for range 2 {
		for r := range l.Worth {
			try(&l.Worth[r], 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
		}
		try(&l.Initiator, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
		try(&l.Guessed, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
		try(&l.Target, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4)
	}
	return l
}

// events learns and measures the actors of whole events.
func events(c *school, parts string, f flags) error {
	s, err := newStage(c.answers, c.examples, parts)
	if err != nil {
		return err
	}
	tell("mentions", s.counts())
	answers := maxent.CrossValidate(s.examples, castOptions, folds)
	l := role.Leasts
	if f.tune {
		l = s.tune(answers, l)
		fmt.Printf("%+v\n", l)
	}
	s.cast(answers, &l)
	tell("events", s.counts())
	s.byKind()
	if f.cast == "" {
		return nil
	}
	return os.WriteFile(f.cast, maxent.Train(s.examples, castOptions).Encode(), 0o644)
}

// byKind prints the actors of the events that are found, by kind and role.
func (s *stage) byKind() {
	t := newTable()
	for i := range s.measured() {
		story := s.stories[i]
		for k, v := range s.verdicts[i] {
			if v.Event >= 0 && !v.Spare {
				t.score(story, &s.answers[i].Events[v.Event], story.Events[k].Actors, false)
			}
		}
	}
	t.print()
}
