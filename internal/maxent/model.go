package maxent

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Model is a trained classifier. It is safe for concurrent use.
type Model struct {
	Classes []string
	bias    []float32
	dense   [][]float32 // [number][class]
	ids     []uint32    // sorted
	rows    []float32   // [feature][class]
	table               // of ids
}

// Probabilities gives the probability of each class, in the order of Classes, in dst if it has room.
func (m *Model) Probabilities(v *Vector, dst []float64) []float64 {
	dst = dst[:0]
	for _, b := range m.bias {
		dst = append(dst, float64(b))
	}
	var room [rowsAtOnce]int32
	for ids := range slices.Chunk(v.IDs, rowsAtOnce) {
		rows := m.found(ids, &room)
		for c := range dst {
			dst[c] = m.add(dst[c], rows, c)
		}
	}
	for d, x := range v.Dense {
		if d < len(m.dense) {
			for c, w := range m.dense[d] {
				dst[c] += float64(w * x)
			}
		}
	}
	return softmax(dst)
}

// add adds the weights that features give a class, one after another.
func (m *Model) add(x float64, rows []int32, class int) float64 {
	k, w := len(m.Classes), m.rows[class:]
	for _, r := range rows {
		x += float64(w[int(r)*k])
	}
	return x
}

// fewClasses is how many classes are weighed without a new slice.
const fewClasses = 32

// Best gives the likeliest class and its probability.
func (m *Model) Best(v *Vector) (string, float64) {
	var room [fewClasses]float64
	p := m.Probabilities(v, room[:0])
	best := 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	return m.Classes[best], p[best]
}

// Of gives the probability of one class, 0 for one that the model does not have.
func (m *Model) Of(class string, v *Vector) float64 {
	if c := slices.Index(m.Classes, class); c >= 0 {
		var room [fewClasses]float64
		return m.Probabilities(v, room[:0])[c]
	}
	return 0
}

func softmax(x []float64) []float64 {
	top, sum := slices.Max(x), 0.0
	for c := range x {
		x[c] = math.Exp(x[c] - top)
		sum += x[c]
	}
	for c := range x {
		x[c] /= sum
	}
	return x
}

const magic = "maxent1\n"

// Encode gives the bytes of the model: weights are rounded to 8 bits, with a scale for each feature.
func (m *Model) Encode() []byte {
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.Classes)))
	for _, c := range m.Classes {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(c)))
		b = append(b, c...)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.dense)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.ids)))
	b = appendRow(b, m.bias)
	for _, row := range m.dense {
		b = appendRow(b, row)
	}
	for i, id := range m.ids {
		b = binary.LittleEndian.AppendUint32(b, id)
		b = appendRow(b, m.rows[i*len(m.Classes):(i+1)*len(m.Classes)])
	}
	return b
}

func appendRow(b []byte, row []float32) []byte {
	top := float32(0)
	for _, w := range row {
		top = max(top, float32(math.Abs(float64(w))))
	}
	scale := top / 127
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	for _, w := range row {
		q := int8(0)
		if scale > 0 {
			q = int8(math.Round(float64(w / scale)))
		}
		b = append(b, byte(q))
	}
	return b
}

// Decode reads the bytes that Encode gave.
func Decode(b []byte) (*Model, error) {
	r := reader{b: b}
	if string(r.take(len(magic))) != magic {
		return nil, fmt.Errorf("maxent model: does not begin with %q", magic)
	}
	m := &Model{}
	for n := r.count(); n > 0; n-- {
		m.Classes = append(m.Classes, string(r.take(r.count())))
	}
	dense, features := r.count(), r.count()
	m.bias = r.row(len(m.Classes))
	for ; dense > 0 && !r.short; dense-- {
		m.dense = append(m.dense, r.row(len(m.Classes)))
	}
	size := 8 + len(m.Classes) // of a feature: its id, the scale and the weights
	m.ids, m.rows = make([]uint32, 0, min(features, len(r.b)/size)), make([]float32, 0, min(features, len(r.b)/size)*len(m.Classes))
	for ; features > 0 && !r.short; features-- {
		m.ids = append(m.ids, r.word())
		m.rows = r.appendRow(m.rows, len(m.Classes))
	}
	if r.short || len(r.b) > 0 || len(m.Classes) == 0 {
		return nil, fmt.Errorf("maxent model: %d bytes are not a whole model", len(b))
	}
	if !slices.IsSorted(m.ids) {
		return nil, fmt.Errorf("maxent model: features out of order")
	}
	m.table = newTable(m.ids)
	return m, nil
}

type reader struct {
	b     []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.short, r.b = true, nil
		return nil
	}
	t := r.b[:n]
	r.b = r.b[n:]
	return t
}

func (r *reader) word() uint32 {
	if t := r.take(4); t != nil {
		return binary.LittleEndian.Uint32(t)
	}
	return 0
}

// count reads a number of things, none of which is smaller than a byte.
func (r *reader) count() int {
	n := r.word()
	if int64(n) > int64(len(r.b)) {
		r.short = true
		return 0
	}
	return int(n)
}

func (r *reader) row(classes int) []float32 { return r.appendRow(nil, classes) }

// appendRow reads a row of weights onto others.
func (r *reader) appendRow(rows []float32, classes int) []float32 {
	scale := math.Float32frombits(r.word())
	for _, q := range r.take(classes) {
		rows = append(rows, scale*float32(int8(q)))
	}
	return rows
}
