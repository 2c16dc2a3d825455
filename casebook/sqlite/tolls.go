package sqlite

import (
	"context"

	"sitrep/casebook"
)

// Tolls are those that a query wants.
func (b *Book) Tolls(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.TollRow], err error) {
	err = b.read(ctx, "list tolls", func(t *tx) error {
		p := t.tollPlan(q)
		page.Total = t.total(p)
		rows, next := t.page(p, q)
		page.Next = next
		about := reportCache{}
		for _, r := range rows {
			page.Rows = append(page.Rows, t.toll(r.n, about))
		}
		return nil
	})
	return page, err
}

func (t *tx) tollPlan(q casebook.Query) *plan {
	p := newPlan(tolls)
	if a := areaOf(q); a.dated {
		p.few = true
		p.and("t.n IN (SELECT n FROM toll WHERE first BETWEEN ? AND ? AND last >= ? UNION SELECT n FROM toll INDEXED BY toll_long WHERE last - first > 62 AND first <= ? AND last >= ?)",
			a.first-longest, a.last, a.first, a.last, a.first)
	}
	walked := ""
	if q.Order == casebook.Deadly {
		walked = inOrder
	}
	oneOf(p, walked+"t.harm", q.Harms)
	oneOf(p, walked+"t.side", q.Sides)
	if q.Source != "" {
		p.in("t.source", t.termsWith(sourceField, q.Source))
	}
	if q.Outlet != "" {
		t.fromOutlet(p, "t.report", q.Outlet)
	}
	if q.Report != "" {
		p.and("t.report = (SELECT n FROM report WHERE id = ?)", q.Report)
	}
	if text := match(q.Text); text != "" {
		p.and("t.report IN (SELECT rowid & 4294967295 FROM report_text WHERE report_text MATCH ?)", text)
	}
	if !q.ChangedSince.IsZero() {
		p.and("(SELECT v.filed FROM report r JOIN version v ON v.n = r.current WHERE r.n = t.report) >= ?", stamp(q.ChangedSince))
	}
	of := q
	of.Sides, of.Harms, of.HasToll = nil, nil, false
	if q.Incident != "" || q.Report != "" {
		p.few = true
	}
	if q.Incident != "" {
		t.told(p, of, "t.n IN (SELECT k.n FROM incident_event e CROSS JOIN toll k ON k.report = e.report AND k.event = e.event WHERE e.incident IN (%s))")
		return p
	}
	t.told(p, of, "(SELECT e.incident FROM incident_event e WHERE e.report = t.report AND e.event = t.event) IN (%s)")
	return p
}

// toll reads the toll of a row.
func (t *tx) toll(n int64, reports reportCache) (row casebook.TollRow) {
	var report int64
	var packed []byte
	if !t.get("SELECT report, event, body FROM toll WHERE n = ?", []any{n}, &report, &row.Event.Event, &packed) {
		return row
	}
	var body tollBody
	if err := t.book.packer.unpackJSON(packed, &body); err != nil {
		t.fail(err)
		return row
	}
	about := reports.get(t, report)
	row.Report, row.Private, row.Event.Report = about.head, about.private, about.head.ID
	row.Toll, row.Quote, row.Source = body.Toll, body.Quote, body.Source
	t.get("SELECT i.id FROM incident_event e JOIN incident i ON i.n = e.incident WHERE e.report = ? AND e.event = ?", []any{report, row.Event.Event}, &row.Incident)
	return row
}
