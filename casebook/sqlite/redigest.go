package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"sitrep"
)

// digestShape is the shape of a casebook that has digests.
const digestShape = 4

// digest makes the digests of a casebook that had none.
func (b *Book) digest(run *sql.Tx) error {
	t := &tx{run: run, ctx: context.Background(), book: b}
	for _, step := range []func(){t.foldActors, t.digestReports, t.digestTellings, t.digestClaims, t.digestTolls, t.digestIncidents} {
		step()
		t.flush()
	}
	return t.err
}

func (t *tx) foldActors() {
	names := map[int64]string{}
	t.each("SELECT n, name FROM actor", nil, func(r *sql.Rows) error {
		var n int64
		var name string
		err := r.Scan(&n, &name)
		names[n] = name
		return err
	})
	for _, n := range sortedKeys(names) {
		t.exec("UPDATE actor SET fold = ? WHERE n = ?", fold(names[n]), n)
	}
	t.exec("UPDATE actor SET same = " + sameActor)
}

func (t *tx) digestReports() {
	t.each("SELECT r.n, coalesce(v.filed, 0), r.day, r.outlet FROM report r LEFT JOIN version v ON v.n = r.current", nil, func(r *sql.Rows) error {
		var n int64
		var e reportEntry
		err := r.Scan(&n, &e.filed, &e.day, &e.outlet)
		t.set(reportList, n, e.bytes())
		return err
	})
}

func (t *tx) digestTellings() {
	t.each("SELECT t.n, t.report, coalesce(e.incident, 0) FROM telling t LEFT JOIN incident_event e ON e.report = t.report AND e.event = t.event", nil, func(r *sql.Rows) error {
		var n int64
		var e tellingEntry
		err := r.Scan(&n, &e.report, &e.incident)
		t.set(tellingList, n, e.bytes())
		return err
	})
}

// digestClaims and digestTolls go report by report: terms may be new.
func (t *tx) digestClaims() {
	for _, report := range all[int64](t, "SELECT n FROM report ORDER BY n") {
		tellings, rows := t.tellingNumbers(report), map[int64]*sitrep.Claim{}
		day := t.number("SELECT day FROM report WHERE n = ?", report)
		t.each("SELECT n, body FROM claim WHERE report = ?", []any{report}, func(r *sql.Rows) error {
			var n int64
			var packed []byte
			var body claimBody
			if err := r.Scan(&n, &packed); err != nil {
				return err
			}
			err := t.book.packer.unpackJSON(packed, &body)
			rows[n] = &body.Claim
			return err
		})
		for _, n := range sortedKeys(rows) {
			t.set(claimList, n, t.claimEntry(rows[n], report, day, tellings).bytes())
		}
	}
}

func (t *tx) digestTolls() {
	type row struct {
		entry      tollEntry
		side, harm string
	}
	rows := map[int64]*row{}
	t.each(`SELECT t.n, t.report, coalesce(k.n, 0), t.day, coalesce(t.first, ?1), coalesce(t.last, ?1), t.source, t.side, t.harm, t.count
		FROM toll t LEFT JOIN telling k ON k.report = t.report AND k.event = t.event`, []any{unknown}, func(r *sql.Rows) error {
		var n int64
		o := &row{}
		e := &o.entry
		err := r.Scan(&n, &e.report, &e.telling, &e.day, &e.first, &e.last, &e.source, &o.side, &o.harm, &e.count)
		rows[n] = o
		return err
	})
	for _, n := range sortedKeys(rows) {
		o := rows[n]
		o.entry.side, o.entry.harm = uint32(t.term(sideField, o.side)), numberOf(harmNumbers, sitrep.Harm(o.harm))
		t.set(tollList, n, o.entry.bytes())
	}
}

func (t *tx) digestIncidents() {
	for ns := range slices.Chunk(all[int64](t, "SELECT n FROM incident ORDER BY n"), chunkRows) {
		for _, n := range ns {
			i := t.incident(n)
			row, err := t.incidentRow(&i)
			if err != nil {
				t.fail(err)
				return
			}
			row.entry.changed = t.number("SELECT changed FROM incident WHERE n = ?", n)
			t.set(incidentList, n, row.entry.bytes())
		}
		t.flush()
	}
}
