package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"sitrep"
)

// putVerdict keeps a verdict in the place of an earlier one about the same two events. Verdicts about events that are not there are left out.
func (t *tx) putVerdict(v *sitrep.Verdict) {
	a, b := t.number("SELECT n FROM report WHERE id = ?", v.A.Report), t.number("SELECT n FROM report WHERE id = ?", v.B.Report)
	body, err := t.book.packer.packJSON(v)
	if err != nil {
		t.fail(err)
	}
	if a == 0 || b == 0 {
		return
	}
	t.doubtVerdict(v)
	t.exec("INSERT OR REPLACE INTO verdict (a_report, a_event, b_report, b_event, body) VALUES (?, ?, ?, ?, ?)", a, v.A.Event, b, v.B.Event, body)
}

// Verdicts are those about the events, in the order of their keys, each once.
func (b *Book) Verdicts(ctx context.Context, keys []sitrep.EventKey) (out []sitrep.Verdict, err error) {
	err = b.read(ctx, "read verdicts", func(t *tx) error {
		seen := map[[2]sitrep.EventKey]bool{}
		for _, k := range keys {
			report := t.number("SELECT n FROM report WHERE id = ?", k.Report)
			for _, q := range []string{"SELECT body FROM verdict WHERE a_report = ? AND a_event = ?", "SELECT body FROM verdict WHERE b_report = ? AND b_event = ?"} {
				t.each(q, []any{report, k.Event}, func(r *sql.Rows) error {
					var packed []byte
					var v sitrep.Verdict
					if err := r.Scan(&packed); err != nil {
						return err
					}
					if err := t.book.packer.unpackJSON(packed, &v); err != nil {
						return err
					}
					if pair := [2]sitrep.EventKey{v.A, v.B}; !seen[pair] {
						seen[pair] = true
						out = append(out, v)
					}
					return nil
				})
			}
		}
		return nil
	})
	slices.SortFunc(out, func(x, y sitrep.Verdict) int {
		if c := compareKeys(x.A, y.A); c != 0 {
			return c
		}
		return compareKeys(x.B, y.B)
	})
	return out, err
}
