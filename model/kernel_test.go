package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// each runs a test on all kernels of this CPU.
func each(t *testing.T, test func(t *testing.T, c CPU, r *rand.Rand)) {
	for _, c := range Available() {
		t.Run(c.String(), func(t *testing.T) { test(t, c, rand.New(rand.NewPCG(9, 9))) })
	}
}

func randomMatrix(r *rand.Rand, n, k int, extreme bool) matrix {
	m := matrix{n: n, k: k, padded: padded(n, block)}
	m.w, m.corr = make([]int8, m.padded*k), make([]int32, m.padded)
	for o := range n {
		m.corr[o] = r.Int32N(1<<20) - 1<<19
		for i := range k {
			*m.pointer(o, i) = int8(r.IntN(256) - 128)
			if extreme {
				*m.pointer(o, i) = int8(o%2*255 - 128)
			}
		}
	}
	return m
}

func randomBytes(r *rand.Rand, n int) []uint8 {
	out := make([]uint8, n)
	for i := range out {
		out[i] = uint8(r.IntN(128))
	}
	return out
}

func TestProduct(t *testing.T) {
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		for _, k := range []int{64, 128, 384} {
			for _, n := range []int{1, 2, 15, 16, 17, 47, 48, 50, 64, 100, 170, 384} {
				for _, extreme := range []bool{false, true} {
					m, rows := randomMatrix(r, n, k, extreme), tile*(1+r.IntN(3))
					a := randomBytes(r, rows*k)
					if extreme {
						for i := range a {
							a[i] = 127
						}
					}
					checkProduct(t, c, &m, a, rows)
					m.lanes, m.panels = pack3(&m), packPanels(&m)
					checkProduct(t, c, &m, a, rows)
				}
			}
		}
	})
}

// checkProduct compares with sums made one by one, and looks at the values behind the last row.
func checkProduct(t *testing.T, c CPU, m *matrix, a []uint8, rows int) {
	t.Helper()
	acc := make([]int32, rows*m.padded+1)
	acc[rows*m.padded] = 99
	c.product(acc, a, rows, m)
	if acc[rows*m.padded] != 99 {
		t.Fatalf("%d×%d: written behind the end", m.n, m.k)
	}
	for row := range rows {
		for o := range m.n {
			want := m.corr[o]
			for i := range m.k {
				want += int32(a[row*m.k+i]) * int32(m.at(o, i))
			}
			if got := acc[row*m.padded+o]; got != want {
				t.Fatalf("%d×%d: row %d, output %d: %d: want %d", m.n, m.k, row, o, got, want)
			}
		}
	}
}

func randomLinear(r *rand.Rand, n, k int) linear {
	l := linear{matrix: randomMatrix(r, n, k, false)}
	l.scale, l.bias = randomFloats(r, l.padded, 1e-4), randomFloats(r, l.padded, 1)
	for i := n; i < l.padded; i++ {
		l.scale[i], l.bias[i] = 0, never
	}
	return l
}

func randomFloats(r *rand.Rand, n int, spread float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64() * spread)
	}
	return out
}

func randomSums(r *rand.Rand, n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = r.Int32N(1<<16) - 1<<15
	}
	return out
}

func TestMaxout(t *testing.T) {
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		l := layer{randomLinear(r, pieces*Width, windowSize), randomFloats(r, Width, 1), randomFloats(r, Width, 1)}
		const rows = 11
		acc := randomSums(r, rows*pieces*Width)
		clear(acc[:pieces*Width]) // a row whose values all come from the bias
		x := randomFloats(r, rows*Width, 2)
		want := slices.Clone(x)
		for i := range rows {
			naiveMaxout(want[i*Width:], acc[i*pieces*Width:], &l)
		}
		c.maxout(x, acc, rows, &l)
		for i := range x {
			if math.Float32bits(x[i]) != math.Float32bits(want[i]) {
				t.Fatalf("row %d, value %d: %v: want %v", i/Width, i%Width, x[i], want[i])
			}
		}
	})
}

// naiveMaxout spells the order of the sums out for each lane, in float64 that is rounded after each step.
func naiveMaxout(x []float32, acc []int32, l *layer) {
	f := func(v float64) float64 { return float64(float32(v)) }
	v := make([]float64, Width)
	for i := range v {
		v[i] = math.Inf(-1)
		for p := range pieces {
			j := i + p*Width
			v[i] = max(v[i], f(f(f(float64(acc[j]))*float64(l.scale[j]))+float64(l.bias[j])))
		}
	}
	sum := func(v []float64) float64 {
		lane := func(j int) float64 {
			s := v[j]
			for i := j + 16; i < Width; i += 16 {
				s = f(s + v[i])
			}
			return s
		}
		eight := func(j int) float64 { return f(lane(j) + lane(j+8)) }
		four := func(j int) float64 { return f(eight(j) + eight(j+4)) }
		two := func(j int) float64 { return f(four(j) + four(j+2)) }
		return f(two(0) + two(1))
	}
	mean := f(sum(v) / Width)
	squares := make([]float64, Width)
	for i := range v {
		v[i] = f(v[i] - mean)
		squares[i] = f(v[i] * v[i])
	}
	variance := f(sum(squares) / Width)
	inverse := f(1 / f(math.Sqrt(f(variance+float64(float32(1e-5))))))
	for i := range v {
		out := f(f(f(v[i]*inverse)*float64(l.gain[i])) + float64(l.shift[i]))
		x[i] = float32(float64(x[i]) + out)
	}
}

