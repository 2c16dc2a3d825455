package model

import "golang.org/x/sys/cpu"

// Available gives the kernels that this CPU has, the fastest last.
func Available() []CPU {
	have := []CPU{Generic}
	if cpu.X86.HasAVX2 {
		have = append(have, AVX2)
		if cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VNNI {
			have = append(have, AVX512)
		}
	}
	return have
}

// product sets acc[rows][padded] to corr plus the products of the rows of a (7-bit values) with the outputs of m; rows is a multiple of tile.
func (c CPU) product(acc []int32, a []uint8, rows int, m *matrix) {
	if rows == 0 {
		return
	}
	_, _ = acc[rows*m.padded-1], a[rows*m.k-1]
	switch c {
	case AVX512:
		at := 0
		for ; at+3*block <= m.padded; at += 3 * block {
			product48AVX512(&acc[at], &a[0], &m.w[at*m.k], &m.corr[at], rows, m.k, m.padded)
		}
		for ; at < m.padded; at += block {
			product16AVX512(&acc[at], &a[0], &m.w[at*m.k], &m.corr[at], rows, m.k, m.padded)
		}
	case AVX2:
		if m.panels != nil {
			for i, p := range m.panels {
				at := i * panelOutputs
				product8AVX2(&acc[at], &a[0], &p.w[0], &p.from[0], &m.corr[at], len(p.w)/runBytes, rows, m.k, m.padded)
			}
			return
		}
		for at := 0; at < m.padded; at += block {
			product16AVX2(&acc[at], &a[0], &m.w[at*m.k], &m.corr[at], rows, m.k, m.padded)
		}
	default:
		productGeneric(acc, a, rows, m)
	}
}

// maxout adds to each row of x the layer norm of the maxout of the sums, which it may overwrite.
func (c CPU) maxout(x []float32, acc []int32, rows int, l *layer) {
	if rows == 0 {
		return
	}
	_, _, _ = x[rows*Width-1], acc[rows*pieces*Width-1], l.scale[pieces*Width-1]
	switch c {
	case AVX512:
		maxoutAVX512(&x[0], &acc[0], &l.scale[0], &l.bias[0], &l.gain[0], &l.shift[0], rows)
	case AVX2:
		maxoutAVX2(&x[0], &acc[0], &l.scale[0], &l.bias[0], &l.gain[0], &l.shift[0], rows)
	default:
		maxoutGeneric(x, acc, rows, l)
	}
}

// quantise rounds x·inverse within the span; x is a multiple of 64 long.
func (c CPU) quantise(q []uint8, x []float32, inverse float32, s span) {
	if len(x) == 0 {
		return
	}
	_ = q[len(x)-1]
	switch c {
	case AVX512:
		quantiseAVX512(&q[0], &x[0], len(x), inverse, s.low, s.high, int32(s.zero))
	case AVX2:
		quantiseAVX2(&q[0], &x[0], len(x), inverse, s.low, s.high, int32(s.zero))
	default:
		quantiseGeneric(q, x, inverse, s)
	}
}

// affine sets y[rows][padded] to the scaled sums plus bias.
func (c CPU) affine(y []float32, acc []int32, rows int, l *linear) {
	if rows == 0 {
		return
	}
	_, _ = y[rows*l.padded-1], acc[rows*l.padded-1]
	switch c {
	case AVX512:
		affineAVX512(&y[0], &acc[0], &l.scale[0], &l.bias[0], rows, l.padded)
	case AVX2:
		affineAVX2(&y[0], &acc[0], &l.scale[0], &l.bias[0], rows, l.padded)
	default:
		affineGeneric(y, acc, rows, l)
	}
}

// sum3 quantises a+b+d, Width values of each, as positive7.
func (c CPU) sum3(q []uint8, a, b, d []float32, inverse float32) {
	_, _, _, _ = q[Width-1], a[Width-1], b[Width-1], d[Width-1]
	switch c {
	case AVX512:
		sum3AVX512(&q[0], &a[0], &b[0], &d[0], inverse)
	case AVX2:
		sum3AVX2(&q[0], &a[0], &b[0], &d[0], inverse)
	default:
		sum3Generic(q, a, b, d, inverse)
	}
}

// argmax gives the output with the greatest value of each row, the first of equals.
func (c CPU) argmax(best []uint16, acc []int32, l *linear) {
	if len(best) == 0 {
		return
	}
	_ = acc[len(best)*l.padded-1]
	switch c {
	case AVX512:
		argmaxAVX512(&best[0], &acc[0], &l.scale[0], &l.bias[0], len(best), l.padded)
	case AVX2:
		argmaxAVX2(&best[0], &acc[0], &l.scale[0], &l.bias[0], len(best), l.padded)
	default:
		argmaxGeneric(best, acc, l)
	}
}

//go:noescape
func product48AVX512(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)

//go:noescape
func product16AVX512(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)

//go:noescape
func product16AVX2(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)

//go:noescape
func product8AVX2(acc *int32, a *uint8, w *int8, from *uint16, corr *int32, runs, rows, k, stride int)

//go:noescape
func maxoutAVX512(x *float32, acc *int32, scale, bias, gain, shift *float32, rows int)

//go:noescape
func maxoutAVX2(x *float32, acc *int32, scale, bias, gain, shift *float32, rows int)

//go:noescape
func quantiseAVX512(q *uint8, x *float32, n int, inverse, low, high float32, zero int32)

//go:noescape
func quantiseAVX2(q *uint8, x *float32, n int, inverse, low, high float32, zero int32)

//go:noescape
func affineAVX512(y *float32, acc *int32, scale, bias *float32, rows, n int)

//go:noescape
func affineAVX2(y *float32, acc *int32, scale, bias *float32, rows, n int)

//go:noescape
func sum3AVX512(q *uint8, a, b, d *float32, inverse float32)

//go:noescape
func sum3AVX2(q *uint8, a, b, d *float32, inverse float32)

//go:noescape
func argmaxAVX512(best *uint16, acc *int32, scale, bias *float32, rows, n int)

//go:noescape
func argmaxAVX2(best *uint16, acc *int32, scale, bias *float32, rows, n int)
