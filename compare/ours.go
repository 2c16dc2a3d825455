package compare

import (
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// Ours is what a comparing needs of an incident of the record.
type Ours struct {
	ID, Title string
	Kind      sitrep.Kind
	Status    sitrep.Status
	When      sitrep.Interval
	Place     sitrep.Place
	Actors    []Actor
	Tally     []Line
	Grade     sitrep.Grade
	OneSide   string // the side on whose word alone it rests
	News      bool
	First     time.Time // of publication
	Last      time.Time
}

// Actor is somebody who has a part, with how sure that is and who says so where he is said to have done it.
type Actor struct{ Name, Side, Words string }

// Line is a line of a tally, without what it rests on.
type Line struct {
	Harm            sitrep.Harm
	Side            string
	Civilian        sitrep.Truth
	Low, Best, High int
	Open            bool
	Rough           bool // nobody tells the best figure otherwise than roughly
}

// Of takes of an incident what a comparing needs. Private persons in it must stand by description already.
func Of(i *sitrep.Incident) Ours {
	o := Ours{ID: i.ID, Title: i.Title, Kind: i.Kind, Status: i.Status, When: i.When, Place: i.Place, Grade: i.Grade, OneSide: i.OneSide(), News: i.News,
		First: i.FirstPublished, Last: i.LastPublished}
	for k := range i.Actors {
		a := &i.Actors[k]
		o.Actors = append(o.Actors, Actor{a.Name, a.Side, string(a.Role) + ": " + rows.Actor(a)})
	}
	for k := range i.Tally {
		t := &i.Tally[k]
		o.Tally = append(o.Tally, Line{t.Harm, t.Side, t.Civilian, t.Low, t.Best, t.High, t.Open, rows.Rough(t)})
	}
	return o
}

// Words are a line in words: "killed 3–5, civilians".
func (l *Line) Words() string {
	t := sitrep.Tally{Harm: l.Harm, Side: l.Side, Civilian: l.Civilian, Low: l.Low, Best: l.Best, High: l.High, Open: l.Open}
	if l.Rough {
		t.RestsOn = []sitrep.TallyToll{{Count: l.Best, Qualifier: sitrep.About}}
	}
	return rows.Tally(&t)
}

// killed tells whether somebody is told to have been killed.
func (o *Ours) killed() bool { return o.harmed(sitrep.Killed) }

func (o *Ours) harmed(harms ...sitrep.Harm) bool {
	for i := range o.Tally {
		for _, h := range harms {
			if o.Tally[i].Harm == h && o.Tally[i].High > 0 {
				return true
			}
		}
	}
	return false
}
