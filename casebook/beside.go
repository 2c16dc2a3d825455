package casebook

import "context"

// Besider is a backend that knows which reports stand beside one in a list.
type Besider interface {
	// Beside are the reports before and after one in the list of a query, which is in the order of publication, the newest first; empty where there is none, and where
	// the report itself is not in the list.
	Beside(ctx context.Context, report string, q Query) (before, after string, err error)
}
