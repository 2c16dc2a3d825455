package model

import "math"

// tree finds the best tree of a sentence: Chu-Liu-Edmonds in the dense form, where each contraction costs as much as there are
// words. Node 0 is the root, node i+1 word i; contracted cycles are nodes from words+1 up.
type tree struct {
	scores [][]float64 // [words][1+words]: of each node as head, for a word; then, of its cycle
	store  []float64
	enters [][]int32 // [words][1+words]: the word at which the best edge from a node enters the cycle
	into   []int32

	row    []int // of scores, by node
	within []int // the cycle around a node, or -1
	top    []int // the outermost cycle around an original node
	state  []uint8
	edges  []edge // by node: the best edge into it
	path   []int
	done   []bool
	seen   []int32
}

// edge leads from an original node to an original node and adds to the score of a tree what it says.
type edge struct {
	from, to int
	score    float64
}

// valid tells whether heads are a tree with one root.
func (t *tree) valid(heads []int32) bool {
	roots := 0
	t.seen = grow(t.seen, len(heads))
	clear(t.seen)
	for i := range heads {
		if heads[i] == Root {
			roots++
		}
		mark := int32(i + 1)
		j := int32(i)
		for j != Root && t.seen[j] == 0 {
			t.seen[j] = mark
			j = heads[j]
		}
		if j != Root && t.seen[j] == mark {
			return false
		}
	}
	return roots == 1
}

// best sets heads to the tree with the greatest sum of scores among those with one root.
func (t *tree) best(heads []int32, a *arcs) {
	t.load(a)
	n := len(heads)
	for v := 1; v <= n; v++ {
		if c := t.top[v]; t.state[c] == unseen {
			t.grow(c)
		}
	}
	t.expand(heads)
}

// The states of a node.
const (
	unseen uint8 = iota
	onPath
	settled // its edge is chosen, and following edges from it leads to the root
)

// load reads the scores. Edges from the root cost so much that no tree with two of them is the best.
func (t *tree) load(a *arcs) {
	n := a.deps.n
	t.reset(n)
	most := 0.0
	for h := Root; h < n; h++ {
		for d := range n {
			if h != d {
				s := float64(a.at(h, d))
				most = max(most, math.Abs(s))
				t.scores[d][h+1] = s
			}
		}
	}
	cost := 2*most*float64(n+1) + 1
	for d := range n {
		t.scores[d][0] -= cost
		for h := range t.enters[d] {
			t.enters[d][h] = int32(d + 1)
		}
	}
}

func (t *tree) reset(n int) {
	t.store, t.into = grow(t.store, n*(n+1)), grow(t.into, n*(n+1))
	t.scores, t.enters = grow(t.scores, n), grow(t.enters, n)
	t.row, t.within, t.top = grow(t.row, n+1), grow(t.within, n+1), grow(t.top, n+1)
	t.state, t.edges = grow(t.state, n+1), grow(t.edges, n+1)
	for v := range n + 1 {
		t.row[v], t.within[v], t.top[v], t.state[v] = v-1, -1, v, unseen
	}
	for d := range n {
		t.scores[d] = t.store[d*(n+1) : (d+1)*(n+1)]
		t.enters[d] = t.into[d*(n+1) : (d+1)*(n+1)]
	}
	t.state[0] = settled
}

// grow follows best edges from a node until they lead to a settled one, contracting the cycles on the way.
func (t *tree) grow(c int) {
	t.path = t.path[:0]
	for t.state[c] != settled {
		if t.state[c] == onPath {
			c = t.contract(c)
		}
		t.state[c] = onPath
		t.path = append(t.path, c)
		t.edges[c] = t.choose(c)
		c = t.top[t.edges[c].from]
	}
	for _, c := range t.path {
		t.state[c] = settled
	}
}

// choose gives the best edge into a node from outside it; of equals that from the lowest.
func (t *tree) choose(c int) edge {
	best := edge{from: -1, score: math.Inf(-1)}
	for u, s := range t.scores[t.row[c]] {
		if t.top[u] != c && s > best.score {
			best.from, best.score = u, s
		}
	}
	best.to = int(t.enters[t.row[c]][best.from])
	return best
}

// contract makes a node of the end of the path from c on. An edge into it counts what it gains over the edge of the cycle that it
// takes the place of.
func (t *tree) contract(c int) int {
	cycle := t.path
	for cycle[0] != c {
		cycle = cycle[1:]
	}
	made := len(t.row)
	scores, enters := t.scores[t.row[c]], t.enters[t.row[c]]
	for i, m := range cycle {
		from, into, chosen := t.scores[t.row[m]], t.enters[t.row[m]], t.edges[m].score
		for u, s := range from {
			if gain := s - chosen; i == 0 || gain > scores[u] {
				scores[u], enters[u] = gain, into[u]
			}
		}
		t.within[m] = made
	}
	for u, top := range t.top {
		if t.within[top] == made {
			t.top[u] = made
		}
	}
	t.row, t.within = append(t.row, t.row[c]), append(t.within, -1)
	t.state, t.edges = append(t.state, unseen), append(t.edges, edge{})
	t.path = t.path[:len(t.path)-len(cycle)]
	return made
}

// expand takes the cycles apart, the outermost first: the edge into a cycle takes the place of the edge into the word at which it
// enters, and of those into the cycles around that.
func (t *tree) expand(heads []int32) {
	t.done = grow(t.done, len(t.row))
	clear(t.done)
	for c := len(t.row) - 1; c > 0; c-- {
		if t.done[c] {
			continue
		}
		e := t.edges[c]
		heads[e.to-1] = int32(e.from - 1)
		for v := e.to; v != c; v = t.within[v] {
			t.done[v] = true
		}
	}
}
