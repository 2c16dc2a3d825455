package reconcile

import "slices"

// split parts units that hang together by likeness into happenings. It joins the two groups that are most alike on the average, again and again, as long as
// on the average their tellings are rather of one happening than of two: a chain of likenesses alone glues nothing. Ties go to the lesser keys.
func (g *graph) split(part []int) [][]int {
	if len(part) == 1 {
		return [][]int{part}
	}
	m := newMerger(g, part)
	for {
		a, b, ok := m.best()
		if !ok {
			return m.groups()
		}
		m.merge(a, b)
	}
}

// merger holds groups of units and the sums of the scores between each two of them.
type merger struct {
	members [][]int
	weight  []float64 // tellings in each group
	sum     [][]float64
	alive   []bool
	nearest []int // of each group: the one before it that is most alike, -1 for none
}

// floor is the least that a pair counts in an average: that two tellings differ beyond doubt says no more than that.
const floor = -8.0

func newMerger(g *graph, part []int) *merger {
	n := len(part)
	m := &merger{make([][]int, n), make([]float64, n), make([][]float64, n), make([]bool, n), make([]int, n)}
	for i, u := range part {
		m.members[i], m.alive[i], m.sum[i], m.weight[i] = []int{u}, true, make([]float64, n), float64(len(g.units[u]))
	}
	for i := range part {
		for j := range i {
			s := g.score(part[j], part[i]) * m.weight[i] * m.weight[j]
			m.sum[i][j], m.sum[j][i] = s, s
		}
	}
	for i := range part {
		m.seek(i)
	}
	return m
}

func (m *merger) mean(a, b int) float64 { return m.sum[a][b] / (m.weight[a] * m.weight[b]) }

// seek finds the nearest group before i.
func (m *merger) seek(i int) {
	m.nearest[i] = -1
	for j := range i {
		if m.alive[j] && (m.nearest[i] < 0 || m.mean(i, j) > m.mean(i, m.nearest[i])) {
			m.nearest[i] = j
		}
	}
}

func (m *merger) best() (a, b int, ok bool) {
	best := 0.0
	for i := range m.members {
		if !m.alive[i] || m.nearest[i] < 0 {
			continue
		}
		if s := m.mean(i, m.nearest[i]); s > best {
			a, b, best, ok = m.nearest[i], i, s, true
		}
	}
	return a, b, ok
}

// merge puts b into a, which comes before it.
func (m *merger) merge(a, b int) {
	m.members[a] = append(m.members[a], m.members[b]...)
	m.alive[b] = false
	m.weight[a] += m.weight[b]
	for k := range m.members {
		if k != a && m.alive[k] {
			m.sum[a][k] += m.sum[b][k]
			m.sum[k][a] = m.sum[a][k]
		}
	}
	m.seek(a)
	for k := a + 1; k < len(m.members); k++ {
		m.renew(k, a, b)
	}
}

// renew looks for the nearest of k again after b went into a.
func (m *merger) renew(k, a, b int) {
	if !m.alive[k] {
		return
	}
	near := m.nearest[k]
	if near == a || near == b || near < 0 {
		m.seek(k)
	} else if x, y := m.mean(k, a), m.mean(k, near); x > y || x == y && a < near {
		m.nearest[k] = a
	}
}

func (m *merger) groups() [][]int {
	var out [][]int
	for i, g := range m.members {
		if m.alive[i] {
			slices.Sort(g)
			out = append(out, g)
		}
	}
	return out
}
