package model

// Tags gives the XPOS and the morphology of each word, as indices in Labels.
func (e *Encoder) Tags(enc *Encoding) (xpos, morph []uint16) {
	both := make([]uint16, 2*enc.Len())
	xpos, morph = both[:enc.Len()], both[enc.Len():]
	e.classify(xpos, enc.Rows, &e.net.xpos)
	e.classify(morph, enc.Rows, &e.net.morph)
	return xpos, morph
}

// classify gives the best output for each row.
func (e *Encoder) classify(best []uint16, rows []uint8, l *linear) {
	e.products(rows, len(best), l, func(at, n int) {
		e.cpu.argmax(best[at:at+n], e.acc, l)
	})
}

// linear sets y to the outputs for each row, up to a whole tile of rows.
func (e *Encoder) linear(y []float32, rows []uint8, n int, l *linear) []float32 {
	y = grow(y, padded(n, tile)*l.padded)
	e.products(rows, n, l, func(at, some int) {
		e.cpu.affine(y[at*l.padded:], e.acc, some, l)
	})
	return y
}

// products makes the sums of n rows, a block at a time. Rows at the end that fill no tile are computed on a copy.
func (e *Encoder) products(rows []uint8, n int, l *linear, use func(at, some int)) {
	e.acc = grow(e.acc, blockRows*l.padded)
	for at := 0; at < n; at += blockRows {
		some := min(blockRows, n-at)
		whole := some / tile * tile
		from := rows[at*l.k:]
		if whole > 0 {
			e.cpu.product(e.acc, from, whole, &l.matrix)
		}
		if whole < some {
			var last [tile * windowSize]uint8
			copy(last[:], from[whole*l.k:some*l.k])
			e.cpu.product(e.acc[whole*l.padded:], last[:], tile, &l.matrix)
		}
		use(at, some)
	}
}
