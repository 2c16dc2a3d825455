package web

import (
	"slices"
	"time"

	"sitrep"
	"sitrep/web/shown"
)

// strip is a ceasefire or an agreement, with its life drawn over time: its phases on one line, and on one line for each side what that side is said to have
// violated.
type strip struct {
	sitrep.Incident
	Terms  []shown.Term
	Lane   *lane // nil where its turns do not lie on several days
	Sides  []sideCount
	Undone int // turns without a date, which are not drawn
}

// lane is the drawing of a strip. Across are per cent, down are pixels.
type lane struct {
	axis
	Height, Foot float64
	Band         *stretch // when it was, as far as is told
	Rows         []laneRow
}

// laneRow is a line of a lane.
type laneRow struct {
	Label string
	Y     float64
	Marks []laneMark
}

// laneMark is a turn on a line. Named says that there is room for its name beside it.
type laneMark struct {
	sitrep.Turn
	X     float64
	Named bool
}

// sideCount is how many violations a side is said to have made.
type sideCount struct {
	By string
	N  int
}

// The lines of a lane, in pixels: how high each is, and the axis below them.
const rowHeight, axisBelow = 27.0, 20.0

// nameRoom is how far, in per cent, the next mark must stand off for the name of one to be written.
const nameRoom = 9.0

// newStrip draws the life of a ceasefire.
func newStrip(i sitrep.Incident, terms []shown.Term) strip {
	out := strip{Incident: i, Terms: terms, Sides: sidesOf(i.Course)}
	var days []time.Time
	for _, t := range i.Course {
		if t.When.From.IsZero() {
			out.Undone++
			continue
		}
		days = append(days, t.When.From.First())
	}
	if len(days) == 0 {
		return out
	}
	first, last := slices.MinFunc(days, time.Time.Compare), slices.MaxFunc(days, time.Time.Compare)
	if !last.After(first) {
		return out
	}
	room := last.Sub(first) / 30
	out.Lane = &lane{axis: newAxis(first.Add(-room), last.Add(3*room), mostTick)}
	out.Lane.draw(&i, out.Sides)
	return out
}

func (l *lane) draw(i *sitrep.Incident, sides []sideCount) {
	if s, ok := l.stretchOf(i.When); ok {
		l.Band = &s
	}
	l.add("", i.Course, func(t *sitrep.Turn) bool { return t.What != "violation" })
	for _, s := range sides {
		l.add("allegedly violated by "+s.By, i.Course, func(t *sitrep.Turn) bool { return t.What == "violation" && sideOf(t) == s.By })
	}
	l.Foot = float64(len(l.Rows)) * rowHeight
	l.Height = l.Foot + axisBelow
}

// add adds a line with the turns that are wanted.
func (l *lane) add(label string, course []sitrep.Turn, wanted func(*sitrep.Turn) bool) {
	row := laneRow{Label: label, Y: float64(len(l.Rows))*rowHeight + rowHeight - 7}
	for k := range course {
		if t := &course[k]; wanted(t) && !t.When.From.IsZero() {
			row.Marks = append(row.Marks, laneMark{Turn: *t, X: l.X(t.When.From.First())})
		}
	}
	slices.SortStableFunc(row.Marks, func(a, b laneMark) int { return a.When.From.First().Compare(b.When.From.First()) })
	for k := range row.Marks {
		next := 100.0
		if k+1 < len(row.Marks) {
			next = row.Marks[k+1].X
		}
		row.Marks[k].Named = next-row.Marks[k].X > nameRoom
	}
	l.Rows = append(l.Rows, row)
}

// notToldWhom stands for who violated where no report says.
const notToldWhom = "a side not told"

func sideOf(t *sitrep.Turn) string {
	if t.By == "" {
		return notToldWhom
	}
	return t.By
}

// sidesOf counts the alleged violations by who is said to have made them, in the order in which they are first told.
func sidesOf(course []sitrep.Turn) []sideCount {
	var out []sideCount
	for k := range course {
		if course[k].What != "violation" {
			continue
		}
		by := sideOf(&course[k])
		i := slices.IndexFunc(out, func(s sideCount) bool { return s.By == by })
		if i < 0 {
			i = len(out)
			out = append(out, sideCount{By: by})
		}
		out[i].N++
	}
	return out
}
