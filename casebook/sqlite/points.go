package sqlite

import (
	"context"
	"database/sql"

	"sitrep"
	"sitrep/casebook"
)

var _ casebook.Mapper = (*Book)(nil)

// Points are the incidents of a query whose place has coordinates, in the order of the query.
func (b *Book) Points(ctx context.Context, q casebook.Query) (out []casebook.Point, err error) {
	err = b.read(ctx, "read the points of a map", func(t *tx) error {
		page, _ := t.page(incidents, t.foundIncidents(q), q)
		for at := 0; at < len(page); at += atOnce {
			part := page[at:min(at+atOnce, len(page))]
			points := t.points(part)
			for _, r := range part {
				if p, ok := points[r.n]; ok {
					out = append(out, p)
				}
			}
		}
		return nil
	})
	return out, err
}

// points are the points of some rows, by row.
func (t *tx) points(rows []place) map[int64]casebook.Point {
	out := map[int64]casebook.Point{}
	t.each("SELECT i.n, i.id, i.kind, i.title, i.lat, i.lon, i.precision, i.dead FROM json_each(?) j CROSS JOIN incident i ON i.n = j.value WHERE i.lat IS NOT NULL", []any{array(numbersOf(rows))}, func(r *sql.Rows) error {
		var n int64
		var at casebook.Point
		var kind string
		err := r.Scan(&n, &at.ID, &kind, &at.Title, &at.Lat, &at.Lon, &at.Precision, &at.Killed)
		at.Kind = sitrep.Kind(kind)
		out[n] = at
		return err
	})
	return out
}
