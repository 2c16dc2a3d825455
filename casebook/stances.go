package casebook

import (
	"context"

	"sitrep"
)

// StanceCounter is a backend that counts claims by what saying them does while it lists them.
type StanceCounter interface {
	ClaimsByStance(ctx context.Context, q Query) (Page[ClaimRow], map[sitrep.Stance]int, error)
}

// ClaimsByStance are the claims of a query, and how many there are of each stance, as if no stance were asked for; nil where the backend does not count them.
func ClaimsByStance(ctx context.Context, book Asker, q Query) (Page[ClaimRow], map[sitrep.Stance]int, error) {
	if c, ok := book.(StanceCounter); ok {
		return c.ClaimsByStance(ctx, q)
	}
	page, err := book.Claims(ctx, q)
	return page, nil, err
}
