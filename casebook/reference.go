package casebook

import (
	"context"
	"iter"
	"time"

	"sitrep"
)

// Referencer keeps datasets of others, to compare the record with. They enter nothing else: no list, no incident, no tally.
type Referencer interface {
	References(ctx context.Context) ([]Reference, error) // by name
	// PutReference keeps a dataset, in the place of the one of its name: whole or not at all. What r says is kept as it is when all events have been given.
	PutReference(ctx context.Context, r *Reference, events iter.Seq2[[]byte, error]) error
	// EachReference gives the events of a dataset as they were put, in their order, until take fails. What it gives is good until take returns.
	EachReference(ctx context.Context, name string, take func(event []byte) error) error
	// DropReference takes a dataset out; ErrNotFound where there is none of that name.
	DropReference(ctx context.Context, name string) error
}

// Reference is a dataset of others. Its events are JSON of package reference, which a casebook does not look into.
type Reference struct {
	Name      string
	Dataset   string           // whose columns it was in
	Licence   string           // under what terms it may be used
	Note      string           // what else is to be known of it
	Dated     sitrep.CivilDate // of its release; zero where nobody said
	File      string           // that it came from
	Events    int
	From, To  sitrep.CivilDate // first and last day
	Countries []string         // in order
	Added     time.Time
	By        string
}
