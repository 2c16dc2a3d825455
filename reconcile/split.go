package reconcile

import (
	"math"
	"slices"
)

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
	start := g.joined(part)
	n := len(start)
	m := &merger{start, make([]float64, n), make([][]float64, n), make([]bool, n), make([]int, n)}
	for i, units := range start {
		m.alive[i], m.sum[i] = true, make([]float64, n)
		for _, u := range units {
			m.weight[i] += float64(len(g.units[u]))
		}
	}
	for i := range start {
		for j := range i {
			s := g.likeness(start[j], start[i]) * m.weight[i] * m.weight[j]
			m.sum[i][j], m.sum[j][i] = s, s
		}
	}
	for i := range start {
		m.seek(i)
	}
	return m
}

// joined are the groups to begin with: each unit by itself, but those that a person joined in one.
func (g *graph) joined(part []int) [][]int {
	set := newSets(len(part))
	for i, a := range part {
		if !g.rules.has(g.first(a).t.Key) {
			continue
		}
		for j, b := range part[:i] {
			if g.rules.of(g.first(a).t.Key, g.first(b).t.Key) == together {
				set.join(i, j)
			}
		}
	}
	out := set.parts()
	for _, members := range out {
		for i := range members {
			members[i] = part[members[i]]
		}
	}
	return out
}

// likeness is the score of two groups to begin with: of their most alike units, since what a person joined may look like two happenings; but what a person
// parted stays apart.
func (g *graph) likeness(a, b []int) float64 {
	best := math.Inf(-1)
	for _, x := range a {
		for _, y := range b {
			s := g.score(x, y)
			if s == forbidden {
				return s
			}
			best = max(best, s)
		}
	}
	return best
}

// forbidden is the score of what a person parted: no average makes up for it.
const forbidden = -1e12

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
