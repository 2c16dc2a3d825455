package maxent

import "math"

// fit moves the weights of a model to where the loss of the examples with the prior is least. Unlike step after step, it weighs down a feature
// that few examples have as much as any other, and nothing hangs on the order of the examples.
func (m *Model) fit(prior float64, loss func(w, grad []float64) float64) {
	k := len(m.Classes)
	n := len(m.rows) + len(m.dense)*k
	w := make([]float64, n+k)
	minimise(w, func(w, grad []float64) float64 {
		clear(grad)
		sum := loss(w, grad)
		for i := range w[:n] { // the bias is free
			sum += prior / 2 * w[i] * w[i]
			grad[i] += prior * w[i]
		}
		return sum
	})
	for i := range m.rows {
		m.rows[i] = float32(w[i])
	}
	for d := range m.dense {
		for c := range k {
			m.dense[d][c] = float32(w[len(m.rows)+d*k+c])
		}
	}
	for c := range k {
		m.bias[c] = float32(w[n+c])
	}
}

// fitExamples fits a model to examples.
func (m *Model) fitExamples(examples []Example, rows [][]int, right []int, prior float64) {
	k := len(m.Classes)
	dense, bias := len(m.rows), len(m.rows)+len(m.dense)*k
	p := make([]float64, k)
	m.fit(prior, func(w, grad []float64) float64 {
		sum := 0.0
		for i := range examples {
			e := &examples[i]
			copy(p, w[bias:])
			for _, r := range rows[i] {
				for c := range p {
					p[c] += w[r*k+c]
				}
			}
			for d, x := range e.Dense {
				for c := range p {
					p[c] += w[dense+d*k+c] * float64(x)
				}
			}
			softmax(p)
			weight := e.Weight
			if weight == 0 {
				weight = 1
			}
			sum -= weight * math.Log(max(p[right[i]], 1e-12))
			p[right[i]]--
			for c := range p {
				p[c] *= weight
				grad[bias+c] += p[c]
			}
			for _, r := range rows[i] {
				for c := range p {
					grad[r*k+c] += p[c]
				}
			}
			for d, x := range e.Dense {
				for c := range p {
					grad[dense+d*k+c] += p[c] * float64(x)
				}
			}
		}
		return sum
	})
}

// fitChoices fits a model to choices, whose first class alone has weights.
func (m *Model) fitChoices(choices []Choice, rows [][][]int, prior float64) {
	k := len(m.Classes)
	dense := len(m.rows)
	var p []float64
	m.fit(prior, func(w, grad []float64) float64 {
		sum := 0.0
		for i := range choices {
			c := &choices[i]
			p = p[:0]
			any := false
			for j := range c.Options {
				any = any || c.Right[j]
				x := 0.0
				for _, r := range rows[i][j] {
					x += w[r*k]
				}
				for d, v := range c.Options[j].Dense {
					x += w[dense+d*k] * float64(v)
				}
				p = append(p, x)
			}
			if !any {
				continue
			}
			softmax(p)
			right := 0.0
			for j := range p {
				if c.Right[j] {
					right += p[j]
				}
			}
			right = max(right, 1e-12)
			sum -= math.Log(right)
			for j := range p {
				g := p[j]
				if c.Right[j] {
					g -= p[j] / right
				}
				for _, r := range rows[i][j] {
					grad[r*k] += g
				}
				for d, v := range c.Options[j].Dense {
					grad[dense+d*k] += g * float64(v)
				}
			}
		}
		return sum
	})
}
