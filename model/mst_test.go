package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomArcs gives arcs of a sentence; few different scores make many of them equal.
func randomArcs(r *rand.Rand, n, different int) *arcs {
	a := &arcs{scale: 0.25, root: float32(r.NormFloat64())}
	a.deps.n, a.deps.padded = n, padded(n, block)
	a.acc = make([]int32, (n+1)*a.deps.padded)
	for i := range a.acc {
		a.acc[i] = r.Int32N(int32(different)) - int32(different)/2
	}
	a.spread(n, randomFloats(r, buckets, 1))
	return a
}

func total(a *arcs, heads []int32) (sum float64) {
	for j, h := range heads {
		sum += float64(a.at(int(h), j))
	}
	return sum
}

func TestBestTree(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var tr tree // the scratch is used again
	for i := range 400 {
		n := 1 + r.IntN(5)
		a := randomArcs(r, n, []int{3, 50, 100000}[i%3])
		want := math.Inf(-1)
		trees := 0
		everyHeads(n, func(heads []int32) {
			if naiveValid(heads) {
				want = max(want, total(a, heads))
				trees++
			}
		})
		if wantTrees := int(math.Pow(float64(n), float64(n-1))); trees != wantTrees {
			t.Fatalf("%d trees of %d words: Cayley says %d", trees, n, wantTrees)
		}
		heads := make([]int32, n)
		tr.best(heads, a)
		if !naiveValid(heads) {
			t.Fatalf("case %d: %v is no tree with one root", i, heads)
		}
		if got := total(a, heads); math.Abs(got-want) > 1e-9*math.Abs(want)+1e-9 {
			t.Fatalf("case %d: %v scores %v: the best is %v", i, heads, got, want)
		}
	}
}

// everyHeads visits every choice of heads.
func everyHeads(n int, visit func([]int32)) {
	heads := make([]int32, n)
	for code := range int(math.Pow(float64(n+1), float64(n))) {
		for i := range heads {
			heads[i] = int32(code%(n+1)) - 1
			code /= n + 1
		}
		visit(heads)
	}
}

// naiveValid follows each word to the root.
func naiveValid(heads []int32) bool {
	roots := 0
	for i := range heads {
		if heads[i] == Root {
			roots++
		}
		j, steps := int32(i), 0
		for ; j != Root && steps <= len(heads); steps++ {
			j = heads[j]
		}
		if j != Root {
			return false
		}
	}
	return roots == 1
}

func TestValidTree(t *testing.T) {
	var tr tree
	for n := 1; n <= 4; n++ {
		everyHeads(n, func(heads []int32) {
			if got := tr.valid(heads); got != naiveValid(heads) {
				t.Errorf("valid(%v) = %v", heads, got)
			}
		})
	}
}

// TestBestTreeIsGreedyWhereThatIsATree ties the two ways to the same scores.
func TestBestTreeIsGreedyWhereThatIsATree(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	var tr tree
	met := 0
	for range 3000 {
		a := randomArcs(r, 2+r.IntN(4), 100000)
		greedy, best := make([]int32, a.deps.n), make([]int32, a.deps.n)
		a.best(greedy)
		if tr.best(best, a); naiveValid(greedy) {
			met++
			if !slices.Equal(greedy, best) {
				t.Fatalf("greedy %v, best %v", greedy, best)
			}
		}
	}
	if met < 100 {
		t.Errorf("only %d trees among the greedy ones", met)
	}
}

func TestGreedyHeads(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for i := range 100 {
		a := randomArcs(r, 1+r.IntN(80), []int{2, 100000}[i%2])
		heads := make([]int32, a.deps.n)
		a.best(heads)
		for j := range heads {
			want := Root
			for h := range heads {
				if h != j && a.at(h, j) > a.at(want, j) {
					want = h
				}
			}
			if int(heads[j]) != want {
				t.Fatalf("head of %d: %d: want %d", j, heads[j], want)
			}
		}
	}
}

// TestLongTrees has cycles within cycles, in numbers that would show a cubic cost.
func TestLongTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	var tr tree
	for _, n := range []int{160, 1500} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			a := randomArcs(r, n, 100000)
			for j := range n { // neighbours in pairs, pairs in fours, …
				for size := 1; size < n; size *= 2 {
					if h := j ^ size; h < n {
						a.acc[(h+1)*a.deps.padded+j] += int32(4_000_000 / size)
					}
				}
			}
			heads := make([]int32, n)
			tr.best(heads, a)
			if !naiveValid(heads) {
				t.Error("no tree with one root")
			}
			if len(tr.row) < n+n/2 {
				t.Errorf("only %d cycles: the case is too easy", len(tr.row)-n-1)
			}
		})
	}
}

func TestBuckets(t *testing.T) {
	for d, want := range map[int]int{-500: 0, -32: 0, -31: 1, -1: 31, 0: 32, 1: 33, 32: 64, 33: 64} {
		if got := bucket(d); got != want {
			t.Errorf("bucket(%d) = %d: want %d", d, got, want)
		}
	}
	dist := make([]float32, buckets)
	for i := range dist {
		dist[i] = float32(i)
	}
	a := arcs{}
	a.deps.n, a.deps.padded = 300, 304
	a.acc = make([]int32, 301*304)
	a.spread(300, dist)
	for _, c := range []struct{ head, dependent, want int }{{5, 6, 31}, {6, 5, 33}, {0, 299, 0}, {299, 0, 64}, {40, 40 + 31, 1}} {
		if got := a.at(c.head, c.dependent); got != float32(c.want) {
			t.Errorf("head %d of %d has bucket %v: want %d", c.head, c.dependent, got, c.want)
		}
	}
}
