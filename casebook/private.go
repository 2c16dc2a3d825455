package casebook

import "context"

// PrivateLister is a backend that gives the private persons of all its reports at once, so that whoever is none of them need not be looked up.
type PrivateLister interface {
	// PrivateSince are the private persons of all reports that were read after a revision of the casebook, -1 for all reports, by the reports' ids, perhaps of others
	// too, and the revision as of which that is so.
	PrivateSince(ctx context.Context, revision int64) (names map[string][]PrivateName, asOf int64, err error)
}

// Teller is a backend that knows which reports tell of incidents without the incidents, which is faster.
type Teller interface {
	Tellers(ctx context.Context, q Query) ([]string, error)
}

// Tellers are the ids of the reports that tell of the incidents of a page, one incident after the other.
func Tellers(ctx context.Context, book Asker, q Query) ([]string, error) {
	if t, ok := book.(Teller); ok {
		return t.Tellers(ctx, q)
	}
	page, err := book.Incidents(ctx, q)
	var out []string
	for k := range page.Rows {
		out = append(out, ReportsOf(&page.Rows[k])...)
	}
	return out, err
}
