package model

import (
	"fmt"
	"hash/maphash"
)

const (
	tile       = 8   // kernels take rows in multiples of it
	blockRows  = 24  // rows whose sums are made and used up at a time, so that they stay in the first cache
	batchRows  = 256 // rows that go through all layers together, so that they stay in the second cache
	windowSize = 3 * Width
)

// Encoder runs a Network. It holds scratch and the words it met, up to a bound, and serves one goroutine at a time.
type Encoder struct {
	net   *Network
	cpu   CPU
	words wordCache
	spell speller

	ids, fresh []int     // of the words of a batch: numbers in the cache, and those among them that are new
	x          []float32 // [rows][Width]
	q          []uint8   // [rows][Width], quantised
	window     []uint8   // [rows][3·Width]
	acc        []int32   // [blockRows][outputs]
	y          []float32
	best       []uint16

	names viterbi
	trees treeScratch
}

// NewEncoder makes an Encoder with the kernels that Choose gave. The first one for Generic, and for AVX2, repacks the weights for it.
func (n *Network) NewEncoder(c CPU) *Encoder {
	n.prepare(c)
	return &Encoder{net: n, cpu: c, words: wordCache{seed: maphash.MakeSeed()}}
}

// prepare repacks the weights where the kernels want that, once.
func (n *Network) prepare(c CPU) {
	switch c {
	case Generic:
		n.lanes.Do(func() { n.repack(func(m *matrix) { m.lanes = pack3(m) }) })
	case AVX2:
		n.panels.Do(func() { n.repack(func(m *matrix) { m.panels = packPanels(m) }) })
	}
}

func (n *Network) repack(pack func(*matrix)) {
	ms := []*matrix{&n.first.matrix, &n.xpos.matrix, &n.morph.matrix, &n.ner1.matrix, &n.ner2.matrix,
		&n.arcH.matrix, &n.arcE.matrix, &n.relH.matrix, &n.relD.matrix, &n.rel.matrix}
	for i := range n.trunk {
		ms = append(ms, &n.trunk[i].matrix)
	}
	for _, m := range ms {
		pack(m)
	}
}

// grow gives a slice of n elements that keeps what s holds.
func grow[T any](s []T, n int) []T {
	if n > cap(s) {
		s = append(s[:cap(s)], make([]T, n-cap(s))...)
	}
	return s[:n]
}

// batches cuts sentences into runs of whole ones with up to batchRows words together; a longer sentence is a run of its own.
// Visit gets the first word, the number of words, and the lengths.
func batches(lengths []int, visit func(at, rows int, lengths []int)) {
	at := 0
	for len(lengths) > 0 {
		n, rows := 1, lengths[0]
		for n < len(lengths) && rows+lengths[n] <= batchRows {
			rows += lengths[n]
			n++
		}
		if rows > 0 {
			visit(at, rows, lengths[:n])
		}
		at, lengths = at+rows, lengths[n:]
	}
}

// Encode runs the trunk over words that stand in sentences of the given lengths, which must add up to the number of words: it panics
// where they do not. The rows of enc are used again if they are large enough.
func (e *Encoder) Encode(enc *Encoding, words []Word, lengths []int) {
	total := 0
	for _, n := range lengths {
		if n < 0 {
			panic("model: a sentence of negative length")
		}
		total += n
	}
	if total != len(words) {
		panic(fmt.Sprintf("model: sentences of %d words together, but %d words", total, len(words)))
	}
	enc.Lengths = append(enc.Lengths[:0], lengths...)
	enc.Rows = grow(enc.Rows, total*Width)
	batches(lengths, func(at, rows int, lengths []int) {
		e.trunk(words[at:at+rows], lengths)
		copy(enc.Rows[at*Width:], e.q[:rows*Width])
	})
}

// trunk leaves the output for the words in q.
func (e *Encoder) trunk(words []Word, lengths []int) {
	n, rows := e.net, padded(len(words), tile)
	e.x, e.q = grow(e.x, rows*Width), grow(e.q, rows*Width)
	e.embed(words)
	clear(e.x[len(words)*Width:])
	for i := range n.trunk {
		e.cpu.quantise(e.q, e.x, n.scales[i], signed7())
		e.windows(e.q, lengths, n.reach[i], rows)
		e.add(e.x, rows, &n.trunk[i])
	}
	e.cpu.quantise(e.q, e.x, n.scales[len(n.trunk)], signed7())
}

// add adds a layer over the windows to x.
func (e *Encoder) add(x []float32, rows int, l *layer) {
	e.acc = grow(e.acc, blockRows*l.padded)
	for at := 0; at < rows; at += blockRows {
		some := min(blockRows, rows-at)
		e.cpu.product(e.acc, e.window[at*l.k:], some, &l.matrix)
		e.cpu.maxout(x[at*Width:], e.acc, some, l)
	}
}

// embed sets x to the first vectors of words; those not met before go through layer 0.
func (e *Encoder) embed(words []Word) {
	e.words.room(len(words))
	e.ids, e.fresh = e.ids[:0], e.fresh[:0]
	for i, w := range words {
		id, known := e.words.find(w)
		e.ids = append(e.ids, id)
		if !known {
			e.fresh = append(e.fresh, i)
		}
	}
	if len(e.fresh) > 0 {
		e.meet(words)
	}
	for i, id := range e.ids {
		*(*[Width]float32)(e.x[i*Width:]) = *(*[Width]float32)(e.words.row(id))
	}
}

// meet fills the rows of the cache for the fresh words.
func (e *Encoder) meet(words []Word) {
	rows := padded(len(e.fresh), tile)
	e.window = grow(e.window, rows*windowSize)
	for i, at := range e.fresh {
		e.net.tables.gather(e.window[i*windowSize:], e.spell.features(e.net, words[at]))
	}
	clear(e.x[:rows*Width])
	e.add(e.x, rows, &e.net.first)
	for i, at := range e.fresh {
		copy(e.words.row(e.ids[at]), e.x[i*Width:(i+1)*Width])
	}
}

// windows sets window to the rows of q before, at and after each word, at a distance; rows outside a sentence are zeros.
func (e *Encoder) windows(q []uint8, lengths []int, reach, rows int) {
	e.window = grow(e.window, rows*windowSize)
	var outside [Width]uint8
	for i := range outside {
		outside[i] = zero
	}
	at := 0
	for _, n := range lengths {
		for t := range n {
			w := e.window[(at+t)*windowSize:]
			before, after := &outside, &outside
			if t >= reach {
				before = (*[Width]uint8)(q[(at+t-reach)*Width:])
			}
			if t+reach < n {
				after = (*[Width]uint8)(q[(at+t+reach)*Width:])
			}
			*(*[Width]uint8)(w) = *before
			*(*[Width]uint8)(w[Width:]) = *(*[Width]uint8)(q[(at+t)*Width:])
			*(*[Width]uint8)(w[2*Width:]) = *after
		}
		at += n
	}
}
