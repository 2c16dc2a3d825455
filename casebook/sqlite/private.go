package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	unmarshal "github.com/go-json-experiment/json"

	"sitrep/casebook"
)

var (
	_ casebook.PrivateLister = (*Book)(nil)
	_ casebook.Teller        = (*Book)(nil)
)

// PrivateSince are the private persons of the reports that stand in digests with one that was read after a revision. Where the casebook is older than the revision, a
// backup that was put in its place, they are those of all reports.
func (b *Book) PrivateSince(ctx context.Context, revision int64) (out map[string][]casebook.PrivateName, asOf int64, err error) {
	out = map[string][]casebook.PrivateName{}
	err = b.read(ctx, "read who is a private person", func(t *tx) error {
		if asOf = t.at(); asOf < revision {
			revision = -1
		}
		for _, chunk := range all[int64](t, "SELECT chunk FROM digest WHERE list = ? AND revision > ? ORDER BY chunk", reportList, revision) {
			t.privateNames(out, "SELECT r.id, p.body FROM report r CROSS JOIN private p ON p.version = r.current WHERE r.n BETWEEN ? AND ? ORDER BY p.rowid", chunk*chunkRows, (chunk+1)*chunkRows-1)
		}
		return nil
	})
	return out, asOf, err
}

// privateNames reads private persons behind those of their reports.
func (t *tx) privateNames(into map[string][]casebook.PrivateName, query string, args ...any) {
	t.each(query, args, func(r *sql.Rows) error {
		var id, body sql.RawBytes
		if err := r.Scan(&id, &body); err != nil {
			return err
		}
		p, err := privateName(body)
		into[string(id)] = append(into[string(id)], p)
		return err
	})
}

func privateName(body []byte) (p casebook.PrivateName, err error) {
	if err := unmarshal.Unmarshal(body, &p); err != nil {
		return p, fmt.Errorf("%w: a private name cannot be read: %v", casebook.ErrDamaged, err)
	}
	return p, nil
}

// Tellers are the ids of the reports that tell of the incidents of a page.
func (b *Book) Tellers(ctx context.Context, q casebook.Query) (out []string, err error) {
	err = b.read(ctx, "look for the reports of incidents", func(t *tx) error {
		rows, _, _ := t.placesOf(q)
		t.each("SELECT DISTINCT j.key, r.id FROM json_each(?) j CROSS JOIN incident_event e ON e.incident = j.value AND e.alike = 0 CROSS JOIN report r ON r.n = e.report ORDER BY j.key, r.id", []any{array(numbersOf(rows))}, func(r *sql.Rows) error {
			var k int
			var id string
			err := r.Scan(&k, &id)
			out = append(out, id)
			return err
		})
		return nil
	})
	return out, err
}
