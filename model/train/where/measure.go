package main

import (
	"fmt"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/where"
	"sitrep/internal/maxent"
)

// class is that of a place for an event of an answer.
func class(e *gold.Event, p *sitrep.Place) string {
	if fits(e.Places, p) == 1 {
		return where.Yes
	}
	return where.No
}

// mentionExamples are the options of the mentions that answers tell of, but for those of a fold.
func mentionExamples(all []report, without int) []maxent.Example {
	var out []maxent.Example
	for i := range all {
		r := &all[i]
		for _, o := range r.options {
			if e := r.mentions[o.Mention]; e != nil && r.fold != without {
				out = append(out, maxent.Example{Vector: o.Vector, Class: class(e, &r.story.Toponyms[o.Toponym].Place)})
			}
		}
	}
	return out
}

// eventChoices are the settings of the events that answers have with a place, but for those of a fold. The mentions must have been placed by models
// that did not see the report.
func eventChoices(all []report, without int) []maxent.Choice {
	var out []maxent.Choice
	for i := range all {
		r := &all[i]
		if r.fold == without {
			continue
		}
		last := -1
		for _, o := range where.Settings(r.story) {
			e := r.events[o.Event]
			if e == nil || len(e.Places) == 0 {
				continue
			}
			if o.Event != last {
				out, last = append(out, maxent.Choice{Group: r.answer.ID}), o.Event
			}
			c := &out[len(out)-1]
			c.Options = append(c.Options, o.Vector)
			c.Right = append(c.Right, class(e, &r.story.Toponyms[o.Toponym].Place) == where.Yes)
		}
	}
	return out
}

// count is how many places were right, wanted and given.
type count struct {
	what        string
	right       float64
	want, given int
}

func (c *count) add(want []gold.Place, got []sitrep.Place) bool {
	f := 0.0
	for i := range got {
		f += fits(want, &got[i])
	}
	f = min(f, float64(len(want)))
	c.right += f
	c.want += len(want)
	c.given += len(got)
	return f == float64(len(want)) && len(got) == len(want)
}

func tell(c count) {
	fmt.Printf("places of %s: right %.1f of %d, given %d; F1 %.3f\n", c.what, c.right, c.want, c.given, 2*c.right/float64(c.want+c.given))
}

// measureMentions places the mentions of each fold by a model of the others.
func measureMentions(all []report) count {
	c := count{what: "mentions"}
	for f := range folds {
		m := maxent.Train(mentionExamples(all, f), options)
		for i := range all {
			if r := &all[i]; r.fold == f {
				where.Place(r.story, func(o *where.Option) float64 { return m.Of(where.Yes, &o.Vector) })
				r.countMentions(&c)
			}
		}
	}
	return c
}

func (r *report) countMentions(c *count) {
	for i, e := range r.mentions {
		if r.answer.Folder > 0 || e == nil || e.Optional || len(e.Places) == 0 {
			continue
		}
		var got []sitrep.Place
		for _, t := range r.story.Mentions[i].Places {
			got = append(got, r.story.Toponyms[t].Place)
		}
		c.add(e.Places, got)
	}
}

// measureEvents places the events of each fold by a model of the others.
func measureEvents(all []report, detail bool) count {
	c := count{what: "events"}
	for f := range folds {
		m := maxent.TrainChoices(eventChoices(all, f), settingOptions)
		for i := range all {
			r := &all[i]
			if r.fold != f || r.answer.Folder > 0 {
				continue
			}
			where.Set(r.story, m)
			for k, e := range r.events {
				if e == nil || e.Optional || len(e.Places) == 0 {
					continue
				}
				if got := r.story.Events[k].Places; !c.add(e.Places, got) && detail {
					r.show(&r.story.Events[k], e)
				}
			}
		}
	}
	return c
}

func (r *report) show(got *sitrep.Event, want *gold.Event) {
	var names []string
	for i := range got.Places {
		names = append(names, fmt.Sprintf("%s %d", got.Places[i].Name, got.Places[i].Precision))
	}
	var wanted []string
	for i := range want.Places {
		wanted = append(wanted, want.Places[i].Name)
	}
	fmt.Printf("%s %s: want %q, got %q: %q\n", r.answer.ID, want.Kind, wanted, names, want.Words)
}
