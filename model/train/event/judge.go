package main

import (
	"fmt"
	"sort"

	"sitrep/eval/read"
	"sitrep/extract/event"
	"sitrep/internal/maxent"

	"sitrep"
)

// judged compares the events found in a report with its answer, and gives what is to be learned of each.
func judged(r report, found []event.Described) (worths, news, statuses []maxent.Example) {
	reading := &sitrep.Reading{Report: r.story.Report}
	for i := range found {
		reading.Events = append(reading.Events, found[i].Event)
	}
	verdicts := read.Judge(r.answer, reading)
	for i := range found {
		example := maxent.Example{Vector: found[i].Vector, Group: r.answer.ID}
		v := verdicts[i]
		if !v.Spare {
			example.Class = "none"
			if v.Event >= 0 {
				example.Class = "event"
			}
			worths = append(worths, example)
		}
		if v.Event < 0 {
			continue
		}
		g := &r.answer.Events[v.Event]
		example.Class = "old"
		if g.News {
			example.Class = "new"
		}
		news = append(news, example)
		example.Class = string(g.Status)
		statuses = append(statuses, example)
	}
	return worths, news, statuses
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
