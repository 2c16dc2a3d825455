package casebook

import "context"

// PrivateLister is a backend that gives the private persons of all its reports at once, so that whoever is none of them need not be looked up.
type PrivateLister interface {
	// AllPrivate are the private persons of all reports, those of one report after the other; perhaps of versions too that count no more. They are shared: nobody
	// changes them.
	AllPrivate(ctx context.Context) ([]PrivateName, error)
}
