package sqlite

import (
	"context"
	"errors"
	"fmt"

	"sitrep/casebook"
)

// Reread puts a new reading of a report's text in the place of the one that counts.
func (b *Book) Reread(ctx context.Context, f casebook.Filing) error {
	if f.Reading == nil || f.Reading.Report == nil {
		return errors.New("a filing without a reading: read the report first")
	}
	return b.write(ctx, "put a new reading of report "+f.Reading.Report.ID, func(t *tx) error {
		n, id := t.find(f.Reading.Report)
		var version int64
		var sum, kept string
		if n == 0 || !t.get("SELECT v.n, v.sha256, v.kept FROM report r JOIN version v ON v.n = r.current WHERE r.n = ?", []any{n}, &version, &sum, &kept) {
			return casebook.ErrNotFound
		}
		if s := sumOf(f.Reading.Report.Text); s != kept {
			return fmt.Errorf("it is a reading of another text (sha256 %.12s) than the newest (%.12s): file it as a version", s, kept)
		}
		f.Reading, f.Tellings = renamed(&f, id)
		t.putReading(&f, version)
		t.make(&f, n, version)
		return nil
	})
}
