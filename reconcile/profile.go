package reconcile

import (
	"slices"
	"strings"
	"time"

	"sitrep"
)

// profile is what a comparison reads of a telling, made once.
type profile struct {
	t      *sitrep.Telling
	kind   sitrep.Kind
	when   days
	pub    int // the day of publication, 0 where it is not known
	spots  []spot
	lands  []string // countries, in order
	sides  map[sitrep.Role][]string
	names  []string // of actors, and their ids in the lexicon
	words  []string
	title  []string
	counts []count
	alike  *string  // the signature, once it was asked for
	blocks []string // the keys, once they were asked for
}

// spot is a place, as far as comparing goes.
type spot struct {
	name     string
	place    *sitrep.Place
	fineness fineness
}

// fineness is how finely a place is told.
type fineness int

const (
	town fineness = iota
	region
	land
)

// count is a toll that counts whole.
type count struct {
	harm  sitrep.Harm
	n     int
	vague bool
	exact bool
}

func profileOf(t *sitrep.Telling) *profile {
	e := &t.Event
	p := &profile{t: t, kind: e.Kind, when: daysOf(e.When), pub: dayNumber(sitrep.CivilDateOf(t.Report.Published)), words: t.Words,
		title: stems(t.Report.Title), sides: map[sitrep.Role][]string{}}
	if t.Report.Published.IsZero() {
		p.pub = 0
	}
	for i := range e.Places {
		p.addPlace(&e.Places[i])
	}
	for i := range e.Actors {
		p.addActor(&e.Actors[i])
	}
	for i := range e.Tolls {
		if x := &e.Tolls[i]; x.Relation != sitrep.PartToll && x.Relation != sitrep.CumulativeToll {
			p.counts = append(p.counts, count{x.Harm, x.Count, x.Qualifier == sitrep.Vague, x.Qualifier == sitrep.Exact})
		}
	}
	if e.Kind == sitrep.Battle && !e.News && (p.when.coarse || !p.when.known) && warWords(t.Words) {
		p.kind = sitrep.War
	}
	if p.kind == sitrep.War || len(p.lands) == 0 && len(p.anySide()) == 0 {
		p.lands = append(p.lands, named(t.Words)...) // of a war the words tell the country more surely than the place that was found for it
	}
	slices.Sort(p.lands)
	p.lands = slices.Compact(p.lands)
	return p
}

// warWords tells whether fighting is told as a whole war.
func warWords(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return w == "war" || w == "conflict" || w == "insurgency" })
}

func (p *profile) addPlace(x *sitrep.Place) {
	s := spot{name: nameKey(x.Name), place: x, fineness: region}
	switch {
	case x.Precision == 1 || x.Precision == 2 || x.Precision == 0 && x.Located:
		s.fineness = town
	case x.Precision >= 6:
		s.fineness = land
	}
	p.spots = append(p.spots, s)
	p.lands = append(p.lands, x.Countries...)
}

func (p *profile) addActor(a *sitrep.Actor) {
	if a.Side != "" && !slices.Contains(p.sides[a.Role], a.Side) {
		p.sides[a.Role] = append(p.sides[a.Role], a.Side)
	}
	if a.ActorID != "" {
		p.names = append(p.names, a.ActorID)
	}
	if n := nameKey(a.Name); n != "" && (a.Named || strings.ContainsFunc(a.Name[:1], func(r rune) bool { return r >= 'A' && r <= 'Z' })) {
		p.names = append(p.names, n)
	}
}

// anySide are all sides that have a part, in order.
func (p *profile) anySide() []string {
	var all []string
	for _, r := range []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party} {
		all = append(all, p.sides[r]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// fine is the towns of a telling.
func (p *profile) fine() []spot {
	return slices.DeleteFunc(slices.Clone(p.spots), func(s spot) bool { return s.fineness != town })
}

// days is an interval in numbers of days; a last day that nobody tells is 0.
type days struct {
	first, last int
	known       bool
	open        bool // it still goes on
	coarse      bool // told to a month or less finely
}

// dayNumber counts days since 1 January of the year 1; the zero date gives 0.
func dayNumber(d sitrep.CivilDate) int {
	if d.IsZero() {
		return 0
	}
	return sinceYear1(d.First())
}

func sinceYear1(t time.Time) int { return int((t.Unix()-time.Time{}.Unix())/86400) + 1 }

func daysOf(i sitrep.Interval) days {
	d := days{}
	switch {
	case i.IsZero():
		return d
	case i.From.IsZero():
		d.first, d.last = dayNumber(i.To), lastDay(i.To)
		d.coarse = i.To.Day == 0
	case i.To.IsZero():
		d.first, d.last = dayNumber(i.From), lastDay(i.From)
		d.open, d.coarse = true, i.From.Day == 0
	default:
		d.first, d.last = dayNumber(i.From), lastDay(i.To)
		d.coarse = i.From.Day == 0 || i.To.Day == 0
	}
	d.known, d.last = true, max(d.first, d.last)
	d.coarse = d.coarse || d.last-d.first > 6
	return d
}

func lastDay(d sitrep.CivilDate) int {
	if d.IsZero() {
		return 0
	}
	return sinceYear1(d.Last())
}

// length is how many days the interval covers.
func (d days) length() int { return d.last - d.first + 1 }

// gap is how many days lie between two intervals, 0 where they meet.
func (d days) gap(o days) int { return max(0, d.first-o.last, o.first-d.last) }

// holds tells whether o lies inside d, where what goes on has no end.
func (d days) holds(o days) bool { return d.first <= o.first && (d.open || o.last <= d.last) }
