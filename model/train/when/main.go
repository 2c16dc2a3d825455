// Command when trains the choice of package extract/when, which expression of time dates a mention, from answers made by hand, and measures
// it by cross-validation over the reports.
//
//	when ANSWERS OUT    writes when.bin to the folder OUT; without OUT it only measures
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract"
	"sitrep/extract/when"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 || len(os.Args) > 3 {
		log.Fatal("usage: when ANSWERS [OUT]")
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

func run(answers string, out []string) error {
	all, err := load(answers)
	if err != nil {
		return err
	}
	crossValidate(all).print()
	if len(out) == 0 {
		return nil
	}
	return os.WriteFile(filepath.Join(out[0], "when.bin"), maxent.TrainChoices(choices(all, -1), options).Encode(), 0o644)
}

// folds and options were chosen by cross-validation: more epochs or less regularisation fit the answers and no others.
const folds = 10

var options = maxent.Options{Epochs: 15, Rate: 0.04, L2: 7e-3, MinCount: 2}

// judged is a mention that tells of an event of the answers, with its candidates.
type judged struct {
	report     string
	fold       int
	event      *gold.Event
	words      string
	candidates []when.Candidate
	fits       []float64
}

func load(dir string) ([]judged, error) {
	answers, err := gold.Load(dir)
	if err != nil {
		return nil, err
	}
	pipeline, err := english.New()
	if err != nil {
		return nil, err
	}
	reader := extract.New(pipeline, lexicon.English(), gazetteer.Default())
	var all []judged
	for n := range answers {
		a := &answers[n]
		r := &sitrep.Report{ID: a.ID, Title: a.Title, Text: a.Text, Language: "en"}
		r.Published, _ = time.Parse("2006-01-02", a.Published)
		s, err := reader.Story(r)
		if err != nil {
			return nil, err
		}
		for _, j := range match(a, s) {
			j.fold = n % folds
			all = append(all, j)
		}
	}
	return all, nil
}

// choices are those of all mentions outside a fold.
func choices(all []judged, fold int) []maxent.Choice {
	var out []maxent.Choice
	for i := range all {
		if all[i].fold != fold {
			out = append(out, all[i].choice())
		}
	}
	return out
}

func (j *judged) choice() maxent.Choice {
	c := maxent.Choice{Group: j.report}
	for k := range j.candidates {
		c.Options = append(c.Options, j.candidates[k].Vector)
		c.Right = append(c.Right, j.fits[k] >= 0.75)
	}
	return c
}

// result is how well mentions, and the events that they tell of, are dated.
type result struct {
	mentions, best float64
	nm             int
	events         map[*gold.Event]map[string]*vote
	order          []*gold.Event
}

// vote is what the mentions of an event say for an interval.
type vote struct {
	sum, fit, top float64
}

func crossValidate(all []judged) *result {
	r := &result{events: map[*gold.Event]map[string]*vote{}}
	for f := range folds {
		model := maxent.TrainChoices(choices(all, f), options)
		for i := range all {
			if j := &all[i]; j.fold == f {
				r.add(model, j)
			}
		}
	}
	return r
}

func (r *result) add(model *maxent.Model, j *judged) {
	p := model.Choose(j.choice().Options, nil)
	k := slices.Index(p, slices.Max(p))
	r.mentions += j.fits[k]
	r.best += slices.Max(j.fits)
	r.nm++
	if r.events[j.event] == nil {
		r.events[j.event] = map[string]*vote{}
		r.order = append(r.order, j.event)
	}
	seen := map[string]float64{}
	for k := range j.candidates {
		c := &j.candidates[k]
		p := p[k]
		key := c.When.From.String() + ".." + c.When.To.String()
		v := r.events[j.event][key]
		if v == nil {
			v = &vote{fit: j.fits[k]}
			r.events[j.event][key] = v
		}
		v.sum += max(0, p-seen[key])
		seen[key] = max(seen[key], p)
		v.top = max(v.top, p)
	}
	if os.Getenv("DETAIL") != "" && j.fits[k] < 0.75 {
		tell(j, k, p[k])
	}
}

// dated are the shares of events that are dated rightly by the score that of gives to an interval.
func (r *result) eventFit(of func(*vote) float64) (float64, int) {
	sum, n := 0.0, 0
	for _, e := range r.order {
		if e.Optional {
			continue
		}
		n++
		top, fit := -1.0, 0.0
		var keys []string
		for k := range r.events[e] {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if v := r.events[e][k]; of(v) > top {
				top, fit = of(v), v.fit
			}
		}
		sum += fit
	}
	return sum / float64(n), n
}

func tell(j *judged, k int, p float64) {
	w := j.candidates[k].When
	fmt.Printf("%s %s %s want %s %v .. %s %v, got %s..%s %s (%.2f; best %.2f)  %s\n", j.report, j.event.Kind, j.event.Status, j.event.From, j.event.FromAlt, j.event.To, j.event.ToAlt,
		w.From, w.To, w.Basis, p, slices.Max(j.fits), j.words)
}

func (r *result) print() {
	fmt.Printf("mentions  %.3f of %d (%.3f with the best candidate)\n", r.mentions/float64(r.nm), r.nm, r.best/float64(r.nm))
	top, n := r.eventFit(func(v *vote) float64 { return v.top })
	sum, _ := r.eventFit(func(v *vote) float64 { return v.sum })
	mix, _ := r.eventFit(func(v *vote) float64 { return v.top + 0.3*v.sum })
	fmt.Printf("events    %.3f of %d by their surest mention, %.3f by votes, mix %.3f\n", top, n, sum, mix)
}
