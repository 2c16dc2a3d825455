package main

import (
	"fmt"

	"sitrep/eval/gold"
	"sitrep/extract/when"
	"sitrep/internal/maxent"
)

// result is how well mentions, and the events that they tell of, are dated.
type result struct {
	mentions, best float64
	n              int
	surest, fits   map[*gold.Event]float64
}

// crossValidate dates the mentions of each fold by a model of the others.
func crossValidate(all []report) *result {
	r := &result{surest: map[*gold.Event]float64{}, fits: map[*gold.Event]float64{}}
	for f := range folds {
		model := train(all, f)
		for i := range all {
			if all[i].fold == f && all[i].answer.Folder == 0 {
				r.add(&all[i], model)
			}
		}
	}
	return r
}

func (r *result) add(p *report, model *maxent.Model) {
	for i, e := range p.events {
		if e == nil {
			continue
		}
		c, score := when.Choose(model, p.candidates[i])
		got, best := fit(e, &c), 0.0
		for k := range p.candidates[i] {
			best = max(best, fit(e, &p.candidates[i][k]))
		}
		r.mentions += got
		r.best += best
		r.n++
		if score > r.surest[e] {
			r.surest[e], r.fits[e] = score, got
		}
	}
}

func (r *result) print() {
	sum, n := 0.0, 0
	for e, f := range r.fits {
		if !e.Optional {
			sum += f
			n++
		}
	}
	fmt.Printf("mentions %.3f of %d (%.3f with the best candidate), events %.3f of %d by their surest mention\n",
		r.mentions/float64(r.n), r.n, r.best/float64(r.n), sum/float64(n), n)
}
