package sqlite

import (
	"context"
	"time"

	"sitrep"
	"sitrep/casebook"
)

var (
	_ casebook.Spotter = (*Book)(nil)
	_ casebook.Revised = (*Book)(nil)
)

// Revision changes with whatever is written.
func (b *Book) Revision(ctx context.Context) (at int64, err error) {
	err = b.read(ctx, "look whether it has changed", func(t *tx) error {
		at = t.at()
		return nil
	})
	return at, err
}

// LastChange is when something was filed, joined or corrected last.
func (b *Book) LastChange(ctx context.Context) (at time.Time, err error) {
	err = b.read(ctx, "look when it changed last", func(t *tx) error {
		last := b.digests.lastChange.get(t, func() int64 {
			last := max(t.number("SELECT coalesce(max(filed), 0) FROM version"), t.number("SELECT coalesce(max(at), 0) FROM audit"))
			eachSeen(t, &b.digests.incidents, nil, glance[incidentEntry]{bare: true}, func(e *incidentEntry) { last = max(last, e.changed) })
			return last
		})
		at = unstamp(last)
		return nil
	})
	return at, err
}

// Spots are the squares of a map with the incidents of a query. Of those alone in a square the rest is read, unless the spots are bare.
func (b *Book) Spots(ctx context.Context, q casebook.Query, of casebook.Square, bare bool) (out []casebook.Spot, err error) {
	err = b.read(ctx, "gather the squares of a map", func(t *tx) error {
		g := casebook.NewSquares(of)
		kinds := t.textsIn(kindField)
		var only []int64 // of each spot, an incident in it
		var counts []map[uint32]int
		t.incidents(q, func(e *incidentEntry) {
			if e.lat == unknown {
				return
			}
			n := g.Add(float64(e.lat)/fine, float64(e.lon)/fine, int(max(0, e.dead)))
			if n == len(only) {
				only, counts = append(only, e.n), append(counts, map[uint32]int{})
			}
			for _, tag := range e.tags {
				if field(tag&(1<<fieldBits-1)) == kindField {
					counts[n][tag>>fieldBits]++
				}
			}
		})
		for spot, of := range counts {
			for term, n := range of {
				g.Kind(spot, sitrep.Kind(kinds[int64(term)]), n)
			}
		}
		if !bare {
			t.onlyOnes(g, only)
		}
		out = g.Sorted()
		return nil
	})
	return out, err
}

// onlyOnes reads the incidents that are alone in their squares.
func (t *tx) onlyOnes(g *casebook.Squares, incident []int64) {
	spots := map[int64]int{}
	var rows []place
	for spot, n := range incident {
		if g.Count(spot) == 1 {
			spots[n] = spot
			rows = append(rows, place{n: n})
		}
	}
	for at := 0; at < len(rows); at += atOnce {
		for n, p := range t.points(rows[at:min(at+atOnce, len(rows))]) {
			g.Only(spots[n], p)
		}
	}
}
