package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// sketchShape is the shape of a casebook that has sketches.
const sketchShape = 11

var _ casebook.Sketcher = (*Book)(nil)

// flags of a sketch. The numbers stand in files: they never change.
const (
	newsFlag = 1 << iota
	plannedFlag
	locatedFlag
	datedFlag
	countedFlag
	judgedFlag
	namedFlag
	accusedFlag
)

// sketchEntry is the sketch of an incident as a digest has it. Kind, country and grade are terms, from is a date as dateNumber has it, and reports are those that tell of it.
type sketchEntry struct {
	n                    int64
	kind, country, grade uint32
	from                 int32
	first, last          int64
	dead                 int64
	origins, flags       int32
	reports              []uint32
	id                   string
}

func (e *sketchEntry) bytes() []byte {
	b := appendNumbers(nil, int64(e.kind), int64(e.country), int64(e.grade), int64(e.from), e.first, e.last, e.dead, int64(e.origins), int64(e.flags))
	return append(appendSteps(b, e.reports), e.id...)
}

func parseSketch(e *sketchEntry, n int64, b *numbers) {
	*e = sketchEntry{n: n, kind: b.term(), country: b.term(), grade: b.term(), from: b.small(), first: b.next(), last: b.next(), dead: b.next(), origins: b.small(), flags: b.small()}
}

func parseSketchLists(e *sketchEntry, b *numbers) { e.reports, e.id = b.steps(), b.rest() }

// sketch notes the sketch of an incident.
func (t *tx) sketch(i *sitrep.Incident, n int64, reports []int64) {
	s := casebook.SketchOf(i)
	e := sketchEntry{kind: uint32(t.term(kindField, string(s.Kind))), country: uint32(t.term(countryField, s.Country)), grade: uint32(t.term(gradeField, string(s.Grade))),
		from: dateNumber(s.From), first: stamp(s.First), last: stamp(s.Last), dead: int64(s.Dead), origins: int32(s.Origins), id: s.ID}
	for flag, set := range map[int32]bool{newsFlag: s.News, plannedFlag: s.Planned, locatedFlag: s.Located, datedFlag: s.Dated, countedFlag: s.Counted, judgedFlag: s.Judged, namedFlag: s.Named, accusedFlag: s.Accused} {
		if set {
			e.flags |= flag
		}
	}
	for _, r := range once(reports) {
		e.reports = append(e.reports, uint32(r))
	}
	t.set(sketchList, n, e.bytes())
}

func (e *sketchEntry) sketch(terms map[int64]string) casebook.Sketch {
	has := func(flag int32) bool { return e.flags&flag != 0 }
	return casebook.Sketch{ID: e.id, Kind: sitrep.Kind(terms[int64(e.kind)]), Country: terms[int64(e.country)], Grade: sitrep.Grade(terms[int64(e.grade)]), From: dateOfNumber(e.from), First: unstamp(e.first), Last: unstamp(e.last),
		Dead: int(e.dead), Origins: int(e.origins), News: has(newsFlag), Planned: has(plannedFlag), Located: has(locatedFlag), Dated: has(datedFlag), Counted: has(countedFlag), Judged: has(judgedFlag),
		Named: has(namedFlag), Accused: has(accusedFlag)}
}

// dateNumber is a date as a number, 0 for none.
func dateNumber(d sitrep.CivilDate) int32 {
	return int32(d.Year)*10000 + int32(d.Month)*100 + int32(d.Day)
}

func dateOfNumber(n int32) sitrep.CivilDate {
	return sitrep.CivilDate{Year: int(n / 10000), Month: int(n / 100 % 100), Day: int(n % 100)}
}

// Sketches are those of all incidents of a query, in its order, and how many reports tell of them.
func (b *Book) Sketches(ctx context.Context, q casebook.Query) (out []casebook.Sketch, reports int, err error) {
	err = b.read(ctx, "sketch incidents", func(t *tx) error {
		found := t.foundIncidents(q)
		order := make(map[int64]int64, len(found))
		for _, f := range found {
			order[f.n] = f.order
		}
		type row struct {
			order int64
			casebook.Sketch
		}
		terms, rows := t.textsIn(kindField, countryField, gradeField), make([]row, 0, len(found))
		told := newBits(t.number("SELECT coalesce(max(n), 0) FROM report"))
		t.eachSketch(order, func(e *sketchEntry) {
			rows = append(rows, row{order[e.n], e.sketch(terms)})
			for _, r := range e.reports {
				if !told.has(int64(r)) {
					told.add(int64(r))
					reports++
				}
			}
		})
		slices.SortFunc(rows, func(a, b row) int {
			if q.Order == casebook.Oldest {
				return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.ID, b.ID))
			}
			return cmp.Or(cmp.Compare(b.order, a.order), cmp.Compare(a.ID, b.ID))
		})
		for _, r := range rows {
			out = append(out, r.Sketch)
		}
		return nil
	})
	return out, reports, err
}

// eachSketch visits the sketches of some incidents.
func (t *tx) eachSketch(wanted map[int64]int64, visit func(*sketchEntry)) {
	ns := sortedKeys(wanted)
	if len(ns) == 0 {
		return
	}
	set := newBits(ns[len(ns)-1]) // asked of each row there is, which takes a map several times as long
	for _, n := range ns {
		set.add(n)
	}
	want := func(e *sketchEntry) bool { return set.has(e.n) }
	eachSeen(t, &t.book.digests.sketches, nil, glance[sketchEntry]{want: want}, func(e *sketchEntry) {
		if want(e) {
			visit(e)
		}
	})
}

// sketches makes the sketches of a casebook that had none.
func (b *Book) sketches(run *sql.Tx) error {
	t := &tx{run: run, ctx: context.Background(), book: b}
	for ns := range slices.Chunk(all[int64](t, "SELECT n FROM incident ORDER BY n"), chunkRows) {
		for _, n := range ns {
			i := t.incident(n)
			t.sketch(&i, n, all[int64](t, "SELECT DISTINCT report FROM incident_event WHERE incident = ? AND alike = 0", n))
		}
		t.flush()
	}
	return t.err
}
