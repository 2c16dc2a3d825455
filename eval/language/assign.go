package language

import "math"

// assign matches every row to a column of its own so that the sum of the weights is greatest (the Hungarian method with potentials, in
// rows² · columns steps). There must be at least as many columns as rows.
func assign(weight [][]float64) []int {
	if len(weight) == 0 {
		return nil
	}
	rows, columns := len(weight), len(weight[0])
	h := hungarian{weight: weight, u: make([]float64, rows+1), v: make([]float64, columns+1), row: make([]int, columns+1)}
	for i := 1; i <= rows; i++ {
		h.insert(i, columns)
	}
	match := make([]int, rows)
	for j := 1; j <= columns; j++ {
		if h.row[j] > 0 {
			match[h.row[j]-1] = j - 1
		}
	}
	return match
}

// hungarian holds the potentials of rows and columns and the row that each column is matched to; all count from 1, 0 is none.
type hungarian struct {
	weight [][]float64
	u, v   []float64
	row    []int
}

// insert finds a column for row i along the cheapest path of exchanges.
func (h *hungarian) insert(i, columns int) {
	h.row[0] = i
	cost, before, done := make([]float64, columns+1), make([]int, columns+1), make([]bool, columns+1)
	for j := range cost {
		cost[j] = math.Inf(1)
	}
	at := 0
	for h.row[at] != 0 {
		done[at] = true
		next, delta := 0, math.Inf(1)
		for j := 1; j <= columns; j++ {
			if done[j] {
				continue
			}
			if c := -h.weight[h.row[at]-1][j-1] - h.u[h.row[at]] - h.v[j]; c < cost[j] {
				cost[j], before[j] = c, at
			}
			if cost[j] < delta {
				next, delta = j, cost[j]
			}
		}
		h.shift(done, cost, delta)
		at = next
	}
	for at != 0 {
		h.row[at] = h.row[before[at]]
		at = before[at]
	}
}

func (h *hungarian) shift(done []bool, cost []float64, delta float64) {
	for j := range done {
		if done[j] {
			h.u[h.row[j]] += delta
			h.v[j] -= delta
		} else {
			cost[j] -= delta
		}
	}
}
