package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"slices"

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
	for k := keys; len(k) >= 8; k = k[8:] {
		t.exec("INSERT OR IGNORE INTO block (key, telling) VALUES (?, ?)", int64(binary.LittleEndian.Uint64(k)), o.n)
	}
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
	t.dropBlocks(o)
	t.exec("DELETE FROM telling WHERE n = ?", o.n)
	t.set(tellingList, o.n, nil)
}

func (t *tx) dropBlocks(o *oldTelling) {
	for k := o.keys; len(k) >= 8; k = k[8:] {
		t.exec("DELETE FROM block WHERE key = ? AND telling = ?", int64(binary.LittleEndian.Uint64(k)), o.n)
	}
}

// loosen makes the other tellings of an event's incident unplaced. An incident that has none left is dropped.
func (t *tx) loosen(report int64, event string) {
	incident := t.number("SELECT incident FROM incident_event WHERE report = ? AND event = ? AND alike = 0", report, event)
	if incident == 0 {
		return
	}
	const others = `SELECT t.n FROM incident_event e JOIN telling t ON t.report = e.report AND t.event = e.event
		WHERE e.incident = ? AND e.alike = 0 AND NOT (e.report = ? AND e.event = ?)`
	tellings := all[int64](t, others, incident, report, event)
	for _, n := range tellings {
		t.unplace(n)
	}
	if len(tellings) == 0 && t.number("SELECT 1 FROM telling WHERE report = ? AND event = ? AND NOT placed", report, event) == 0 {
		t.dropIncident(incident, stamp(t.book.now()))
		t.scatter()
	}
}

func (t *tx) unplace(telling int64) {
	if t.exec("UPDATE telling SET placed = 0 WHERE n = ? AND placed", telling) > 0 {
		t.exec("UPDATE report SET waiting = 1 WHERE n = (SELECT report FROM telling WHERE n = ?)", telling)
	}
}

// blocks are blocking keys as they are kept, in order, each once. Two keys that fall together make a neighbour more.
func blocks(keys []string) []byte {
	var all []uint64
	for _, k := range keys {
		all = append(all, block(k))
	}
	slices.Sort(all)
	out := []byte{}
	for _, k := range slices.Compact(all) {
		out = binary.LittleEndian.AppendUint64(out, k)
	}
	return out
}

func block(key string) uint64 {
	sum := sha256.Sum256([]byte(key))
	return binary.LittleEndian.Uint64(sum[:])
}

// Unplaced are tellings that wait to be joined.
func (b *Book) Unplaced(ctx context.Context, limit int) (out []sitrep.Telling, err error) {
	if limit <= 0 {
		limit = -1
	}
	err = b.read(ctx, "read what is to be joined", func(t *tx) error {
		var heads heads
		out = t.tellings(out, &heads, `SELECT r.n, t.event, t.body FROM report r JOIN telling t ON t.report = r.n AND NOT t.placed
			WHERE r.waiting ORDER BY r.id, t.event LIMIT ?`, limit)
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

// Near are the keys of the tellings that have one of the blocking keys, in order, but for those for which others stand.
func (b *Book) Near(ctx context.Context, keys []string) (out []sitrep.EventKey, err error) {
	err = b.read(ctx, "look for neighbours", func(t *tx) error {
		near := map[sitrep.EventKey]bool{}
		for _, k := range keys {
			t.each("SELECT r.id, t.event FROM block b JOIN telling t ON t.n = b.telling JOIN report r ON r.n = t.report WHERE b.key = ? AND t.placed <> 2", []any{int64(block(k))}, func(r *sql.Rows) error {
				var key sitrep.EventKey
				err := r.Scan(&key.Report, &key.Event)
				if !near[key] {
					near[key] = true
					out = append(out, key)
				}
				return err
			})
		}
		return nil
	})
	slices.SortFunc(out, compareKeys)
	return out, err
}

// TellingsOf are the keys of all tellings of a report, in order.
func (b *Book) TellingsOf(ctx context.Context, report string) (out []sitrep.EventKey, err error) {
	err = b.read(ctx, "look for the events of report "+report, func(t *tx) error {
		for _, event := range all[string](t, "SELECT t.event FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? ORDER BY t.event", report) {
			out = append(out, sitrep.EventKey{Report: report, Event: event})
		}
		return nil
	})
	return out, err
}

func compareKeys(a, b sitrep.EventKey) int {
	switch {
	case a.Less(b):
		return -1
	case b.Less(a):
		return 1
	}
	return 0
}

// Tellings are the tellings of the keys that are there.
func (b *Book) Tellings(ctx context.Context, keys []sitrep.EventKey) (out []sitrep.Telling, err error) {
	err = b.read(ctx, "read tellings", func(t *tx) error {
		var heads heads
		for _, k := range keys {
			out = t.tellings(out, &heads, "SELECT t.report, t.event, t.body FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? AND t.event = ?", k.Report, k.Event)
		}
		heads.give(t, out)
		return nil
	})
	return out, err
}

// Mark makes tellings unplaced.
func (b *Book) Mark(ctx context.Context, reports []string, keys []sitrep.EventKey) error {
	return b.write(ctx, "mark what is to be made anew", func(t *tx) error {
		for _, id := range reports {
			t.exec("UPDATE telling SET placed = 0 WHERE placed AND report = (SELECT n FROM report WHERE id = ?)", id)
			t.exec("UPDATE report SET waiting = 1 WHERE id = ? AND EXISTS (SELECT 1 FROM telling WHERE report = report.n)", id)
		}
		for _, k := range keys {
			t.unplace(t.number("SELECT t.n FROM telling t JOIN report r ON r.n = t.report WHERE r.id = ? AND t.event = ?", k.Report, k.Event))
		}
		return nil
	})
}
