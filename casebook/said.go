package casebook

import (
	"context"

	"sitrep"
	"sitrep/record"
)

// Saying is what a report says: enough for sentences about it, without whom and what it names.
type Saying struct {
	Head sitrep.ReportHead
	Text string
	*record.Said
}

// Sayer is a backend that has what a report says without all of its reading, which is faster.
type Sayer interface {
	Said(ctx context.Context, report string) (Saying, error)
}

// SaidIn is what a report says, by the version and the reading that count.
func SaidIn(ctx context.Context, book Asker, report string) (Saying, error) {
	if s, ok := book.(Sayer); ok {
		return s.Said(ctx, report)
	}
	stored, err := book.Report(ctx, report, 0)
	r := stored.Reading
	if err == nil && (r == nil || r.Report == nil) {
		err = ErrNotFound
	}
	if err != nil {
		return Saying{}, err
	}
	return Saying{stored.Head, r.Report.Text, record.SaidOf(r)}, nil
}
