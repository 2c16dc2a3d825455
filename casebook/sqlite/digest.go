package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"sitrep/casebook"
)

// A digest is what the rows of a table are filtered, counted and ordered by, of many rows in one row of the database. To look through all rows in their digests
// costs a hundredth of asking the database for each, so that every list has its rows, their number and its counts by looking through all of them, whatever is asked.

// list is a table that has digests. The numbers stand in files: they never change.
type list int

const (
	incidentList list = iota + 1
	tellingList
	claimList
	tollList
	reportList
	sketchList // of incidents
)

// chunkRows is how many rows have one digest: more make reading cheaper, fewer make changing one of them cheaper.
const chunkRows = 1024

// digest keeps what was read of a list, for the next question: it is read anew where it was written since. The first question that looks through all rows keeps
// nothing: most processes ask one.
type digest[T any] struct {
	list  list
	parse func(e *T, n int64, b *numbers)
	lists func(e *T, b *numbers) // that stand behind what parse reads; nil for none
	row   func(e *T) int64       // its number
	day   func(e *T) int32       // by which days choose rows; nil where they do not

	mu       sync.Mutex
	asked    bool
	revision int64
	chunks   []chunk[T] // in order; nil where nothing was read yet
}

type chunk[T any] struct {
	number      int64
	rows        []T
	first, last int32 // of the days of its rows
}

// newChunk is a chunk with the days that its rows reach over.
func newChunk[T any](d *digest[T], number int64, rows []T) chunk[T] {
	c := chunk[T]{number, rows, math.MaxInt32, math.MinInt32}
	for i := range rows {
		if d.day != nil {
			day := d.day(&rows[i])
			c.first, c.last = min(c.first, day), max(c.last, day)
		}
	}
	return c
}

// set notes what the digest has of a row from now on; nil takes the row out. It is written when the work is done.
func (t *tx) set(l list, n int64, body []byte) {
	if t.digests == nil {
		t.digests = map[list]map[int64]map[int64][]byte{}
	}
	if t.digests[l] == nil {
		t.digests[l] = map[int64]map[int64][]byte{}
	}
	at := n / chunkRows
	if t.digests[l][at] == nil {
		t.digests[l][at] = map[int64][]byte{}
	}
	t.digests[l][at][n%chunkRows] = body
}

// flush writes the digests of the rows that were changed.
func (t *tx) flush() {
	if len(t.digests) == 0 && !t.touched {
		return
	}
	t.touched = false
	revision := t.number("UPDATE revision SET n = n + 1 RETURNING n")
	for _, l := range sortedKeys(t.digests) {
		for _, at := range sortedKeys(t.digests[l]) {
			t.exec("INSERT INTO digest (list, chunk, revision, body) VALUES (?, ?, ?, ?) ON CONFLICT (list, chunk) DO UPDATE SET revision = excluded.revision, body = excluded.body",
				l, at, revision, t.book.packer.packFast(overlaid(t.chunk(l, at), t.digests[l][at])))
		}
	}
	t.digests = nil
}

// chunk is a digest as it is kept, empty where there is none.
func (t *tx) chunk(l list, number int64) []byte {
	var packed []byte
	if !t.get("SELECT body FROM digest WHERE list = ? AND chunk = ?", []any{l, number}, &packed) {
		return nil
	}
	body, err := t.book.packer.unpack(packed)
	if err != nil {
		t.fail(fmt.Errorf("%w: a digest: %v", casebook.ErrDamaged, err))
	}
	return body
}

