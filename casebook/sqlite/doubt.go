package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// Doubts are the first of what is in doubt.
func (b *Book) Doubts(ctx context.Context, reports []string, limit int) (rows []casebook.Doubt, total int, err error) {
	if limit <= 0 {
		limit = -1
	}
	from, args := "FROM doubt", []any(nil)
	if len(reports) > 0 {
		from, args = "FROM doubt WHERE a_report IN (SELECT value FROM json_each(?1)) OR b_report IN (SELECT value FROM json_each(?1))", []any{array(reports)}
	}
	err = b.read(ctx, "look for what is in doubt", func(t *tx) error {
		total = int(t.number("SELECT count(*) "+from, args...))
		t.each(fmt.Sprint("SELECT rank, a_report, a_event, b_report, b_event ", from, " ORDER BY rank, a_report, a_event, b_report, b_event LIMIT ", limit), args, func(r *sql.Rows) error {
			var d casebook.Doubt
			err := r.Scan(&d.Degree, &d.A.Report, &d.A.Event, &d.B.Report, &d.B.Event)
			d.Degree = -d.Degree
			rows = append(rows, d)
			return err
		})
		return nil
	})
	return rows, total, err
}

// doubt notes that something is in doubt.
func (t *tx) doubt(d casebook.Doubt) {
	t.exec("INSERT OR REPLACE INTO doubt (rank, a_report, a_event, b_report, b_event) VALUES (?, ?, ?, ?, ?)", -d.Degree, d.A.Report, d.A.Event, d.B.Report, d.B.Event)
}

// noDoubt takes out what was in doubt about an event by itself.
func (t *tx) noDoubt(report int64, event string) {
	t.exec("DELETE FROM doubt WHERE a_report = (SELECT id FROM report WHERE n = ?) AND a_event = ? AND b_report = ''", report, event)
}

// doubtVerdict notes whether a verdict is in doubt.
func (t *tx) doubtVerdict(v *sitrep.Verdict) {
	t.exec("DELETE FROM doubt WHERE a_report = ? AND a_event = ? AND b_report = ? AND b_event = ?", v.A.Report, v.A.Event, v.B.Report, v.B.Event)
	if degree, asked := casebook.DoubtOfVerdict(v); asked && casebook.IsJoin(v) {
		t.doubt(casebook.Doubt{Degree: degree, A: v.A, B: v.B})
	}
}

// certain takes out all that was in doubt about an event that is no more.
func (t *tx) certain(report int64, event string) {
	for _, side := range []string{"a", "b"} {
		t.exec("DELETE FROM doubt WHERE "+side+"_report = (SELECT id FROM report WHERE n = ?) AND "+side+"_event = ?", report, event)
	}
}

// doubtShape is the shape of a casebook that keeps what is in doubt.
const doubtShape = 7

// noteDoubts notes what is in doubt in a casebook that did not keep it.
func (b *Book) noteDoubts(run *sql.Tx) error {
	t := &tx{run: run, ctx: context.Background(), book: b}
	t.doubts()
	return t.err
}

func (t *tx) doubts() {
	t.each("SELECT body FROM verdict", nil, func(r *sql.Rows) error {
		var packed []byte
		var v sitrep.Verdict
		err := r.Scan(&packed)
		if err == nil {
			err = t.book.packer.unpackJSON(packed, &v)
		}
		t.doubtVerdict(&v)
		return err
	})
	for _, n := range all[int64](t, "SELECT n FROM incident ORDER BY n") {
		if i := t.incident(n); i.News {
			t.doubtEvents(&i)
		}
	}
}

// doubtEvents notes which events of an incident of news are in doubt.
func (t *tx) doubtEvents(i *sitrep.Incident) {
	for _, k := range i.Events {
		var packed []byte
		var body tellingBody
		if !t.get("SELECT t.body FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? AND t.event = ?", []any{k.Report, k.Event}, &packed) {
			continue
		}
		if err := t.book.packer.unpackJSON(packed, &body); err != nil {
			t.fail(err)
		}
		if degree, asked := casebook.DoubtOfEvent(body.Event.Score, i.News); asked {
			t.doubt(casebook.Doubt{Degree: degree, A: k})
		}
	}
}
