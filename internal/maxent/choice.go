package maxent

import (
	"math/rand/v2"
	"slices"
)

// Choice is a set of options of which some are right.
type Choice struct {
	Options []Vector
	Right   []bool
	Group   string // of cross-validation, as in Example
}

// The classes of a model of choices. Only the first has weights.
const (
	RightOption = "right"
	WrongOption = "wrong"
)

// TrainChoices makes a model that weighs the options of a choice against each other. Choices without a right option teach nothing.
func TrainChoices(choices []Choice, o Options) *Model {
	o = o.defaults()
	var flat []Example
	for _, c := range choices {
		for i, v := range c.Options {
			class := WrongOption
			if c.Right[i] {
				class = RightOption
			}
			flat = append(flat, Example{Vector: v, Class: class})
		}
	}
	flat = append(flat, Example{Class: RightOption}, Example{Class: WrongOption})
	m := newModel(flat, o)
	k := len(m.Classes)
	t := trainer{Model: m, o: o, sums: make([]float32, len(m.rows)), denseSums: make([]float32, len(m.dense)*k), biasSums: make([]float32, k)}
	rows := make([][][]int, len(choices))
	for i := range choices {
		rows[i] = make([][]int, len(choices[i].Options))
		for j, v := range choices[i].Options {
			rows[i][j] = m.known(v.IDs)
		}
	}
	if o.Prior > 0 {
		m.fitChoices(choices, rows, o.Prior)
		return m
	}
	order := make([]int, len(choices))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.choice(&choices[i], rows[i])
		}
	}
	return m
}

// choice moves the weights of the options so that the right ones together gain.
func (t *trainer) choice(c *Choice, rows [][]int) {
	if !slices.Contains(c.Right, true) {
		return
	}
	k := len(t.Classes)
	p := make([]float64, len(rows))
	for j := range rows {
		for _, r := range rows[j] {
			p[j] += float64(t.rows[r*k])
		}
		for d, x := range c.Options[j].Dense {
			p[j] += float64(t.dense[d][0] * x)
		}
	}
	softmax(p)
	sum := 0.0
	for j, right := range c.Right {
		if right {
			sum += p[j]
		}
	}
	for j := range rows {
		g := float32(p[j])
		if c.Right[j] {
			g -= float32(p[j] / max(sum, 1e-9))
		}
		for _, r := range rows[j] {
			t.move(&t.rows[r*k], &t.sums[r*k], g, t.o.L2)
		}
		for d, x := range c.Options[j].Dense {
			t.move(&t.dense[d][0], &t.denseSums[d*k], g*x, t.o.L2)
		}
	}
}

// Choose gives the probabilities of the options of a choice, by a model of choices, in dst if it has room.
func (m *Model) Choose(options []Vector, dst []float64) []float64 {
	dst = dst[:0]
	var room [rowsAtOnce]int32
	for i := range options {
		x := 0.0
		for ids := range slices.Chunk(options[i].IDs, rowsAtOnce) {
			x = m.add(x, m.found(ids, &room), 0)
		}
		for d, v := range options[i].Dense {
			if d < len(m.dense) {
				x += float64(m.dense[d][0] * v)
			}
		}
		dst = append(dst, x)
	}
	if len(dst) == 0 {
		return dst
	}
	return softmax(dst)
}
