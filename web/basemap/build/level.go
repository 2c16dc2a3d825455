package main

import (
	"math"
	"slices"

	"sitrep/web/basemap"
)

// levelOf makes a level of detail from countries and waters.
func levelOf(c, w *topology, lines []*disputedLine, tolerance, least, leastLake float64) basemap.Source {
	var out basemap.Source
	land := c.Objects["land"]
	lakes, streams := w.Objects["lakes"], w.Objects["rivers"]
	countryArcs, waterArcs := projected(c.Arcs), projected(w.Arcs)
	kept := newArcs(countryArcs, tolerance)
	out.Land = kept.takeRings(land.parts(), least)
	for _, b := range borders(c) {
		for _, run := range runs(c.Arcs[b.arc], b, lines) {
			n := kept.add(simplified(countryArcs[b.arc][run.from:run.to+1], tolerance))
			if run.disputed {
				out.Disputed = append(out.Disputed, []int{n})
			} else {
				out.Borders = append(out.Borders, []int{n})
			}
		}
	}
	wet := newArcs(waterArcs, tolerance)
	wet.list = kept.list
	out.Lakes = wet.takeRings(lakes.parts(), leastLake)
	out.Streams = wet.takeLines(streams.parts())
	out.Arcs = wet.list
	return out
}

func projected(arcs [][][2]float64) [][]basemap.Point {
	out := make([][]basemap.Point, len(arcs))
	for i, arc := range arcs {
		for _, p := range arc {
			out[i] = append(out[i], basemap.Project(p[1], p[0]))
		}
	}
	return out
}

// pair is an arc between two countries.
type pair struct {
	arc  int
	a, b string
}

// borders are the arcs that two countries share.
func borders(c *topology) []pair {
	owners := map[int][]string{}
	countries := c.Objects["countries"]
	for i := range countries.Geometries {
		g := &countries.Geometries[i]
		for _, ring := range g.parts() {
			for _, a := range ring {
				if a < 0 {
					a = ^a
				}
				if !slices.Contains(owners[a], g.Properties.Name) {
					owners[a] = append(owners[a], g.Properties.Name)
				}
			}
		}
	}
	var out []pair
	for a := range c.Arcs {
		if o := owners[a]; len(o) == 2 {
			out = append(out, pair{a, o[0], o[1]})
		}
	}
	return out
}

// run is a part of an arc, from one of its points to another, that is disputed or not.
type run struct {
	from, to int
	disputed bool
}

// runs cuts a border where it comes to be disputed, or no longer is.
func runs(arc [][2]float64, b pair, lines []*disputedLine) []run {
	var out []run
	for i := 0; i+1 < len(arc); i++ {
		middle := [2]float64{(arc[i][0] + arc[i+1][0]) / 2, (arc[i][1] + arc[i+1][1]) / 2}
		d := false
		for _, l := range lines {
			if l.between(b.a, b.b) && l.holds(middle) {
				l.used++
				d = true
			}
		}
		if n := len(out); n > 0 && out[n-1].disputed == d {
			out[n-1].to = i + 1
		} else {
			out = append(out, run{i, i + 1, d})
		}
	}
	return out
}

// arcs are the arcs of a level, those of a topology made simple as they are asked for, each once.
type arcs struct {
	from      [][]basemap.Point
	tolerance float64
	at        map[int]int
	list      [][]basemap.Point
}

func newArcs(from [][]basemap.Point, tolerance float64) *arcs {
	return &arcs{from: from, tolerance: tolerance, at: map[int]int{}}
}

func (a *arcs) add(arc []basemap.Point) int {
	a.list = append(a.list, arc)
	return len(a.list) - 1
}

func (a *arcs) refs(ring []int) []int {
	out := make([]int, len(ring))
	for i, r := range ring {
		back := r < 0
		if back {
			r = ^r
		}
		n, ok := a.at[r]
		if !ok {
			n = a.add(simplified(a.from[r], a.tolerance))
			a.at[r] = n
		}
		if out[i] = n; back {
			out[i] = ^n
		}
	}
	return out
}

func (a *arcs) takeRings(rings [][]int, least float64) [][]int {
	var out [][]int
	for _, r := range rings {
		if a.area(r) >= least {
			out = append(out, a.refs(r))
		}
	}
	return out
}

func (a *arcs) takeLines(lines [][]int) [][]int {
	var out [][]int
	for _, l := range lines {
		out = append(out, a.refs(l))
	}
	return out
}

// area is the area of a ring on the projected world.
func (a *arcs) area(ring []int) float64 {
	var points []basemap.Point
	for _, r := range ring {
		if r >= 0 {
			points = append(points, a.from[r]...)
			continue
		}
		arc := slices.Clone(a.from[^r])
		slices.Reverse(arc)
		points = append(points, arc...)
	}
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return math.Abs(sum) / 2
}

// simplified is an arc without points that lie within the tolerance of the line between their neighbours (Douglas and Peucker). Its ends stay, so that
// arcs go on meeting each other.
func simplified(arc []basemap.Point, tolerance float64) []basemap.Point {
	if len(arc) < 3 {
		return arc
	}
	keep := make([]bool, len(arc))
	keep[0], keep[len(arc)-1] = true, true
	todo := [][2]int{{0, len(arc) - 1}}
	if arc[0] == arc[len(arc)-1] { // an island: begin with the point that is farthest from where it closes
		far := farthest(arc, 0, len(arc)-1)
		keep[far] = true
		todo = [][2]int{{0, far}, {far, len(arc) - 1}}
	}
	for len(todo) > 0 {
		span := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		far := farthest(arc, span[0], span[1])
		if far < 0 || distance(arc[far], arc[span[0]], arc[span[1]]) < tolerance {
			continue
		}
		keep[far] = true
		todo = append(todo, [2]int{span[0], far}, [2]int{far, span[1]})
	}
	var out []basemap.Point
	for i, p := range arc {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// farthest is the point between two others that is farthest from the line between them, -1 where none lies between.
func farthest(arc []basemap.Point, from, to int) int {
	best, at := -1.0, -1
	for i := from + 1; i < to; i++ {
		if d := distance(arc[i], arc[from], arc[to]); d > best {
			best, at = d, i
		}
	}
	return at
}

// distance is how far a point is from the stretch between two others.
func distance(p, a, b basemap.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = math.Max(0, math.Min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n))
	}
	return math.Hypot(p.X-a.X-t*dx, p.Y-a.Y-t*dy)
}
