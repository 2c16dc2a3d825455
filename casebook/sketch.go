package casebook

import (
	"context"
	"slices"
	"time"

	"sitrep"
)

// Sketch is of an incident what it is weighed and counted by among others, without its words.
type Sketch struct {
	ID                                             string
	Kind                                           sitrep.Kind
	Country                                        string           // the first of its place, empty for none
	From                                           sitrep.CivilDate // of its time
	First, Last                                    time.Time        // when it was published
	Dead                                           int              // the greatest best count of killed, or of killed or wounded
	Origins                                        int
	Grade                                          sitrep.Grade
	News, Planned, Located, Dated, Counted, Judged bool // Dated: its day is told; Counted: with a toll; Judged: a person graded it
	Named, Accused                                 bool // somebody is named as having done it or as a party; as having done it, and of nobody it is told as a fact
}

// SketchOf is the sketch of an incident.
func SketchOf(i *sitrep.Incident) Sketch {
	s := Sketch{ID: i.ID, Kind: i.Kind, From: i.When.From, First: i.FirstPublished, Last: i.LastPublished, Origins: len(i.Origins), Grade: i.Grade, News: i.News,
		Planned: i.Status == sitrep.Planned, Located: i.Place.Located, Dated: i.When.Basis != sitrep.Assumed && !i.When.IsZero(), Counted: len(i.Tally) > 0, Judged: i.GradedBy.By != ""}
	if len(i.Place.Countries) > 0 {
		s.Country = i.Place.Countries[0]
	}
	for _, t := range i.Tally {
		if t.Harm == sitrep.Killed || t.Harm == sitrep.Casualties { // lines are not added, since they may count the same people
			s.Dead = max(s.Dead, t.Best)
		}
	}
	facts := false
	for _, a := range i.Actors {
		s.Named = s.Named || a.Role == sitrep.Initiator || a.Role == sitrep.Party
		s.Accused = s.Accused || a.Role == sitrep.Initiator
		facts = facts || a.Role == sitrep.Initiator && a.Confidence == sitrep.Fact && len(a.AccordingTo) == 0
	}
	s.Accused = s.Accused && !facts
	return s
}

// Sketcher is a backend that has the sketches of incidents without the incidents, which is faster.
type Sketcher interface {
	Sketches(ctx context.Context, q Query) (all []Sketch, reports int, err error)
}

// Sketches are those of all incidents of a query, in its order, and how many reports tell of them.
func Sketches(ctx context.Context, book Asker, q Query) (all []Sketch, reports int, err error) {
	q.All, q.After = true, ""
	if s, ok := book.(Sketcher); ok {
		return s.Sketches(ctx, q)
	}
	page, err := book.Incidents(ctx, q)
	var ids []string
	for i := range page.Rows {
		all = append(all, SketchOf(&page.Rows[i]))
		ids = append(ids, ReportsOf(&page.Rows[i])...)
	}
	slices.Sort(ids)
	return all, len(slices.Compact(ids)), err
}
