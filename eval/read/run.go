package read

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sort"

	"sitrep"
	"sitrep/eval/gold"
)

// Reader reads one answer's report: its title, text and day of publication.
type Reader func(*gold.Answer) (*sitrep.Reading, error)

// Result is the counts of all reports.
type Result struct {
	IDs    []string
	Counts []Counts
	Failed int
}

// Run reads and compares all answers. A report that cannot be read counts as one in which nothing was found.
func Run(answers []gold.Answer, read Reader, progress func(string)) (*Result, error) {
	r := &Result{}
	for i := range answers {
		got, err := read(&answers[i])
		if err != nil {
			progress(fmt.Sprintf("%s: %v", answers[i].ID, err))
			r.Failed++
			got = &sitrep.Reading{Report: &sitrep.Report{Text: answers[i].Text}}
		}
		r.IDs, r.Counts = append(r.IDs, answers[i].ID), append(r.Counts, Compare(&answers[i], got))
	}
	return r, nil
}

// Total is the sum over the reports.
func (r *Result) Total() Counts {
	sum := Counts{}
	for _, c := range r.Counts {
		sum = sum.Plus(c)
	}
	return sum
}

// rounds is how many times the reports are drawn anew for the intervals.
const rounds = 1000

// Interval is where 95 of 100 draws of the reports lie.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// intervals draws the reports anew, with repetition; always the same draws.
func (r *Result) intervals() map[string]Interval {
	rng, drawn := rand.New(rand.NewPCG(1, 2)), map[string][]float64{}
	for range rounds {
		sum := Counts{}
		for range r.Counts {
			for f, x := range r.Counts[rng.IntN(len(r.Counts))] {
				sum.add(f, x.Right, x.Want, x.Got)
			}
		}
		drawn["score"] = append(drawn["score"], sum.Score())
		for f, x := range sum {
			if v := x.F1(); !math.IsNaN(v) {
				drawn[f] = append(drawn[f], v)
			}
		}
	}
	out := map[string]Interval{}
	for f, all := range drawn {
		sort.Float64s(all)
		out[f] = Interval{all[len(all)*25/1000], all[len(all)*975/1000]}
	}
	return out
}

// WriteTable writes the figures for people.
func (r *Result) WriteTable(w io.Writer) error {
	total, within := r.Total(), r.intervals()
	if _, err := fmt.Fprintf(w, "%d reports, %d failed\n%-50s %6s  %-15s %6s %6s\n", len(r.IDs), r.Failed, "", "", "95 % of draws", "of", "given"); err != nil {
		return err
	}
	for _, f := range Figures {
		x, ok := total[f]
		if !ok {
			continue
		}
		i := within[f]
		if _, err := fmt.Fprintf(w, "%-50s %6.3f  %.3f to %.3f %7d %6d\n", f, x.F1(), i.Low, i.High, x.Want, x.Got); err != nil {
			return err
		}
	}
	i := within["score"]
	_, err := fmt.Fprintf(w, "%-50s %6.3f  %.3f to %.3f\n", "score", total.Score(), i.Low, i.High)
	return err
}

// Schema names the JSON of the figures.
const Schema = "sitrep-eval-read/1"

// WriteJSON writes the figures for programs.
func (r *Result) WriteJSON(w io.Writer) error {
	type figure struct {
		Value float64 `json:"value"`
		Interval
		Want int `json:"of"`
		Got  int `json:"given"`
	}
	total, within := r.Total(), r.intervals()
	out := struct {
		Schema  string            `json:"schema"`
		Reports int               `json:"reports"`
		Failed  int               `json:"failed"`
		Score   float64           `json:"score"`
		Within  Interval          `json:"score_interval"`
		Figures map[string]figure `json:"figures"`
	}{Schema, len(r.IDs), r.Failed, total.Score(), within["score"], map[string]figure{}}
	for f, x := range total {
		if v := x.F1(); !math.IsNaN(v) {
			out.Figures[f] = figure{v, within[f], x.Want, x.Got}
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
