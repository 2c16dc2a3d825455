package casebook

import (
	"context"

	"sitrep"
)

// Streamer is a backend that gives all incidents of a query one after the other, which is faster than page by page, and as they were at one time.
type Streamer interface {
	// EachIncident gives the incidents in order, so many together, until take fails. What it gives is take's.
	EachIncident(ctx context.Context, q Query, together int, take func([]sitrep.Incident) error) error
}

// EachIncident gives the incidents of a query in order, so many together, until take fails.
func EachIncident(ctx context.Context, book Asker, q Query, together int, take func([]sitrep.Incident) error) error {
	q.All, q.After = false, ""
	if s, ok := book.(Streamer); ok {
		return s.EachIncident(ctx, q, together, take)
	}
	return eachPage(q, together, func(q Query) (Page[sitrep.Incident], error) { return book.Incidents(ctx, q) }, take)
}

// ClaimStreamer is the same of claims.
type ClaimStreamer interface {
	EachClaim(ctx context.Context, q Query, together int, take func([]ClaimRow) error) error
}

// EachClaim gives the claims of a query in order, so many together, until take fails.
func EachClaim(ctx context.Context, book Asker, q Query, together int, take func([]ClaimRow) error) error {
	q.All, q.After = false, ""
	if s, ok := book.(ClaimStreamer); ok {
		return s.EachClaim(ctx, q, together, take)
	}
	return eachPage(q, together, func(q Query) (Page[ClaimRow], error) { return book.Claims(ctx, q) }, take)
}

// eachPage gives the rows of a query page by page.
func eachPage[T any](q Query, together int, ask func(Query) (Page[T], error), take func([]T) error) error {
	for q.Limit = together; ; {
		page, err := ask(q)
		if err == nil && len(page.Rows) > 0 {
			err = take(page.Rows)
		}
		if err != nil || page.Next == "" || len(page.Rows) == 0 {
			return err
		}
		q.After = page.Next
	}
}
