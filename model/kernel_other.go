//go:build !amd64

package model

// Available gives the kernels that this CPU has, the fastest last.
func Available() []CPU { return []CPU{Generic} }

func (c CPU) product(acc []int32, a []uint8, rows int, m *matrix) { productGeneric(acc, a, rows, m) }

func (c CPU) maxout(x []float32, acc []int32, rows int, l *layer) { maxoutGeneric(x, acc, rows, l) }

func (c CPU) quantise(q []uint8, x []float32, inverse float32, s span) {
	quantiseGeneric(q, x, inverse, s)
}

func (c CPU) affine(y []float32, acc []int32, rows int, l *linear) { affineGeneric(y, acc, rows, l) }

func (c CPU) sum3(q []uint8, a, b, d []float32, inverse float32) {
	sum3Generic(q, a, b, d, inverse)
}

func (c CPU) argmax(best []uint16, acc []int32, l *linear) { argmaxGeneric(best, acc, l) }
