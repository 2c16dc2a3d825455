package main

import (
	"fmt"
	"slices"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/role"
	"sitrep/internal/maxent"
)

// lesser is how much an example counts of answers that are not of the first folder: they were made with less care.
const lesser = 0.3

// school is the reports with the candidates of their mentions.
type school struct {
	answers  []gold.Answer
	stories  []*sitrep.Story
	of       [][]int // the event of each mention of each report
	lessons  []*role.Lessons
	first    [][]int // the first example of each mention of each report
	examples []maxent.Example
}

func (c *school) collect() {
	for i, s := range c.stories {
		l := role.NewLessons(s)
		c.lessons = append(c.lessons, l)
		first := make([]int, len(l.Cases))
		for m, cases := range l.Cases {
			first[m] = len(c.examples)
			ls := labels(&c.answers[i].Events[c.of[i][m]], cases)
			for n, k := range cases {
				x := maxent.Example{Vector: k.Vector, Class: ls[n], Group: groupOf(&c.answers[i])}
				if c.answers[i].Folder > 0 {
					x.Weight = lesser
				}
				if x.Class == "" {
					x.Class, x.Weight = "none", 1e-6
				}
				c.examples = append(c.examples, x)
			}
		}
		c.first = append(c.first, first)
	}
}

// labels are the roles that the gold gives the candidates of a mention. For each actor of the gold it is those that fit best; the others that
// fit too, by their side alone, are not to be learned from: "".
func labels(e *gold.Event, cases []role.Case) []string {
	out := make([]string, len(cases))
	for i := range out {
		out[i] = "none"
	}
	for _, g := range e.Actors {
		most := 0
		for i := range cases {
			most = max(most, closeness(g, &cases[i]))
		}
		for i := range cases {
			switch n := closeness(g, &cases[i]); {
			case n == 0:
			case n == most:
				out[i] = string(g.Role)
			case out[i] == "none":
				out[i] = ""
			}
		}
	}
	return out
}

// closeness is how well a candidate fits an actor of the gold: 0 for not at all.
func closeness(g gold.Actor, k *role.Case) int {
	if !same(g, k.Name, k.Side) {
		return 0
	}
	n := 1
	if sharedWords(g.Name, k.Name) > 0 {
		n += 4
	}
	if k.Rule == g.Role {
		n += 2
	}
	return n
}

func sharedWords(a, b string) int {
	n, y := 0, words(b)
	for w := range words(a) {
		if y[w] {
			n++
		}
	}
	return n
}

// decide sets the actors of all mentions by the answers of models that did not see their report.
func (c *school) decide(answers []maxent.Fold, limits *role.Limits) {
	for r, l := range c.lessons {
		for m := range l.Cases {
			l.Decide(m, limits, func(i int, class string) float64 {
				f := &answers[c.first[r][m]+i]
				if k := slices.Index(f.Classes, class); k >= 0 {
					return f.P[k]
				}
				return 0
			})
		}
	}
}

// table scores the actors that the mentions have.
func (c *school) table(onlyFound, detail bool) *table {
	t := newTable()
	for i, a := range c.answers {
		for k := range a.Events {
			if e := &a.Events[k]; !e.Optional && (!onlyFound || found(c.stories[i], c.of[i], k)) {
				t.score(c.stories[i], e, merged(c.stories[i], c.of[i], k), detail)
			}
		}
	}
	return t
}

// tune finds limits: one after the other, it takes the value that makes the most of the F1 of actors, and of initiators that are right.
func (c *school) tune(answers []maxent.Fold, limits role.Limits) role.Limits {
	best := 0.0
	for range 2 {
		for r := range limits {
			for t := range limits[r] {
				keep := limits[r][t]
				for _, x := range []float64{0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.1} {
					limits[r][t] = x
					c.decide(answers, &limits)
					if w := c.table(true, false).worth(); w > best+0.0003 {
						best, keep = w, x
					}
				}
				limits[r][t] = keep
			}
		}
		fmt.Printf("%.4f %v\n", best, limits)
	}
	return limits
}

// worth is the F1 of actors, less for initiators that are wrong.
func (t *table) worth() float64 {
	a := t.rows["all"]
	p, r := a.right/max(1, a.given), a.right/max(1, a.gold)
	wrong := 1 - t.right/max(1, t.initiators)
	exchanged := t.exchanged / max(1, t.initiators)
	return 2*p*r/max(1e-9, p+r) - 0.5*max(0, wrong-0.14) - 0.5*max(0, exchanged-0.02)
}
