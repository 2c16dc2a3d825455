package sqlite

import (
	"database/sql"
	"encoding/json"

	"sitrep"
	"sitrep/casebook"
)

// reportCache has what the rows of a list need of their reports, each read once.
type reportCache map[int64]aboutReport

type aboutReport struct {
	head    sitrep.ReportHead
	private []casebook.PrivateName
}

func (c reportCache) get(t *tx, report int64) aboutReport {
	a, ok := c[report]
	if !ok {
		a = aboutReport{t.head(report), t.private(t.versionNumber(report, 0))}
		c[report] = a
	}
	return a
}

// private are the private names of a version.
func (t *tx) private(version int64) (out []casebook.PrivateName) {
	t.each("SELECT body FROM private WHERE version = ? ORDER BY rowid", []any{version}, func(r *sql.Rows) error {
		var body string
		var p casebook.PrivateName
		if err := r.Scan(&body); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(body), &p)
		out = append(out, p)
		return err
	})
	return out
}
