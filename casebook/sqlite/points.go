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
		p := t.incidentPlan(q)
		if p.none {
			return nil
		}
		p.and("i.lat IS NOT NULL")
		down := " DESC"
		if q.Order == casebook.Oldest {
			down = ""
		}
		query := "SELECT i.id, i.kind, i.title, i.lat, i.lon, i.precision, i.dead FROM " + p.from + p.condition() + " ORDER BY " + p.table.orders[q.Order] + down + ", i.id LIMIT ?"
		limit := limitOf(q)
		t.each(query, append(p.args, limit), func(r *sql.Rows) error {
			var at casebook.Point
			var kind string
			err := r.Scan(&at.ID, &kind, &at.Title, &at.Lat, &at.Lon, &at.Precision, &at.Killed)
			at.Kind = sitrep.Kind(kind)
			out = append(out, at)
			return err
		})
		return nil
	})
	return out, err
}
