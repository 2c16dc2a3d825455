package sqlite

import (
	"database/sql"
	"sync"
)

// kept is something that is worked out of the casebook, and stays as it is until the digests are written again.
type kept[T any] struct {
	mu    sync.Mutex
	at    int64
	there bool
	value T
}

func (k *kept[T]) get(t *tx, make func() T) T {
	at := t.at()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.there && k.at == at {
		return k.value
	}
	v := make()
	if t.err == nil && (!k.there || at > k.at) {
		k.at, k.there, k.value = at, true, v
	}
	return v
}

// claimCounts are how many claims each source and each actor makes, by their terms.
type claimCounts struct{ sources, actors []int32 }

func (c *claimCounts) of(counts []int32, terms []int64) (n int) {
	for _, t := range terms {
		if t < int64(len(counts)) {
			n += int(counts[t])
		}
	}
	return n
}

func (t *tx) claimCounts() *claimCounts {
	return t.book.digests.claimCounts.get(t, func() *claimCounts {
		most := t.number("SELECT coalesce(max(n), 0) FROM term") + 1
		c := &claimCounts{make([]int32, most), make([]int32, most)}
		eachOf(t, &t.book.digests.claims, nil, func(e *claimEntry) {
			if max(int(e.source), int(e.actor)) < len(c.sources) {
				c.sources[e.source]++
				c.actors[e.actor]++
			}
		})
		c.sources[0], c.actors[0] = 0, 0
		return c
	})
}

// sameActors are, of each row of an actor, the row that stands for the actor.
func (t *tx) sameActors() []int64 {
	return t.book.digests.sameActors.get(t, func() []int64 {
		out := make([]int64, t.number("SELECT coalesce(max(n), 0) FROM actor")+1)
		t.each("SELECT n, same FROM actor", nil, func(r *sql.Rows) error {
			var n, same int64
			err := r.Scan(&n, &same)
			if n < int64(len(out)) && same < int64(len(out)) {
				out[n] = same
			}
			return err
		})
		return out
	})
}
