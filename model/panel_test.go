package model

import (
	"math/rand/v2"
	"testing"
)

// TestPanels asks whether every weight stands in its panel once, and whether values of 7 bits can make a sum of 16 bits overflow.
func TestPanels(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, c := range []struct {
		name string
		at   func(o, i int) int8
	}{
		{"any weights", func(o, i int) int8 { return int8(r.IntN(256) - 128) }},
		{"small ones", func(o, i int) int8 { return int8(r.IntN(33) - 16) }},
		{"the largest", func(o, i int) int8 { return int8(o%2*255 - 128) }},
		{"a few large ones", func(o, i int) int8 { return int8(r.IntN(3) * r.IntN(64) * r.IntN(2)) }},
		{"none", func(o, i int) int8 { return 0 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := randomMatrix(r, 50, 64, false)
			for o := range m.n {
				for i := range m.k {
					*m.pointer(o, i) = c.at(o, i)
				}
			}
			for i, p := range packPanels(&m) {
				checkPanel(t, &m, &p, i*panelOutputs)
			}
		})
	}
}

func checkPanel(t *testing.T, m *matrix, p *panel, first int) {
	t.Helper()
	for o := range panelOutputs {
		seen := make([]int8, m.k)
		for run := range len(p.w) / runBytes {
			var low, high [2]int // of the two sums of 16 bits
			for i := range 4 * runGroups {
				w := p.w[run*runBytes+i/4*4*panelOutputs+4*o+i%4]
				seen[int(p.from[run*runGroups+i/4])+i%4] += w
				low[i%4/2] += 127 * min(int(w), 0)
				high[i%4/2] += 127 * max(int(w), 0)
			}
			if min(low[0], low[1]) < -1<<15 || max(high[0], high[1]) >= 1<<15 {
				t.Errorf("output %d, run %d: sums from %d to %d", first+o, run, low, high)
			}
		}
		for i, w := range seen {
			if w != m.at(first+o, i) {
				t.Fatalf("output %d, input %d: weight %d, want %d", first+o, i, w, m.at(first+o, i))
			}
		}
	}
}

// TestPanelsAreFull is what makes them fast: trained weights fill nearly all runs.
func TestPanelsAreFull(t *testing.T) {
	n, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for i := range n.trunk {
		m, runs := &n.trunk[i].matrix, 0
		for _, p := range packPanels(m) {
			runs += len(p.w) / runBytes
		}
		if least := m.padded / panelOutputs * m.k / (4 * runGroups); runs > least+least/20 {
			t.Errorf("layer %d: %d runs of %d at least", i+1, runs, least)
		}
	}
}

func BenchmarkPackPanels(b *testing.B) {
	n, err := English()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		n.repack(func(m *matrix) { packPanels(m) })
	}
}
