package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
)

var _ casebook.ChangePager = (*Book)(nil)

// Changes are the incidents that are otherwise at the end of a time than at its beginning, in the order of their ids. One that was taken up by another stands
// with that one.
func (b *Book) Changes(ctx context.Context, since, until time.Time) (out []casebook.IncidentChange, err error) {
	err = b.read(ctx, "compare two times", func(t *tx) error {
		out = t.changesAt(t.changed(stamp(since), stamp(b.until(until))))
		return nil
	})
	return out, err
}

// ChangesAfter are some of the changes: no others are unpacked. The cursor holds the two times too, so that a page begins where the one before ended, although meanwhile time went on.
func (b *Book) ChangesAfter(ctx context.Context, since, until time.Time, after string, limit int) (page casebook.Page[casebook.IncidentChange], err error) {
	from := changeCursor{Since: stamp(since), Until: stamp(b.until(until))}
	if after != "" {
		if from, err = changeCursorOf(after); err != nil {
			return page, err
		}
	}
	err = b.read(ctx, "compare two times", func(t *tx) error {
		list := t.changed(from.Since, from.Until)
		page.Total = len(list)
		if after != "" {
			start, found := slices.BinarySearchFunc(list, from.ID, func(c changed, id string) int { return cmp.Compare(c.id, id) })
			if found {
				start++
			}
			list = list[start:]
		}
		if limit > 0 && len(list) > limit {
			list = list[:limit]
			from.ID = list[limit-1].id
			page.Next = cursorOf(from)
		}
		page.Rows = t.changesAt(list)
		return nil
	})
	return page, err
}

// until is the end of a time: now, where none is told.
func (b *Book) until(at time.Time) time.Time {
	if at.IsZero() {
		return b.now()
	}
	return at
}

// changeCursor is the place of a change in those between two times.
type changeCursor struct {
	Since, Until int64
	ID           string
}

func changeCursorOf(s string) (changeCursor, error) {
	c, err := fromCursor[changeCursor](s)
	if err == nil && c.ID == "" {
		err = casebook.ErrCursor
	}
	return c, err
}

// changed is an incident with the versions of it that held at two times, 0 for none, and when the later one came.
type changed struct {
	id            string
	before, after int64
	at            int64
}

// changed are the incidents that are otherwise at one time than at another, in the order of their ids. The times are taken back to those at which something was written last, so that
// whoever asks again while nothing is written asks the same. The lists are kept apart: other questions, which cost little, would drive them out.
func (t *tx) changed(since, until int64) []changed {
	const last = "SELECT coalesce(max(at), 0) FROM incident_version WHERE at <= ?"
	since, until = t.number(last, since), t.number(last, until)
	return t.known(&t.book.changes, fmt.Sprint(since, until), func() answer { return answer{changes: t.joined(t.versionsBetween(since, until))} }).changes
}

// versionsBetween are the incidents of which there are versions after one time and until another, with those that held at both, in the order of their ids.
func (t *tx) versionsBetween(since, until int64) (out []changed) {
	at := map[string]int{}
	t.each("SELECT id, n, at FROM incident_version WHERE at > ? AND at <= ? ORDER BY at", []any{since, until}, func(r *sql.Rows) error {
		var c changed
		err := r.Scan(&c.id, &c.after, &c.at)
		if k, ok := at[c.id]; ok {
			out[k] = c
		} else {
			at[c.id] = len(out)
			out = append(out, c)
		}
		return err
	})
	standing := map[int64]bool{} // versions that are so now; a few are looked up as quickly as these are read
	if len(out) > many {
		for _, n := range all[int64](t, "SELECT version FROM incident") {
			standing[n] = true
		}
	}
	for some := range slices.Chunk(out, together) { // in the order in which they were written: those of one chunk lie together
		t.versionsBefore(since, some)
		t.withoutGone(some, standing)
	}
	slices.SortFunc(out, func(a, b changed) int { return cmp.Compare(a.id, b.id) })
	return slices.DeleteFunc(out, func(c changed) bool { return c.before == 0 && c.after == 0 })
}

