package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"sitrep"
)

// On whose word alone incidents rest: a tag of oneSideField has the side.

// oneSideShape is the shape of a casebook whose digests say so.
const oneSideShape = 12

// oneSide is the side on whose word alone an incident rests, a term; 0 for none.
func (e *incidentEntry) oneSide() uint32 {
	for _, g := range e.tags {
		if field(g&(1<<fieldBits-1)) == oneSideField {
			return g >> fieldBits
		}
	}
	return 0
}

// resting are the sides on whose word alone the incidents of tellings rest, by the numbers of the tellings: 0 for one that is in no incident, manySides for one of an
// incident that others tell of too.
type resting []uint32

const manySides = math.MaxUint32

func (t *tx) resting() resting {
	return t.book.digests.resting.get(t, func() resting {
		sides := make([]uint32, t.number("SELECT coalesce(max(n), 0) FROM incident")+1)
		eachOf(t, &t.book.digests.incidents, nil, func(e *incidentEntry) {
			if e.n >= int64(len(sides)) {
				return
			}
			if sides[e.n] = e.oneSide(); sides[e.n] == 0 {
				sides[e.n] = manySides
			}
		})
		out := make(resting, t.number("SELECT coalesce(max(n), 0) FROM telling")+1)
		eachOf(t, &t.book.digests.tellings, nil, func(e *tellingEntry) {
			if e.n < int64(len(out)) && e.incident > 0 && e.incident < int64(len(sides)) {
				out[e.n] = sides[e.incident]
			}
		})
		return out
	})
}

// alone tells whether the incidents of some tellings, of which there is one at least, all rest on the word of one side alone.
func (r resting) alone(tellings []uint32) bool {
	side := uint32(0)
	for _, n := range tellings {
		if int(n) >= len(r) || r[n] == 0 {
			continue
		}
		if r[n] == manySides || side != 0 && side != r[n] {
			return false
		}
		side = r[n]
	}
	return side != 0
}

// retold are how many incidents a report tells of, and how many of them rest on the word of one side alone.
type retold struct{ incidents, oneSide int }

// retold counts for some reports.
func (t *tx) retold(reports []int64) map[int64]retold {
	of, ns := map[int64][]int64{}, []int64(nil) // of each incident: the reports that tell of it
	t.each("SELECT DISTINCT e.report, e.incident FROM json_each(?) j CROSS JOIN incident_event e ON e.report = j.value", []any{array(reports)}, func(r *sql.Rows) error {
		var report, incident int64
		err := r.Scan(&report, &incident)
		of[incident], ns = append(of[incident], report), append(ns, incident)
		return err
	})
	out := map[int64]retold{}
	for _, e := range some(t, &t.book.digests.incidents, ns) {
		for _, report := range of[e.n] {
			r := out[report]
			r.incidents++
			if e.oneSide() != 0 {
				r.oneSide++
			}
			out[report] = r
		}
	}
	return out
}

// oneSides notes in the digests of a casebook that did not say so which incidents rest on the word of one side alone.
func (b *Book) oneSides(run *sql.Tx) error {
	t := &tx{run: run, ctx: context.Background(), book: b}
	sides := t.keptOneSides()
	for _, n := range sortedKeys(sides) {
		for _, e := range someRead(t, &newDigests().incidents, []int64{n}) {
			e.tags = sorted(addTag(e.tags, oneSideField, t.term(oneSideField, sides[n])))
			t.set(incidentList, n, e.bytes())
		}
	}
	t.flush()
	return t.err
}

// keptOneSides are the sides on whose word alone incidents rest, by the numbers of the incidents; others are left out.
func (t *tx) keptOneSides() map[int64]string {
	out := map[int64]string{}
	t.each("SELECT i.n, v.body FROM incident i JOIN incident_version v ON v.n = i.version", nil, func(r *sql.Rows) error {
		var n int64
		var packed sql.RawBytes
		if err := r.Scan(&n, &packed); err != nil {
			return err
		}
		var i sitrep.Incident
		if err := t.book.packer.unpackJSON(packed, &struct{ Origins *[]sitrep.Origin }{&i.Origins}); err != nil {
			return fmt.Errorf("incident %d: %w", n, err)
		}
		if side := i.OneSide(); side != "" {
			out[n] = side
		}
		return nil
	})
	return out
}
