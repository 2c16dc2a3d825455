package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"runtime"
	"slices"
	"sync"

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
	kind, country, grade int64
	from, first, last    int64
	dead, origins, flags int64
	reports              []uint32
	id                   string
}

func (e *sketchEntry) bytes() []byte {
	b := appendNumbers(nil, e.kind, e.country, e.grade, e.from, e.first, e.last, e.dead, e.origins, e.flags)
	return append(appendSteps(b, e.reports), e.id...)
}

func parseSketch(row []byte) (e sketchEntry) {
	b := &numbers{b: row}
	e = sketchEntry{kind: b.next(), country: b.next(), grade: b.next(), from: b.next(), first: b.next(), last: b.next(), dead: b.next(), origins: b.next(), flags: b.next()}
	e.reports = b.steps()
	e.id = string(row[min(b.at, len(row)):])
	return e
}

// sketch notes the sketch of an incident.
func (t *tx) sketch(i *sitrep.Incident, n int64, reports []int64) {
	s := casebook.SketchOf(i)
	e := sketchEntry{kind: t.term(kindField, string(s.Kind)), country: t.term(countryField, s.Country), grade: t.term(gradeField, string(s.Grade)), from: dateNumber(s.From),
		first: stamp(s.First), last: stamp(s.Last), dead: int64(s.Dead), origins: int64(s.Origins), id: s.ID}
	for flag, set := range map[int64]bool{newsFlag: s.News, plannedFlag: s.Planned, locatedFlag: s.Located, datedFlag: s.Dated, countedFlag: s.Counted, judgedFlag: s.Judged, namedFlag: s.Named, accusedFlag: s.Accused} {
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
	has := func(flag int64) bool { return e.flags&flag != 0 }
	return casebook.Sketch{ID: e.id, Kind: sitrep.Kind(terms[e.kind]), Country: terms[e.country], Grade: sitrep.Grade(terms[e.grade]), From: dateOfNumber(e.from), First: unstamp(e.first), Last: unstamp(e.last),
		Dead: int(e.dead), Origins: int(e.origins), News: has(newsFlag), Planned: has(plannedFlag), Located: has(locatedFlag), Dated: has(datedFlag), Counted: has(countedFlag), Judged: has(judgedFlag),
		Named: has(namedFlag), Accused: has(accusedFlag)}
}

// dateNumber is a date as a number, 0 for none.
func dateNumber(d sitrep.CivilDate) int64 {
	return int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day)
}

func dateOfNumber(n int64) sitrep.CivilDate {
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
		t.eachSketch(order, func(n int64, e *sketchEntry) {
			rows = append(rows, row{order[n], e.sketch(terms)})
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
func (t *tx) eachSketch(wanted map[int64]int64, visit func(n int64, e *sketchEntry)) {
	if len(wanted) == 0 {
		return
	}
	for _, c := range t.sketchBodies() {
		eachRow(c.body, func(at int64, row []byte) {
			n := c.number*chunkRows + at
			if _, ok := wanted[n]; ok {
				e := parseSketch(row)
				visit(n, &e)
			}
		})
	}
}

// sketchBody is a chunk of sketches as it is in the file, but unpacked: of all of them a brief wants few.
type sketchBody struct {
	number int64
	body   []byte
}

// sketchBodies keeps the chunks of sketches from one question to the next.
type sketchBodies struct {
	mu       sync.Mutex
	revision int64
	kept     map[int64][]byte
}

// sketchBodies are all chunks of sketches in order. They are shared: nobody changes them.
func (t *tx) sketchBodies() (out []sketchBody) {
	at, k := t.at(), &t.book.digests.sketches
	k.mu.Lock()
	defer k.mu.Unlock()
	after, bodies := int64(-1), map[int64][]byte{}
	if k.kept != nil && k.revision <= at {
		after, bodies = k.revision, maps.Clone(k.kept)
	}
	if after < at {
		var mu sync.Mutex
		t.unpacked(sketchList, after, runtime.GOMAXPROCS(0), func(number int64, body []byte) {
			mu.Lock()
			defer mu.Unlock()
			bodies[number] = slices.Clone(body)
		})
		if t.err == nil && (k.kept == nil || at > k.revision) {
			k.kept, k.revision = bodies, at
		}
	}
	for _, number := range sortedKeys(bodies) {
		out = append(out, sketchBody{number, bodies[number]})
	}
	return out
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
