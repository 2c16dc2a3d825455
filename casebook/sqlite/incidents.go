package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// Incidents are those that a query wants.
func (b *Book) Incidents(ctx context.Context, q casebook.Query) (page casebook.Page[sitrep.Incident], err error) {
	err = b.read(ctx, "list incidents", func(t *tx) error {
		var rows []place
		rows, page.Total, page.Next = t.placesOf(q)
		page.Rows = t.incidentsAt(rows)
		return nil
	})
	return page, err
}

// EachIncident gives the incidents of a query in order, some at a time, as they were when it began.
func (b *Book) EachIncident(ctx context.Context, q casebook.Query, together int, take func([]sitrep.Incident) error) error {
	q.All, q.After = true, ""
	return b.read(ctx, "list incidents", func(t *tx) error {
		rows, _, _ := t.placesOf(q)
		defer t.ahead(len(rows), "incident")()
		for some := range slices.Chunk(rows, together) {
			page := t.incidentsAt(some)
			if t.err != nil {
				return t.err
			}
			if err := take(page); err != nil {
				return err
			}
		}
		return nil
	})
}

// placesOf are where the incidents of a page stand, how many there are in all, and where the next page begins.
func (t *tx) placesOf(q casebook.Query) (rows []place, total int, next string) {
	if byTextAlone(q, false) {
		return t.byText(incidents, match(q.Text), q)
	}
	found := t.foundIncidents(q)
	rows, next = t.page(incidents, found, q)
	return rows, len(found), next
}

// incidentsAt reads the incidents of some rows.
func (t *tx) incidentsAt(rows []place) []sitrep.Incident {
	if len(rows) == 0 {
		return nil
	}
	return unpackAll[sitrep.Incident](t, t.bodies(rows), "an incident")
}

// bodies are the packed incidents of some rows.
func (t *tx) bodies(rows []place) [][]byte {
	out := make([][]byte, len(rows))
	t.each("SELECT j.key, v.body FROM json_each(?) j CROSS JOIN incident i ON i.n = j.value CROSS JOIN incident_version v ON v.n = i.version", []any{array(numbersOf(rows))}, func(r *sql.Rows) error {
		var k int
		var body []byte
		err := r.Scan(&k, &body)
		if err == nil {
			out[k] = body
		}
		return err
	})
	return out
}

// foundIncidents are the incidents that a query wants.
func (t *tx) foundIncidents(q casebook.Query) []found {
	return t.rows(incidents, q, func() (rows []found) {
		t.bareIncidents(q, func(e *incidentEntry) { rows = append(rows, found{e.order(q.Order), e.n}) })
		return rows
	})
}

// order is where an incident stands in an order.
func (e *incidentEntry) order(o casebook.Order) int64 {
	switch o {
	case casebook.Changed:
		return e.changed
	case casebook.Deadly:
		return int64(e.dead)
	}
	return int64(e.day)
}

// incident reads the incident of a row.
func (t *tx) incident(n int64) sitrep.Incident {
	var packed []byte
	if !t.get("SELECT v.body FROM incident i JOIN incident_version v ON v.n = i.version WHERE i.n = ?", []any{n}, &packed) {
		return sitrep.Incident{}
	}
	return t.unpackIncident(packed)
}

func (t *tx) unpackIncident(packed []byte) (i sitrep.Incident) {
	if err := t.book.packer.unpackJSON(packed, &i); err != nil {
		t.fail(fmt.Errorf("%w: an incident cannot be read: %v", casebook.ErrDamaged, err))
	}
	return i
}

// Incident is one incident, by its id, an alias, or a beginning of its id that no other has.
func (b *Book) Incident(ctx context.Context, id string) (i sitrep.Incident, err error) {
	err = b.read(ctx, "look for incident "+id, func(t *tx) error {
		n, err := t.findIncident(id)
		if err != nil {
			return err
		}
		i = t.incident(n)
		return nil
	})
	return i, err
}

// findIncident is the row of an incident.
func (t *tx) findIncident(id string) (int64, error) {
	if n := t.number("SELECT n FROM incident WHERE id = ?", id); n != 0 {
		return n, t.err
	}
	if n := t.number("SELECT i.n FROM alias a JOIN incident i ON i.id = a.new WHERE a.old = ?", id); n != 0 {
		return n, t.err
	}
	if id == "" || t.err != nil {
		return 0, orNotFound(t.err)
	}
	found := t.beginning(id)
	switch {
	case t.err != nil:
		return 0, t.err
	case len(found) == 0:
		return 0, casebook.ErrNotFound
	case len(found) > 1:
		return 0, fmt.Errorf("%w: several ids begin like this (%s…): give more of it", casebook.ErrNotFound, strings.Join(found, ", "))
	}
	return t.number("SELECT n FROM incident WHERE id = ?", found[0]), t.err
}

func orNotFound(err error) error {
	if err != nil {
		return err
	}
	return casebook.ErrNotFound
}

// beginning are some ids of incidents that begin so, or whose alias does, each once.
func (t *tx) beginning(id string) (found []string) {
	end := id + "\U0010FFFF"
	t.each(`SELECT DISTINCT id FROM (SELECT id FROM incident WHERE id BETWEEN ?1 AND ?2
		UNION SELECT i.id FROM alias a JOIN incident i ON i.id = a.new WHERE a.old BETWEEN ?1 AND ?2) ORDER BY id LIMIT 3`, []any{id, end}, func(r *sql.Rows) error {
		var s string
		err := r.Scan(&s)
		found = append(found, s)
		return err
	})
	return found
}

// sharedIncident is the incident of a row, as it is kept in memory.
func (t *tx) sharedIncident(n int64) sitrep.Incident {
	kept := t.book.memories.incidents
	if !t.book.writes() {
		return t.incident(n)
	}
	at := kept.at()
	version := t.number("SELECT version FROM incident WHERE n = ?", n)
	if i, ok := kept.get(version); ok {
		return i
	}
	i := t.incident(n)
	if t.err == nil {
		kept.keep(version, i, at)
	}
	return i
}

// IncidentsOf are the incidents that hold the events, each once, in the order of their ids.
func (b *Book) IncidentsOf(ctx context.Context, keys []sitrep.EventKey) (out []sitrep.Incident, err error) {
	err = b.read(ctx, "read incidents", func(t *tx) error {
		ids := map[string]int64{}
		for _, k := range keys {
			var n int64
			var id string
			if t.get(`SELECT i.n, i.id FROM report r JOIN incident_event e ON e.report = r.n JOIN incident i ON i.n = e.incident
				WHERE r.id = ? AND e.event = ?`, []any{k.Report, k.Event}, &n, &id) {
				ids[id] = n
			}
		}
		for _, id := range sortedKeys(ids) {
			out = append(out, t.sharedIncident(ids[id]))
		}
		return nil
	})
	return out, err
}
