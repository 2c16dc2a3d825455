package casebook

import (
	"context"
	"slices"

	"sitrep"
)

// Voice is who makes a claim, and what saying it does.
type Voice struct {
	Source, Side string
	Stance       sitrep.Stance
}

// VoiceSifter is a backend that tells who makes a claim before it reads the claim.
type VoiceSifter interface {
	// ClaimsBy are the claims of a query, all and in no order, of those voices that are wanted. Want is asked once of each.
	ClaimsBy(ctx context.Context, q Query, want func(Voice) bool) ([]ClaimRow, error)
}

// ClaimsBy are the claims of a query, all and in no order, of those voices that are wanted.
func ClaimsBy(ctx context.Context, book Asker, q Query, want func(Voice) bool) ([]ClaimRow, error) {
	q.All, q.After, q.Order = true, "", Unordered
	if s, ok := book.(VoiceSifter); ok {
		return s.ClaimsBy(ctx, q, want)
	}
	page, err := book.Claims(ctx, q)
	return slices.DeleteFunc(page.Rows, func(r ClaimRow) bool {
		return !want(Voice{r.Claim.Source, r.Claim.Side, r.Claim.Stance})
	}), err
}
