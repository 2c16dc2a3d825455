package sqlite

import (
	"database/sql"
	"encoding/binary"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// incidentRow is what an incident can be found by.
type incidentRow struct {
	events       []rowEvent
	day, changed int64
	first, last  any
	tags, actors []int64
	words        string
}

type rowEvent struct {
	report int64
	event  string
}

// incidentRow makes the row of an incident. The reports that tell of it must be in the casebook.
func (t *tx) incidentRow(i *sitrep.Incident) (*incidentRow, error) {
	row := &incidentRow{first: firstDay(i.When.From), last: lastDay(i.When.To)}
	row.spread(i)
	outlets := map[int64]bool{}
	words := []string{i.Title, i.Place.Name}
	for _, k := range i.Events {
		var report, outlet int64
		if !t.get("SELECT n, outlet FROM report WHERE id = ?", []any{k.Report}, &report, &outlet) {
			if t.err != nil {
				return nil, t.err
			}
			return nil, missingReport(k.Report)
		}
		row.events = append(row.events, rowEvent{report, k.Event})
		outlets[outlet] = true
		words = append(words, t.wordsOf(report, k.Event)...)
	}
	for _, a := range i.Actors {
		words = append(words, a.Name)
	}
	row.words = strings.Join(words, "\n")
	row.tags = append(t.incidentTags(i), sortedKeys(outlets)...)
	row.actors = t.actorsOf(i)
	slices.Sort(row.tags)
	row.tags = slices.DeleteFunc(slices.Compact(row.tags), func(n int64) bool { return n == 0 })
	return row, nil
}

// spread sets the days of an incident. What goes on lasts until it was last told of; one without a day is ordered by when it was told.
func (row *incidentRow) spread(i *sitrep.Incident) {
	if row.first == nil {
		row.first = firstDay(i.When.To)
	}
	if row.last == nil {
		row.last = lastDay(i.When.From)
		if i.Status == sitrep.Ongoing && !i.LastPublished.IsZero() && row.last != nil {
			row.last = max(row.last.(int64), dayNumber(i.LastPublished))
		}
	}
	row.day = publicationDay(i.FirstPublished)
	if row.first != nil {
		row.day = row.first.(int64)
	}
}

// wordsOf are the words that tell an event, for the index.
func (t *tx) wordsOf(report int64, event string) (words []string) {
	t.each("SELECT body FROM telling WHERE report = ? AND event = ?", []any{report, event}, func(r *sql.Rows) error {
		var packed []byte
		var body tellingBody
		if err := r.Scan(&packed); err != nil {
			return err
		}
		if err := t.book.packer.unpackJSON(packed, &body); err != nil {
			return err
		}
		for _, q := range body.Quotes {
			words = append(words, q.Words)
		}
		return nil
	})
	return words
}

// incidentTags are the terms that an incident is filtered by, but for the outlets.
func (t *tx) incidentTags(i *sitrep.Incident) []int64 {
	tags := []int64{t.term(kindField, string(i.Kind)), t.term(statusField, string(i.Status)), t.term(gradeField, string(i.Grade))}
	for _, f := range flagsOf(i) {
		tags = append(tags, t.term(flagField, f))
	}
	for _, c := range i.Place.Countries {
		tags = append(tags, t.term(countryField, c))
	}
	for _, p := range append([]string{i.Place.Name}, i.Place.Within...) {
		tags = append(tags, t.term(placeField, p))
	}
	for _, a := range i.Actors {
		tags = append(tags, t.term(actorField, a.Name), t.term(actorIDField, a.ActorID), t.term(sideField, a.Side))
	}
	for _, o := range i.Origins {
		tags = append(tags, t.term(sourceField, o.Name))
	}
	for _, l := range i.Tally {
		tags = append(tags, t.term(harmField, string(l.Harm)))
	}
	return tags
}

func flagsOf(i *sitrep.Incident) (out []string) {
	if i.News {
		out = append(out, newFlag)
	}
	if i.Status == sitrep.Disputed || i.Grade == sitrep.Contested {
		out = append(out, disputedFlag)
	}
	if len(i.Tally) > 0 {
		out = append(out, tollFlag)
	}
	return out
}

// dead is the highest best count of killed: of several groups of people none is added to another.
func dead(i *sitrep.Incident) (n int) {
	for _, l := range i.Tally {
		if l.Harm == sitrep.Killed {
			n = max(n, l.Best)
		}
	}
	return n
}

// put writes the row of an incident, in the place of row n where that is not 0.
func (row *incidentRow) put(t *tx, i *sitrep.Incident, n, version int64) {
	var lat, lon any
	if i.Place.Located {
		lat, lon = i.Place.Lat, i.Place.Lon
	}
	var number any
	if n != 0 {
		number = n
	}
	n = t.insert(`INSERT OR REPLACE INTO incident (n, id, day, first, last, long, lat, lon, precision, kind, title, dead, part_of, follows, changed, version, tags, actors)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, i.ID, row.day, row.first, row.last, row.long(), lat, lon, i.Place.Precision, string(i.Kind), i.Title, dead(i), i.PartOf, i.Follows, row.changed, version, tagBytes(row.tags), tagBytes(row.actors))
	for _, e := range row.events {
		t.exec("INSERT OR REPLACE INTO incident_event (report, event, incident) VALUES (?, ?, ?)", e.report, e.event, n)
	}
	for _, tag := range row.tags {
		t.exec("INSERT INTO incident_tag (tag, day, incident) VALUES (?, ?, ?)", tag, row.day, n)
	}
	t.putOrigins(i, n)
	if i.Place.Located {
		t.exec("INSERT INTO incident_place (n, south, north, west, east) VALUES (?, ?, ?, ?, ?)", n, lat, lat, lon, lon)
	}
	t.exec("INSERT INTO incident_text (rowid, words) VALUES (?, ?)", textRow(row.day, n), row.words)
}

// longest is how many days an incident lasts that is not long. Those that ended after a day began at most so long before it, but for the long ones.
const longest = 62

func (row *incidentRow) long() bool {
	first, known := row.first.(int64)
	return known && orElse(row.last, row.first).(int64)-first > longest
}

func orElse(v, other any) any {
	if v == nil {
		return other
	}
	return v
}

// tagBytes are tags as they are kept: the steps from one to the next.
func tagBytes(tags []int64) []byte {
	out, before := []byte{}, int64(0)
	for _, n := range tags {
		out = binary.AppendUvarint(out, uint64(n-before))
		before = n
	}
	return out
}

func tagsOf(b []byte) (out []int64) {
	var at int64
	for len(b) > 0 {
		step, n := binary.Uvarint(b)
		if n <= 0 {
			return out
		}
		at += int64(step)
		out, b = append(out, at), b[n:]
	}
	return out
}

// missingReport is the error for an incident whose report is not there.
func missingReport(id string) error { return reportError{id} }

type reportError struct{ id string }

func (e reportError) Error() string { return "report " + e.id + " is " + casebook.ErrNotFound.Error() }

func (e reportError) Unwrap() error { return casebook.ErrNotFound }
