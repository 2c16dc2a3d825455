package sqlite

import (
	"database/sql"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// reportCache has what the rows of a list need of their reports, each read once.
type reportCache map[int64]aboutReport

type aboutReport struct {
	head    sitrep.ReportHead
	private []casebook.PrivateName
}

// load reads what it has not yet of some reports.
func (c reportCache) load(t *tx, reports []int64) {
	wanted := slices.DeleteFunc(once(reports), func(n int64) bool {
		_, there := c[n]
		return there
	})
	if len(wanted) == 0 {
		return
	}
	for _, n := range wanted {
		c[n] = aboutReport{}
	}
	t.each("SELECT "+versionColumns+", r.n FROM json_each(?) j CROSS JOIN report r ON r.n = j.value CROSS JOIN version v ON v.n = r.current", []any{array(wanted)}, func(r *sql.Rows) error {
		var n int64
		head, err := scanHead(r, &n)
		c[n] = aboutReport{head: head}
		return err
	})
	t.each("SELECT r.n, p.body FROM json_each(?) j CROSS JOIN report r ON r.n = j.value CROSS JOIN private p ON p.version = r.current ORDER BY p.rowid", []any{array(wanted)}, func(r *sql.Rows) error {
		var n int64
		var body sql.RawBytes
		if err := r.Scan(&n, &body); err != nil {
			return err
		}
		p, err := privateName(body)
		of := c[n]
		of.private = append(of.private, p)
		c[n] = of
		return err
	})
}

// private are the private names of a version.
func (t *tx) private(version int64) (out []casebook.PrivateName) {
	t.each("SELECT body FROM private WHERE version = ? ORDER BY rowid", []any{version}, func(r *sql.Rows) error {
		var body sql.RawBytes
		if err := r.Scan(&body); err != nil {
			return err
		}
		p, err := privateName(body)
		out = append(out, p)
		return err
	})
	return out
}
