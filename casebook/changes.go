package casebook

import (
	"context"
	"time"
)

// ChangePager is a backend that reads no more of the changes between two times than are asked for.
type ChangePager interface {
	// ChangesAfter are at most limit changes, 0 for all. After is Next of the page before: it holds the two times, and others that are given with it do not count.
	ChangesAfter(ctx context.Context, since, until time.Time, after string, limit int) (Page[IncidentChange], error)
}

// ChangesAfter are some of the changes between two times, all of them where the backend has no pages of them.
func ChangesAfter(ctx context.Context, book Asker, since, until time.Time, after string, limit int) (Page[IncidentChange], error) {
	if p, ok := book.(ChangePager); ok {
		return p.ChangesAfter(ctx, since, until, after, limit)
	}
	if after != "" {
		return Page[IncidentChange]{}, ErrCursor
	}
	all, err := book.Changes(ctx, since, until)
	return Page[IncidentChange]{Rows: all, Total: len(all)}, err
}