// overlaid is a digest with some rows put in the place of what it had of them. Of each row stand its number in the chunk, its length, and what there is of it.
func overlaid(before []byte, rows map[int64][]byte) []byte {
	out := make([]byte, 0, len(before)+64*len(rows))
	add := func(at int64, body []byte) {
		out = binary.AppendUvarint(out, uint64(at))
		out = binary.AppendUvarint(out, uint64(len(body)))
		out = append(out, body...)
	}
	fresh := sortedKeys(rows)
	eachRow(before, func(at int64, body []byte) {
		for ; len(fresh) > 0 && fresh[0] < at; fresh = fresh[1:] {
			if b := rows[fresh[0]]; b != nil {
				add(fresh[0], b)
			}
		}
		if _, ok := rows[at]; !ok {
			add(at, body)
		} else if len(fresh) > 0 && fresh[0] == at {
			if b := rows[at]; b != nil {
				add(at, b)
			}
			fresh = fresh[1:]
		}
	})
	for _, at := range fresh {
		if b := rows[at]; b != nil {
			add(at, b)
		}
	}
	return out
}

func eachRow(b []byte, visit func(at int64, body []byte)) {
	for len(b) > 0 {
		at, n := binary.Uvarint(b)
		size, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 || uint64(len(b)-n-m) < size {
			return
		}
		b = b[n+m:]
		visit(int64(at), b[:size])
		b = b[size:]
	}
}

// at is when the digests that this work sees were written.
func (t *tx) at() int64 {
	if t.seen == 0 {
		t.seen = t.number("SELECT n FROM revision") + 1
	}
	return t.seen - 1
}

// rowsOf are all rows of a list, in chunks. They are shared: nobody changes them.
func rowsOf[T any](t *tx, d *digest[T]) []chunk[T] {
	at := t.at()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.chunks != nil && d.revision == at {
		return d.chunks
	}
	if d.chunks == nil || d.revision > at { // this work sees the casebook as it was some time ago
		read := readChunks(t, d, -1)
		if d.chunks == nil && t.err == nil {
			d.chunks, d.revision = read, at
		}
		return read
	}
	chunks := slices.Clone(d.chunks)
	for _, c := range readChunks(t, d, d.revision) {
		if i, ok := slices.BinarySearchFunc(chunks, c.number, func(c chunk[T], n int64) int { return cmp.Compare(c.number, n) }); ok {
			chunks[i] = c
		} else {
			chunks = slices.Insert(chunks, i, c)
		}
	}
	if t.err == nil {
		d.chunks, d.revision = chunks, at
	}
	return chunks
}

// readChunks reads the chunks that were written after a revision, on all cores.
func readChunks[T any](t *tx, d *digest[T], after int64) []chunk[T] {
	out := []chunk[T]{}
	var mu sync.Mutex
	t.unpacked(d.list, after, runtime.GOMAXPROCS(0), func(number int64, body []byte) {
		p := parsing[T]{make([]T, 0, chunkRows), &numbers{pool: make([]uint32, 0, 8*chunkRows)}}
		p.parse(d, glance[T]{}, number, body)
		mu.Lock()
		out = append(out, newChunk(d, number, p.rows))
		mu.Unlock()
	})
	slices.SortFunc(out, func(a, b chunk[T]) int { return cmp.Compare(a.number, b.number) })
	return out
}

// unpacked visits the chunks of a list that were written after a revision, by several at once while others are read. Each visitor has a body for itself only as
// long as it looks at it.
func (t *tx) unpacked(l list, after int64, visitors int, visit func(number int64, body []byte)) {
	type packed struct {
		number int64
		body   []byte
	}
	coming := make(chan packed, 2*visitors)
	var work sync.WaitGroup
	var damaged atomic.Pointer[error]
	for range visitors {
		work.Go(func() {
			var body []byte
			for c := range coming {
				var err error
				if body, err = t.book.packer.unpackInto(body[:0], c.body); err != nil {
					err = fmt.Errorf("%w: a digest: %v", casebook.ErrDamaged, err)
					damaged.Store(&err)
					continue
				}
				visit(c.number, body)
			}
		})
	}
	t.each("SELECT chunk, body FROM digest WHERE list = ? AND revision > ? ORDER BY chunk", []any{l, after}, func(r *sql.Rows) error {
		var c packed
		err := r.Scan(&c.number, &c.body)
		coming <- c
		return err
	})
	close(coming)
	work.Wait()
	if err := damaged.Load(); err != nil {
		t.fail(*err)
	}
}

