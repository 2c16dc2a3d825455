package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"sitrep/casebook"
	"sitrep/export/text"
	"sitrep/web/basemap"
	"sitrep/web/shown"
)

// tileCache keeps the tiles that have been asked for, packed: there are 87,381 of them, mostly of sea.
type tileCache struct {
	from *basemap.Map
	mu   sync.Mutex
	made map[[3]int][]byte
}

const mostTiles = 2000

func newTileCache(m *basemap.Map) *tileCache {
	return &tileCache{from: m, made: map[[3]int][]byte{}}
}

func (c *tileCache) tile(z, x, y int) ([]byte, error) {
	key := [3]int{z, x, y}
	c.mu.Lock()
	b, ok := c.made[key]
	c.mu.Unlock()
	if ok {
		return b, nil
	}
	t, err := c.from.Tile(z, x, y)
	if err != nil {
		return nil, casebook.ErrNotFound
	}
	if b, err = json.Marshal(t); err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.made) >= mostTiles {
		clear(c.made)
	}
	c.made[key] = b
	return b, nil
}

// tileOf is the zoom, column and row of a tile's address.
func tileOf(r *http.Request) (at [3]int, err error) {
	for i, name := range []string{"z", "x", "y"} {
		if at[i], err = strconv.Atoi(r.PathValue(name)); err != nil || at[i] < 0 {
			return at, casebook.ErrNotFound
		}
	}
	return at, nil
}

func (s *Server) tile(w http.ResponseWriter, r *http.Request) error {
	at, err := tileOf(r)
	if err != nil {
		return err
	}
	b, err := s.tiles.tile(at[0], at[1], at[2])
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "public, max-age=86400")
	_, err = w.Write(b)
	return err
}

// mark is one or several incidents at one spot of the map.
type mark struct {
	Lat    float64  `json:"lat"`
	Lon    float64  `json:"lon"`
	N      int      `json:"n"`
	Class  string   `json:"class"`          // of the most frequent kind
	Km     float64  `json:"km,omitempty"`   // how far off the place may be, of a single one
	ID     string   `json:"id,omitempty"`   // of a single one
	Label  string   `json:"label"`          // what it is, in words
	Killed int      `json:"killed"`         // the greatest best toll of killed
	Box    []string `json:"box,omitempty"`  // of several: west, south, east, north
	Detail string   `json:"more,omitempty"` // how sure the place is
}

// cell is the side of the squares, in pixels, in which incidents are drawn as one mark.
const cell = 44

// squares are the squares of the map at a zoom.
func squares(zoom float64) casebook.Square {
	side := cell / (256 * math.Exp2(zoom))
	return func(lat, lon float64) [2]int32 {
		at := basemap.Project(lat, lon)
		return [2]int32{int32(at.X / side), int32(at.Y / side)}
	}
}

// spots are the incidents of a query by the squares of the map at a zoom.
func (s *Server) spots(ctx context.Context, q casebook.Query, zoom float64) ([]casebook.Spot, error) {
	zoom = math.Round(zoom*10) / 10 // so that what is nearly the same map is the same question
	return keeping(ctx, s, fmt.Sprintf("spots %.1f", zoom), withoutPage(q), func(ctx context.Context) ([]casebook.Spot, error) {
		spots, err := s.gathered(ctx, q, zoom)
		return apart(spots, zoom), err
	})
}

func (s *Server) gathered(ctx context.Context, q casebook.Query, zoom float64) ([]casebook.Spot, error) {
	return casebook.Spots(ctx, s.book, q, squares(zoom))
}

// withoutPage is a query for all that it wants, in no order.
func withoutPage(q casebook.Query) casebook.Query {
	q.Order, q.Limit, q.After, q.All = "", 0, "", false
	return q
}

// marksOf are the marks of squares, the fullest first.
func marksOf(spots []casebook.Spot) []mark {
	order := slices.Clone(spots)
	slices.SortStableFunc(order, func(a, b casebook.Spot) int { return b.N - a.N })
	out := make([]mark, 0, len(order))
	for i := range order {
		out = append(out, markOf(&order[i]))
	}
	return out
}

