package main

import (
	"fmt"
	"slices"
	"sort"

	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/extract/event"
	"sitrep/internal/maxent"

	"sitrep"
)

// finding is an event found, with the answer's event that it was paired with, if any.
type finding struct {
	event.Described
	report string
	folder int
	spare  bool
	gold   *gold.Event
}

// judged compares the events found in a report with its answer.
func judged(r report, found []event.Described) []finding {
	reading := &sitrep.Reading{Report: r.story.Report}
	for i := range found {
		reading.Events = append(reading.Events, found[i].Event)
	}
	out := make([]finding, len(found))
	for i, v := range read.Judge(r.answer, reading) {
		out[i] = finding{found[i], r.answer.ID, r.answer.Folder, v.Spare, nil}
		if v.Event >= 0 {
			out[i].gold = &r.answer.Events[v.Event]
		}
	}
	return out
}

// marked is how much an event of the further folders counts for whether it is new, and how real it is: a question of usage, on which people who
// mark differ. The best of the cross-validation.
const marked = 0.25

// learned are the findings from which one decision is learned. All are kept for whether one is an event, so that the answers of the
// cross-validation stand in their order; those that count neither for nor against have little weight.
func learned(found []finding, name string) []maxent.Example {
	var out []maxent.Example
	for i := range found {
		f := &found[i]
		e := maxent.Example{Vector: f.Vector, Group: f.report}
		switch {
		case name == "worth" && f.gold != nil:
			e.Class = "event"
		case name == "worth":
			e.Class = "none"
		case f.gold == nil:
			continue
		case name == "status":
			e.Class = string(f.gold.Status)
		case f.gold.News:
			e.Class = "new"
		default:
			e.Class = "old"
		}
		switch {
		case name == "worth" && f.spare:
			e.Weight = 0.01
		case name != "worth" && f.folder > 0:
			e.Weight = marked
		}
		out = append(out, e)
	}
	return out
}

// figures prints how good the events are that models give which did not see the report, for each folder of answers.
func figures(reports []report, found []finding, joins []*maxent.Model) error {
	var sums []read.Counts
	for f := range folds {
		step := event.NewWith(modelsWithout(reports, found, []int{f}, joins[f]))
		for _, r := range reports {
			if r.fold != f || r.answer.Folder < 0 {
				continue
			}
			story := *r.story
			story.Events = nil
			if err := step.Read(&story); err != nil {
				return err
			}
			for len(sums) <= r.answer.Folder {
				sums = append(sums, read.Counts{})
			}
			sums[r.answer.Folder] = sums[r.answer.Folder].Plus(read.Compare(r.answer, &sitrep.Reading{Report: story.Report, Events: story.Events}))
		}
	}
	for _, f := range []string{read.Event, read.EventFamily, read.EventNew, read.News, read.Status, read.When, read.Where, read.Who, read.Toll} {
		fmt.Printf("  %-30s", f)
		for _, sum := range sums {
			fmt.Printf("  %.3f of %d, given %d", sum[f].F1(), sum[f].Want, sum[f].Got)
		}
		fmt.Println()
	}
	return nil
}

// modelsWithout are the models of all reports but those of some folds.
func modelsWithout(reports []report, found []finding, folds []int, joins *maxent.Model) event.Models {
	unseen := map[string]bool{}
	for _, r := range reports {
		unseen[r.answer.ID] = slices.Contains(folds, r.fold)
	}
	of := func(name string) *maxent.Model {
		seen := slices.DeleteFunc(learned(found, name), func(e maxent.Example) bool { return unseen[e.Group] })
		return maxent.Train(seen, eventOptions)
	}
	return event.Models{Join: joins, Worth: of("worth"), News: of("news"), Status: of("status")}
}

// tell prints how often the answers of the cross-validation are right, by class.
func tell(name string, examples []maxent.Example, answers []maxent.Fold) {
	type count struct{ right, want, got int }
	by, right := map[string]count{}, 0
	for _, a := range answers {
		w := by[a.Right]
		w.want++
		if a.Right == a.Given {
			w.right++
			right++
		}
		by[a.Right] = w
		g := by[a.Given]
		g.got++
		by[a.Given] = g
	}
	fmt.Printf("%s: %d of %d right (%.3f)\n", name, right, len(examples), float64(right)/float64(max(1, len(examples))))
	var classes []string
	for c := range by {
		classes = append(classes, c)
	}
	sort.Strings(classes)
	for _, c := range classes {
		x := by[c]
		fmt.Printf("  %-12s F1 %.3f  of %d, given %d\n", c, 2*float64(x.right)/float64(max(1, x.want+x.got)), x.want, x.got)
	}
}
