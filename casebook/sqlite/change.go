package sqlite

import (
	"cmp"
	"context"
	"database/sql"
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

// changed are the incidents that are otherwise at one time than at another, in the order of their ids.
func (t *tx) changed(since, until int64) (out []changed) {
	t.each(`SELECT c.id, coalesce((SELECT iif(v.body IS NULL, 0, v.n) FROM incident_version v WHERE v.id = c.id AND v.at <= ?1 ORDER BY v.at DESC LIMIT 1), 0),
		coalesce((SELECT iif(v.body IS NULL, 0, v.n) FROM incident_version v WHERE v.id = c.id AND v.at <= ?2 ORDER BY v.at DESC LIMIT 1), 0),
		(SELECT max(v.at) FROM incident_version v WHERE v.id = c.id AND v.at <= ?2)
		FROM (SELECT DISTINCT id FROM incident_version WHERE at > ?1 AND at <= ?2) c ORDER BY c.id`, []any{since, until}, func(r *sql.Rows) error {
		var c changed
		err := r.Scan(&c.id, &c.before, &c.after, &c.at)
		if c.before != 0 || c.after != 0 {
			out = append(out, c)
		}
		return err
	})
	return t.joined(out)
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
