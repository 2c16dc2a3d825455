package sqlite

import (
	"math"

	"sitrep/casebook"
)

// incidentPlan is how the incidents that a query wants are found.
func (t *tx) incidentPlan(q casebook.Query) *plan {
	p := newPlan(incidents)
	sets, none := t.tagSets(q)
	p.none = none
	area := areaOf(q)
	text := match(q.Text)
	if q.Incident != "" || q.Report != "" {
		t.narrow(p, q)
	}
	driver := t.chooseDriver(sets, area, text, len(p.where) > 0)
	for i, set := range sets {
		switch {
		case i == driver.set:
		case len(set) == 1:
			p.and("EXISTS (SELECT 1 FROM incident_tag g WHERE g.tag = ? AND g.day = i.day AND g.incident = i.n)", set[0])
		case len(set) <= few:
			p.and("EXISTS (SELECT 1 FROM incident_tag g WHERE g.tag IN ("+marks(len(set))+") AND g.day = i.day AND g.incident = i.n)", anys(set)...)
		default:
			p.and("i.n IN (SELECT incident FROM incident_tag WHERE tag IN ("+marks(len(set))+"))", anys(set)...)
		}
	}
	t.drive(p, driver, sets, area, text)
	switch asked := len(sets) + btoi(area.dated) + btoi(area.placed) + btoi(text != ""); {
	case driver.n == 0:
		p.none = true
	case asked > 1 || driver.few:
	case driver.n > 0 && !area.placed && (driver.set < 0 || len(sets[driver.set]) == 1): // an area is less than its box, and an incident can have two terms of a set
		p.known = driver.n
	case len(sets) == 1 && driver.set < 0:
		p.counts, p.countArgs = []string{"SELECT count(DISTINCT incident) FROM incident_tag WHERE tag IN (" + marks(len(sets[0])) + ")"}, [][]any{anys(sets[0])}
	}
	p.asked = len(p.where)
	if !q.ChangedSince.IsZero() {
		p.and("i.changed >= ?", stamp(q.ChangedSince))
	}
	return p
}

// few is how many terms of a filter are looked up for each incident; of more, the incidents are found first.
const few = 8

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// narrow adds that an incident is one of few: of a report, or one with its parts.
func (t *tx) narrow(p *plan, q casebook.Query) {
	if q.Report != "" {
		p.and("i.n IN (SELECT e.incident FROM incident_event e JOIN report r ON r.n = e.report WHERE r.id = ?)", q.Report)
	}
	if q.Incident != "" {
		n := t.incidentNumber(q.Incident)
		p.and("i.n IN (SELECT n FROM incident WHERE n = ? UNION SELECT n FROM incident WHERE part_of <> '' AND part_of = (SELECT id FROM incident WHERE n = ?))", n, n)
	}
}

// tagSets are the terms that an incident must have one of, for each filter that is a term; none where a filter's terms are nowhere.
func (t *tx) tagSets(q casebook.Query) (sets [][]int64, none bool) {
	add := func(asked bool, terms func() []int64) {
		if asked {
			set := terms()
			sets = append(sets, set)
			none = none || len(set) == 0
		}
	}
	exactly := func(f field, texts ...string) { add(len(texts) > 0, func() []int64 { return t.terms(f, texts...) }) }
	exactly(kindField, plain(q.Kinds)...)
	exactly(sideField, q.Sides...)
	exactly(countryField, one(q.Country)...)
	add(q.Place != "", func() []int64 { return t.termsWith(placeField, q.Place) })
	add(q.Actor != "", func() []int64 { return t.actorTerms(q.Actor) })
	exactly(outletField, one(q.Outlet)...)
	add(q.Source != "", func() []int64 { return t.termsWith(sourceField, q.Source) })
	exactly(harmField, plain(q.Harms)...)
	exactly(gradeField, plain(q.Grades)...)
	exactly(statusField, plain(q.Statuses)...)
	for _, flag := range []struct {
		asked bool
		name  string
	}{{q.NewOnly, newFlag}, {q.Disputed, disputedFlag}, {q.HasToll, tollFlag}} {
		add(flag.asked, func() []int64 { return t.terms(flagField, flag.name) })
	}
	return sets, none
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

// area is a stretch of days and a part of the earth.
type area struct {
	dated, placed            bool
	first, last              int64
	west, south, east, north float64
	near                     bool
	lat, lon, km             float64
}

func areaOf(q casebook.Query) (a area) {
	a.first, a.last = math.MinInt32, math.MaxInt32
	if !q.From.IsZero() {
		a.dated, a.first = true, dayNumber(q.From.First())
	}
	if !q.To.IsZero() {
		a.dated, a.last = true, dayNumber(q.To.Last())
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

// across tells whether the part of the earth lies across the line where east is west.
func (a *area) across() bool { return a.west > a.east }

// days are the numbers of the incidents of the days of an area, as a query: those that began in them or not long before, and the long ones.
func (a *area) days() (query string, args []any) {
	return `SELECT n FROM incident WHERE first BETWEEN ? AND ? AND last >= ? UNION SELECT n FROM incident INDEXED BY incident_long WHERE long AND first <= ? AND last >= ?`,
		[]any{a.first - longest, a.last, a.first, a.last, a.first}
}

// boxed is the condition on incident_place.
func (a *area) boxed() (where string, args []any) {
	where, args = "b.south <= ? AND b.north >= ?", []any{a.north, a.south}
	if !a.across() {
		where += " AND b.west <= ? AND b.east >= ?"
		args = append(args, a.east, a.west)
	}
	return where, args
}

// exact adds the conditions on the incident itself.
func (a *area) exact(p *plan) {
	if a.dated {
		p.and("+i.first <= ? AND +i.last >= ?", a.last, a.first) // the signs keep an index away that holds half of all rows
	}
	if !a.placed {
		return
	}
	p.and("i.lat BETWEEN ? AND ?", a.south, a.north)
	if a.across() {
		p.and("(i.lon >= ? OR i.lon <= ?)", a.west, a.east)
	} else {
		p.and("i.lon BETWEEN ? AND ?", a.west, a.east)
	}
	if a.near {
		p.and(`12742 * asin(min(1, sqrt(pow(sin(radians(i.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(i.lat)) * pow(sin(radians(i.lon - ?) / 2), 2)))) <= ?`,
			a.lat, a.lat, a.lon, a.km)
	}
}

// incidentNumber is the row of an incident by its id, an alias, or a beginning of an id that only one has; -1 where there is none.
func (t *tx) incidentNumber(id string) int64 {
	n, err := t.findIncident(id)
	if err != nil {
		return -1
	}
	return n
}
