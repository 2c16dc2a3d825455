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
		return s.gathered(ctx, q, zoom)
	})
}

func (s *Server) gathered(ctx context.Context, q casebook.Query, zoom float64) ([]casebook.Spot, error) {
	spots, err := casebook.Spots(ctx, s.book, q, squares(zoom))
	return apart(spots, zoom), err
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

// apart puts the spots together that would be drawn over each other at a zoom: the fuller one takes the other in. What one covers of the other is told by their count.
func apart(spots []casebook.Spot, zoom float64) []casebook.Spot {
	order, world := slices.Clone(spots), 256*math.Exp2(zoom)
	slices.SortStableFunc(order, func(a, b casebook.Spot) int { return b.N - a.N })
	var out []casebook.Spot
	for i := range order {
		s := &order[i]
		if over := slices.IndexFunc(out, func(o casebook.Spot) bool { return covers(&o, s, world) }); over >= 0 {
			out[over].Take(s)
		} else {
			out = append(out, *s)
		}
	}
	return out
}

// covers tells whether the mark of one spot hides much of another's. Two single incidents are never put together: each has its own shape.
func covers(a, b *casebook.Spot, world float64) bool {
	if a.N == 1 && b.N == 1 {
		return false
	}
	p, q := basemap.Project(a.Lat, a.Lon), basemap.Project(b.Lat, b.Lon)
	return math.Hypot(p.X-q.X, p.Y-q.Y)*world < tooNear*(radius(a.N)+radius(b.N))
}

// tooNear is how near two marks may lie, as a share of what they need to stand side by side.
const tooNear = 0.8

// classes are the groups of kinds, in the order in which the first of equals counts.
var classes = [...]string{"strike", "fight", "people", "peace", "other"}

func markOf(s *casebook.Spot) mark {
	if s.N == 1 {
		p := s.Only
		return mark{Lat: p.Lat, Lon: p.Lon, N: 1, Class: kindClass(p.Kind), Km: precisionKm(p.Precision), ID: p.ID, Label: p.Title, Killed: p.Killed, Detail: precisionLabel(p.Precision)}
	}
	m := mark{N: s.N, Lat: round(s.Lat), Lon: round(s.Lon), Killed: s.Killed, Label: number(s.N) + " incidents"}
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
