package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// Tolls are those that a query wants.
func (b *Book) Tolls(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.TollRow], err error) {
	err = b.read(ctx, "list tolls", func(t *tx) error {
		found := t.rows(tolls, q, func() []found { return t.foundTolls(q) })
		page.Total = len(found)
		var rows []place
		rows, page.Next = t.page(tolls, found, q)
		page.Rows = t.tollsAt(rows)
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

// tollsAt reads the tolls of some rows.
func (t *tx) tollsAt(rows []place) (out []casebook.TollRow) {
	about := reportCache{}
	for some := range slices.Chunk(rows, together) {
		out = append(out, t.tollsTogether(some, about)...)
	}
	return out
}

func (t *tx) tollsTogether(rows []place, about reportCache) []casebook.TollRow {
	of, reports, packed := make([]eventOf, len(rows)), make([]int64, len(rows)), make([][]byte, len(rows))
	t.each("SELECT j.key, t.report, t.event, t.body FROM json_each(?) j CROSS JOIN toll t ON t.n = j.value", []any{array(numbersOf(rows))}, func(r *sql.Rows) error {
		var k int
		var e eventOf
		var body []byte
		err := r.Scan(&k, &e.report, &e.event, &body)
		of[k], reports[k], packed[k] = e, e.report, body
		return err
	})
	bodies := unpackAll[tollBody](t, packed, "a toll")
	about.load(t, reports)
	incidents := t.incidentsTold(reports)
	out := make([]casebook.TollRow, len(rows))
	for i, b := range bodies {
		in := about[reports[i]]
		out[i] = casebook.TollRow{Report: in.head, Event: sitrep.EventKey{Report: in.head.ID, Event: of[i].event}, Incident: incidents[of[i]], Toll: b.Toll, Quote: b.Quote, Source: b.Source, Private: in.private}
	}
	return out
}
