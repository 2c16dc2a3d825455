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
	used := map[int64]bool{}
	for _, q := range []string{"SELECT DISTINCT tag FROM incident_tag", "SELECT DISTINCT source FROM claim", "SELECT DISTINCT source FROM toll",
		"SELECT DISTINCT source FROM incident_origin", "SELECT DISTINCT outlet FROM report"} {
		for _, n := range all[int64](x.tx, q) {
			used[n] = true
		}
	}
	for _, n := range all[int64](x.tx, "SELECT n FROM term") {
		if !used[n] {
			x.exec("DELETE FROM term WHERE n = ?", n)
		}
	}
	actors := map[int64]bool{}
	for _, b := range all[[]byte](x.tx, "SELECT actors FROM incident") {
		for _, a := range tagsOf(b) {
			actors[a>>roleBits] = true
		}
	}
	for _, n := range all[int64](x.tx, "SELECT n FROM actor") {
		if !actors[n] {
			x.exec("DELETE FROM actor WHERE n = ?", n)
		}
	}
}
