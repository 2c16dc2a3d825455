package reconcile

import (
	"math"
	"slices"
)

// split parts units that hang together by likeness into happenings. It joins the two groups that are most alike on the average, again and again, as long as
// on the average their tellings are rather of one happening than of two: a chain of likenesses alone glues nothing. Ties go to the lesser keys.
func (g *graph) split(part []int, edges [][2]int) [][]int {
	if len(part) == 1 {
		return [][]int{part}
	}
	m := newMerger(g, part, edges)
	for {
		a, b, ok := m.best()
		if !ok {
			return m.groups()
		}
		m.merge(a, b)
	}
}

// merger holds groups of units, and of each two of them that an edge joins the sum of the scores between them: two that none joins are never more alike than not. A chain of
// happenings may hang together by the thousand; only neighbours in it are compared.
type merger struct {
	g       *graph
	start   [][]int   // units that are one from the beginning
	members [][]int   // of each group, the numbers of its starts
	weight  []float64 // tellings in each start
	total   []float64 // tellings in each group
	sum     []map[int]float64
	alive   []bool
	nearest []int // of each group: the one before it that is most alike, -1 for none
}

// floor is the least that a pair counts in an average: that two tellings differ beyond doubt says no more than that.
const floor = -8.0

func newMerger(g *graph, part []int, edges [][2]int) *merger {
	start := g.joined(part)
	n := len(start)
	m := &merger{g, start, make([][]int, n), make([]float64, n), make([]float64, n), make([]map[int]float64, n), make([]bool, n), make([]int, n)}
	of := map[int]int{}
	for i, units := range start {
		m.alive[i], m.sum[i], m.members[i] = true, map[int]float64{}, []int{i}
		for _, u := range units {
			of[u] = i
			m.weight[i] += float64(len(g.units[u]))
		}
		m.total[i] = m.weight[i]
	}
	for _, e := range edges {
		i, j := of[e[0]], of[e[1]]
		if _, known := m.sum[i][j]; i != j && !known {
			s := m.between(i, j)
			m.sum[i][j], m.sum[j][i] = s, s
		}
	}
	for i := range start {
		m.seek(i)
	}
	return m
}

// between is the sum of the scores between two groups.
func (m *merger) between(a, b int) float64 {
	sum := 0.0
	for _, i := range m.members[a] {
		for _, j := range m.members[b] {
			sum += m.g.likeness(m.start[min(i, j)], m.start[max(i, j)]) * m.weight[i] * m.weight[j]
		}
	}
	return sum
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

func (m *merger) mean(a, b int) float64 { return m.sum[a][b] / (m.total[a] * m.total[b]) }

// seek finds the nearest group before i, of several the first.
func (m *merger) seek(i int) {
	m.nearest[i] = -1
	best := 0.0
	for j := range m.sum[i] {
		if j > i {
			continue
		}
		if s := m.mean(i, j); m.nearest[i] < 0 || s > best || s == best && j < m.nearest[i] {
			m.nearest[i], best = j, s
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
	near := map[int]float64{}
	for _, from := range []int{a, b} {
		for k := range m.sum[from] {
			if k != a && k != b {
				near[k] = m.known(a, k) + m.known(b, k)
			}
		}
	}
	m.members[a] = append(m.members[a], m.members[b]...)
	m.total[a] += m.total[b]
	m.alive[b], m.sum[a], m.sum[b] = false, near, nil
	for k, s := range near {
		delete(m.sum[k], b)
		m.sum[k][a] = s
	}
	m.seek(a)
	for k := range near {
		if k > a {
			m.reconsider(k, a, b)
		}
	}
}

// reconsider finds the nearest group before k after a, which is before it, has taken in b: only where its nearest was one of them may it be any other than that or a.
func (m *merger) reconsider(k, a, b int) {
	was := m.nearest[k]
	if was == a || was == b || was < 0 {
		m.seek(k)
		return
	}
	if s, best := m.mean(k, a), m.mean(k, was); s > best || s == best && a < was {
		m.nearest[k] = a
	}
}

// known is the sum between two groups, which is made where no edge joins them.
func (m *merger) known(a, b int) float64 {
	if s, ok := m.sum[a][b]; ok {
		return s
	}
	return m.between(a, b)
}

func (m *merger) groups() [][]int {
	var out [][]int
	for i := range m.members {
		if !m.alive[i] {
			continue
		}
		var units []int
		for _, n := range m.members[i] {
			units = append(units, m.start[n]...)
		}
		slices.Sort(units)
		out = append(out, units)
	}
	return out
}
