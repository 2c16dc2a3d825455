package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"sitrep"
	"sitrep/casebook"
)

// Heads are the heads of reports by their ids.
func (b *Book) Heads(ctx context.Context, reports []string) (out map[string]sitrep.ReportHead, err error) {
	out = map[string]sitrep.ReportHead{}
	err = b.read(ctx, "read heads of reports", func(t *tx) error {
		t.each("SELECT "+versionColumns+" FROM json_each(?) j CROSS JOIN report r ON r.id = j.value JOIN version v ON v.n = r.current", []any{array(reports)}, func(r *sql.Rows) error {
			head, err := scanHead(r)
			out[head.ID] = head
			return err
		})
		return nil
	})
	return out, err
}

// Private are the private persons of reports.
func (b *Book) Private(ctx context.Context, reports []string) (out map[string][]casebook.PrivateName, err error) {
	out = map[string][]casebook.PrivateName{}
	err = b.read(ctx, "read private names", func(t *tx) error {
		t.privateNames(out, "SELECT r.id, p.body FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN report r ON r.id = j.value JOIN private p ON p.version = r.current ORDER BY p.rowid", array(reports))
		return nil
	})
	return out, err
}

// array is a list as SQLite takes it.
func array[T any](list []T) string {
	b, err := json.Marshal(list)
	if err != nil || list == nil {
		return "[]"
	}
	return string(b)
}
