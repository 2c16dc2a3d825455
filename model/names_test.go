package model

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var bio = []string{"O", "B-X", "I-X", "B-Y", "I-Y"}

func TestInside(t *testing.T) {
	for _, c := range []struct {
		name   string
		labels []string
		want   []int
	}{
		{"pairs", bio, []int{-1, -1, 1, -1, 3}},
		{"other order", []string{"O", "I-X", "B-Y", "B-X", "I-Y"}, []int{-1, 3, -1, -1, 2}},
		{"no beginning", []string{"O", "I-X"}, []int{-1, 1}},
	} {
		if got := inside(c.labels); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v: want %v", c.name, got, c.want)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name   string
		logits []float32
		want   []uint8
	}{
		{"no words", nil, []uint8{}},
		{"no inside at the beginning", []float32{1, 2, 9, 0, 0}, []uint8{1}},
		{"a name goes on", []float32{0, 3, 0, 0, 0, 0, 0, 3, 0, 0}, []uint8{1, 2}},
		{"no change of type within a name", []float32{0, 3, 0, 0, 0, 1, 0, 0, 0, 5}, []uint8{3, 4}},
		{"equal labels", []float32{1, 1, 1, 1, 1}, []uint8{0}},
		{"equal sequences", make([]float32, 15), []uint8{0, 0, 0}},
	} {
		var v viterbi
		got := make([]uint8, len(c.logits)/len(bio))
		v.decode(got, c.logits, len(bio), inside(bio))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v: want %v", c.name, got, c.want)
		}
	}
}

func TestDecodeFindsTheBestSequence(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	var v viterbi
	for range 200 {
		const stride = 7
		words := 1 + r.IntN(4)
		logits := randomFloats(r, words*stride, 1)
		got := make([]uint8, words)
		v.decode(got, logits, stride, inside(bio))
		want := float32(math.Inf(-1))
		everyLabels(words, len(bio), func(labels []uint8) {
			want = max(want, sequenceScore(labels, logits, stride))
		})
		if s := sequenceScore(got, logits, stride); s != want {
			t.Fatalf("%v scores %v: the best is %v", got, s, want)
		}
	}
}

func everyLabels(words, labels int, visit func([]uint8)) {
	out := make([]uint8, words)
	for code := range int(math.Pow(float64(labels), float64(words))) {
		for i := range out {
			out[i] = uint8(code % labels)
			code /= labels
		}
		visit(out)
	}
}

// sequenceScore is -Inf where I-X follows something else than B-X or I-X.
func sequenceScore(labels []uint8, logits []float32, stride int) (sum float32) {
	for i, l := range labels {
		if name := bio[l]; name[0] == 'I' && (i == 0 || len(bio[labels[i-1]]) < 3 || bio[labels[i-1]][2:] != name[2:]) {
			return float32(math.Inf(-1))
		}
		sum += logits[i*stride+int(l)]
	}
	return sum
}
