package model

import "math"

// The kernels in plain Go. They say what the others must give, byte for byte. Every product of floats is converted before it is
// added: a compiler may otherwise fuse the two, with another rounding.

// Three sums share an int64, 21 bits each. A product of a 7-bit value and a weight is at most 127·128, so 64 of them fit.
const (
	laneBits = 21
	laneRun  = 64
)

// pack3 puts three outputs' weights for an input into one number: a single multiplication serves the three.
func pack3(m *matrix) []int64 {
	groups := (m.n + 2) / 3
	lanes := make([]int64, groups*m.k)
	for g := range groups {
		for i := range m.k {
			var v int64
			for j := 2; j >= 0; j-- {
				v <<= laneBits
				if o := 3*g + j; o < m.n {
					v += int64(m.at(o, i))
				}
			}
			lanes[g*m.k+i] = v
		}
	}
	return lanes
}

// unpack3 adds the three sums to s.
func unpack3(s *[3]int32, v int64) {
	for j := range s {
		low := v << (64 - laneBits) >> (64 - laneBits)
		s[j] += int32(low)
		v = (v - low) >> laneBits
	}
}

// productGeneric sets acc[rows][padded] to corr plus the products of the rows of a with the outputs of m; rows is a multiple of 4.
func productGeneric(acc []int32, a []uint8, rows int, m *matrix) {
	if m.lanes == nil {
		productPlain(acc, a, rows, m)
		return
	}
	for r := 0; r < rows; r += 4 {
		for g := 0; 3*g < m.n; g++ {
			s := productLanes(a[r*m.k:], m.lanes[g*m.k:], m.k)
			for i := range s {
				for j := 0; j < 3 && 3*g+j < m.n; j++ {
					acc[(r+i)*m.padded+3*g+j] = s[i][j] + m.corr[3*g+j]
				}
			}
		}
		for i := r; i < r+4; i++ {
			copy(acc[i*m.padded+m.n:(i+1)*m.padded], m.corr[m.n:])
		}
	}
}

// productLanes gives three sums of each of four rows of k values.
func productLanes(a []uint8, lanes []int64, k int) (s [4][3]int32) {
	for i := 0; i+laneRun <= k; i += laneRun {
		w := (*[laneRun]int64)(lanes[i:])
		a0, a1 := (*[laneRun]uint8)(a[i:]), (*[laneRun]uint8)(a[k+i:])
		a2, a3 := (*[laneRun]uint8)(a[2*k+i:]), (*[laneRun]uint8)(a[3*k+i:])
		var s0, s1, s2, s3 int64
		for j, v := range w {
			s0 += v * int64(a0[j])
			s1 += v * int64(a1[j])
			s2 += v * int64(a2[j])
			s3 += v * int64(a3[j])
		}
		unpack3(&s[0], s0)
		unpack3(&s[1], s1)
		unpack3(&s[2], s2)
		unpack3(&s[3], s3)
	}
	return s
}

// productPlain reads the packed weights as they are: for matrices that are used too seldom to be worth packing.
func productPlain(acc []int32, a []uint8, rows int, m *matrix) {
	for r := range rows {
		row := a[r*m.k : (r+1)*m.k]
		for b := 0; b < m.padded; b += block {
			sums := (*[block]int32)(acc[r*m.padded+b:])
			copy(sums[:], m.corr[b:b+block])
			w := m.w[b*m.k : (b+block)*m.k]
			for i := 0; i < m.k; i += 4 {
				in, out := (*[4]uint8)(row[i:]), (*[4 * block]int8)(w[i*block:])
				u0, u1, u2, u3 := int32(in[0]), int32(in[1]), int32(in[2]), int32(in[3])
				for o := range sums {
					sums[o] += u0*int32(out[4*o]) + u1*int32(out[4*o+1]) + u2*int32(out[4*o+2]) + u3*int32(out[4*o+3])
				}
			}
		}
	}
}

// maxoutGeneric adds to each row of x the layer norm of the maxout of the sums.
func maxoutGeneric(x []float32, acc []int32, rows int, l *layer) {
	var v [Width]float32
	for r := range rows {
		maxoutRow(&v, acc[r*pieces*Width:], l)
		normRow((*[Width]float32)(x[r*Width:]), &v, l.gain, l.shift)
	}
}

