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

// History is every version of an incident, the first first.
func (b *Book) History(ctx context.Context, id string) (out []casebook.IncidentVersion, err error) {
	err = b.read(ctx, "read the history of incident "+id, func(t *tx) error {
		if n, err := t.findIncident(id); err == nil {
			t.get("SELECT id FROM incident WHERE n = ?", []any{n}, &id)
		}
		t.each("SELECT at, body FROM incident_version WHERE id = ? ORDER BY at", []any{id}, func(r *sql.Rows) error {
			v, err := t.scanVersion(r)
			out = append(out, v)
			return err
		})
		if len(out) == 0 {
			return orNotFound(t.err)
		}
		return nil
	})
	return out, err
}

// scanVersion reads the time and the body of a version.
func (t *tx) scanVersion(r *sql.Rows, more ...any) (v casebook.IncidentVersion, err error) {
	var at int64
	var packed []byte
	if err := r.Scan(append([]any{&at, &packed}, more...)...); err != nil {
		return v, err
	}
	v.At, v.Gone = unstamp(at), packed == nil
	if !v.Gone {
		v.Incident = t.unpackIncident(packed)
	}
	return v, nil
}

// AsOf are the incidents as they were at a time. Those that have not changed since are found like the incidents of now; of the others, the versions that
// held then are looked through one by one.
func (b *Book) AsOf(ctx context.Context, at time.Time, q casebook.Query) (page casebook.Page[sitrep.Incident], err error) {
	err = b.read(ctx, "list incidents as of "+at.UTC().Format(time.RFC3339), func(t *tx) error {
		var after *place
		if q.After != "" {
			p, err := placeOf(q.After)
			if err != nil {
				return err
			}
			after = &p
		}
		found := t.pastIncidents(stamp(at), q)
		slices.SortFunc(found, func(a, b pastIncident) int { return a.place.compare(b.place, q.Order) })
		page.Total = len(found)
		for _, f := range found {
			if after != nil && f.place.compare(*after, q.Order) <= 0 {
				continue
			}
			if len(page.Rows) == limitOf(q) {
				break
			}
			page.Rows, page.Next = append(page.Rows, f.incident(t)), f.place.cursor()
			if f.place == found[len(found)-1].place {
				page.Next = ""
			}
		}
		return nil
	})
	return page, err
}

// compare orders rows as lists do.
func (p place) compare(o place, order casebook.Order) int {
	c := cmp.Compare(o.Order, p.Order)
	if order == casebook.Oldest {
		c = -c
	}
	if c != 0 {
		return c
	}
	return cmp.Compare(p.ID, o.ID)
}

// pastIncident is an incident as it was; where n is not 0, it is still so.
type pastIncident struct {
	place
	was sitrep.Incident
}

func (p *pastIncident) incident(t *tx) sitrep.Incident {
	if p.n != 0 {
		return t.incident(p.n)
	}
	return p.was
}

func (t *tx) pastIncidents(at int64, q casebook.Query) (out []pastIncident) {
	now := q
	now.All, now.After = true, ""
	var still []found
	t.bareIncidents(now, func(e *incidentEntry) {
		if e.changed <= at {
			still = append(still, found{e.order(q.Order), e.n})
		}
	})
	rows, _ := t.page(incidents, still, now)
	for _, r := range rows {
		out = append(out, pastIncident{place: r})
	}
	var was []casebook.IncidentVersion
	t.each(`SELECT v.at, v.body FROM incident_version v WHERE v.body IS NOT NULL AND v.at <= ?1
		AND EXISTS (SELECT 1 FROM incident_version l WHERE l.id = v.id AND l.at > ?1)
		AND NOT EXISTS (SELECT 1 FROM incident_version l WHERE l.id = v.id AND l.at > v.at AND l.at <= ?1) ORDER BY v.id`, []any{at}, func(r *sql.Rows) error {
		v, err := t.scanVersion(r)
		was = append(was, v)
		return err
	})
	for i := range was {
		if row, ok := t.matches(&was[i].Incident, stamp(was[i].At), q); ok {
			out = append(out, pastIncident{row, was[i].Incident})
		}
	}
	return out
}

// Changes are the incidents that are otherwise at the end of a time than at its beginning, in the order of their ids. One that was taken up by another stands
// with that one.
func (b *Book) Changes(ctx context.Context, since, until time.Time) (out []casebook.IncidentChange, err error) {
	if until.IsZero() {
		until = b.now()
	}
	err = b.read(ctx, "compare two times", func(t *tx) error {
		for _, id := range all[string](t, "SELECT DISTINCT id FROM incident_version WHERE at > ? AND at <= ? ORDER BY id", stamp(since), stamp(until)) {
			if c, changed := t.changeOf(id, stamp(since), stamp(until)); changed {
				out = append(out, c)
			}
		}
		out = t.joinChanges(out)
		return nil
	})
	return out, err
}

func (t *tx) changeOf(id string, since, until int64) (c casebook.IncidentChange, changed bool) {
	before, after := t.versionAt(id, since), t.versionAt(id, until)
	c = casebook.IncidentChange{Before: before.Incident, After: after.Incident, At: after.At}
	return c, before.At != after.At && (c.Before.ID != "" || c.After.ID != "")
}

// versionAt is how an incident was at a time; its Incident has no ID where there was none.
func (t *tx) versionAt(id string, at int64) (v casebook.IncidentVersion) {
	t.each("SELECT at, body FROM incident_version WHERE id = ? AND at <= ? ORDER BY at DESC LIMIT 1", []any{id, at}, func(r *sql.Rows) (err error) {
		v, err = t.scanVersion(r)
		return err
	})
	return v
}

// joinChanges puts an incident that is no more and the one that took its place in one change, where that one was not there before. Of several the one with the most events counts.
func (t *tx) joinChanges(list []casebook.IncidentChange) (out []casebook.IncidentChange) {
	taken := map[string]int{} // id of a new incident → the change of the old one, by place in list
	for i, c := range list {
		var heir string
		if c.After.ID != "" || !t.get("SELECT new FROM alias WHERE old = ?", []any{c.Before.ID}, &heir) {
			continue
		}
		if j, ok := taken[heir]; !ok || len(c.Before.Events) > len(list[j].Before.Events) {
			taken[heir] = i
		}
	}
	joined := map[int]bool{}
	for i, c := range list {
		if j, ok := taken[c.After.ID]; ok && c.Before.ID == "" {
			list[i].Before = list[j].Before
			joined[j] = true
		}
	}
	for i, c := range list {
		if !joined[i] {
			out = append(out, c)
		}
	}
	return out
}
