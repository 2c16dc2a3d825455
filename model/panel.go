package model

import "slices"

const (
	panelOutputs = 8 // what a vector of AVX2 holds sums for
	runGroups    = 4 // groups of 4 inputs whose sums meet in 16 bits
	groupBytes   = 4 * panelOutputs
	runBytes     = runGroups * groupBytes

	// mostOfSigns bounds the weights of either sign whose products meet in 16 bits: 127·258 is below 1<<15.
	mostOfSigns = (1<<15 - 1) / 127
)

// panel is the weights of 8 outputs for AVX2, in runs of up to four groups of 4 inputs. Each group gives sums of two products in 16 bits,
// two to an output; groups share a run where no values of 7 bits make the sums of all of them overflow, so that they are widened
// once for the four. Nearly all weights are small enough, if large ones are kept apart.
type panel struct {
	w    []int8   // [runs][4][8][4], zero where a run has fewer groups
	from []uint16 // [runs][4]: the first input of a group
}

// signs are what the weights of a run sum up to, apart for the two sums of 16 bits of each of the 8 outputs and apart for positive and
// negative ones: 32 lanes of 16 bits.
type signs [8]uint64

// overfull has the highest bit of a lane set where the sum with it would be too large.
const overfull = (1<<15 - 1 - mostOfSigns) * 0x0001_0001_0001_0001

func (s *signs) with(t *signs) (sum signs, fits bool) {
	var over uint64
	for i := range s {
		sum[i] = s[i] + t[i]
		over |= sum[i] + overfull
	}
	return sum, over&0x8000_8000_8000_8000 == 0
}

// largest is the largest lane.
func (s *signs) largest() uint64 {
	most := uint64(0)
	for _, four := range s {
		for ; four > 0; four >>= 16 {
			most = max(most, four&0xffff)
		}
	}
	return most
}

// packPanels repacks the weights for AVX2.
func packPanels(m *matrix) []panel {
	panels := make([]panel, m.padded/panelOutputs)
	for i := range panels {
		panels[i] = packPanel(m, i*panelOutputs)
	}
	return panels
}

// packPanel puts each group, those with large weights first, into a run with the next ones that fit.
func packPanel(m *matrix, first int) (p panel) {
	groups, order := weigh(m, first)
	p.w, p.from = make([]int8, 0, m.k*panelOutputs), make([]uint16, 0, m.k/4) // enough for full runs
	for len(order) > 0 {
		at := len(p.from)
		p.w, p.from = append(p.w, make([]int8, runBytes)...), append(p.from, make([]uint16, runGroups)...)
		var sum signs
		left := order[:0]
		for i, g := range order {
			if at == len(p.from) {
				left = append(left, order[i:]...)
				break
			}
			s, fits := sum.with(&groups[g])
			if !fits {
				left = append(left, g)
				continue
			}
			copy(p.w[at*groupBytes:], m.group(first, g))
			p.from[at] = uint16(4 * g)
			sum, at = s, at+1
		}
		order = left
	}
	return p
}

// group gives the weights of 8 outputs for a group of 4 inputs, which stand together: see matrix.
func (m *matrix) group(first, g int) []int8 {
	return m.w[first/block*block*m.k+g*4*block+first%block*4:][:groupBytes]
}

// weigh gives the signs of all groups of 4 inputs and the groups' numbers, those with the largest first.
func weigh(m *matrix, first int) (groups []signs, order []int) {
	groups, order = make([]signs, m.k/4), make([]int, m.k/4)
	most := make([]uint64, m.k/4)
	for g := range groups {
		s := &groups[g]
		for i, w := range (*[groupBytes]int8)(m.group(first, g)) {
			sign := int64(w) >> 7 // 0 or -1
			s[i/8-4*int(sign)] += uint64(int64(w)^sign-sign) << (i / 2 % 4 * 16)
		}
		order[g], most[g] = g, s.largest()
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(most[b]) - int(most[a]) })
	return groups, order
}
