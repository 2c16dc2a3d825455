package sqlite

import (
	"context"

	"sitrep/casebook"
	"sitrep/record"
)

// Check looks for damage and for what does not fit together.
func (b *Book) Check(ctx context.Context, reader record.Reader) (out []casebook.Finding, err error) {
	return nil, nil
}

// Redact takes a report or a name out.
func (b *Book) Redact(ctx context.Context, r casebook.Redaction) (casebook.Redacted, error) {
	return casebook.Redacted{}, b.write(ctx, "redact", func(*tx) error { return casebook.ErrNotFound })
}
