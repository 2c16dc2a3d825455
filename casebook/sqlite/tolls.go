package sqlite

import (
	"context"

	"sitrep/casebook"
)

// Tolls are those that a query wants.
func (b *Book) Tolls(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.TollRow], err error) {
	err = b.read(ctx, "list tolls", func(t *tx) error {
		found := t.rows(tolls, q, func() []found { return t.foundTolls(q) })
		page.Total = len(found)
		var rows []place
		rows, page.Next = t.page(tolls, found, q)
		about := reportCache{}
		for _, r := range rows {
			page.Rows = append(page.Rows, t.toll(r.n, about))
		}
		return nil
	})
	return page, err
}

// foundTolls are the tolls that a query wants.
func (t *tx) foundTolls(q casebook.Query) (rows []found) {
	incidents := q
	incidents.Sides, incidents.Harms, incidents.HasToll = nil, nil, false // of a toll it is asked whose it is
	of, days, from := t.told(incidents), areaOf(casebook.Query{From: q.From, To: q.To}), t.reportsFrom(q)
	sides := termSet(len(q.Sides) > 0, func() []int64 { return t.exactly(sideField, q.Sides) })
	sources := termSet(q.Source != "", func() []int64 { return t.termsWith(sourceField, q.Source) })
	var harms [256]bool
	for _, h := range q.Harms {
		if n := numberOf(harmNumbers, h); n != noNumber {
			harms[n] = true
		}
	}
	text := bits(nil)
	if m := match(q.Text); m != "" {
		text = t.holding("report", m)
	}
	eachOf(t, &t.book.digests.tolls, t.candidates("toll", "report", q, of), func(e *tollEntry) {
		if (!days.dated || days.during(e.first, e.last)) && (len(q.Harms) == 0 || harms[e.harm]) && (sides == nil || sides[e.side]) && (sources == nil || sources[e.source]) &&
			(text == nil || text.has(e.report)) && (from == nil || from.has(e.report)) && (of == nil || of.tellings.has(e.telling)) {
			order := int64(e.day)
			if q.Order == casebook.Deadly {
				order = e.count
			}
			rows = append(rows, found{order, e.n})
		}
	})
	return rows
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
