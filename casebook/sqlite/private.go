package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"sitrep/casebook"
)

var _ casebook.PrivateLister = (*Book)(nil)

// AllPrivate are the private persons of all versions of all reports, each wording once.
func (b *Book) AllPrivate(ctx context.Context) (out []casebook.PrivateName, err error) {
	err = b.read(ctx, "read who is a private person", func(t *tx) error {
		out = b.digests.private.get(t, t.allPrivate)
		return nil
	})
	return out, err
}

func (t *tx) allPrivate() (out []casebook.PrivateName) {
	seen := map[string]bool{}
	t.each("SELECT body FROM private ORDER BY rowid", nil, func(r *sql.Rows) error {
		var body sql.RawBytes
		if err := r.Scan(&body); err != nil || seen[string(body)] {
			return err
		}
		seen[string(body)] = true
		var p casebook.PrivateName
		err := json.Unmarshal(body, &p)
		out = append(out, p)
		return err
	})
	return out
}
