package sqlite

import (
	"cmp"
	"reflect"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// byDayAlone tells whether a query asks for nothing but the first page of the newest, of some days or of all.
func byDayAlone(q casebook.Query) bool {
	if q.Order != casebook.Newest || q.All || q.After != "" {
		return false
	}
	q.From, q.To, q.Limit = sitrep.CivilDate{}, sitrep.CivilDate{}, 0
	return reflect.ValueOf(q).IsZero()
}

// latest are the latest rows of a list on some days, so many and those of the day of the last of them, and how many there are in all. Of the chunks only those are gone through that
// reach to such a late day, and to those days. ok is false where the list is not at hand: the first question reads it as any does.
func latest[T any](t *tx, d *digest[T], days area, enough int) (rows []found, total int, ok bool) {
	if !d.fresh(t.at()) {
		return nil, 0, false
	}
	chunks := slices.Clone(rowsOf(t, d))
	slices.SortStableFunc(chunks, func(a, b chunk[T]) int { return cmp.Compare(b.last, a.last) })
	last := int64(0) // the day of the last that is needed, once there are enough
	for i := range chunks {
		c := &chunks[i]
		if days.dated && (int64(c.first) > days.to || int64(c.last) < days.from) {
			continue
		}
		if len(rows) >= enough && int64(c.last) < last {
			total += count(d, c, days)
			continue
		}
		before := len(rows)
		for k := range c.rows {
			if day := d.day(&c.rows[k]); days.published(day) {
				rows = append(rows, found{int64(day), d.row(&c.rows[k])})
				total++
			}
		}
		if len(rows) >= enough && len(rows) > before {
			last = edge(rows, -1, enough)
		}
	}
	return rows, total, true
}

// count is how many rows of a chunk lie on some days.
func count[T any](d *digest[T], c *chunk[T], days area) (n int) {
	if days.published(c.first) && days.published(c.last) {
		return len(c.rows)
	}
	for i := range c.rows {
		if days.published(d.day(&c.rows[i])) {
			n++
		}
	}
	return n
}
