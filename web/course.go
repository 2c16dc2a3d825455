package web

import (
	"cmp"
	"math"
	"sitrep/export/text"
	"slices"
	"time"

	"sitrep"
)

// tollCourse is what the reports say of one harm to one group, by source and over time.
type tollCourse struct {
	Tally   sitrep.Tally
	Figures []figure
	Most    int
	Folded  int        // of the figures set aside, how many are folded away
	Chart   *tollChart // nil where there is no course to draw: one figure, or all of one day
}

// figure is one figure of a tally.
type figure struct {
	sitrep.TallyToll
	N      int // its number in the table and in the chart
	Aside  bool
	Outlet string
	When   string  // when its report appeared
	Bar    float64 // how long its bar is, out of 100
	To     float64 // where a range ends
}

// tollChart draws how the figures of each source moved. Across are per cent, down are pixels.
type tollChart struct {
	axis
	Height, Floor float64
	Low, High     float64 // the band between the least and the greatest that stand
	Best          float64
	Steps         []step
	Dots          []chartDot
	Levels        []level
}

// step is a line of one source from one of its figures to the next; a step is level first and then goes up or down.
type step struct{ X1, Y1, X2, Y2 float64 }

// chartDot is a figure in a chart.
type chartDot struct {
	figure
	X, Y, Top float64 // Top is where a range ends, or Y
	Open      bool    // "at least", "more than"
}

// level is a labelled height of a chart.
type level struct {
	Y     float64
	Label string
}

// course puts the figures of a tally in the order in which they were told.
func (v *incidentView) course(t sitrep.Tally) tollCourse {
	c := tollCourse{Tally: t}
	for i, list := range [][]sitrep.TallyToll{t.RestsOn, t.SetAside} {
		for _, toll := range list {
			c.Figures = append(c.Figures, figure{TallyToll: toll, Aside: i == 1, Outlet: v.Heads[toll.Key.Report].Outlet, When: published(v.Heads[toll.Key.Report])})
			c.Most = max(c.Most, toll.Count, toll.CountTo)
		}
	}
	slices.SortStableFunc(c.Figures, func(a, b figure) int {
		return cmp.Or(a.Published.Compare(b.Published), b2i(b.Aside)-b2i(a.Aside))
	})
	for i := range c.Figures {
		f := &c.Figures[i]
		f.N = i + 1
		f.Bar = 100 * float64(f.Count) / float64(max(1, c.Most))
		f.To = 100 * float64(max(f.Count, f.CountTo)) / float64(max(1, c.Most))
	}
	if n := len(t.SetAside); n > mostAside {
		c.Folded = n
	}
	c.Chart = newTollChart(&c)
	return c
}

// mostAside is how many figures that are set aside stand open among those that count.
const mostAside = 6

// figureTable is a table of figures.
type figureTable struct {
	Rows     []figure
	Chart    bool
	Incident string
}

// Open are the figures that stand open: all of them, or those that count.
func (c tollCourse) Open(incident string) figureTable {
	return figureTable{c.where(func(f figure) bool { return c.Folded == 0 || !f.Aside }), c.Chart != nil, incident}
}

// Away are those that are folded away.
func (c tollCourse) Away(incident string) figureTable {
	return figureTable{c.where(func(f figure) bool { return c.Folded > 0 && f.Aside }), c.Chart != nil, incident}
}

func (c tollCourse) where(wanted func(figure) bool) (out []figure) {
	for _, f := range c.Figures {
		if wanted(f) {
			out = append(out, f)
		}
	}
	return out
}

// The sizes of a chart, in pixels.
const (
	chartTop, chartFloor, chartHeight = 14.0, 118.0, 140.0
)

func newTollChart(c *tollCourse) *tollChart {
	var first, last time.Time
	for _, f := range c.Figures {
		if f.Published.IsZero() {
			continue
		}
		if first.IsZero() || f.Published.Before(first) {
			first = f.Published
		}
		if f.Published.After(last) {
			last = f.Published
		}
	}
	if !last.After(first) || c.Most == 0 {
		return nil
	}
	room := last.Sub(first) / 25
	chart := &tollChart{axis: newAxis(first.Add(-room), last.Add(room), mostTick), Height: chartHeight, Floor: chartFloor}
	top := roundUp(c.Most)
	y := func(n int) float64 { return chartFloor - (chartFloor-chartTop)*float64(n)/float64(top) }
	chart.Low, chart.High, chart.Best = y(c.Tally.Low), y(c.Tally.High), y(c.Tally.Best)
	for _, n := range []int{0, top / 2, top} {
		chart.Levels = append(chart.Levels, level{y(n), text.Number(n)})
	}
	chart.draw(c.Figures, y)
	return chart
}

func (c *tollChart) draw(figures []figure, y func(int) float64) {
	lastOf := map[string]chartDot{}
	for _, f := range figures {
		if f.Published.IsZero() {
			continue
		}
		d := chartDot{figure: f, X: c.X(f.Published), Y: y(f.Count), Top: y(max(f.Count, f.CountTo)), Open: f.Qualifier == sitrep.AtLeast || f.Qualifier == sitrep.MoreThan}
		c.Dots = append(c.Dots, d)
		if before, ok := lastOf[f.Origin]; ok {
			c.Steps = append(c.Steps, step{before.X, before.Y, d.X, before.Y}, step{d.X, before.Y, d.X, d.Y})
		}
		lastOf[f.Origin] = d
	}
}

// roundUp is the next even number that reads well: of one digit and noughts, or 12, 16, 24 and the like.
func roundUp(n int) int {
	size := int(math.Pow(10, math.Floor(math.Log10(float64(n)))))
	for _, m := range []float64{1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10} {
		if top := int(m * float64(size)); top >= n && top%2 == 0 {
			return top
		}
	}
	return n + n%2
}
