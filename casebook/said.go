package casebook

import (
	"context"

	"sitrep"
)

// Said is what a report says: enough for sentences about it, without whom and what it names.
type Said struct {
	Head    sitrep.ReportHead
	Text    string
	Events  []sitrep.Event // without reasons, as are the claims
	Claims  []sitrep.Claim
	Timexes []sitrep.Timex
}

// Sayer is a backend that has what a report says without all of its reading, which is faster.
type Sayer interface {
	Said(ctx context.Context, report string) (Said, error)
}

// SaidIn is what a report says, by the version and the reading that count.
func SaidIn(ctx context.Context, book Asker, report string) (Said, error) {
	if s, ok := book.(Sayer); ok {
		return s.Said(ctx, report)
	}
	stored, err := book.Report(ctx, report, 0)
	r := stored.Reading
	if err == nil && (r == nil || r.Report == nil) {
		err = ErrNotFound
	}
	if err != nil {
		return Said{}, err
	}
	return Said{Head: stored.Head, Text: r.Report.Text, Events: r.Events, Claims: r.Claims, Timexes: r.Timexes}, nil
}
