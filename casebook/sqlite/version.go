package sqlite

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// putVersion keeps a new text of a report with its bytes and its reading.
func (t *tx) putVersion(f *casebook.Filing, report, number int64) int64 {
	r := f.Reading.Report
	at := f.At
	if at.IsZero() {
		at = t.book.now()
	}
	version := t.insert(`INSERT INTO version (report, number, sha256, kept, url, outlet, title, published, clock, basis, language, length, shingles, filed, source, lowers, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		report, number, r.SHA256, sumOf(r.Text), r.URL, r.Outlet, r.Title, zoned(r.Published), r.Clock, string(r.PublishedBasis), r.Language, len(r.Text),
		shingleBytes(f.Tellings), stamp(at), f.Source, noteNumber(f.Note), t.book.packer.pack([]byte(r.Text)))
	t.putRaw(f, version, true)
	t.putReading(f, version)
	return version
}

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// shingleBytes are the MinHash values of a report, which stand in each of its tellings.
func shingleBytes(tellings []sitrep.Telling) []byte {
	out := []byte{}
	if len(tellings) > 0 {
		for _, s := range tellings[0].Report.Shingles {
			out = binary.LittleEndian.AppendUint64(out, s)
		}
	}
	return out
}

func shinglesOf(b []byte) (out []uint64) {
	for ; len(b) >= 8; b = b[8:] {
		out = append(out, binary.LittleEndian.Uint64(b))
	}
	return out
}

// putReading keeps a reading of a version, in the place of one by the same reader, and makes it the one that counts.
func (t *tx) putReading(f *casebook.Filing, version int64) {
	var b bytes.Buffer
	if err := record.WriteReading(&b, f.Reading, record.ReadingOptions{Reader: f.Reader, Why: true, NoText: true}); err != nil {
		t.fail(err)
		return
	}
	reader, err := json.Marshal(f.Reader)
	if err != nil {
		t.fail(err)
		return
	}
	n := t.number(`INSERT INTO reading (version, reader, made, body) VALUES (?, ?, ?, ?)
		ON CONFLICT (version, reader) DO UPDATE SET made = excluded.made, body = excluded.body RETURNING n`,
		version, string(reader), stamp(t.book.now()), t.book.packer.pack(b.Bytes()))
	t.exec("UPDATE version SET reading = ? WHERE n = ?", n, version)
	t.exec("DELETE FROM private WHERE version = ?", version)
	t.touched = true
	for _, p := range f.Private {
		body, err := json.Marshal(p)
		if err != nil {
			t.fail(err)
		}
		t.exec("INSERT INTO private (version, body) VALUES (?, ?)", version, string(body))
	}
}

// putAround keeps the names that a report speaks of.
func (t *tx) putAround(names []string, version int64) {
	packed := []byte{}
	if len(names) > 0 {
		var err error
		if packed, err = t.book.packer.packJSON(names); err != nil {
			t.fail(err)
		}
	}
	t.exec("UPDATE version SET around = ? WHERE n = ?", packed, version)
}

// aroundOf are the names that a report speaks of, which stand in each of its tellings.
func aroundOf(tellings []sitrep.Telling) []string {
	if len(tellings) == 0 {
		return nil
	}
	return tellings[0].Around
}

// around are the names that the version of a report that counts speaks of.
func (t *tx) around(report int64) (names []string) {
	var packed []byte
	if t.get("SELECT v.around FROM report r JOIN version v ON v.n = r.current WHERE r.n = ?", []any{report}, &packed) && len(packed) > 0 {
		if err := t.book.packer.unpackJSON(packed, &names); err != nil {
			t.fail(err)
		}
	}
	return names
}

// make puts a version's contents in the place of those of the version that counted.
func (t *tx) make(f *casebook.Filing, report, version int64) {
	before, names := t.around(report), aroundOf(f.Tellings)
	t.putAround(names, version)
	t.putTellings(f, report, slices.Equal(before, names))
	t.makeContents(f, report, version)
}

// makeContents makes what a report is found by and what lists show of it. Its tellings must be there.
func (t *tx) makeContents(f *casebook.Filing, report, version int64) {
	r := f.Reading.Report
	t.dropContents(report)
	day := publicationDay(r.Published)
	indexed := textRow(day, report)
	t.exec("INSERT INTO report_text (rowid, title, words) VALUES (?, ?, ?)", indexed, r.Title, r.Text)
	outlet := t.term(outletField, r.Outlet)
	t.exec("UPDATE report SET url = ?, current = ?, day = ?, outlet = ?, indexed = ? WHERE n = ?", r.URL, version, day, outlet, indexed, report)
	t.set(reportList, report, (&reportEntry{filed: t.number("SELECT filed FROM version WHERE n = ?", version), day: int32(day), outlet: uint32(outlet)}).bytes())
	tellings := t.tellingNumbers(report)
	t.putClaims(f.Reading, report, day, tellings)
	t.putTolls(f, report, day, tellings)
	t.putProposals(f.Reading, report, day)
}

// textRow is the row of a text in its index. Rows are in the order of days, so that the newest that hold a word are found without a look at the others.
func textRow(day, n int64) int64 { return day<<32 | n }

// dropContents takes out what only the version that counts has, but for the tellings.
func (t *tx) dropContents(report int64) {
	for l, query := range map[list]string{claimList: "SELECT n FROM claim WHERE report = ?", tollList: "SELECT n FROM toll WHERE report = ?"} {
		for _, n := range all[int64](t, query, report) {
			t.set(l, n, nil)
		}
	}
	t.exec("DELETE FROM report_text WHERE rowid = (SELECT indexed FROM report WHERE n = ?)", report)
	t.exec("DELETE FROM claim_text WHERE rowid IN (SELECT indexed FROM claim WHERE report = ?)", report)
	t.exec("DELETE FROM claim WHERE report = ?", report)
	t.exec("DELETE FROM proposal WHERE report = ?", report)
	t.exec("DELETE FROM toll WHERE report = ?", report)
}

// versionColumns are those that headOf reads.
const versionColumns = "r.id, v.sha256, v.url, v.outlet, v.title, v.published, v.clock, v.basis, v.language, v.length, v.shingles, v.number, v.filed, v.lowers"

// notes are the notes of outlets by their number in the column lowers. The numbers stand in files: they never change.
var notes = []sitrep.Note{"", sitrep.CorrectionNote, sitrep.RetractionNote}

func noteNumber(n sitrep.Note) int { return max(0, slices.Index(notes, n)) }

// headRow is a head as it stands in a row.
type headRow struct {
	head             sitrep.ReportHead
	published, basis string
	shingles         []byte
	filed            int64
	note             int
}

func (h *headRow) into() []any {
	d := &h.head
	return []any{&d.ID, &d.SHA256, &d.URL, &d.Outlet, &d.Title, &h.published, &d.Clock, &h.basis, &d.Language, &d.Length, &h.shingles, &d.Version, &h.filed, &h.note}
}

func (h *headRow) done() (sitrep.ReportHead, error) {
	var err error
	h.head.PublishedBasis, h.head.Shingles, h.head.Filed = sitrep.PublishedBasis(h.basis), shinglesOf(h.shingles), unstamp(h.filed)
	if h.note > 0 && h.note < len(notes) {
		h.head.Note = notes[h.note]
	}
	if h.head.Published, err = unzoned(h.published); err != nil {
		return h.head, fmt.Errorf("report %s: %w: time of publication: %v", h.head.ID, casebook.ErrDamaged, err)
	}
	return h.head, nil
}

// head reads a head and what else stands in the row.
func scanHead(rows *sql.Rows, more ...any) (sitrep.ReportHead, error) {
	var h headRow
	if err := rows.Scan(append(h.into(), more...)...); err != nil {
		return h.head, err
	}
	return h.done()
}
