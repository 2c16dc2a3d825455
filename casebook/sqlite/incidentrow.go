package sqlite

import (
	"database/sql"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// incidentRow is what an incident can be found by.
type incidentRow struct {
	entry  incidentEntry
	events []rowEvent
	words  string
	doubts []casebook.Doubt
}

type rowEvent struct {
	report int64
	event  string
}

// inDoubt notes an event of an incident if it may be none.
func (row *incidentRow) inDoubt(i *sitrep.Incident, k sitrep.EventKey, score float64) {
	if degree, asked := casebook.DoubtOfEvent(score, i.News); asked {
		row.doubts = append(row.doubts, casebook.Doubt{Degree: degree, A: k})
	}
}

// incidentRow makes the row of an incident. The reports that tell of it must be in the casebook.
func (t *tx) incidentRow(i *sitrep.Incident) (*incidentRow, error) {
	row := &incidentRow{entry: entryOf(i)}
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
		more, score := t.wordsOf(report, k.Event)
		words = append(words, more...)
		row.inDoubt(i, k, score)
	}
	for _, a := range i.Actors {
		words = append(words, a.Name)
	}
	row.words = strings.Join(words, "\n")
	row.entry.tags = t.incidentTags(i)
	for _, n := range sortedKeys(outlets) {
		row.entry.tags = addTag(row.entry.tags, outletField, n)
	}
	row.entry.tags = sorted(row.entry.tags)
	row.entry.actors = t.actorsOf(i)
	return row, nil
}

// entryOf is what a digest has of an incident, but for what it needs the casebook for. What goes on lasts until it was last told of; what has no day is ordered by when
// it was told.
func entryOf(i *sitrep.Incident) incidentEntry {
	e := incidentEntry{first: dayOr(firstDay(i.When.From), firstDay(i.When.To)), last: dayOr(lastDay(i.When.To), lastDay(i.When.From)), lat: unknown, lon: unknown, dead: int32(dead(i))}
	if i.When.To.IsZero() && i.Status == sitrep.Ongoing && !i.LastPublished.IsZero() && e.last != unknown {
		e.last = max(e.last, int32(dayNumber(i.LastPublished)))
	}
	if e.day = e.first; e.day == unknown {
		e.day = int32(publicationDay(i.FirstPublished))
	}
	if i.Place.Located {
		e.lat, e.lon = degrees(i.Place.Lat), degrees(i.Place.Lon)
	}
	return e
}

// dayOr is the first of some days that is known.
func dayOr(days ...any) int32 {
	for _, d := range days {
		if n, ok := d.(int64); ok {
			return int32(n)
		}
	}
	return unknown
}

// wordsOf are the words that tell an event, for the index, and its score; one that is not there is in no doubt.
func (t *tx) wordsOf(report int64, event string) (words []string, score float64) {
	score = 1
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
		score = body.Event.Score
		return nil
	})
	return words, score
}

// fieldBits is how many bits of a tag say which field its term is of; the others are the term's number.
const fieldBits = 4

func addTag(tags []uint32, f field, term int64) []uint32 {
	if term == 0 {
		return tags
	}
	return append(tags, uint32(term)<<fieldBits|uint32(f))
}

// sorted are tags in order, each once.
func sorted(tags []uint32) []uint32 {
	slices.Sort(tags)
	return slices.Compact(tags)
}

// incidentTags are the terms that an incident is filtered by, but for the outlets.
func (t *tx) incidentTags(i *sitrep.Incident) (tags []uint32) {
	add := func(f field, text string) { tags = addTag(tags, f, t.term(f, text)) }
	add(kindField, string(i.Kind))
	add(statusField, string(i.Status))
	add(gradeField, string(i.Grade))
	for _, f := range flagsOf(i) {
		add(flagField, f)
	}
	for _, c := range i.Place.Countries {
		add(countryField, c)
	}
	for _, p := range append([]string{i.Place.Name}, i.Place.Within...) {
		add(placeField, p)
	}
	for _, a := range i.Actors {
		add(actorField, a.Name)
		add(actorIDField, a.ActorID)
		add(sideField, a.Side)
	}
	for _, o := range i.Origins {
		add(sourceField, o.Name)
	}
	add(oneSideField, i.OneSide())
	for _, l := range i.Tally {
		add(harmField, string(l.Harm))
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
	e := &row.entry
	n = t.insert(`INSERT OR REPLACE INTO incident (n, id, day, lat, lon, precision, kind, title, dead, part_of, follows, changed, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, i.ID, e.day, lat, lon, i.Place.Precision, string(i.Kind), i.Title, e.dead, i.PartOf, i.Follows, e.changed, version)
	var reports []int64
	for _, at := range row.events {
		reports = append(reports, at.report)
		t.exec("INSERT OR REPLACE INTO incident_event (report, event, incident) VALUES (?, ?, ?)", at.report, at.event, n)
		t.hold(at.report, at.event, n)
	}
	for _, d := range row.doubts {
		t.doubt(d)
	}
	t.putOrigins(i, n)
	t.exec("INSERT INTO incident_text (rowid, words) VALUES (?, ?)", textRow(int64(e.day), n), row.words)
	t.set(incidentList, n, e.bytes())
	t.sketch(i, n, reports)
}

// hold notes which incident holds a telling, 0 for none.
func (t *tx) hold(report int64, event string, incident int64) {
	if n := t.number("SELECT n FROM telling WHERE report = ? AND event = ?", report, event); n != 0 {
		t.set(tellingList, n, (&tellingEntry{report: report, incident: incident}).bytes())
	}
}

// missingReport is the error for an incident whose report is not there.
func missingReport(id string) error { return reportError{id} }

type reportError struct{ id string }

func (e reportError) Error() string { return "report " + e.id + " is " + casebook.ErrNotFound.Error() }

func (e reportError) Unwrap() error { return casebook.ErrNotFound }