func maxoutRow(v *[Width]float32, acc []int32, l *layer) {
	acc, scale, bias := acc[:pieces*Width], l.scale[:pieces*Width], l.bias[:pieces*Width]
	for i := range v {
		o := float32(float32(acc[i])*scale[i]) + bias[i]
		if p := float32(float32(acc[i+Width])*scale[i+Width]) + bias[i+Width]; p > o {
			o = p
		}
		if p := float32(float32(acc[i+2*Width])*scale[i+2*Width]) + bias[i+2*Width]; p > o {
			o = p
		}
		v[i] = o
	}
}

// normRow adds the layer norm of v to x.
func normRow(x, v *[Width]float32, gain, shift []float32) {
	gain, shift = gain[:Width], shift[:Width]
	mean := float32(laneSum(v) * (1.0 / Width))
	var squares [Width]float32
	for i := range v {
		v[i] -= mean
		squares[i] = float32(v[i] * v[i])
	}
	variance := float32(laneSum(&squares) * (1.0 / Width))
	r := float32(1 / float32(math.Sqrt(float64(float32(variance+1e-5)))))
	for i := range v {
		x[i] += float32(float32(float32(v[i]*r)*gain[i]) + shift[i])
	}
}

// laneSum adds up values in the order of 16 lanes, which are then folded in halves.
func laneSum(v *[Width]float32) float32 {
	lanes := *(*[16]float32)(v[:16])
	for i := 16; i < Width; i += 16 {
		part := (*[16]float32)(v[i:])
		for j := range lanes {
			lanes[j] += part[j]
		}
	}
	for half := 8; half > 0; half /= 2 {
		for j := range half {
			lanes[j] += lanes[j+half]
		}
	}
	return lanes[0]
}

// span is a range of quantised values and what 0 is stored as.
type span struct {
	low, high float32
	zero      uint8
}

// signed7 is for inputs of either sign, positive7 for those above zero (below counts as zero: a rectifier), signed8 for the weights
// that words are to each other.
func signed7() span   { return span{-zero, 127 - zero, zero} }
func positive7() span { return span{0, 127, 0} }
func signed8() span   { return span{-127, 127, 0} }

// quantiseGeneric rounds x·inverse to whole numbers, halves to even, within the span; len(q) == len(x), a multiple of 64.
func quantiseGeneric(q []uint8, x []float32, inverse float32, s span) {
	q = q[:len(x)]
	for i, v := range x {
		q[i] = uint8(roundEven(float32(v*inverse), s.low, s.high)) + s.zero
	}
}

// roundEven clamps and rounds: a float32 of this size has no bits left for a fraction.
func roundEven(v, low, high float32) int32 {
	const whole = 3 << 22
	if v < low {
		v = low
	}
	if v > high {
		v = high
	}
	return int32(float32(v+whole) - whole)
}

// affineGeneric sets y[rows][padded] to the scaled sums plus bias.
func affineGeneric(y []float32, acc []int32, rows int, l *linear) {
	for r := range rows {
		acc, y := acc[r*l.padded:(r+1)*l.padded], y[r*l.padded:(r+1)*l.padded]
		scale, bias := l.scale[:len(y)], l.bias[:len(y)]
		for i := range y {
			y[i] = float32(float32(acc[i])*scale[i]) + bias[i]
		}
	}
}

// sum3Generic quantises the sums of three vectors, for the relation of a word to its head.
func sum3Generic(q []uint8, a, b, c []float32, inverse float32) {
	q, a, b, c = q[:Width], a[:Width], b[:Width], c[:Width]
	for i := range q {
		q[i] = uint8(roundEven(float32(float32(float32(a[i]+b[i])+c[i])*inverse), 0, 127))
	}
}

// argmaxGeneric gives the output with the greatest value of each row, the first of equals.
func argmaxGeneric(best []uint16, acc []int32, l *linear) {
	for r := range best {
		acc := acc[r*l.padded : (r+1)*l.padded]
		scale, bias := l.scale[:len(acc)], l.bias[:len(acc)]
		top, at := float32(math.Inf(-1)), 0
		for i := range acc {
			if y := float32(float32(acc[i])*scale[i]) + bias[i]; y > top {
				top, at = y, i
			}
		}
		best[r] = uint16(at)
	}
}
