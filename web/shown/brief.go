package shown

import (
	"context"
	"time"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
)

// week is the period of a brief that names none.
const week = 7

// Brief makes the brief of a period: of the days of the query, else of the seven days before the newest report. now is the day where there are no reports.
func (r *Record) Brief(ctx context.Context, q casebook.Query, now time.Time) (*brief.Brief, brief.Options, error) {
	o := brief.Options{From: q.From, To: q.To, Query: q, Names: r.Names}
	if o.To.IsZero() {
		stats, err := r.Book.Stats(ctx)
		if err != nil {
			return nil, o, err
		}
		o.To = sitrep.CivilDateOf(now)
		if !stats.LastPublished.IsZero() {
			o.To = sitrep.CivilDateOf(stats.LastPublished)
		}
	}
	if o.From.IsZero() {
		o.From = sitrep.CivilDateOf(o.To.Last().AddDate(0, 0, 1-week))
	}
	if o.To.Last().Before(o.From.First()) {
		return nil, o, Wrong("from %s to %s: the last day lies before the first", o.From, o.To)
	}
	b, err := brief.Make(ctx, r.Book, o)
	return b, o, err
}
