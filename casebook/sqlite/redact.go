package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sitrep/casebook"
)

// Redact takes a report, or a name wherever it stands, out. Then the file is written anew, so that the bytes are gone from it too.
func (b *Book) Redact(ctx context.Context, r casebook.Redaction) (out casebook.Redacted, err error) {
	if (r.Report == "") == (strings.TrimSpace(r.Name) == "") {
		return out, errors.New("a redaction needs a report or a name, and not both")
	}
	if r.By == "" {
		return out, errors.New("a redaction needs who asks for it (By)")
	}
	if r.At.IsZero() {
		r.At = b.now()
	}
	err = b.write(ctx, "redact", func(t *tx) error {
		t.stale = true
		tombstone := t.insert("INSERT INTO tombstone (at, by, reason) VALUES (?, ?, ?)", stamp(r.At), r.By, newMask(r.Name).text(r.Reason))
		x := &redacting{tx: t, tombstone: tombstone, at: stamp(r.At)}
		if r.Report != "" {
			err = x.report(r.Report)
		} else {
			err = x.name(r.Name)
		}
		if err != nil {
			return err
		}
		x.sweep()
		t.note(stamp(r.At), r.By, fmt.Sprintf("redacted (tombstone %d): %d reports, %d stretches", tombstone, x.done.Reports, x.done.Places))
		for _, index := range []string{"report_text", "claim_text", "incident_text"} {
			t.exec("INSERT INTO " + index + " (" + index + ") VALUES ('optimize')")
		}
		out = x.done
		return nil
	})
	if err != nil {
		return casebook.Redacted{}, err
	}
	return out, b.fail("write the file anew after redacting", b.rewrite(ctx))
}

// redacting is a redaction at work.
type redacting struct {
	*tx
	tombstone, at int64
	done          casebook.Redacted
	forms         map[string][]string // of a name, by the ids of the reports that had it
}

// bury keeps the sum of what is not to come back.
func (x *redacting) bury(sums ...string) {
	for _, s := range sums {
		if s != "" {
			x.exec("INSERT OR IGNORE INTO tombstone_sum (sum, tombstone) VALUES (?, ?)", s, x.tombstone)
		}
	}
}

// rewrite writes the file and its log anew: what was deleted is in neither of them.
func (b *Book) rewrite(ctx context.Context) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	if _, err := b.conn.ExecContext(ctx, "VACUUM"); err != nil {
		return err
	}
	var busy, log, moved int
	for range 20 {
		if err := b.conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved); err != nil {
			return err
		}
		if busy == 0 {
			return nil
		}
	}
	return fmt.Errorf("%w: others are reading, and the log beside the file holds old bytes until they end; close them and redact again", casebook.ErrBusy)
}

// sweep takes out the terms and actors that nothing has any more.
func (x *redacting) sweep() {
	x.flush()
	terms, actors := map[int64]bool{}, map[int64]bool{}
	for _, n := range all[int64](x.tx, "SELECT DISTINCT source FROM incident_origin") {
		terms[n] = true
	}
	d := newDigests() // not those of readers, who see what was before
	eachOf(x.tx, &d.incidents, nil, func(e *incidentEntry) {
		for _, g := range e.tags {
			terms[int64(g>>fieldBits)] = true
		}
		for _, a := range e.actors {
			actors[int64(a>>roleBits)] = true
		}
	})
	eachOf(x.tx, &d.claims, nil, func(e *claimEntry) {
		terms[int64(e.source)], terms[int64(e.side)], terms[int64(e.actor)] = true, true, true
	})
	eachOf(x.tx, &d.tolls, nil, func(e *tollEntry) { terms[int64(e.source)], terms[int64(e.side)] = true, true })
	eachOf(x.tx, &d.reports, nil, func(e *reportEntry) { terms[int64(e.outlet)] = true })
	for _, n := range all[int64](x.tx, "SELECT n FROM term") {
		if !terms[n] {
			x.exec("DELETE FROM term WHERE n = ?", n)
		}
	}
	x.exec("UPDATE term SET same = " + firstSame + " WHERE same NOT IN (SELECT n FROM term) AND same <> 0")
	for _, n := range all[int64](x.tx, "SELECT n FROM actor") {
		if !actors[n] {
			x.exec("DELETE FROM actor WHERE n = ?", n)
		}
	}
	x.exec("UPDATE actor SET same = " + sameActor + " WHERE same NOT IN (SELECT n FROM actor)")
}
