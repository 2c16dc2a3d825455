package event

import (
	"slices"
	"testing"
)

func TestBagsShareWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		a, b   []int32
		common int
		shared float64
	}{
		{"nothing", nil, nil, 0, 0},
		{"one empty", []int32{1}, nil, 0, 0},
		{"none alike", []int32{1, 3}, []int32{2, 4}, 0, 0},
		{"half of the smaller", []int32{5, 1}, []int32{9, 1, 7}, 1, 0.5},
		{"words told twice", []int32{2, 2, 2}, []int32{2, 4}, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := bagOf(c.a), bagOf(c.b)
			if n, m := a.common(b), b.common(a); n != c.common || m != c.common {
				t.Errorf("common: %d and %d, want %d", n, m, c.common)
			}
			if p := a.shared(b); p != c.shared {
				t.Errorf("shared: %v, want %v", p, c.shared)
			}
		})
	}
}

func TestBagTakesWordsOnce(t *testing.T) {
	b := bagOf([]int32{4, 2}).with(bagOf([]int32{2, 9, 1}))
	if !slices.Equal(b, bag{1, 2, 4, 9}) {
		t.Errorf("%v", b)
	}
}
