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
