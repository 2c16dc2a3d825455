package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// Reports are those that a query wants.
func (b *Book) Reports(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ReportRow], err error) {
	err = b.read(ctx, "list reports", func(t *tx) error {
		var rows []place
		if byTextAlone(q, true) {
			rows, page.Total, page.Next = t.byText(reports, match(q.Text), q)
		} else {
			found := t.rows(reports, q, func() []found { return t.foundReports(q) })
			page.Total = len(found)
			rows, page.Next = t.page(reports, found, q)
		}
		told := t.retold(numbersOf(rows))
		for _, r := range rows {
			page.Rows = append(page.Rows, casebook.ReportRow{ReportHead: t.head(r.n), Incidents: told[r.n].incidents, OneSide: told[r.n].oneSide})
		}
		return nil
	})
	return page, err
}

// foundReports are the reports that a query wants.
func (t *tx) foundReports(q casebook.Query) (rows []found) {
	days, since, of := areaOf(casebook.Query{From: q.From, To: q.To}), stamp(q.ChangedSince), t.told(q)
	outlets := termSet(q.Outlet != "", func() []int64 { return t.terms(outletField, q.Outlet) })
	saying, text := t.reportsSaying(q), bits(nil)
	if m := match(q.Text); m != "" {
		text = t.holding("report", m)
	}
	eachOf(t, &t.book.digests.reports, t.candidates("report", "n", q, of), func(e *reportEntry) {
		if days.published(e.day) && (outlets == nil || outlets[e.outlet]) && e.filed >= since && (saying == nil || saying.has(e.n)) && (text == nil || text.has(e.n)) &&
			(of == nil || of.reports.has(e.n)) {
			order := int64(e.day)
			if q.Order == casebook.Changed {
				order = e.filed
			}
			rows = append(rows, found{order, e.n})
		}
	})
	return rows
}

// reportsSaying are the reports with a claim by somebody, or of a stance, that is asked for; nil where nothing is.
func (t *tx) reportsSaying(q casebook.Query) bits {
	if q.Source == "" && len(q.Stances) == 0 {
		return nil
	}
	out := newBits(t.number("SELECT coalesce(max(n), 0) FROM report"))
	s := t.saidBy(q)
	eachSeen(t, &t.book.digests.claims, t.candidates("claim", "report", casebook.Query{Report: q.Report}, nil), glance[claimEntry]{want: s.pass, bare: true}, func(e *claimEntry) {
		if s.pass(e) {
			out.add(e.report)
		}
	})
	return out
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
	var text, reading, around []byte
	t.each("SELECT "+versionColumns+", v.source, v.around, v.text, g.body FROM version v JOIN report r ON r.n = v.report JOIN reading g ON g.n = v.reading WHERE v.n = ?", []any{version},
		func(r *sql.Rows) (err error) {
			out.Head, err = scanHead(r, &out.Source, &around, &text, &reading)
			return err
		})
	if t.err != nil {
		return t.err
	}
	out.Private = t.private(version)
	if len(around) > 0 {
		if err := t.book.packer.unpackJSON(around, &out.Around); err != nil {
			return err
		}
	}
	var err error
	out.Reading, out.Reader, err = t.book.joinReading(reading, text)
	return err
}

var _ casebook.Texter = (*Book)(nil)

// Text is the text of a report that counts.
func (b *Book) Text(ctx context.Context, id string) (text string, err error) {
	err = b.read(ctx, "read the text of report "+id, func(t *tx) error {
		report, err := t.findReport(id)
		if err != nil {
			return err
		}
		var packed []byte
		if !t.get("SELECT v.text FROM report r JOIN version v ON v.n = r.current WHERE r.n = ?", []any{report}, &packed) {
			return orNotFound(t.err)
		}
		plain, err := b.packer.unpack(packed)
		if err != nil {
			return fmt.Errorf("%w: its text: %v", casebook.ErrDamaged, err)
		}
		text = string(plain)
		return nil
	})
	return text, err
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
