package sqlite

import (
	"context"

	"sitrep"
	"sitrep/casebook"
)

var _ casebook.StanceCounter = (*Book)(nil)

// Stances count the claims of a query by their stance, as if no stance were asked for.
func (b *Book) Stances(ctx context.Context, q casebook.Query) (out map[sitrep.Stance]int, err error) {
	out = map[sitrep.Stance]int{}
	q.Stances = nil
	err = b.read(ctx, "count claims by stance", func(t *tx) error {
		var counts [256]int
		t.eachClaim(q, false, func(e *claimEntry) { counts[e.stance]++ })
		for i, stance := range stanceNumbers {
			if counts[i] > 0 {
				out[stance] = counts[i]
			}
		}
		return nil
	})
	return out, err
}
