package web

import (
	"testing"

	"sitrep/casebook"
)

// points are so many incidents on one spot.
func points(n int, lat, lon float64) []casebook.Point {
	out := make([]casebook.Point, n)
	for i := range out {
		out[i] = casebook.Point{Lat: lat + float64(i%10)/100, Lon: lon + float64(i%7)/100}
	}
	return out
}

// gathered are points by the squares of the map.
func gathered(points []casebook.Point, zoom float64) []casebook.Spot {
	g := casebook.NewSquares(squares(zoom))
	for _, p := range points {
		n := g.Add(p.Lat, p.Lon, p.Killed)
		g.Kind(n, p.Kind, 1)
		g.Only(n, p)
	}
	return g.Sorted()
}

func TestTheMapBeginsWhereMostIncidentsLie(t *testing.T) {
	war := points(97, 35, 38)
	for name, c := range map[string]struct {
		points []casebook.Point
		widest float64 // degrees of longitude
		least  float64
	}{
		"one war and talks abroad":  {append(points(2, 46, 6), append(points(1, -7, 110), war...)...), 10, 0},
		"two wars":                  {append(points(50, 15, 32), war...), 30, 5},
		"all over the world":        {append(append(points(10, -30, -60), points(10, 50, 140)...), points(10, 40, 10)...), 360, 150},
		"one incident":              {points(1, 35, 38), 10, 1},
		"nothing":                   {nil, 360, 200},
		"on both sides of the date": {append(points(1, 0, 179.9), points(1, 0, -179.9)...), 360, 300},
	} {
		b := around(gathered(c.points, coarseZoom))
		if w := b[2] - b[0]; w > c.widest || w < c.least {
			t.Errorf("%s: %.1f degrees wide, %v", name, w, b)
		}
	}
}
