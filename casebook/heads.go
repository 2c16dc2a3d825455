package casebook

import (
	"context"

	"sitrep"
)

// Header is a backend that has the heads of many reports at once, which is faster.
type Header interface {
	Heads(ctx context.Context, reports []string) (map[string]sitrep.ReportHead, error)
}

// Heads are the heads of reports by their ids; one that is not in the casebook is left out.
func Heads(ctx context.Context, book Asker, reports []string) (map[string]sitrep.ReportHead, error) {
	if h, ok := book.(Header); ok {
		return h.Heads(ctx, reports)
	}
	out := map[string]sitrep.ReportHead{}
	for _, id := range reports {
		if _, ok := out[id]; ok {
			continue
		}
		page, err := book.Reports(ctx, Query{Report: id, Limit: 1})
		if err != nil {
			return nil, err
		}
		for _, h := range page.Rows {
			out[id] = h.ReportHead
		}
	}
	return out, nil
}
