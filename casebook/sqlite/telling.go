package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"

	"sitrep"
	"sitrep/casebook"
)

// tellingBody is what a telling holds beside its key and its report's head.
type tellingBody struct {
	Event  sitrep.Event
	Claims []sitrep.Claim
	Quotes []sitrep.Passage
	Words  []string
}

// oldTelling is a telling that is kept already.
type oldTelling struct {
	n          int64
	keys, body []byte
	kept       bool
}

// putTellings keeps the tellings of a report in the place of the old ones. Those that are as before stay placed, if what they have in common is as before too; the
// incidents of the others have to be made anew.
func (t *tx) putTellings(f *casebook.Filing, report int64, asBefore bool) {
	old := t.oldTellings(report)
	t.stale = t.stale || len(old) > 0
	for i := range f.Tellings {
		var keys []string
		if i < len(f.Keys) {
			keys = f.Keys[i]
		}
		t.putTelling(&f.Tellings[i], blocks(keys), report, old, asBefore)
	}
	for _, event := range sortedKeys(old) {
		if o := old[event]; !o.kept {
			t.dropTelling(report, event, o)
		}
	}
	t.exec("UPDATE report SET waiting = EXISTS (SELECT 1 FROM telling WHERE report = report.n AND NOT placed) WHERE n = ?", report)
}

func (t *tx) oldTellings(report int64) map[string]*oldTelling {
	old := map[string]*oldTelling{}
	t.each("SELECT event, n, keys, body FROM telling WHERE report = ?", []any{report}, func(r *sql.Rows) error {
		var event string
		o := &oldTelling{}
		err := r.Scan(&event, &o.n, &o.keys, &o.body)
		old[event] = o
		return err
	})
	return old
}

func (t *tx) putTelling(tell *sitrep.Telling, keys []byte, report int64, old map[string]*oldTelling, asBefore bool) {
	plain, err := json.Marshal(tellingBody{tell.Event, tell.Claims, tell.Quotes, tell.Words})
	if err != nil {
		t.fail(err)
		return
	}
	o := old[tell.Key.Event]
	switch {
	case o == nil:
		o = &oldTelling{}
		o.n = t.insert("INSERT INTO telling (report, event, placed, keys, body) VALUES (?, ?, 0, ?, ?)", report, tell.Key.Event, keys, t.book.packer.pack(plain))
		t.set(tellingList, o.n, (&tellingEntry{report: report}).bytes())
		old[tell.Key.Event] = o
	case asBefore && t.same(o, keys, plain):
		o.kept = true
		return
	default:
		t.exec("UPDATE telling SET placed = 0, keys = ?, body = ? WHERE n = ?", keys, t.book.packer.pack(plain), o.n)
		t.dropBlocks(o)
		t.loosen(report, tell.Key.Event)
	}
	o.kept, o.keys = true, keys
	t.putBlocks(keys, o.n)
}

func (t *tx) same(o *oldTelling, keys, plain []byte) bool {
	if o.body == nil || !bytes.Equal(o.keys, keys) {
		return false
	}
	before, err := t.book.packer.unpack(o.body)
	if err != nil {
		t.fail(err)
	}
	return bytes.Equal(before, plain)
}

// dropTelling takes a telling out; its incident has to be made anew, or is no more.
func (t *tx) dropTelling(report int64, event string, o *oldTelling) {
	t.loosen(report, event)
	t.exec("DELETE FROM incident_event WHERE report = ? AND event = ?", report, event)
	t.exec("DELETE FROM verdict WHERE a_report = ? AND a_event = ?", report, event)
	t.exec("DELETE FROM verdict WHERE b_report = ? AND b_event = ?", report, event)
	t.certain(report, event)
	t.dropBlocks(o)
	t.exec("DELETE FROM telling WHERE n = ?", o.n)
	t.set(tellingList, o.n, nil)
}

// loosen makes the other tellings of an event's incident unplaced. An incident that has none left is dropped.
func (t *tx) loosen(report int64, event string) {
	incident := t.number("SELECT incident FROM incident_event WHERE report = ? AND event = ? AND alike = 0", report, event)
	if incident == 0 {
		return
	}
	t.release(incident)
	const others = `SELECT t.n FROM incident_event e JOIN telling t ON t.report = e.report AND t.event = e.event
		WHERE e.incident = ? AND e.alike = 0 AND NOT (e.report = ? AND e.event = ?)`
	tellings := all[int64](t, others, incident, report, event)
	for _, n := range tellings {
		t.unplace(n)
	}
	if len(tellings) == 0 && t.number("SELECT 1 FROM telling WHERE report = ? AND event = ? AND NOT placed", report, event) == 0 {
		t.unplaceTied(t.dropIncident(incident, stamp(t.book.now())))
		t.scatter()
	}
}

