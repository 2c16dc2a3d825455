package casebook

import (
	"context"
	"slices"
	"time"

	"sitrep"
)

// Spot is the incidents of one square of a map.
type Spot struct {
	N                        int
	Lat, Lon                 float64 // the middle of them
	West, South, East, North float64
	Kinds                    []KindCount // in the order of the kinds' names
	Killed                   int         // the greatest best toll of killed
	Only                     Point       // of a square with one
}

// KindCount is how many incidents are of a kind.
type KindCount struct {
	Kind sitrep.Kind
	N    int
}

// Square names the square of a map in which a place lies.
type Square func(lat, lon float64) [2]int32

// Spotter is a backend that gathers the squares of a map without reading its incidents, which is much faster where there are many.
type Spotter interface {
	// Spots reads of those alone in a square what Only has, unless the spots are bare.
	Spots(ctx context.Context, q Query, of Square, bare bool) ([]Spot, error)
}

// Revised is a backend that tells when what it holds has changed: the same revision, the same answers.
type Revised interface {
	Revision(ctx context.Context) (int64, error)
	LastChange(ctx context.Context) (time.Time, error) // when something was filed, joined or corrected last; zero for never
}

// Spots are the squares of a map with the incidents of a query whose place has coordinates, in the order of the squares' names.
func Spots(ctx context.Context, book Asker, q Query, of Square) ([]Spot, error) {
	return spots(ctx, book, q, of, false)
}

// BareSpots are Spots for somebody who only asks where how many lie: of those alone in a square Only may stay empty.
func BareSpots(ctx context.Context, book Asker, q Query, of Square) ([]Spot, error) {
	return spots(ctx, book, q, of, true)
}

func spots(ctx context.Context, book Asker, q Query, of Square, bare bool) ([]Spot, error) {
	if s, ok := book.(Spotter); ok {
		return s.Spots(ctx, q, of, bare)
	}
	points, err := Points(ctx, book, q)
	if err != nil {
		return nil, err
	}
	g := NewSquares(of)
	for i := range points {
		p := &points[i]
		n := g.Add(p.Lat, p.Lon, p.Killed)
		g.Kind(n, p.Kind, 1)
		g.Only(n, *p)
	}
	return g.Sorted(), nil
}

// SpotOf is the spot of one incident.
func SpotOf(p Point) []Spot {
	g := NewSquares(func(float64, float64) [2]int32 { return [2]int32{} })
	g.Kind(g.Add(p.Lat, p.Lon, p.Killed), p.Kind, 1)
	g.Only(0, p)
	return g.Sorted()
}

// Squares gathers incidents by the squares in which they lie.
type Squares struct {
	of    Square
	at    map[[2]int32]int
	keys  [][2]int32
	spots []Spot
}

// NewSquares begins to gather.
func NewSquares(of Square) *Squares { return &Squares{of: of, at: map[[2]int32]int{}} }

// Add takes an incident in, and gives the number of its spot.
func (g *Squares) Add(lat, lon float64, killed int) int {
	key := g.of(lat, lon)
	n, ok := g.at[key]
	if !ok {
		n = len(g.spots)
		g.at[key] = n
		g.keys = append(g.keys, key)
		g.spots = append(g.spots, Spot{West: lon, East: lon, South: lat, North: lat})
	}
	s := &g.spots[n]
	s.N++
	s.Lat, s.Lon, s.Killed = s.Lat+lat, s.Lon+lon, max(s.Killed, killed)
	s.West, s.East, s.South, s.North = min(s.West, lon), max(s.East, lon), min(s.South, lat), max(s.North, lat)
	return n
}

// Kind notes that so many incidents of a spot are of a kind.
func (g *Squares) Kind(spot int, k sitrep.Kind, n int) {
	s := &g.spots[spot]
	i, found := slices.BinarySearchFunc(s.Kinds, k, func(c KindCount, k sitrep.Kind) int {
		switch {
		case c.Kind < k:
			return -1
		case c.Kind > k:
			return 1
		}
		return 0
	})
	if !found {
		s.Kinds = slices.Insert(s.Kinds, i, KindCount{Kind: k})
	}
	s.Kinds[i].N += n
}

// Count is how many incidents a spot has by now.
func (g *Squares) Count(spot int) int { return g.spots[spot].N }

// Only says which incident a spot with one is.
func (g *Squares) Only(spot int, p Point) { g.spots[spot].Only = p }

// Take takes in another spot: what lies at both is at one from then on.
func (s *Spot) Take(o *Spot) {
	n := float64(s.N + o.N)
	s.Lat, s.Lon = (s.Lat*float64(s.N)+o.Lat*float64(o.N))/n, (s.Lon*float64(s.N)+o.Lon*float64(o.N))/n
	s.N, s.Killed, s.Only = s.N+o.N, max(s.Killed, o.Killed), Point{}
	s.West, s.East, s.South, s.North = min(s.West, o.West), max(s.East, o.East), min(s.South, o.South), max(s.North, o.North)
	kinds := &Squares{spots: []Spot{{Kinds: slices.Clone(s.Kinds)}}}
	for _, k := range o.Kinds {
		kinds.Kind(0, k.Kind, k.N)
	}
	s.Kinds = kinds.spots[0].Kinds
}

// Sorted are the spots in the order of their squares' names.
func (g *Squares) Sorted() []Spot {
	order := make([]int, len(g.spots))
	for i := range order {
		order[i] = i
		s := &g.spots[i]
		s.Lat, s.Lon = s.Lat/float64(s.N), s.Lon/float64(s.N)
		if s.N > 1 {
			s.Only = Point{}
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := g.keys[a], g.keys[b]
		if x[0] != y[0] {
			return int(x[0]) - int(y[0])
		}
		return int(x[1]) - int(y[1])
	})
	out := make([]Spot, len(order))
	for i, n := range order {
		out[i] = g.spots[n]
	}
	return out
}
