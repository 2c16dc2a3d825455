package model

// Root is the head of the root of a sentence.
const Root = -1

// treeScratch is what the parser computes for a batch.
type treeScratch struct {
	heads, deps []uint8   // [words][Width]: a word as head, 7 bits, and as dependent, signed
	relH, relD  []float32 // [words][Width]
	hidden      []uint8   // [words][Width]
	rel         []uint16
	arcs        arcs
	tree        tree
}

// Trees gives the head of each word, as an index in its sentence or Root, and its relation, as an index in Labels.Rel.
// Each sentence is a tree with exactly one root, and only that has the relation "root". Memory grows with the square of the longest
// sentence.
func (e *Encoder) Trees(enc *Encoding) (heads []int32, rels []uint8) {
	n, s := e.net, &e.trees
	heads, rels = make([]int32, enc.Len()), make([]uint8, enc.Len())
	batches(enc.Lengths, func(at, rows int, lengths []int) {
		in := enc.Rows[at*Width : (at+rows)*Width]
		s.heads = e.quantised(s.heads, in, rows, &n.arcH, n.arcHScale, positive7())
		s.deps = e.quantised(s.deps, in, rows, &n.arcE, n.arcEScale, signed8())
		s.relH = e.linear(s.relH, in, rows, &n.relH)
		s.relD = e.linear(s.relD, in, rows, &n.relD)
		s.hidden = grow(s.hidden, rows*Width)
		first := 0
		for _, words := range lengths {
			here := heads[at+first : at+first+words]
			e.attach(here, first)
			e.combine(here, first)
			first += words
		}
		e.relate(rels[at:at+rows], heads[at:at+rows])
	})
	return heads, rels
}

// quantised gives the quantised outputs of a layer of Width outputs.
func (e *Encoder) quantised(q, in []uint8, rows int, l *linear, inverse float32, s span) []uint8 {
	e.y = e.linear(e.y, in, rows, l)
	q = grow(q, len(e.y))
	e.cpu.quantise(q, e.y, inverse, s)
	return q
}

// attach finds the heads of a sentence whose first word is the given one of the batch: for each word the best, and where that is
// no tree, the best tree.
func (e *Encoder) attach(heads []int32, first int) {
	if len(heads) == 0 {
		return
	}
	s, n := &e.trees, len(heads)
	words := func(rows []uint8) []uint8 { return rows[first*Width : (first+n)*Width] }
	s.arcs.prepare(e.net, words(s.heads), words(s.deps))
	e.cpu.product(s.arcs.acc, s.arcs.rows, len(s.arcs.rows)/Width, &s.arcs.deps)
	s.arcs.best(heads)
	if !s.tree.valid(heads) {
		s.tree.best(heads, &s.arcs)
	}
}

// combine sets hidden to what the relation of each word to its head is read from. That of the root needs no reading.
func (e *Encoder) combine(heads []int32, first int) {
	s := &e.trees
	for j, h := range heads {
		at := (first + j) * Width
		if h == Root {
			clear(s.hidden[at : at+Width])
			continue
		}
		governor, distance := (first+int(h))*Width, bucket(int(h)-j)*Width
		e.cpu.sum3(s.hidden[at:], s.relH[governor:], s.relD[at:], e.net.relDist[distance:], e.net.relScale)
	}
}

// relate reads the relations off hidden.
func (e *Encoder) relate(rels []uint8, heads []int32) {
	s := &e.trees
	s.rel = grow(s.rel, len(rels))
	e.classify(s.rel, s.hidden, &e.net.rel)
	for i, h := range heads {
		rels[i] = uint8(s.rel[i])
		if h == Root {
			rels[i] = uint8(e.net.root)
		}
	}
}
