package casebook

import (
	"context"

	"sitrep"
)

// Point is an incident as a map needs it.
type Point struct {
	ID        string
	Kind      sitrep.Kind
	Title     string
	Lat, Lon  float64
	Precision int // UCDP's where_prec
	Killed    int // the greatest best toll of killed
}

// Mapper is a backend that has the points of a map without its incidents, which is faster.
type Mapper interface {
	Points(ctx context.Context, q Query) ([]Point, error)
}

// Points are the incidents of a query whose place has coordinates, in the order of the query.
func Points(ctx context.Context, book Asker, q Query) ([]Point, error) {
	q.All, q.After = true, ""
	if m, ok := book.(Mapper); ok {
		return m.Points(ctx, q)
	}
	page, err := book.Incidents(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []Point
	for i := range page.Rows {
		if n := &page.Rows[i]; n.Place.Located {
			out = append(out, PointOf(n))
		}
	}
	return out, nil
}

// PointOf is an incident as a map needs it.
func PointOf(i *sitrep.Incident) Point {
	p := Point{ID: i.ID, Kind: i.Kind, Title: i.Title, Lat: i.Place.Lat, Lon: i.Place.Lon, Precision: i.Place.Precision}
	for _, t := range i.Tally {
		if t.Harm == sitrep.Killed {
			p.Killed = max(p.Killed, t.Best)
		}
	}
	return p
}
