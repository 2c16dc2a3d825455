package sqlite

import (
	"context"

	"sitrep"
	"sitrep/casebook"
)

var _ casebook.StanceCounter = (*Book)(nil)

// ClaimsByStance are the claims of a query, and how many there are of each stance, as if no stance were asked for. The claims are looked through once, but where the page is had without.
func (b *Book) ClaimsByStance(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ClaimRow], counts map[sitrep.Stance]int, err error) {
	err = b.read(ctx, "list claims and count them by stance", func(t *tx) error {
		var rows []place
		var n stanceCounts
		if byTextAlone(q, true) || byDayAlone(q) {
			rows, page.Total, page.Next = t.claimPlaces(q)
			t.countStances(q, &n, func(*claimEntry) {})
		} else {
			var wanted []found
			t.countStances(q, &n, func(e *claimEntry) { wanted = append(wanted, found{int64(e.day), e.n}) })
			rows, page.Next = t.page(claims, wanted, q)
			page.Total = len(wanted)
		}
		page.Rows, counts = t.claimsAt(rows), n.named()
		return nil
	})
	return page, counts, err
}

// stanceCounts are how many claims have each stance, by the stance's number.
type stanceCounts [256]int

// countStances counts the claims of a query whatever their stance, and visits those of the stances that it asks for.
func (t *tx) countStances(q casebook.Query, counts *stanceCounts, visit func(*claimEntry)) {
	asked := t.saidBy(casebook.Query{Stances: q.Stances})
	q.Stances = nil
	t.eachClaim(q, false, func(e *claimEntry) {
		counts[e.stance]++
		if asked.pass(e) {
			visit(e)
		}
	})
}

// named are the counts by the stances' names.
func (c *stanceCounts) named() map[sitrep.Stance]int {
	out := map[sitrep.Stance]int{}
	for i, stance := range stanceNumbers {
		if c[i] > 0 {
			out[stance] = c[i]
		}
	}
	return out
}