func (t *tx) unplace(telling int64) {
	t.offer("n = ?", telling)
	if t.exec("UPDATE telling SET placed = 0 WHERE n = ? AND placed", telling) > 0 {
		t.exec("UPDATE report SET waiting = 1 WHERE n = (SELECT report FROM telling WHERE n = ?)", telling)
	}
}

// Unplaced are tellings that wait to be joined.
func (b *Book) Unplaced(ctx context.Context, limit int) (out []sitrep.Telling, err error) {
	if limit <= 0 {
		limit = -1
	}
	err = b.read(ctx, "read what is to be joined", func(t *tx) error {
		var heads heads
		out = t.tellings(out, &heads, `SELECT r.n, t.event, t.body FROM report r JOIN telling t ON t.report = r.n AND NOT t.placed
			WHERE r.waiting ORDER BY r.day, r.id, t.event LIMIT ?`, limit)
		heads.give(t, out)
		return nil
	})
	return out, err
}

// tellings adds the tellings that a question for report, event and body finds, and their reports to those whose heads are wanted.
func (t *tx) tellings(out []sitrep.Telling, heads *heads, query string, args ...any) []sitrep.Telling {
	t.each(query, args, func(r *sql.Rows) error {
		tell, report, err := t.scanTelling(r)
		out = append(out, tell)
		heads.reports = append(heads.reports, report)
		return err
	})
	return out
}

// scanTelling reads report, event and body of a telling.
func (t *tx) scanTelling(r *sql.Rows) (tell sitrep.Telling, report int64, err error) {
	var packed []byte
	if err := r.Scan(&report, &tell.Key.Event, &packed); err != nil {
		return tell, 0, err
	}
	var body tellingBody
	err = t.book.packer.unpackJSON(packed, &body)
	tell.Event, tell.Claims, tell.Quotes, tell.Words = body.Event, body.Claims, body.Quotes, body.Words
	return tell, report, err
}

// heads gives tellings the heads of their reports, and the names that those speak of.
type heads struct{ reports []int64 }

func (h *heads) give(t *tx, tellings []sitrep.Telling) {
	type whole struct {
		head   sitrep.ReportHead
		around []string
	}
	read := map[int64]whole{}
	for i, report := range h.reports {
		r, ok := read[report]
		if !ok {
			r = whole{t.head(report), t.around(report)}
			read[report] = r
		}
		tellings[i].Key.Report, tellings[i].Report, tellings[i].Around = r.head.ID, r.head, r.around
	}
}

// head is the head of the version of a report that counts.
func (t *tx) head(report int64) (head sitrep.ReportHead) {
	t.each("SELECT "+versionColumns+" FROM report r JOIN version v ON v.n = r.current WHERE r.n = ?", []any{report}, func(r *sql.Rows) (err error) {
		head, err = scanHead(r)
		return err
	})
	return head
}

// Mark makes tellings unplaced.
func (b *Book) Mark(ctx context.Context, reports []string, keys []sitrep.EventKey) error {
	return b.write(ctx, "mark what is to be made anew", func(t *tx) error {
		for _, id := range reports {
			t.offer("report = (SELECT n FROM report WHERE id = ?)", id)
			t.exec("UPDATE telling SET placed = 0 WHERE placed AND report = (SELECT n FROM report WHERE id = ?)", id)
			t.exec("UPDATE report SET waiting = 1 WHERE id = ? AND EXISTS (SELECT 1 FROM telling WHERE report = report.n)", id)
		}
		for _, k := range keys {
			if in := t.number("SELECT e.incident FROM incident_event e JOIN report r ON r.n = e.report WHERE r.id = ? AND e.event = ? AND e.alike = 0", k.Report, k.Event); in != 0 {
				t.release(in) // it may stand for others no more
			}
			t.unplace(t.number("SELECT t.n FROM telling t JOIN report r ON r.n = t.report WHERE r.id = ? AND t.event = ?", k.Report, k.Event))
		}
		return nil
	})
}