// glance is what a question has to see of rows. The zero value is for one that has to see all of all.
type glance[T any] struct {
	want func(*T) bool // tells by what stands before the lists whether a row is worth a look; several ask at once
	bare bool          // nobody looks at the lists
	days area          // on which the days of rows lie that are wanted
}

// passes tells whether no row of a chunk is wanted, by its days.
func (g *glance[T]) passes(d *digest[T], c *chunk[T]) bool {
	return d.day != nil && g.days.dated && (int64(c.last) < g.days.from || int64(c.first) > g.days.to)
}

// stream visits all rows of a list that a glance wants, none of which stays, for the first question that asks for them; false where it is not the first.
func stream[T any](t *tx, d *digest[T], g glance[T], visit func(*T)) bool {
	d.mu.Lock()
	first := !d.asked
	d.asked = true
	d.mu.Unlock()
	if !first {
		return false
	}
	var mu sync.Mutex
	spare := sync.Pool{New: func() any { return &parsing[T]{b: &numbers{}} }}
	t.unpacked(d.list, -1, runtime.GOMAXPROCS(0), func(number int64, body []byte) {
		p := spare.Get().(*parsing[T])
		defer spare.Put(p)
		p.rows, p.b.pool = p.rows[:0], p.b.pool[:0]
		p.parse(d, g, number, body)
		mu.Lock()
		defer mu.Unlock()
		for i := range p.rows {
			visit(&p.rows[i])
		}
	})
	return true
}

// parsing is the parsing of a chunk. What the rows have of lists lies together in one.
type parsing[T any] struct {
	rows []T
	b    *numbers
}

func (p *parsing[T]) parse(d *digest[T], g glance[T], number int64, body []byte) {
	eachRow(body, func(at int64, row []byte) {
		p.rows = append(p.rows, *new(T))
		e := &p.rows[len(p.rows)-1]
		p.b.of(row)
		d.parse(e, number*chunkRows+at, p.b)
		switch {
		case g.want != nil && !g.want(e):
			p.rows = p.rows[:len(p.rows)-1]
		case d.lists != nil && !g.bare:
			d.lists(e, p.b)
		}
	})
}

// some are the rows of a list with these numbers, in order.
func some[T any](t *tx, d *digest[T], ns []int64) []T {
	slices.Sort(ns)
	ns = slices.Compact(ns)
	if d.fresh(t.at()) {
		return someOf(d, rowsOf(t, d), ns)
	}
	return someRead(t, d, ns)
}

// fresh tells whether what was read once is of use: it is of no later time.
func (d *digest[T]) fresh(at int64) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.chunks != nil && d.revision <= at
}

// someOf takes them out of the rows that are at hand.
func someOf[T any](d *digest[T], chunks []chunk[T], ns []int64) (out []T) {
	for _, n := range ns {
		i, ok := slices.BinarySearchFunc(chunks, n/chunkRows, func(c chunk[T], n int64) int { return cmp.Compare(c.number, n) })
		if !ok {
			continue
		}
		rows := chunks[i].rows
		if k, ok := slices.BinarySearchFunc(rows, n, func(e T, n int64) int { return cmp.Compare(d.row(&e), n) }); ok {
			out = append(out, rows[k])
		}
	}
	return out
}

// someRead reads them from their chunks, of each as little as needs be.
func someRead[T any](t *tx, d *digest[T], ns []int64) (out []T) {
	for len(ns) > 0 {
		number := ns[0] / chunkRows
		end, _ := slices.BinarySearch(ns, (number+1)*chunkRows)
		wanted := ns[:end]
		ns = ns[end:]
		eachRow(t.chunk(d.list, number), func(at int64, row []byte) {
			if _, ok := slices.BinarySearch(wanted, number*chunkRows+at); ok {
				var e T
				b := &numbers{b: row}
				d.parse(&e, number*chunkRows+at, b)
				if d.lists != nil {
					d.lists(&e, b)
				}
				out = append(out, e)
			}
		})
	}
	return out
}
