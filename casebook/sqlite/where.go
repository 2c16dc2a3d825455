package sqlite

import (
	"database/sql"
	"math"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// sieve lets the incidents through that a query wants.
type sieve struct {
	area  area
	sets  setMasks
	few   []int64 // those that are asked for one by one; nil for no such question
	text  bits    // those that hold what is typed; nil where nothing is
	since int64
	none  bool // nothing is like that
}

// setMasks say of each term in which of the sets of terms it is that incidents must have one of, for each filter that is a term.
type setMasks struct {
	of    []uint16 // by number of the term
	n     int      // sets
	field []field  // of each set
}

func (m *setMasks) all() uint16 { return 1<<m.n - 1 }

// missing are the sets of which an incident has no term.
func (m *setMasks) missing(tags []uint32) uint16 {
	if m.n == 0 {
		return 0
	}
	var have uint16
	for _, g := range tags {
		if n := int(g >> fieldBits); n < len(m.of) {
			have |= m.of[n]
		}
	}
	return m.all() &^ have
}

// sieve is what a query asks of incidents.
func (t *tx) sieve(q casebook.Query) *sieve {
	s := &sieve{area: areaOf(q), since: stamp(q.ChangedSince)}
	t.termSets(s, q)
	if q.Report != "" || q.Incident != "" {
		s.few = t.fewIncidents(q)
		s.none = s.none || len(s.few) == 0
	}
	if text := match(q.Text); text != "" && !s.none {
		s.text = t.holding("incident", text)
	}
	return s
}

// worth tells whether an incident is worth looking at its terms. Several may ask at once.
func (s *sieve) worth(e *incidentEntry) bool {
	return s.other(e) && s.inTime(e)
}

func (s *sieve) inTime(e *incidentEntry) bool { return !s.area.dated || s.area.during(e.first, e.last) }

func (s *sieve) other(e *incidentEntry) bool {
	return s.since <= e.changed && (s.text == nil || s.text.has(e.n)) && (!s.area.placed || s.area.around(e.lat, e.lon))
}

// pass tells what keeps an incident from passing: sets of which it has no term, its days, or anything else.
func (s *sieve) pass(e *incidentEntry) (missing uint16, dated, other bool) {
	if !s.other(e) {
		return 0, false, false
	}
	return s.sets.missing(e.tags), s.inTime(e), true
}

// each visits the incidents that a question has to look at: all, or the few that it names.
func (s *sieve) each(t *tx, visit func(*incidentEntry)) {
	eachOf(t, &t.book.digests.incidents, s.few, visit)
}

// incidents visits those that a query wants.
func (t *tx) incidents(q casebook.Query, visit func(*incidentEntry)) {
	t.sifted(t.sieve(q), false, visit)
}

// bareIncidents visits them for somebody who looks at no terms and no actors.
func (t *tx) bareIncidents(q casebook.Query, visit func(*incidentEntry)) {
	t.sifted(t.sieve(q), true, visit)
}

func (t *tx) sifted(s *sieve, bare bool, visit func(*incidentEntry)) {
	if s.none {
		return
	}
	g := glance[incidentEntry]{want: s.worth, bare: bare && s.sets.n == 0}
	eachSeen(t, &t.book.digests.incidents, s.few, g, func(e *incidentEntry) {
		if missing, dated, other := s.pass(e); other && dated && missing == 0 {
			visit(e)
		}
	})
}

// fewIncidents are the incidents of a report, or one with its parts.
func (t *tx) fewIncidents(q casebook.Query) []int64 {
	out := []int64{}
	of := func(query string, args ...any) {
		found := all[int64](t, query, args...)
		if len(out) > 0 {
			in := map[int64]bool{}
			for _, n := range out {
				in[n] = true
			}
			out = out[:0]
			for _, n := range found {
				if in[n] {
					out = append(out, n)
				}
			}
			return
		}
		out = append(out, found...)
	}
	if q.Incident != "" {
		n := t.incidentNumber(q.Incident)
		of("SELECT n FROM incident WHERE n = ? UNION SELECT n FROM incident WHERE part_of <> '' AND part_of = (SELECT id FROM incident WHERE n = ?)", n, n)
		if len(out) == 0 {
			return out
		}
	}
	if q.Report != "" {
		of("SELECT DISTINCT e.incident FROM incident_event e JOIN report r ON r.n = e.report WHERE r.id = ?", q.Report)
	}
	return out
}

// termSets are the sets of terms that a query asks for.
func (t *tx) termSets(s *sieve, q casebook.Query) {
	var sets [][]int64
	add := func(asked bool, f field, terms func() []int64) {
		if asked {
			set := terms()
			sets, s.sets.field = append(sets, set), append(s.sets.field, f)
			s.none = s.none || len(set) == 0
		}
	}
	exactly := func(f field, texts ...string) { add(len(texts) > 0, f, func() []int64 { return t.terms(f, texts...) }) }
	exactly(kindField, plain(q.Kinds)...)
	exactly(sideField, q.Sides...)
	exactly(countryField, one(q.Country)...)
	add(q.Place != "", placeField, func() []int64 { return t.placeTerms(q.Place) })
	add(q.Actor != "", actorField, func() []int64 { return t.actorTerms(q.Actor) })
	exactly(outletField, one(q.Outlet)...)
	add(q.Source != "", sourceField, func() []int64 { return t.termsWith(sourceField, q.Source) })
	exactly(harmField, plain(q.Harms)...)
	exactly(gradeField, plain(q.Grades)...)
	exactly(statusField, plain(q.Statuses)...)
	for _, flag := range []struct {
		asked bool
		name  string
	}{{q.NewOnly, newFlag}, {q.Disputed, disputedFlag}, {q.HasToll, tollFlag}} {
		add(flag.asked, flagField, func() []int64 { return t.terms(flagField, flag.name) })
	}
	if s.sets.n = len(sets); s.sets.n == 0 {
		return
	}
	s.sets.of = make([]uint16, t.number("SELECT coalesce(max(n), 0) FROM term")+1)
	for i, set := range sets {
		for _, n := range set {
			s.sets.of[n] |= 1 << i
		}
	}
}

// placeTerms are the terms of places: of the one whose whole name stands in quotation marks, else of all whose name has it in it.
func (t *tx) placeTerms(place string) []int64 {
	if name, ok := strings.CutPrefix(place, `"`); ok {
		if name, ok = strings.CutSuffix(name, `"`); ok {
			return t.terms(placeField, name)
		}
	}
	return t.termsWith(placeField, place)
}

// actorTerms are the terms of an actor: of its id in the lexicon, else of its name, else of names that it is a part of.
func (t *tx) actorTerms(actor string) []int64 {
	if terms := append(t.terms(actorIDField, actor), t.terms(actorField, actor)...); len(terms) > 0 {
		return terms
	}
	return t.termsWith(actorField, actor)
}

func plain[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// holding are the rows of a table whose text index holds what is typed. The numbers come as one text: row by row they would take longer than to be found.
func (t *tx) holding(table, match string) bits {
	out := newBits(t.number("SELECT coalesce(max(n), 0) FROM " + table))
	var list sql.RawBytes
	t.each("SELECT group_concat(rowid & 4294967295, ' ') FROM "+table+"_text WHERE "+table+"_text MATCH ?", []any{match}, func(r *sql.Rows) error {
		if err := r.Scan(&list); err != nil {
			return err
		}
		n := int64(0)
		for _, c := range list {
			if c != ' ' {
				n = 10*n + int64(c-'0')
				continue
			}
			out.add(n)
			n = 0
		}
		out.add(n)
		return nil
	})
	return out
}

// area is a stretch of days and a part of the earth.
type area struct {
	dated, placed            bool
	from, to                 int64
	west, south, east, north float64
	near                     bool
	lat, lon, km             float64
}

// noEnd is the last day where none is asked for.
const noEnd = math.MaxInt32

func areaOf(q casebook.Query) (a area) {
	a.from, a.to = math.MinInt32+1, noEnd
	if !q.From.IsZero() {
		a.dated, a.from = true, dayNumber(q.From.First())
	}
	if !q.To.IsZero() {
		a.dated, a.to = true, dayNumber(q.To.Last())
	}
	a.west, a.south, a.east, a.north = -180, -90, 180, 90
	if q.Box != [4]float64{} {
		a.placed = true
		a.west, a.south, a.east, a.north = q.Box[0], q.Box[1], q.Box[2], q.Box[3]
	}
	if q.Km > 0 {
		a.placed, a.near, a.lat, a.lon, a.km = true, true, q.Lat, q.Lon, q.Km
		a.cut()
	}
	return a
}

// cut narrows the part of the earth to what lies around the point.
func (a *area) cut() {
	high := a.km / 111
	a.south, a.north = max(a.south, a.lat-high), min(a.north, a.lat+high)
	if wide := high / math.Max(0.01, math.Cos(math.Max(math.Abs(a.south), math.Abs(a.north))*math.Pi/180)); a.west <= a.east && a.lon-wide > -180 && a.lon+wide < 180 {
		a.west, a.east = max(a.west, a.lon-wide), min(a.east, a.lon+wide)
	}
}

// during tells whether a time meets the days.
func (a *area) during(first, last int32) bool {
	return first != unknown && int64(first) <= a.to && int64(max(first, last)) >= a.from
}

// around tells whether a point lies in the part of the earth. One whose west is east of its east lies across the line where east is west.
func (a *area) around(lat, lon int32) bool {
	if lat == unknown {
		return false
	}
	y, x := float64(lat)/fine, float64(lon)/fine
	if y < a.south || y > a.north || a.west <= a.east && (x < a.west || x > a.east) || a.west > a.east && x < a.west && x > a.east {
		return false
	}
	return !a.near || sitrep.GreatCircle(a.lat, a.lon, y, x) <= a.km
}

// incidentNumber is the row of an incident by its id, an alias, or a beginning of an id that only one has; -1 where there is none.
func (t *tx) incidentNumber(id string) int64 {
	n, err := t.findIncident(id)
	if err != nil {
		return -1
	}
	return n
}
