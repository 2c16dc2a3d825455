package web

import (
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

// marksOf gathers incidents that lie in one square of the map into marks, in a fixed order.
func marksOf(points []casebook.Point, zoom float64) []mark {
	side := cell / (256 * math.Exp2(zoom))
	groups := map[[2]int][]casebook.Point{}
	var order [][2]int
	for _, p := range points {
		at := basemap.Project(p.Lat, p.Lon)
		key := [2]int{int(at.X / side), int(at.Y / side)}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], p)
	}
	slices.SortFunc(order, func(a, b [2]int) int {
		if n := len(groups[b]) - len(groups[a]); n != 0 {
			return n
		}
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	out := make([]mark, 0, len(order))
	for _, key := range order {
		out = append(out, markOf(groups[key]))
	}
	return out
}

func markOf(points []casebook.Point) mark {
	if len(points) == 1 {
		p := points[0]
		return mark{Lat: p.Lat, Lon: p.Lon, N: 1, Class: kindClass(p.Kind), Km: precisionKm(p.Precision), ID: p.ID, Label: p.Title, Killed: p.Killed, Detail: precisionLabel(p.Precision)}
	}
	m := mark{N: len(points)}
	classes := map[string]int{}
	west, south, east, north := 180.0, 90.0, -180.0, -90.0
	for _, p := range points {
		m.Lat += p.Lat / float64(len(points))
		m.Lon += p.Lon / float64(len(points))
		m.Killed = max(m.Killed, p.Killed)
		west, east = min(west, p.Lon), max(east, p.Lon)
		south, north = min(south, p.Lat), max(north, p.Lat)
		classes[kindClass(p.Kind)]++
	}
	for _, c := range []string{"strike", "fight", "people", "peace", "other"} {
		if m.Class == "" || classes[c] > classes[m.Class] {
			m.Class = c
		}
	}
	m.Label = fmt.Sprintf("%d incidents", m.N)
	for _, x := range []float64{west - 0.005, south - 0.005, east + 0.005, north + 0.005} {
		m.Box = append(m.Box, strconv.FormatFloat(x, 'f', 3, 64))
	}
	return m
}

// points answers with the marks of a part of the map: the view's own filters, the box shown, and the zoom.
func (s *Server) points(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	zoom, err := strconv.ParseFloat(r.URL.Query().Get("zoom"), 64)
	if err != nil || zoom < 0 || zoom > 20 {
		return shown.Wrong("zoom=%s: want a number from 0 to 20", r.URL.Query().Get("zoom"))
	}
	points, err := casebook.Points(r.Context(), s.book, st.query)
	if err != nil {
		return err
	}
	return writeJSON(w, struct {
		Marks []mark `json:"marks"`
		Total int    `json:"total"`
	}{marksOf(points, zoom), len(points)})
}

func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/json")
	return writeJSONBody(w, v)
}

func writeJSONBody(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }
