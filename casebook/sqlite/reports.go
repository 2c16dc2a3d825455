package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// Reports are those that a query wants.
func (b *Book) Reports(ctx context.Context, q casebook.Query) (page casebook.Page[sitrep.ReportHead], err error) {
	err = b.read(ctx, "list reports", func(t *tx) error {
		p := t.reportPlan(q)
		page.Total = t.total(p)
		rows, next := t.page(p, q)
		page.Next = next
		for _, r := range rows {
			page.Rows = append(page.Rows, t.head(r.n))
		}
		return nil
	})
	return page, err
}

func (t *tx) reportPlan(q casebook.Query) *plan {
	p := newPlan(reports)
	if text := match(q.Text); text != "" {
		p.from, p.text, p.bare = "report_text x CROSS JOIN report r ON r.n = x.rowid & 4294967295", text, "report_text x"
		p.and("x.report_text MATCH ?", text)
		p.days("x.rowid", q, func(day int64) int64 { return textRow(day, 0) })
	} else {
		p.days("r.day", q, func(day int64) int64 { return day })
	}
	if q.Outlet != "" {
		p.in("r.outlet", t.terms(outletField, q.Outlet))
	}
	if q.Report != "" {
		p.and("r.id = ?", q.Report)
	}
	if q.Source != "" || len(q.Stances) > 0 {
		c := newPlan(claims)
		t.saidBy(c, q)
		p.none = p.none || c.none
		p.and("r.n IN (SELECT c.report FROM "+c.from+c.condition()+")", c.args...)
	}
	if !q.ChangedSince.IsZero() {
		p.and("(SELECT filed FROM version WHERE n = r.current) >= ?", stamp(q.ChangedSince))
	}
	t.told(p, q, "r.n IN (SELECT e.report FROM incident_event e WHERE e.incident IN (%s))")
	return p
}

// days adds the conditions on the day of publication. key is how a day begins in the column.
func (p *plan) days(column string, q casebook.Query, key func(int64) int64) {
	if !q.From.IsZero() {
		p.and(column+" >= ?", key(dayNumber(q.From.First())))
	}
	if !q.To.IsZero() {
		p.and(column+" < ? AND "+column+" >= ?", key(dayNumber(q.To.Last())+1), key(unknownDay+1))
	}
}

// told adds what is asked of the incidents that a row tells of, if anything is. condition has the place for the query of their numbers.
func (t *tx) told(p *plan, q casebook.Query, condition string) {
	asked := casebook.Query{Place: q.Place, Km: q.Km, Box: q.Box, Country: q.Country, Kinds: q.Kinds, Sides: q.Sides, Actor: q.Actor, NewOnly: q.NewOnly,
		Disputed: q.Disputed, HasToll: q.HasToll, Grades: q.Grades, Statuses: q.Statuses, Harms: q.Harms, Incident: q.Incident}
	if reflect.ValueOf(asked).IsZero() {
		return
	}
	asked.Lat, asked.Lon, asked.Incident = q.Lat, q.Lon, ""
	i := t.incidentPlan(asked)
	if q.Incident != "" {
		i.and("i.n = ?", t.incidentNumber(q.Incident))
	}
	p.none = p.none || i.none
	p.and(fmt.Sprintf(condition, "SELECT i.n FROM "+i.from+i.condition()), i.args...)
}

// Report is a report as it is kept. Version 0 is the one that counts.
func (b *Book) Report(ctx context.Context, id string, version int) (out casebook.StoredReport, err error) {
	err = b.read(ctx, "read report "+id, func(t *tx) error {
		report, err := t.findReport(id)
		if err != nil {
			return err
		}
		t.each("SELECT "+versionColumns+" FROM report r JOIN version v ON v.report = r.n WHERE r.n = ? ORDER BY v.number", []any{report}, func(r *sql.Rows) error {
			head, err := scanHead(r)
			out.Versions = append(out.Versions, head)
			return err
		})
		return t.stored(&out, report, version)
	})
	return out, err
}

