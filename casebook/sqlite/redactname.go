package sqlite

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// name takes a name out of everything that is kept. Of the reports that have it among their private names, its other forms go too.
func (x *redacting) name(name string) error {
	x.forms = map[string][]string{}
	for _, report := range all[int64](x.tx, "SELECT n FROM report ORDER BY n") {
		x.nameOf(report, name)
	}
	x.nameOfIncidents(name)
	x.nameOfVerdicts(name)
	x.eachCorrection(func(c *sitrep.Correction) bool { return x.maskFor(name, c.Anchor.Report).all(c) })
	x.notices(func(n *casebook.Notice) bool { return x.maskFor(name, casebook.ReportsOf(&n.Incident)...).all(n) })
	m := newMask(name)
	x.column(m, "audit", "by")
	x.column(m, "audit", "what")
	x.column(m, "watermark", "name")
	x.column(m, "watermark", "value")
	x.column(m, "alert", "body")
	x.references(m)
	return x.err
}

// maskFor is the mask for what rests on some reports.
func (x *redacting) maskFor(name string, reports ...string) *mask {
	names := []string{name}
	for _, r := range reports {
		names = append(names, x.forms[r]...)
	}
	return newMask(names...)
}

// nameOf takes a name out of a report.
func (x *redacting) nameOf(report int64, name string) {
	versions := all[int64](x.tx, "SELECT n FROM version WHERE report = ? ORDER BY number", report)
	forms := []string{name}
	for _, v := range versions {
		for _, p := range x.private(v) {
			if fold(p.Name) == fold(name) {
				forms = append(append(forms, p.Name), p.Forms...)
			}
		}
	}
	m, touched := newMask(forms...), false
	for _, v := range versions {
		if x.version(v, m) {
			touched = true
			x.bury(all[string](x.tx, "SELECT sha256 FROM version WHERE n = ?", v)...)
			x.bury(all[string](x.tx, "SELECT key FROM raw WHERE version = ?", v)...)
			x.exec("UPDATE raw SET bytes = NULL WHERE version = ?", v)
		}
	}
	if !touched {
		return
	}
	x.done.Reports++
	var id string
	x.get("SELECT id FROM report WHERE n = ?", []any{report}, &id)
	x.forms[id] = forms
	x.remake(report, m)
}

// version masks the text of a version, its readings and its private names, and tells whether there was anything to mask.
func (x *redacting) version(version int64, m *mask) bool {
	var url, outlet, title, source string
	var packed []byte
	x.get("SELECT url, outlet, title, source, text FROM version WHERE n = ?", []any{version}, &url, &outlet, &title, &source, &packed)
	text, err := x.book.packer.unpack(packed)
	if err != nil {
		x.fail(err)
		return false
	}
	before := m.n
	masked := m.text(string(text))
	title = m.text(title)
	x.done.Places += m.n - before
	url, outlet, source = m.text(url), m.text(outlet), m.text(source)
	x.readings(version, string(text), m)
	x.names(version, m)
	if m.n == before {
		return false
	}
	x.exec("UPDATE version SET url = ?, outlet = ?, title = ?, source = ?, text = ?, kept = ? WHERE n = ?",
		url, outlet, title, source, x.book.packer.pack([]byte(masked)), sumOf(masked), version)
	private := x.private(version)
	x.exec("DELETE FROM private WHERE version = ?", version)
	x.touched = true
	for _, p := range private {
		if !m.all(&p) { // else it is the name
			x.putPrivate(version, p)
		}
	}
	return true
}

// names takes the name out of those that a version of a report speaks of, where it stands in small letters and without apostrophes.
func (x *redacting) names(version int64, m *mask) {
	var packed []byte
	if !x.get("SELECT around FROM version WHERE n = ?", []any{version}, &packed) || len(packed) == 0 {
		return
	}
	var names []string
	if err := x.book.packer.unpackJSON(packed, &names); err != nil {
		x.fail(err)
	}
	if left := slices.DeleteFunc(slices.Clone(names), m.in); len(left) < len(names) {
		m.n += len(names) - len(left)
		x.putAround(left, version)
	}
}

