package sqlite

import (
	"database/sql"
	"slices"

	"sitrep/casebook"
)

// together is how many rows of a list are read in one question.
const together = 1000

// claimsAt reads the claims of some rows.
func (t *tx) claimsAt(rows []place) (out []casebook.ClaimRow) {
	about := reportCache{}
	for some := range slices.Chunk(rows, together) {
		out = append(out, t.claimsTogether(some, about)...)
	}
	return out
}

func (t *tx) claimsTogether(rows []place, about reportCache) []casebook.ClaimRow {
	reports, packed := make([]int64, len(rows)), make([][]byte, len(rows))
	t.each("SELECT j.key, c.report, c.body FROM json_each(?) j CROSS JOIN claim c ON c.n = j.value", []any{array(numbersOf(rows))}, func(r *sql.Rows) error {
		var k int
		var report int64
		var body []byte
		err := r.Scan(&k, &report, &body)
		reports[k], packed[k] = report, body
		return err
	})
	bodies := unpackAll[claimBody](t, packed, "a claim")
	about.load(t, reports)
	var told []int64 // the reports of those that are about something
	for i := range bodies {
		if len(bodies[i].Claim.About) > 0 {
			told = append(told, reports[i])
		}
	}
	incidents, answers := t.incidentsTold(told), t.answersIn(reports)
	out := make([]casebook.ClaimRow, len(rows))
	for i, b := range bodies {
		of := about[reports[i]]
		out[i] = casebook.ClaimRow{Report: of.head, Claim: b.Claim, Quote: b.Quote, Private: of.private, ToSide: b.ToSide, Answers: answers[claimOf{reports[i], b.Claim.ID}]}
		out[i].Incidents = incidents.about(reports[i], b.Claim.About)
	}
	return out
}

// claimOf is a claim of a report, and eventOf an event.
type (
	claimOf struct {
		report int64
		claim  string
	}
	eventOf struct {
		report int64
		event  string
	}
)

// toldIncidents are the ids of the incidents that hold events of reports.
type toldIncidents map[eventOf]string

func (t *tx) incidentsTold(reports []int64) toldIncidents {
	out := toldIncidents{}
	t.each("SELECT e.report, e.event, i.id FROM json_each(?) j CROSS JOIN incident_event e ON e.report = j.value CROSS JOIN incident i ON i.n = e.incident", []any{array(once(reports))}, func(r *sql.Rows) error {
		var k eventOf
		var id string
		err := r.Scan(&k.report, &k.event, &id)
		out[k] = id
		return err
	})
	return out
}

// about are the ids of the incidents of some events of a report, each once, in order.
func (all toldIncidents) about(report int64, events []string) (ids []string) {
	for _, e := range events {
		if id := all[eventOf{report, e}]; id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// answersIn are, of the claims of some reports, the ids of those that answer them, in order.
func (t *tx) answersIn(reports []int64) map[claimOf][]string {
	out := map[claimOf][]string{}
	t.each("SELECT c.report, c.answers, c.id FROM json_each(?) j CROSS JOIN claim c ON c.report = j.value WHERE c.answers <> '' ORDER BY c.id", []any{array(once(reports))}, func(r *sql.Rows) error {
		var k claimOf
		var id string
		err := r.Scan(&k.report, &k.claim, &id)
		out[k] = append(out[k], id)
		return err
	})
	return out
}

// numbersOf are the numbers of some rows.
func numbersOf(rows []place) []int64 {
	out := make([]int64, len(rows))
	for i, r := range rows {
		out[i] = r.n
	}
	return out
}

// once are some numbers in order, each once.
func once(ns []int64) []int64 {
	ns = slices.Clone(ns)
	slices.Sort(ns)
	return slices.Compact(ns)
}
