package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
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
		out = t.changesAt(t.changed(t.written(stamp(since)), t.written(stamp(b.until(until)))))
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
		list, total := t.changedAfter(from, limit)
		if page.Total = total; limit > 0 && len(list) > limit {
			list = list[:limit]
			from.ID = list[limit-1].id
			page.Next = cursorOf(from)
		}
		page.Rows = t.changesAt(list)
		return nil
	})
	return page, err
}

// changedAfter are the changes behind a place, at least one more than are asked for where there are so many, and how many there are in all.
func (t *tx) changedAfter(from changeCursor, limit int) (list []changed, total int) {
	since, until := t.written(from.Since), t.written(from.Until)
	if limit > 0 && until == t.written(math.MaxInt64) {
		return t.changedUntilNow(since, from.ID, limit+1)
	}
	list = t.changed(since, until)
	start, _ := slices.BinarySearchFunc(list, from.ID, func(c changed, id string) int { return cmp.Compare(c.id, id) })
	if start < len(list) && list[start].id == from.ID {
		start++
	}
	return list[start:], len(list)
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

// written is when something was written last until a time, so that whoever asks again while nothing is written asks the same.
func (t *tx) written(until int64) int64 {
	return t.number("SELECT coalesce(max(at), 0) FROM incident_version WHERE at <= ?", until)
}

// changed are the incidents that are otherwise at one time than at another, in the order of their ids. The lists are kept apart: other questions, which cost little, would drive them out.
func (t *tx) changed(since, until int64) []changed {
	return t.known(&t.book.changes, fmt.Sprint(since, until), func() answer { return answer{changes: t.joined(t.versionsBetween(since, until))} }).changes
}

// changedUntilNow are some of those that are otherwise now than at a time, which are those behind an id, and how many there are in all. What stands now tells when it came to be so: versions are looked up
// for the page only.
func (t *tx) changedUntilNow(since int64, after string, limit int) (page []changed, total int) {
	stand := t.known(&t.book.changes, fmt.Sprint("stand since ", since), func() (a answer) {
		t.bareIncidents(casebook.Query{ChangedSince: unstamp(since + 1)}, func(e *incidentEntry) { a.rows = append(a.rows, found{n: e.n}) }) // their ids alone order them
		return a
	}).rows
	gone, heirs := t.goneSince(since)
	for _, p := range t.ties(incidents, stand, after, limit) {
		c := changed{id: p.ID}
		t.get("SELECT version, changed FROM incident WHERE n = ?", []any{p.n}, &c.after, &c.at)
		page = append(page, c)
	}
	t.versionsBefore(since, page)
	t.withoutGone(page)
	for i, c := range page {
		if c.before == 0 {
			page[i].before = heirs[c.id]
		}
	}
	for _, c := range gone {
		if c.id > after {
			page = append(page, c)
		}
	}
	slices.SortFunc(page, byChangedID)
	return page[:min(limit, len(page))], len(stand) + len(gone)
}

// goneSince are the incidents of a time that are no more, and by which versions those were that others which came since have taken up, by the ids of these.
func (t *tx) goneSince(since int64) (gone []changed, heirs map[string]int64) {
	heirs = map[string]int64{}
	for _, c := range t.known(&t.book.changes, fmt.Sprint("gone since ", since), func() answer { return answer{changes: t.joined(t.wentSince(since))} }).changes {
		if c.after != 0 {
			heirs[c.id] = c.before
		} else {
			gone = append(gone, c)
		}
	}
	return gone, heirs
}

// wentSince are the incidents of a time that are no more, and those that came since and took one up, in the order of their ids.
func (t *tx) wentSince(since int64) []changed {
	list := t.lastVersions("SELECT v.id, 0, v.at FROM incident_version v WHERE v.body IS NULL AND v.at > ? AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = v.id) ORDER BY v.at", since)
	t.versionsBefore(since, list)
	t.withoutGone(list)
	list = slices.DeleteFunc(list, func(c changed) bool { return c.before == 0 })
	heirs := map[string]bool{}
	for _, c := range list {
		var heir string
		if t.get("SELECT a.new FROM alias a JOIN incident i ON i.id = a.new WHERE a.old = ?", []any{c.id}, &heir) {
			heirs[heir] = true
		}
	}
	var fresh []changed
	for _, id := range sortedKeys(heirs) {
		fresh = append(fresh, changed{id: id, after: -1})
	}
	t.versionsBefore(since, fresh)
	t.withoutGone(fresh)
	list = append(list, slices.DeleteFunc(fresh, func(c changed) bool { return c.before != 0 })...)
	slices.SortFunc(list, byChangedID)
	return list
}

func byChangedID(a, b changed) int { return cmp.Compare(a.id, b.id) }

// versionsBetween are the incidents of which there are versions after one time and until another, with those that held at both, in the order of their ids.
func (t *tx) versionsBetween(since, until int64) (out []changed) {
	out = t.lastVersions("SELECT id, n, at FROM incident_version WHERE at > ? AND at <= ? ORDER BY at", since, until)
	for some := range slices.Chunk(out, together) { // in the order in which they were written: those of one chunk lie together
		t.versionsBefore(since, some)
	}
	t.withoutGone(out)
	slices.SortFunc(out, byChangedID)
	return slices.DeleteFunc(out, func(c changed) bool { return c.before == 0 && c.after == 0 })
}

// lastVersions are the last of some versions of each incident, by a query for its id, the version by which it is now, and when that was written, in the order of their times.
func (t *tx) lastVersions(query string, args ...any) (out []changed) {
	at := map[string]int{}
	t.each(query, args, func(r *sql.Rows) error {
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
	return out
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

// withoutGone takes out the versions by which there was no such incident any more.
func (t *tx) withoutGone(list []changed) {
	gone := map[int64]bool{}
	for _, n := range all[int64](t, "SELECT n FROM incident_version WHERE body IS NULL") {
		gone[n] = true
	}
	for i, c := range list {
		if gone[c.before] {
			list[i].before = 0
		}
		if gone[c.after] {
			list[i].after = 0
		}
	}
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
