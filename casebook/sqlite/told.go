package sqlite

import (
	"database/sql"
	"reflect"
	"slices"

	"sitrep/casebook"
)

// told are the tellings of the incidents that a query of reports, claims or tolls asks for, and their reports.
type told struct {
	tellings, reports bits
	incident          int64 // the one that is asked for by its id, 0 for none
}

// told is what a query asks of incidents; nil where it asks nothing of them.
func (t *tx) told(q casebook.Query) *told {
	asked := casebook.Query{Place: q.Place, Km: q.Km, Box: q.Box, Country: q.Country, Kinds: q.Kinds, Sides: q.Sides, Actor: q.Actor, NewOnly: q.NewOnly,
		Disputed: q.Disputed, HasToll: q.HasToll, Grades: q.Grades, Statuses: q.Statuses, Harms: q.Harms}
	any := !reflect.ValueOf(asked).IsZero()
	if !any && q.Incident == "" {
		return nil
	}
	asked.Lat, asked.Lon = q.Lat, q.Lon
	if q.Incident != "" {
		return t.toldOf(t.incidentNumber(q.Incident), asked)
	}
	wanted := newBits(t.number("SELECT coalesce(max(n), 0) FROM incident"))
	t.bareIncidents(asked, func(e *incidentEntry) { wanted.add(e.n) })
	out := &told{tellings: newBits(t.number("SELECT coalesce(max(n), 0) FROM telling")), reports: newBits(t.number("SELECT coalesce(max(n), 0) FROM report"))}
	eachOf(t, &t.book.digests.tellings, nil, func(e *tellingEntry) {
		if e.incident != 0 && wanted.has(e.incident) {
			out.tellings.add(e.n)
			out.reports.add(e.report)
		}
	})
	return out
}

// toldOf are the tellings of one incident, none where it is not as asked.
func (t *tx) toldOf(incident int64, asked casebook.Query) *told {
	out := &told{tellings: newBits(t.number("SELECT coalesce(max(n), 0) FROM telling")), reports: newBits(t.number("SELECT coalesce(max(n), 0) FROM report")), incident: incident}
	s := t.sieve(asked)
	passes := false
	for _, e := range some(t, &t.book.digests.incidents, []int64{incident}) {
		missing, dated, other := s.pass(&e)
		passes = missing == 0 && dated && other && !s.none
	}
	if !passes {
		return out
	}
	t.each("SELECT t.n, t.report FROM incident_event e JOIN telling t ON t.report = e.report AND t.event = e.event WHERE e.incident = ? AND e.alike = 0", []any{incident}, func(r *sql.Rows) error {
		var n, report int64
		err := r.Scan(&n, &report)
		out.tellings.add(n)
		out.reports.add(report)
		return err
	})
	return out
}

// candidates are the rows of a table that a query names by report or by incident; nil where it names none. column has the report.
func (t *tx) candidates(table, column string, q casebook.Query, of *told) []int64 {
	var lists [][]int64
	if q.Report != "" {
		lists = append(lists, all[int64](t, "SELECT n FROM "+table+" WHERE "+column+" = (SELECT n FROM report WHERE id = ?)", q.Report))
	}
	if of != nil && of.incident != 0 {
		lists = append(lists, all[int64](t, "SELECT n FROM "+table+" WHERE "+column+" IN (SELECT report FROM incident_event WHERE incident = ? AND alike = 0)", of.incident))
	}
	switch len(lists) {
	case 0:
		return nil
	case 2:
		lists[0] = slices.DeleteFunc(lists[0], func(n int64) bool { return !slices.Contains(lists[1], n) })
	}
	return append([]int64{}, lists[0]...)
}

// eachOf visits the rows of a list: all, or the candidates where there are any. What it visits may be another row when visit has returned.
func eachOf[T any](t *tx, d *digest[T], candidates []int64, visit func(*T)) {
	eachSeen(t, d, candidates, glance[T]{}, visit)
}

// eachSeen visits the rows of a list that a glance wants, and at times others.
func eachSeen[T any](t *tx, d *digest[T], candidates []int64, g glance[T], visit func(*T)) {
	if candidates != nil {
		rows := some(t, d, candidates)
		for i := range rows {
			visit(&rows[i])
		}
		return
	}
	if stream(t, d, g, visit) {
		return
	}
	for _, c := range rowsOf(t, d) {
		if g.passes(d, &c) {
			continue
		}
		for i := range c.rows {
			visit(&c.rows[i])
		}
	}
}

// termSet has the terms of a filter: nil where it is not asked for.
func termSet(asked bool, terms func() []int64) map[uint32]bool {
	if !asked {
		return nil
	}
	out := map[uint32]bool{}
	for _, n := range terms() {
		out[uint32(n)] = true
	}
	return out
}

// published tells whether something was published on the days of an area.
func (a *area) published(day int32) bool {
	return !a.dated || int64(day) >= a.from && int64(day) <= a.to && (day > unknownDay || a.to == noEnd)
}
