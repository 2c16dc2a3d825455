package basemap

import (
	"fmt"
	"math"
)

// TileSize is how many steps a tile has from edge to edge, and MostZoom the deepest zoom with detail of its own: beyond it tiles of MostZoom are drawn larger.
const (
	TileSize = 2048
	MostZoom = 8
	border   = 32 // how far lines reach over a tile's edge, so that no seam is seen
)

// Tile is a square of the map. Every line is where it begins, x and y in steps of TileSize from the tile's north-western corner, then the way to each further point, dx and dy. Land
// and Lakes are rings, filled by the even-odd rule.
type Tile struct {
	Size     int       `json:"size"`
	Land     [][]int32 `json:"land"`
	Lakes    [][]int32 `json:"lakes"`
	Streams  [][]int32 `json:"rivers"`
	Borders  [][]int32 `json:"borders"`
	Disputed [][]int32 `json:"disputed"`
}

// Tile is the tile at column x and row y of the 2^zoom by 2^zoom that the world has at a zoom.
func (m *Map) Tile(zoom, x, y int) (Tile, error) {
	if zoom < 0 || zoom > MostZoom {
		return Tile{}, fmt.Errorf("tile %d/%d/%d: zoom goes from 0 to %d", zoom, x, y, MostZoom)
	}
	if n := 1 << zoom; x < 0 || y < 0 || x >= n || y >= n {
		return Tile{}, fmt.Errorf("tile %d/%d/%d: zoom %d has %d columns and rows", zoom, x, y, zoom, n)
	}
	span := float64(grid) / float64(int(1)<<zoom)
	w := window{west: float64(x) * span, north: float64(y) * span, scale: TileSize / span, margin: border}
	w.width, w.height = TileSize, TileSize
	l := m.level(zoom)
	return Tile{
		Size: TileSize, Land: steps(w.rings(l.land)), Lakes: steps(w.rings(l.lakes)),
		Streams: steps(w.lines(l.streams)), Borders: steps(w.lines(l.borders)), Disputed: steps(w.lines(l.disputed)),
	}, nil
}

// steps turns points into the way from each to the next, which is shorter to write.
func steps(lines [][]int32) [][]int32 {
	for _, l := range lines {
		for i := len(l) - 1; i >= 2; i-- {
			l[i] -= l[i-2]
		}
	}
	return lines
}

// firstDeep is the zoom from which the finer level is drawn.
const firstDeep = 5

func (m *Map) level(zoom int) *level {
	if zoom < firstDeep || len(m.levels) == 1 {
		return &m.levels[0]
	}
	return &m.levels[len(m.levels)-1]
}

// window is a part of the world, from the grid's point west, north on, that is shown so many steps wide and high.
type window struct {
	west, north, scale    float64
	width, height, margin float64
}

func (w window) at(p [2]int32) [2]float64 {
	return [2]float64{(float64(p[0]) - w.west) * w.scale, (float64(p[1]) - w.north) * w.scale}
}

// sees tells whether a line may touch the window.
func (w window) sees(l *line) bool {
	a, b := w.at([2]int32{l.west, l.north}), w.at([2]int32{l.east, l.southern})
	return a[0] <= w.width+w.margin && b[0] >= -w.margin && a[1] <= w.height+w.margin && b[1] >= -w.margin
}

// rings cuts rings to the window.
func (w window) rings(all []line) [][]int32 {
	out := [][]int32{}
	for i := range all {
		if !w.sees(&all[i]) {
			continue
		}
		ring := make([][2]float64, len(all[i].points))
		for k, p := range all[i].points {
			ring[k] = w.at(p)
		}
		for _, side := range w.sides() {
			ring = side.cut(ring)
		}
		if r := rounded(ring, true); len(r) >= 6 {
			out = append(out, r)
		}
	}
	return out
}

// side is an edge of a window: what is below limit along axis is outside, or, turned, what is above.
type side struct {
	axis   int
	limit  float64
	turned bool
}

func (w window) sides() [4]side {
	return [4]side{{0, -w.margin, false}, {0, w.width + w.margin, true}, {1, -w.margin, false}, {1, w.height + w.margin, true}}
}

func (s side) holds(p [2]float64) bool {
	return (p[s.axis] >= s.limit) != s.turned || p[s.axis] == s.limit
}

// cut is a ring without what lies outside an edge (Sutherland and Hodgman).
func (s side) cut(ring [][2]float64) [][2]float64 {
	var out [][2]float64
	for i, p := range ring {
		before := ring[(i+len(ring)-1)%len(ring)]
		if s.holds(p) != s.holds(before) {
			out = append(out, s.cross(before, p))
		}
		if s.holds(p) {
			out = append(out, p)
		}
	}
	return out
}

func (s side) cross(a, b [2]float64) [2]float64 {
	t := (s.limit - a[s.axis]) / (b[s.axis] - a[s.axis])
	return [2]float64{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])}
}

// lines are the parts of lines that touch the window. A part reaches at most one point over the edge.
func (w window) lines(all []line) [][]int32 {
	out := [][]int32{}
	for i := range all {
		if !w.sees(&all[i]) {
			continue
		}
		var part [][2]float64
		flush := func() {
			if r := rounded(part, false); len(r) >= 4 {
				out = append(out, r)
			}
			part = nil
		}
		for k := 1; k < len(all[i].points); k++ {
			a, b := w.at(all[i].points[k-1]), w.at(all[i].points[k])
			if !w.crosses(a, b) {
				flush()
				continue
			}
			if part == nil {
				part = append(part, a)
			}
			part = append(part, b)
		}
		flush()
	}
	return out
}

// crosses tells whether the box of two points touches the window.
func (w window) crosses(a, b [2]float64) bool {
	return math.Min(a[0], b[0]) <= w.width+w.margin && math.Max(a[0], b[0]) >= -w.margin &&
		math.Min(a[1], b[1]) <= w.height+w.margin && math.Max(a[1], b[1]) >= -w.margin
}

// rounded is a line in whole steps, without points that are drawn where the one before is. A ring whose points all fall into few is nothing.
func rounded(points [][2]float64, ring bool) []int32 {
	out := make([]int32, 0, 2*len(points))
	for _, p := range points {
		x, y := int32(math.Round(p[0])), int32(math.Round(p[1]))
		if n := len(out); n >= 2 && out[n-2] == x && out[n-1] == y {
			continue
		}
		out = append(out, x, y)
	}
	if n := len(out); ring && n >= 4 && out[0] == out[n-2] && out[1] == out[n-1] {
		out = out[:n-2]
	}
	return out
}
