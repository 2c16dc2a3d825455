package sqlite

import (
	"context"
	"math"

	"sitrep/casebook"
)

var _ casebook.Besider = (*Book)(nil)

// Beside are the reports before and after one in the list of a query, the newest first.
func (b *Book) Beside(ctx context.Context, report string, q casebook.Query) (before, after string, err error) {
	q.Order = casebook.Newest
	err = b.read(ctx, "look what stands beside report "+report, func(t *tx) error {
		n, err := t.findReport(report)
		if err != nil {
			return err
		}
		before, after = t.beside(t.rows(reports, q, func() []found { return t.foundReports(q) }), n)
		return nil
	})
	return before, after, err
}

// beside are the ids before and after a row: of those of its day, else of the days beside it.
func (t *tx) beside(rows []found, n int64) (before, after string) {
	day, there := int64(0), false
	for _, r := range rows {
		if r.n == n {
			day, there = r.order, true
		}
	}
	if !there {
		return "", ""
	}
	newer, older := int64(math.MaxInt64), int64(math.MinInt64)
	for _, r := range rows {
		if r.order > day {
			newer = min(newer, r.order)
		} else if r.order < day {
			older = max(older, r.order)
		}
	}
	same := t.ofDay(rows, day)
	for i, p := range same {
		if p.n != n {
			continue
		}
		if i > 0 {
			before = same[i-1].ID
		} else if last := t.ofDay(rows, newer); len(last) > 0 {
			before = last[len(last)-1].ID
		}
		if i+1 < len(same) {
			after = same[i+1].ID
		} else if first := t.ofDay(rows, older); len(first) > 0 {
			after = first[0].ID
		}
	}
	return before, after
}

// ofDay are the rows of a day in the order of their ids.
func (t *tx) ofDay(rows []found, day int64) []place {
	var out []found
	for _, r := range rows {
		if r.order == day {
			out = append(out, r)
		}
	}
	return t.ties(reports, out, "", len(out))
}