// apart puts the spots together that would be drawn over each other at a zoom: the fuller one takes the other in. Each looks at those near it only: there may be tens of
// thousands.
func apart(spots []casebook.Spot, zoom float64) []casebook.Spot {
	order := make([]*casebook.Spot, len(spots))
	for i := range order {
		order[i] = &spots[i]
	}
	slices.SortStableFunc(order, func(a, b *casebook.Spot) int { return b.N - a.N })
	d := drawnSpots{world: 256 * math.Exp2(zoom), near: map[[2]int32][]int{}}
	for _, s := range order {
		d.add(s)
	}
	return d.spots
}

// drawnSpots are spots that do not hide each other, with where they stand in pixels; near has them by squares as wide as two marks can reach.
type drawnSpots struct {
	world float64
	spots []casebook.Spot
	at    []basemap.Point
	near  map[[2]int32][]int
}

// reach is how far from each other two marks hide each other at most.
const reach = tooNear * 2 * 24

func (d *drawnSpots) add(s *casebook.Spot) {
	p := basemap.Project(s.Lat, s.Lon)
	p.X, p.Y = p.X*d.world, p.Y*d.world
	if over := d.over(s, p); over >= 0 {
		d.spots[over].Take(s) // it stands where it stood, near enough: what it takes in is less than it is
		return
	}
	key := squareOf(p)
	d.near[key] = append(d.near[key], len(d.spots))
	d.spots, d.at = append(d.spots, *s), append(d.at, p)
}

// over is the fullest spot whose mark would hide much of another's; -1 where there is none. Two single incidents are never put together: each has its own shape.
func (d *drawnSpots) over(s *casebook.Spot, p basemap.Point) int {
	found, key := -1, squareOf(p)
	for dx := int32(-1); dx <= 1; dx++ {
		for dy := int32(-1); dy <= 1; dy++ {
			for _, i := range d.near[[2]int32{key[0] + dx, key[1] + dy}] {
				o := &d.spots[i]
				if (o.N > 1 || s.N > 1) && math.Hypot(p.X-d.at[i].X, p.Y-d.at[i].Y) < tooNear*(radius(o.N)+radius(s.N)) && (found < 0 || i < found) {
					found = i
				}
			}
		}
	}
	return found
}

func squareOf(p basemap.Point) [2]int32 { return [2]int32{int32(p.X / reach), int32(p.Y / reach)} }

// tooNear is how near two marks may lie, as a share of what they need to stand side by side.
const tooNear = 0.8

// classes are the groups of kinds, in the order in which the first of equals counts.
var classes = [...]string{"strike", "fight", "people", "peace", "other"}

func markOf(s *casebook.Spot) mark {
	if s.N == 1 {
		p := s.Only
		return mark{Lat: p.Lat, Lon: p.Lon, N: 1, Class: kindClass(p.Kind), Km: precisionKm(p.Precision), ID: p.ID, Label: p.Title, Killed: p.Killed, Detail: precisionLabel(p.Precision)}
	}
	m := mark{N: s.N, Lat: round(s.Lat), Lon: round(s.Lon), Killed: s.Killed, Label: text.Number(s.N) + " incidents"}
	n := map[string]int{}
	for _, k := range s.Kinds {
		n[kindClass(k.Kind)] += k.N
	}
	for _, c := range classes {
		if m.Class == "" || n[c] > n[m.Class] {
			m.Class = c
		}
	}
	for _, x := range []float64{s.West - 0.005, s.South - 0.005, s.East + 0.005, s.North + 0.005} {
		m.Box = append(m.Box, strconv.FormatFloat(x, 'f', 3, 64))
	}
	return m
}

// round is a coordinate to about a metre.
func round(x float64) float64 { return math.Round(x*1e5) / 1e5 }

// points answers with the marks of a part of the map: the view's own filters, the box shown, and the zoom.
func (s *Server) points(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	zoom, err := strconv.ParseFloat(r.URL.Query().Get("zoom"), 64)
	if err != nil || zoom < 0 || zoom > 20 {
		return shown.Wrong("zoom=%s: want a number from 0 to 20", r.URL.Query().Get("zoom"))
	}
	spots, err := s.spots(r.Context(), st.query, zoom)
	if err != nil {
		return err
	}
	total := 0
	for i := range spots {
		total += spots[i].N
	}
	return writeJSON(w, struct {
		Marks []mark `json:"marks"`
		Total int    `json:"total"`
	}{marksOf(spots), total})
}

func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/json")
	return writeJSONBody(w, v)
}

func writeJSONBody(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }
