package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// Apply puts incidents in the place of others.
func (b *Book) Apply(ctx context.Context, c casebook.Change) error {
	at := c.At
	if at.IsZero() {
		at = b.now()
	}
	return b.write(ctx, "apply a change", func(t *tx) error {
		for _, id := range c.Drop {
			if n := t.number("SELECT n FROM incident WHERE id = ?", id); n != 0 {
				t.dropIncident(n, stamp(at))
			}
		}
		for _, old := range sortedKeys(c.Alias) {
			t.alias(old, c.Alias[old])
		}
		for i := range c.Put {
			if err := t.putIncident(&c.Put[i], stamp(at)); err != nil {
				return fmt.Errorf("incident %s: %w", c.Put[i].ID, err)
			}
		}
		for i := range c.Recalled {
			t.recall(&c.Recalled[i])
		}
		for _, id := range c.Drop {
			t.unplaceTied(id)
		}
		t.scatter()
		for i := range c.Verdicts {
			t.putVerdict(&c.Verdicts[i])
		}
		t.place(c.Placed)
		for i := range c.Recalled {
			for _, k := range c.Recalled[i].Others {
				t.withdraw(k)
			}
		}
		return nil
	})
}

// recall puts tellings for which others stand where these are, and those for which they stood before.
func (t *tx) recall(r *casebook.Recalled) {
	incident := t.number("SELECT n FROM incident WHERE id = ?", r.Incident)
	if incident == 0 {
		t.fail(fmt.Errorf("what is recalled alike is in incident %s: %w", r.Incident, casebook.ErrNotFound))
		return
	}
	var moved []rowEvent
	if t.number("SELECT incident FROM stand WHERE alike = ?", r.Alike) != incident { // else all are there, and may be many
		moved = t.heldBy("SELECT report, event FROM incident_event WHERE alike = ? AND incident <> ?", r.Alike, incident)
		t.exec("UPDATE incident_event SET incident = ? WHERE alike = ?", incident, r.Alike)
	}
	t.exec("INSERT OR REPLACE INTO stand (alike, incident, bar) VALUES (?, ?, ?)", r.Alike, incident, r.Bar)
	if r.Altered {
		t.untie(r.Alike)
	}
	for _, k := range r.Others {
		report := t.number("SELECT n FROM report WHERE id = ?", k.Report)
		t.exec("INSERT OR REPLACE INTO incident_event (report, event, incident, alike) VALUES (?, ?, ?, ?)", report, k.Event, incident, r.Alike)
		moved = append(moved, rowEvent{report, k.Event})
	}
	for _, e := range moved {
		t.hold(e.report, e.event, incident)
	}
}

// untie has the tellings placed anew that stand in one report with one for which others stand.
func (t *tx) untie(alike int64) {
	for _, report := range all[int64](t, "SELECT DISTINCT report FROM incident_event WHERE alike = ?", alike) {
		if t.exec("UPDATE telling SET placed = 0 WHERE report = ? AND placed = 1", report) > 0 {
			t.exec("UPDATE report SET waiting = 1 WHERE n = ?", report)
		}
	}
}

// scatter has those tellings placed anew for which nothing stands any more.
func (t *tx) scatter() {
	for _, e := range t.heldBy("SELECT report, event FROM incident_event WHERE incident < 0") {
		t.hold(e.report, e.event, 0)
		t.unplace(t.number("SELECT n FROM telling WHERE report = ? AND event = ?", e.report, e.event))
	}
	t.exec("DELETE FROM incident_event WHERE incident < 0")
	t.exec("DELETE FROM stand WHERE incident < 0")
}

// release has those placed anew for which tellings of an incident stood: what stands is chosen again.
func (t *tx) release(incident int64) {
	if t.number("SELECT 1 FROM stand WHERE incident = ?", incident) == 0 {
		return
	}
	t.exec("UPDATE incident_event SET incident = -incident WHERE incident = ? AND alike <> 0", incident)
	t.exec("UPDATE stand SET incident = -incident WHERE incident = ?", incident)
	t.scatter()
}

// Stand is what stands for all that recall something alike.
func (b *Book) Stand(ctx context.Context, alike int64) (s casebook.Stand, ok bool, err error) {
	err = b.read(ctx, "look for what is recalled alike", func(t *tx) error {
		var incident int64
		if ok = t.get("SELECT incident, bar FROM stand WHERE alike = ?", []any{alike}, &incident, &s.Bar); ok {
			s.Incident = t.sharedIncident(incident)
		}
		return nil
	})
	return s, ok, err
}

// heldBy are the events of rows of incident_event.
func (t *tx) heldBy(query string, args ...any) (out []rowEvent) {
	t.each(query, args, func(r *sql.Rows) error {
		var e rowEvent
		err := r.Scan(&e.report, &e.event)
		out = append(out, e)
		return err
	})
	return out
}

// putIncident keeps an incident; one that is as before makes no new version.
func (t *tx) putIncident(i *sitrep.Incident, at int64) error {
	plain, err := json.Marshal(i)
	if err != nil {
		return err
	}
	row, err := t.incidentRow(i)
	if err != nil {
		return err
	}
	var n, version int64
	var before []byte
	if t.get("SELECT i.n, i.version, v.body FROM incident i JOIN incident_version v ON v.n = i.version WHERE i.id = ?", []any{i.ID}, &n, &version, &before) {
		if before, err = t.book.packer.unpack(before); err != nil {
			return err
		}
		t.clearIncident(n)
	}
	if !bytes.Equal(before, plain) {
		version = t.putVersionOf(i.ID, at, t.book.packer.pack(plain))
		row.entry.changed = at
	} else {
		row.entry.changed = t.number("SELECT changed FROM incident WHERE n = ?", n)
	}
	t.exec("DELETE FROM alias WHERE old = ?", i.ID)
	row.put(t, i, n, version)
	return t.err
}

// putVersionOf keeps how an incident is from a time on; nil where it is no more. A second version of the same moment takes the place of the first.
func (t *tx) putVersionOf(id string, at int64, body []byte) int64 {
	var b any
	if body != nil {
		b = body
	}
	n := t.number("INSERT INTO incident_version (id, at, body) VALUES (?, ?, ?) ON CONFLICT (id, at) DO UPDATE SET body = excluded.body RETURNING n", id, at, b)
	t.versions = append(t.versions, n)
	return n
}

// dropIncident takes an incident out, and gives its id. What is tied to it has to be tied anew.
func (t *tx) dropIncident(n, at int64) (id string) {
	if !t.get("SELECT id FROM incident WHERE n = ?", []any{n}, &id) {
		return ""
	}
	t.clearIncident(n)
	t.exec("UPDATE incident_event SET incident = -incident WHERE incident = ?", n) // of those for which others stood: see recall and scatter
	t.exec("UPDATE stand SET incident = -incident WHERE incident = ?", n)
	t.exec("DELETE FROM incident WHERE n = ?", n)
	t.putVersionOf(id, at, nil)
	return id
}

// unplaceTied has those incidents made anew that are part of one that is no more, or follow it.
func (t *tx) unplaceTied(id string) {
	for _, tied := range tiedTo {
		for _, telling := range all[int64](t, tied, id) {
			t.unplace(telling)
		}
	}
}

// tiedTo ask for the tellings of the incidents that are tied to one. That the column is not empty has to be said: the indexes are of such rows alone, and without them all incidents would be
// looked through for each one that is dropped.
var tiedTo = []string{tied + "i.part_of <> '' AND i.part_of = ?", tied + "i.follows <> '' AND i.follows = ?"}

const tied = `SELECT t.n FROM incident i JOIN incident_event e ON e.incident = i.n JOIN telling t ON t.report = e.report AND t.event = e.event WHERE e.alike = 0 AND `

// clearIncident takes out what an incident can be found by.
func (t *tx) clearIncident(n int64) {
	var day int64
	if !t.get("SELECT day FROM incident WHERE n = ?", []any{n}, &day) {
		return
	}
	for _, e := range t.heldBy("SELECT report, event FROM incident_event WHERE incident = ? AND alike = 0", n) {
		t.hold(e.report, e.event, 0)
		t.noDoubt(e.report, e.event)
	}
	t.exec("DELETE FROM incident_event WHERE incident = ? AND alike = 0", n)
	t.exec("DELETE FROM incident_origin WHERE incident = ?", n)
	t.exec("DELETE FROM incident_text WHERE rowid = ?", textRow(day, n))
	t.set(incidentList, n, nil)
	t.set(sketchList, n, nil)
}

// alias keeps that an id that is no more stands for another one.
func (t *tx) alias(old, new string) {
	if old == new {
		return
	}
	t.exec("DELETE FROM alias WHERE old = ?", new)
	t.exec("UPDATE alias SET new = ? WHERE new = ?", new, old)
	t.exec("INSERT INTO alias (old, new) VALUES (?, ?) ON CONFLICT (old) DO UPDATE SET new = excluded.new", old, new)
}

func (t *tx) place(keys []sitrep.EventKey) {
	touched := map[int64]bool{}
	for _, k := range keys {
		report := t.number("SELECT n FROM report WHERE id = ?", k.Report)
		if t.exec("UPDATE telling SET placed = 1 WHERE report = ? AND event = ?", report, k.Event) > 0 {
			touched[report] = true
		}
	}
	for _, report := range sortedKeys(touched) {
		t.exec("UPDATE report SET waiting = EXISTS (SELECT 1 FROM telling WHERE report = report.n AND NOT placed) WHERE n = ?", report)
	}
}
