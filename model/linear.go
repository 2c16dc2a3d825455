package model

import "math"

const (
	block  = 16 // outputs that are packed together
	pieces = 3  // of a maxout
	zero   = 64 // what a signed 7-bit value of 0 is stored as

	never = -math.MaxFloat32 // the score of what must not be chosen
)

// matrix is int8 weights of n outputs over k inputs, packed as [padded/16][k/4][16][4], with what their sums start from.
type matrix struct {
	n, k   int
	padded int // n up to a whole number of blocks
	w      []int8
	corr   []int32 // [padded]
	lanes  []int64 // for Generic, see pack3; nil for the others
	panels []panel // for AVX2, see packPanels; nil for the others and where a matrix is made for a sentence
}

// linear is a matrix with the scale and the bias that make floats of its sums. Padded outputs are never the largest.
type linear struct {
	matrix
	scale, bias []float32 // [padded]
}

// layer is a maxout layer with its norm.
type layer struct {
	linear
	gain, shift []float32
}

func padded(n, to int) int { return (n + to - 1) / to * to }

// linear reads the layer of a name; n may be -1 for any number of outputs.
func (r *reader) linear(name string, n, k int) linear {
	w := r.weights(name+".w", n, k)
	l := linear{matrix: w}
	if r.err != nil {
		return l
	}
	l.scale = make([]float32, l.padded)
	l.bias = make([]float32, l.padded)
	copy(l.scale, take[float32](r, name+".scale", l.n))
	copy(l.bias, take[float32](r, name+".bias", l.n))
	copy(l.corr, take[int32](r, name+".corr", l.n))
	for i := l.n; i < l.padded; i++ {
		l.bias[i] = never
	}
	return l
}

func (r *reader) weights(name string, n, k int) matrix {
	t, ok := r.tensors[name]
	switch {
	case r.err != nil:
		return matrix{}
	case !ok:
		r.fail("tensor %q is missing", name)
		return matrix{}
	case t.Type != "i8" || len(t.Shape) != 2 || t.Shape[1] != k || t.Shape[0] < 1 || t.Shape[0] > maxLabels || n > 0 && t.Shape[0] != n:
		r.fail("tensor %q: %s of shape %v: want i8 of [%d %d]", name, t.Type, t.Shape, n, k)
		return matrix{}
	}
	m := matrix{n: t.Shape[0], k: k, padded: padded(t.Shape[0], block)}
	m.w = sized[int8](r, t, int64(m.padded)*int64(k))
	m.corr = make([]int32, m.padded)
	return m
}

func (r *reader) layer(name string) layer {
	return layer{r.linear(name, pieces*Width, 3*Width), take[float32](r, name+".gain", Width), take[float32](r, name+".shift", Width)}
}

// at is the weight of one output for one input.
func (m *matrix) at(output, input int) int8 {
	return m.w[output/block*block*m.k+input/4*4*block+output%block*4+input%4]
}
