package web

import (
	"time"

	"sitrep"
)

// axis is a stretch of time drawn from left to right. Places on it are per cent of its width.
type axis struct {
	from, to time.Time
	edge     float64 // room at either end, so that what stands there is not cut
	Ticks    []tick
}

// tick is a labelled place on an axis.
type tick struct {
	X     float64
	Label string
}

// sideRoom is the room at either end of most axes, in per cent.
const sideRoom = 1.5

// How many places of an axis are labelled, of one that has the width of a page, and of one beside it.
const mostTick, fewTicks = 6, 2

// newAxis is an axis that holds two times; it is a day long at least, and at most so many places of it are labelled.
func newAxis(from, to time.Time, most int) axis {
	if to.Sub(from) < 24*time.Hour {
		to = from.Add(24 * time.Hour)
	}
	a := axis{from: from, to: to, edge: sideRoom}
	for _, p := range paces {
		if ticks := a.at(p, most); len(ticks) <= most {
			a.Ticks = ticks
			break
		}
	}
	return a
}

// X is where a time stands; what lies outside stands at the end that it is nearest to.
func (a axis) X(t time.Time) float64 {
	share := float64(t.Sub(a.from)) / float64(a.to.Sub(a.from))
	return a.edge + (100-2*a.edge)*min(1, max(0, share))
}

// pace is the distance of labels: so many days or months.
type pace struct {
	days, months int
	layout       string
}

var paces = []pace{
	{1, 0, "2 Jan 2006"}, {2, 0, "2 Jan 2006"}, {7, 0, "2 Jan 2006"}, {14, 0, "2 Jan 2006"}, {0, 1, "Jan 2006"}, {0, 3, "Jan 2006"}, {0, 6, "Jan 2006"},
	{0, 12, "2006"}, {0, 24, "2006"}, {0, 60, "2006"}, {0, 120, "2006"}, {0, 300, "2006"}, {0, 1200, "2006"},
}

// at are the labels of a pace, given up where they become too many.
func (a *axis) at(p pace, most int) []tick {
	day := time.Date(a.from.Year(), a.from.Month(), a.from.Day(), 0, 0, 0, 0, time.UTC)
	if p.months > 0 {
		first := (a.from.Year()*12 + int(a.from.Month()) - 1) / p.months * p.months
		day = time.Date(first/12, time.Month(first%12+1), 1, 0, 0, 0, 0, time.UTC)
	}
	var out []tick
	for ; !day.After(a.to) && len(out) <= most; day = day.AddDate(0, p.months, p.days) {
		if x := a.X(day); !day.Before(a.from) && x < 92 {
			out = append(out, tick{x, day.Format(p.layout)})
		}
	}
	if len(out) == 0 {
		out = append(out, tick{a.X(a.from), a.from.Format("2 Jan 2006")})
	}
	return out
}

// stretch is when something happened, drawn on an axis: a bar as wide as what is not known.
type stretch struct {
	X, W  float64
	Open  bool // it goes on, or began, beyond what is told
	Guess bool // assumed, not told
	Label string
}

// least is how wide a bar is at least, in per cent, so that a day can be seen on an axis of years.
const leastStretch = 0.8

// stretchOf draws an interval; ok is false where nothing is known of it.
func (a axis) stretchOf(i sitrep.Interval) (s stretch, ok bool) {
	if i.IsZero() {
		return s, false
	}
	from, to := a.from, a.to
	if !i.From.IsZero() {
		from = i.From.First()
	}
	if !i.To.IsZero() {
		to = i.To.Last().AddDate(0, 0, 1)
	}
	s = stretch{X: a.X(from), Open: i.From.IsZero() || i.To.IsZero(), Guess: i.Basis == sitrep.Assumed, Label: whenLabel(i)}
	s.W = a.X(to) - s.X
	if s.W < leastStretch {
		s.X, s.W = max(0, s.X-(leastStretch-s.W)/2), leastStretch
	}
	return s, true
}