// findReport is the row of a report by its id, or a beginning of it that no other has.
func (t *tx) findReport(id string) (int64, error) {
	if n := t.number("SELECT n FROM report WHERE id = ?", id); n != 0 || t.err != nil || id == "" {
		return n, orNone(n, t.err)
	}
	found := all[int64](t, "SELECT n FROM report WHERE id BETWEEN ? AND ? LIMIT 2", id, id+"\U0010FFFF")
	switch {
	case t.err != nil:
		return 0, t.err
	case len(found) > 1:
		return 0, fmt.Errorf("%w: several ids begin like this: give more of it", casebook.ErrNotFound)
	case len(found) == 1:
		return found[0], nil
	case t.redacted(sumOf(id)):
		return 0, casebook.ErrRedacted
	}
	return 0, orNotFound(t.err)
}

func orNone(n int64, err error) error {
	if n == 0 {
		return orNotFound(err)
	}
	return err
}

// versionNumber is the row of a version; 0 is the one that counts.
func (t *tx) versionNumber(report int64, number int) int64 {
	if number == 0 {
		return t.number("SELECT current FROM report WHERE n = ?", report)
	}
	return t.number("SELECT n FROM version WHERE report = ? AND number = ?", report, number)
}

func (t *tx) stored(out *casebook.StoredReport, report int64, number int) error {
	version := t.versionNumber(report, number)
	if version == 0 {
		return fmt.Errorf("%w: it has versions 1 to %d", casebook.ErrNotFound, len(out.Versions))
	}
	var text, reading []byte
	t.each("SELECT "+versionColumns+", v.source, v.text, g.body FROM version v JOIN report r ON r.n = v.report JOIN reading g ON g.n = v.reading WHERE v.n = ?", []any{version},
		func(r *sql.Rows) (err error) {
			out.Head, err = scanHead(r, &out.Source, &text, &reading)
			return err
		})
	if t.err != nil {
		return t.err
	}
	out.Private = t.private(version)
	var err error
	out.Reading, out.Reader, err = t.book.joinReading(reading, text)
	return err
}

// joinReading puts a reading together with its text.
func (b *Book) joinReading(packed, text []byte) (*sitrep.Reading, record.Reader, error) {
	plain, err := b.packer.unpack(text)
	if err != nil {
		return nil, record.Reader{}, fmt.Errorf("%w: its text: %v", casebook.ErrDamaged, err)
	}
	body, err := b.packer.unpack(packed)
	if err != nil {
		return nil, record.Reader{}, fmt.Errorf("%w: its reading: %v", casebook.ErrDamaged, err)
	}
	return record.ReadReadingOf(body, string(plain))
}

// Raw are the bytes of a version as they came.
func (b *Book) Raw(ctx context.Context, id string, version int) (raw []byte, err error) {
	err = b.read(ctx, "read the bytes of report "+id, func(t *tx) error {
		report, err := t.findReport(id)
		if err != nil {
			return err
		}
		n := t.versionNumber(report, version)
		var packed []byte
		if !t.get("SELECT bytes FROM raw WHERE version = ? AND bytes IS NOT NULL ORDER BY rowid LIMIT 1", []any{n}, &packed) {
			return orNotFound(t.err)
		}
		raw, err = b.packer.unpack(packed)
		return err
	})
	return raw, err
}

// Private are the private persons of reports.
func (b *Book) Private(ctx context.Context, reports []string) (out map[string][]casebook.PrivateName, err error) {
	out = map[string][]casebook.PrivateName{}
	err = b.read(ctx, "read private names", func(t *tx) error {
		for _, id := range reports {
			if names := t.private(t.number("SELECT current FROM report WHERE id = ?", id)); len(names) > 0 {
				out[id] = names
			}
		}
		return nil
	})
	return out, err
}
