package maxent

import (
	"bytes"
	"math"
	"testing"
)

// weather has one word that decides, one that says nothing, and a number that decides alone.
func weather() []Example {
	var all []Example
	for i := range 40 {
		var v Vector
		class := "dry"
		v.Add("noise", string(rune('a'+i%7)))
		if i%2 == 0 {
			class = "wet"
			v.Add("sky", "cloud")
		} else {
			v.Add("sky", "sun")
		}
		v.Number(float64(i%2)*2 - 1)
		all = append(all, Example{Vector: v, Class: class, Group: string(rune('a' + i%5))})
	}
	return all
}

func TestTrainLearnsWhatDecides(t *testing.T) {
	m := Train(weather(), Options{})
	for sky, want := range map[string]string{"cloud": "wet", "sun": "dry"} {
		var v Vector
		v.Add("sky", sky)
		if got, p := m.Best(&v); got != want || p < 0.7 {
			t.Errorf("%s: %s with %.2f, want %s", sky, got, p, want)
		}
	}
	var v Vector
	v.Number(1)
	if got, _ := m.Best(&v); got != "dry" {
		t.Errorf("the number 1: %s, want dry", got)
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	if !bytes.Equal(Train(weather(), Options{}).Encode(), Train(weather(), Options{}).Encode()) {
		t.Error("two trainings on the same examples differ")
	}
}

func TestDecodeGivesWhatWasEncoded(t *testing.T) {
	m := Train(weather(), Options{})
	b := m.Encode()
	back, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range weather() {
		p, q := m.Of("wet", &e.Vector), back.Of("wet", &e.Vector)
		if d := p - q; d > 0.02 || d < -0.02 {
			t.Errorf("%s: %.3f before, %.3f after", e.Class, p, q)
		}
	}
	for n := range b {
		if _, err := Decode(b[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes pass for a model", n, len(b))
		}
	}
}

func TestCrossValidateAnswersEveryExampleUnseen(t *testing.T) {
	for i, f := range CrossValidate(weather(), Options{}, 5) {
		if f.Given != f.Right {
			t.Errorf("example %d: %s, want %s", i, f.Given, f.Right)
		}
	}
}

// TestManyFeatures: as many weights count as a vector has features of the model, however many that are and in whatever order.
func TestManyFeatures(t *testing.T) {
	m := &Model{Classes: []string{"a", "b"}, bias: []float32{0, 0}}
	for i := range 300 {
		m.ids = append(m.ids, uint32(2*i+1))
		m.rows = append(m.rows, 0.01, 0)
	}
	m.table = newTable(m.ids)
	for _, n := range []int{0, 1, 63, 64, 65, 128, 300} {
		var v Vector
		for i := range n {
			v.IDs = append(v.IDs, uint32(2*i+1), uint32(2*i+2))
		}
		want := 1 / (1 + math.Exp(-0.01*float64(n)))
		if p := m.Of("a", &v); math.Abs(p-want) > 1e-6 {
			t.Errorf("%d features: %.6f, want %.6f", n, p, want)
		}
		p := m.Choose([]Vector{v, {}}, nil)
		if math.Abs(p[0]-want) > 1e-6 {
			t.Errorf("%d features of an option: %.6f, want %.6f", n, p[0], want)
		}
	}
}

func TestLetter(t *testing.T) {
	for step, want := range map[int]string{0: "a", 1: "b", 25: "z"} {
		if got := Letter(step); got != want {
			t.Errorf("step %d: %q, want %q", step, got, want)
		}
	}
}

func TestAddGivesTheHashOfEachByte(t *testing.T) {
	for _, parts := range [][]string{nil, {""}, {"lemma", "shell"}, {"lemmas", "hell"}, {"a", "bcd", "efgh", "ijklm", "мир"}} {
		want := uint32(fnvOffset)
		for _, p := range parts {
			for _, b := range append([]byte(p), 0xff) {
				want = (want ^ uint32(b)) * fnvPrime
			}
		}
		var v Vector
		if v.Add(parts...); v.IDs[0] != want {
			t.Errorf("%q: %#x, want %#x", parts, v.IDs[0], want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Train(weather(), Options{}).Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Decode(b); err == nil && !bytes.HasPrefix(b, []byte(magic)) {
			t.Errorf("read %d classes of what is no model", len(m.Classes))
		}
	})
}