// readings masks all readings of a version. text is as it was before.
func (x *redacting) readings(version int64, text string, m *mask) {
	for _, n := range all[int64](x.tx, "SELECT n FROM reading WHERE version = ? ORDER BY n", version) {
		var packed []byte
		x.get("SELECT body FROM reading WHERE n = ?", []any{n}, &packed)
		plain, err := x.book.packer.unpack(packed)
		if err != nil {
			x.fail(err)
			return
		}
		r, by, err := record.ReadReadingOf(plain, text)
		if err != nil {
			x.fail(fmt.Errorf("a reading: %w", err))
			return
		}
		if !m.all(r) {
			continue
		}
		var b bytes.Buffer
		if err := record.WriteReading(&b, r, record.ReadingOptions{Reader: by, Why: true, NoText: true}); err != nil {
			x.fail(err)
		}
		x.exec("UPDATE reading SET body = ? WHERE n = ?", x.book.packer.pack(b.Bytes()), n)
	}
}

// remake makes what is found and listed of a report anew, from what is kept of it now. Its tellings stay placed.
func (x *redacting) remake(report int64, m *mask) {
	version := x.versionNumber(report, 0)
	var text, reading []byte
	x.get("SELECT v.text, g.body FROM version v JOIN reading g ON g.n = v.reading WHERE v.n = ?", []any{version}, &text, &reading)
	r, _, err := x.book.joinReading(reading, text)
	if err != nil {
		x.fail(err)
		return
	}
	f := casebook.Filing{Reading: r}
	for _, event := range all[string](x.tx, "SELECT event FROM telling WHERE report = ? ORDER BY event", report) {
		f.Tellings = append(f.Tellings, x.telling(report, event, m))
	}
	x.makeContents(&f, report, version)
}

// telling masks a telling.
func (x *redacting) telling(report int64, event string, m *mask) (t sitrep.Telling) {
	var packed []byte
	x.get("SELECT body FROM telling WHERE report = ? AND event = ?", []any{report, event}, &packed)
	var body tellingBody
	if err := x.book.packer.unpackJSON(packed, &body); err != nil {
		x.fail(err)
		return t
	}
	if m.all(&body) {
		again, err := x.book.packer.packJSON(body)
		if err != nil {
			x.fail(err)
		}
		x.exec("UPDATE telling SET body = ? WHERE report = ? AND event = ?", again, report, event)
	}
	return sitrep.Telling{Key: sitrep.EventKey{Event: event}, Event: body.Event, Claims: body.Claims, Quotes: body.Quotes, Words: body.Words}
}

// nameOfIncidents masks every version of every incident. What an incident is found by is made anew where a report of it was touched.
func (x *redacting) nameOfIncidents(name string) {
	for _, n := range all[int64](x.tx, "SELECT n FROM incident_version WHERE body IS NOT NULL ORDER BY n") {
		var packed []byte
		x.get("SELECT body FROM incident_version WHERE n = ?", []any{n}, &packed)
		i := x.unpackIncident(packed)
		reports := casebook.ReportsOf(&i)
		touched := slices.ContainsFunc(reports, func(r string) bool { return x.forms[r] != nil })
		if x.maskFor(name, reports...).all(&i) || touched {
			x.putBack(n, &i, true)
		}
	}
}

// nameOfVerdicts masks the reasons of verdicts.
func (x *redacting) nameOfVerdicts(name string) {
	type row struct {
		a, b   int64
		ae, be string
		body   []byte
	}
	var rows []row
	x.each("SELECT a_report, a_event, b_report, b_event, body FROM verdict", nil, func(r *sql.Rows) error {
		var v row
		err := r.Scan(&v.a, &v.ae, &v.b, &v.be, &v.body)
		rows = append(rows, v)
		return err
	})
	for _, r := range rows {
		var v sitrep.Verdict
		if err := x.book.packer.unpackJSON(r.body, &v); err != nil {
			x.fail(err)
			return
		}
		if x.maskFor(name, v.A.Report, v.B.Report).all(&v) {
			x.putVerdict(&v)
		}
	}
}

// column masks a column of text, row by row.
func (x *redacting) column(m *mask, table, column string) {
	for _, s := range all[string](x.tx, "SELECT DISTINCT "+column+" FROM "+table) {
		if masked := m.text(s); masked != s {
			x.exec("UPDATE OR REPLACE "+table+" SET "+column+" = ? WHERE "+column+" = ?", masked, s)
		}
	}
}

func (x *redacting) putPrivate(version int64, p casebook.PrivateName) {
	body, err := json.Marshal(p)
	if err != nil {
		x.fail(err)
	}
	x.exec("INSERT INTO private (version, body) VALUES (?, ?)", version, string(body))
}
