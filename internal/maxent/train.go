package maxent

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Example is a vector with its right class.
type Example struct {
	Vector
	Class  string
	Weight float64 // 0 counts as 1
	Group  string  // of cross-validation: examples of one group are never on both sides
}

// Options say how to train. The zero value of a field takes its default.
type Options struct {
	Epochs   int     // 20
	Rate     float64 // 0.1, AdaGrad
	L2       float64 // 1e-4, for each example
	MinCount int     // features of fewer examples are left out: 2
	Seed     uint64
	// Prior, where it is above zero, is the weight of half the sum of the squares of all weights, beside the summed loss of the examples. The
	// least of both is found then, in place of Epochs at a Rate with L2 for the features that each example has. 10 is right for some ten thousand examples.
	Prior float64
}

func (o Options) defaults() Options {
	if o.Epochs == 0 {
		o.Epochs = 20
	}
	if o.Rate == 0 {
		o.Rate = 0.1
	}
	if o.L2 == 0 {
		o.L2 = 1e-4
	}
	if o.MinCount == 0 {
		o.MinCount = 2
	}
	return o
}

// Train makes a model of examples. The same examples and options give the same model.
func Train(examples []Example, o Options) *Model {
	o = o.defaults()
	m := newModel(examples, o)
	k := len(m.Classes)
	t := trainer{Model: m, o: o, sums: make([]float32, len(m.rows)), denseSums: make([]float32, len(m.dense)*k), biasSums: make([]float32, k)}
	rows := make([][]int, len(examples))
	right := make([]int, len(examples))
	for i := range examples {
		rows[i] = m.known(examples[i].IDs)
		right[i] = slices.Index(m.Classes, examples[i].Class)
	}
	if o.Prior > 0 {
		m.fitExamples(examples, rows, right, o.Prior)
		return m
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.step(&examples[i], rows[i], right[i])
		}
	}
	return m
}

func newModel(examples []Example, o Options) *Model {
	m, count, dense := &Model{}, map[uint32]int{}, 0
	for i := range examples {
		if e := &examples[i]; !slices.Contains(m.Classes, e.Class) {
			m.Classes = append(m.Classes, e.Class)
		}
		dense = max(dense, len(examples[i].Dense))
		for _, id := range examples[i].IDs {
			count[id]++
		}
	}
	slices.Sort(m.Classes)
	for id, n := range count {
		if n >= o.MinCount {
			m.ids = append(m.ids, id)
		}
	}
	slices.Sort(m.ids)
	m.table = newTable(m.ids)
	k := len(m.Classes)
	m.bias, m.rows, m.dense = make([]float32, k), make([]float32, k*len(m.ids)), make([][]float32, dense)
	for i := range m.dense {
		m.dense[i] = make([]float32, k)
	}
	return m
}

func (m *Model) known(ids []uint32) []int {
	var rows []int
	for _, id := range ids {
		if i := m.find(id); i >= 0 {
			rows = append(rows, i)
		}
	}
	return rows
}

// trainer is a model with the sums of squared gradients of its weights.
type trainer struct {
	*Model
	o                         Options
	sums, denseSums, biasSums []float32
	p                         []float64
}

func (t *trainer) step(e *Example, rows []int, right int) {
	k := len(t.Classes)
	t.p = append(t.p[:0], make([]float64, k)...)
	for c := range t.p {
		x := t.bias[c]
		for _, r := range rows {
			x += t.rows[r*k+c]
		}
		for d, v := range e.Dense {
			x += t.dense[d][c] * v
		}
		t.p[c] = float64(x)
	}
	softmax(t.p)
	weight := e.Weight
	if weight == 0 {
		weight = 1
	}
	for c := range t.p {
		g := float32(t.p[c] * weight)
		if c == right {
			g -= float32(weight)
		}
		t.move(&t.bias[c], &t.biasSums[c], g, 0)
		for _, r := range rows {
			t.move(&t.rows[r*k+c], &t.sums[r*k+c], g, t.o.L2)
		}
		for d, v := range e.Dense {
			t.move(&t.dense[d][c], &t.denseSums[d*k+c], g*v, t.o.L2)
		}
	}
}

func (t *trainer) move(w, sum *float32, g float32, l2 float64) {
	g += float32(l2) * *w
	*sum += g * g
	if *sum > 0 {
		*w -= float32(t.o.Rate) * g / float32(math.Sqrt(float64(*sum))+1e-6)
	}
}

// Fold is the answer of a model that did not see an example.
type Fold struct {
	Right, Given string
	P            []float64 // of Classes
	Classes      []string
}

// CrossValidate trains on all folds but one and answers that one, for each of n folds of groups; the answers stand in the order of the examples.
func CrossValidate(examples []Example, o Options, n int) []Fold {
	var groups []string
	for i := range examples {
		if !slices.Contains(groups, examples[i].Group) {
			groups = append(groups, examples[i].Group)
		}
	}
	slices.Sort(groups)
	fold := map[string]int{}
	for i, g := range groups {
		fold[g] = i % n
	}
	out := make([]Fold, len(examples))
	for f := range n {
		var seen []Example
		for _, e := range examples {
			if fold[e.Group] != f {
				seen = append(seen, e)
			}
		}
		if len(seen) == 0 {
			continue
		}
		m := Train(seen, o)
		for i := range examples {
			if fold[examples[i].Group] == f {
				p := m.Probabilities(&examples[i].Vector, nil)
				given := m.Classes[0]
				for c := range p {
					if p[c] > p[slices.Index(m.Classes, given)] {
						given = m.Classes[c]
					}
				}
				out[i] = Fold{examples[i].Class, given, p, m.Classes}
			}
		}
	}
	return out
}