// TestLaneSumOrder has values whose sum depends on the order.
func TestLaneSumOrder(t *testing.T) {
	var v [Width]float32
	v[0], v[16], v[32] = 1, 1e8, -1e8 // in order: 1+1e8 loses the 1
	v[1] = 3
	v[9] = 5
	if got := laneSum(&v); got != 8 {
		t.Errorf("sum %v: want 8", got)
	}
	v = [Width]float32{}
	v[0], v[8], v[4] = 1e8, -1e8, 1 // 0 and 8 meet first, so the 1 stays
	if got := laneSum(&v); got != 1 {
		t.Errorf("sum %v: want 1", got)
	}
}

func TestQuantise(t *testing.T) {
	values := []float32{0, 0.5, 1.5, 2.5, -0.5, -1.5, 0.49999997, 63.4, 63.5, 64, 126.5, 127.5, 1e30, -1e30, -63.5, -64.5, -65, -127.4, 3, -3}
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		x := append(slices.Clone(values), randomFloats(r, 192-len(values), 60)...)
		q := make([]uint8, len(x)+1)
		for _, s := range []span{signed7(), positive7(), signed8()} {
			for _, inverse := range []float32{1, 0.37} {
				q[len(x)] = 99
				c.quantise(q, x, inverse, s)
				for i, v := range x {
					whole := math.RoundToEven(float64(v * inverse))
					want := uint8(int(max(float64(s.low), min(float64(s.high), whole))) + int(s.zero))
					if q[i] != want {
						t.Errorf("%v × %v in %v: %d: want %d", v, inverse, s, q[i], want)
					}
				}
				if q[len(x)] != 99 {
					t.Error("written behind the end")
				}
			}
		}
	})
}

func TestAffine(t *testing.T) {
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		for _, n := range []int{1, 16, 30, 64, 170} {
			l := randomLinear(r, n, 64)
			acc := randomSums(r, 3*l.padded)
			y := make([]float32, len(acc))
			c.affine(y, acc, 3, &l)
			for i := range y {
				want := float32(float32(acc[i])*l.scale[i%l.padded]) + l.bias[i%l.padded]
				if y[i] != want {
					t.Fatalf("%d outputs: value %d: %v: want %v", n, i, y[i], want)
				}
			}
		}
	})
}

func TestSum3(t *testing.T) {
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		a, b, d := randomFloats(r, Width, 3), randomFloats(r, Width, 3), randomFloats(r, Width, 3)
		q := make([]uint8, Width)
		c.sum3(q, a, b, d, 15)
		for i := range q {
			sum := float32(a[i]+b[i]) + d[i]
			want := uint8(max(0, min(127, math.RoundToEven(float64(sum*15)))))
			if q[i] != want {
				t.Errorf("value %d: %d: want %d", i, q[i], want)
			}
		}
	})
}

func TestArgmax(t *testing.T) {
	each(t, func(t *testing.T, c CPU, r *rand.Rand) {
		for _, n := range []int{1, 2, 16, 17, 50, 300} {
			l := randomLinear(r, n, 64)
			for i := range n {
				l.scale[i], l.bias[i] = 1, 0 // whole numbers, so that many are equal
			}
			const rows = 40
			acc := randomSums(r, rows*l.padded)
			for i := range acc {
				acc[i] = acc[i]%7 - int32(i/l.padded) // far below zero too
			}
			best := make([]uint16, rows)
			c.argmax(best, acc, &l)
			for row := range rows {
				here := acc[row*l.padded:][:n]
				if want := slices.Index(here, slices.Max(here)); int(best[row]) != want {
					t.Errorf("%d outputs, row %d: %d: want %d", n, row, best[row], want)
				}
			}
		}
	})
}

func TestPack3HoldsExtremes(t *testing.T) {
	for _, w := range []int8{-128, -127, 127} {
		m := matrix{n: 3, k: laneRun, padded: block, w: make([]int8, block*laneRun), corr: make([]int32, block)}
		for i := range m.w {
			m.w[i] = w
		}
		m.lanes = pack3(&m)
		acc, a := make([]int32, 4*block), slices.Repeat([]uint8{127}, 4*laneRun)
		productGeneric(acc, a, 4, &m)
		if want := 127 * laneRun * int32(w); acc[0] != want || acc[1] != want || acc[2] != want {
			t.Error(fmt.Sprint(acc[:3]), "want", want)
		}
	}
}
