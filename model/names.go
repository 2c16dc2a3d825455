package model

import (
	"math"
	"strings"
)

const nerWidth = 64

// Names gives the label of each word, as an index in Labels.NER: over each sentence the best sequence in which I-X follows only B-X or I-X.
func (e *Encoder) Names(enc *Encoding) []uint8 {
	n := e.net
	out := make([]uint8, enc.Len())
	batches(enc.Lengths, func(at, rows int, lengths []int) {
		e.windows(enc.Rows[at*Width:], lengths, 1, rows)
		e.y = e.linear(e.y, e.window, rows, &n.ner1)
		e.q = grow(e.q, len(e.y))
		e.cpu.quantise(e.q, e.y, n.nerScale, positive7())
		e.y = e.linear(e.y, e.q, rows, &n.ner2)
		logits := e.y
		for _, words := range lengths {
			e.names.decode(out[at:at+words], logits, n.ner2.padded, n.before)
			at, logits = at+words, logits[words*n.ner2.padded:]
		}
	})
	return out
}

// inside gives for each label that continues a name the label B-X that may stand before it (itself may too), -1 for those that may
// follow anything. A label I-X without B-X follows only itself, so it is never used.
func inside(labels []string) []int {
	begin := map[string]int{}
	for i, l := range labels {
		if name, ok := strings.CutPrefix(l, "B-"); ok {
			begin[name] = i
		}
	}
	out := make([]int, len(labels))
	for i, l := range labels {
		out[i] = -1
		if name, ok := strings.CutPrefix(l, "I-"); ok {
			out[i] = i
			if b, ok := begin[name]; ok {
				out[i] = b
			}
		}
	}
	return out
}

// viterbi is scratch for decoding.
type viterbi struct {
	score, next []float32
	from        []uint8 // [words][labels]
}

// decode finds the best sequence for the logits [words][stride]; of equals the lowest labels win.
func (v *viterbi) decode(out []uint8, logits []float32, stride int, before []int) {
	if len(out) == 0 {
		return
	}
	labels := len(before)
	v.score, v.next = grow(v.score, labels), grow(v.next, labels)
	v.from = grow(v.from, len(out)*labels)
	for y := range before {
		v.score[y] = logits[y]
		if before[y] >= 0 {
			v.score[y] = float32(math.Inf(-1))
		}
	}
	for t := 1; t < len(out); t++ {
		v.step(v.from[t*labels:(t+1)*labels], logits[t*stride:], before)
	}
	best := highest(v.score)
	for t := len(out) - 1; t >= 0; t-- {
		out[t] = uint8(best)
		best = int(v.from[t*labels+best])
	}
}

// step goes on by a word; from gets the label before each label.
func (v *viterbi) step(from []uint8, logits []float32, before []int) {
	any := highest(v.score)
	for y, b := range before {
		p := any
		if b >= 0 {
			p = min(b, y)
			if other := max(b, y); v.score[other] > v.score[p] {
				p = other
			}
		}
		from[y] = uint8(p)
		v.next[y] = v.score[p] + logits[y]
	}
	v.score, v.next = v.next, v.score
}

// highest is the index of the greatest value, the first of equals.
func highest(values []float32) int {
	best := 0
	for i, v := range values {
		if v > values[best] {
			best = i
		}
	}
	return best
}