// versionsBefore notes the versions of some incidents that held at a time.
func (t *tx) versionsBefore(at int64, some []changed) {
	if at == 0 {
		return
	}
	ids := make([]string, len(some))
	for i := range some {
		ids[i] = some[i].id
	}
	t.each("SELECT j.key, v.n FROM json_each(?) j CROSS JOIN incident_version v ON v.id = j.value AND v.at = (SELECT max(o.at) FROM incident_version o WHERE o.id = j.value AND o.at <= ?)", []any{array(ids), at},
		func(r *sql.Rows) error {
			var k int
			var n int64
			err := r.Scan(&k, &n)
			some[k].before = n
			return err
		})
}

// withoutGone takes out the versions by which there was no such incident any more. Those that stand are none of them.
func (t *tx) withoutGone(some []changed, standing map[int64]bool) {
	ns := make([]int64, 0, 2*len(some))
	for _, c := range some {
		for _, n := range []int64{c.before, c.after} {
			if standing[n] {
				n = 0
			}
			ns = append(ns, n)
		}
	}
	t.each("SELECT j.key FROM json_each(?) j CROSS JOIN incident_version v ON v.n = j.value WHERE v.body IS NULL", []any{array(ns)}, func(r *sql.Rows) error {
		var k int
		err := r.Scan(&k)
		if c := &some[k/2]; k%2 == 0 {
			c.before = 0
		} else {
			c.after = 0
		}
		return err
	})
}

// joined puts an incident that is no more and the one that took its place in one change, where that one was not there before. Of several the one with the most events counts.
func (t *tx) joined(list []changed) (out []changed) {
	taken := map[string]int{} // id of a new incident → the change of the old one, by place in list
	for i, c := range list {
		var heir string
		if c.after != 0 || !t.get("SELECT new FROM alias WHERE old = ?", []any{c.id}, &heir) {
			continue
		}
		if j, ok := taken[heir]; !ok || t.events(c.before) > t.events(list[j].before) {
			taken[heir] = i
		}
	}
	gone := map[int]bool{}
	for i, c := range list {
		if j, ok := taken[c.id]; ok && c.before == 0 && c.after != 0 {
			list[i].before = list[j].before
			gone[j] = true
		}
	}
	for i, c := range list {
		if !gone[i] {
			out = append(out, c)
		}
	}
	return out
}

// events are how many events an incident has by a version of it.
func (t *tx) events(version int64) int { return len(t.versionsAt([]int64{version})[0].Events) }

// changesAt reads both sides of some changes.
func (t *tx) changesAt(list []changed) (out []casebook.IncidentChange) {
	for some := range slices.Chunk(list, together) {
		ns := make([]int64, 0, 2*len(some))
		for _, c := range some {
			ns = append(ns, c.before, c.after)
		}
		both := t.versionsAt(ns)
		for i, c := range some {
			out = append(out, casebook.IncidentChange{At: unstamp(c.at), Before: both[2*i], After: both[2*i+1]})
		}
	}
	return out
}

// versionsAt are the incidents of some versions, empty where there is none.
func (t *tx) versionsAt(ns []int64) []sitrep.Incident {
	packed := map[int64][]byte{}
	t.each("SELECT v.n, v.body FROM json_each(?) j CROSS JOIN incident_version v ON v.n = j.value", []any{array(ns)}, func(r *sql.Rows) error {
		var n int64
		var body []byte
		err := r.Scan(&n, &body)
		packed[n] = body
		return err
	})
	out := make([]sitrep.Incident, len(ns))
	var at []int
	var bodies [][]byte
	for i, n := range ns {
		if body := packed[n]; body != nil {
			at, bodies = append(at, i), append(bodies, body)
		}
	}
	for k, incident := range unpackAll[sitrep.Incident](t, bodies, "an incident") {
		out[at[k]] = incident
	}
	return out
}
