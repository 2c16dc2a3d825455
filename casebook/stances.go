package casebook

import (
	"context"

	"sitrep"
)

// StanceCounter is a backend that counts claims by what saying them does.
type StanceCounter interface {
	Stances(ctx context.Context, q Query) (map[sitrep.Stance]int, error)
}

// Stances count the claims of a query by their stance, as if no stance were asked for; nil where the backend does not count them.
func Stances(ctx context.Context, book Asker, q Query) (map[sitrep.Stance]int, error) {
	if c, ok := book.(StanceCounter); ok {
		return c.Stances(ctx, q)
	}
	return nil, nil
}
