package language

import "sitrep"

// Ratio is a precision or a recall before the division.
type Ratio struct {
	Num, Den float64
}

// Measure is a precision and a recall.
type Measure struct {
	Recall, Precision Ratio
}

// F1 is the harmonic mean of the two.
func (m Measure) F1() float64 {
	r, p := m.Recall.value(), m.Precision.value()
	if r+p == 0 {
		return 0
	}
	return 2 * r * p / (r + p)
}

func (r Ratio) value() float64 {
	if r.Den == 0 {
		return 0
	}
	return r.Num / r.Den
}

func (m *Measure) add(o Measure) {
	m.Recall.Num += o.Recall.Num
	m.Recall.Den += o.Recall.Den
	m.Precision.Num += o.Precision.Num
	m.Precision.Den += o.Precision.Den
}

// Chains is how well mentions were joined into chains: MUC (Vilain 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF (Luo 2005),
// summed over documents as the reference scorer does, and how well the mentions themselves were found.
type Chains struct {
	Mentions       Score
	MUC, B3, CEAFe Measure
}

// Average is the CoNLL average: the mean F1 of the three measures.
func (c Chains) Average() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAFe.F1()) / 3 }

func (c *Chains) add(o Chains) {
	c.Mentions.add(o.Mentions)
	c.MUC.add(o.MUC)
	c.B3.add(o.B3)
	c.CEAFe.add(o.CEAFe)
}

// mention is a stretch of tokens: two mentions are one if they begin and end with the same words.
type mention struct{ first, last int }

// partition is the chains of a document as sets of mentions; of gives each mention's chain.
type partition struct {
	chains [][]mention
	of     map[mention]int
}

// partitionOf leaves out chains of one mention, as OntoNotes does, and what a mention refers to besides its first chain.
func partitionOf(chains []sitrep.Chain) partition {
	p := partition{of: map[mention]int{}}
	for _, c := range chains {
		var own []mention
		seen := map[mention]bool{}
		for _, m := range c.Mentions {
			k := mention{m.First, m.Last}
			if _, taken := p.of[k]; !taken && !seen[k] {
				seen[k] = true
				own = append(own, k)
			}
		}
		if len(own) < 2 {
			continue
		}
		for _, k := range own {
			p.of[k] = len(p.chains)
		}
		p.chains = append(p.chains, own)
	}
	return p
}

func scoreChains(gold, system []sitrep.Chain) Chains {
	g, s := partitionOf(gold), partitionOf(system)
	c := Chains{Mentions: Score{Gold: float64(len(g.of)), System: float64(len(s.of))}}
	for m := range g.of {
		if _, ok := s.of[m]; ok {
			c.Mentions.Right++
		}
	}
	c.MUC = Measure{Recall: muc(g, s), Precision: muc(s, g)}
	c.B3 = Measure{Recall: b3(g, s), Precision: b3(s, g)}
	similar := ceafe(g, s)
	c.CEAFe = Measure{Recall: Ratio{similar, float64(len(g.chains))}, Precision: Ratio{similar, float64(len(s.chains))}}
	return c
}

// muc counts the links of each chain that the other side keeps: a chain of n mentions that the other cuts into k parts keeps n-k of n-1.
func muc(of, by partition) (r Ratio) {
	for _, chain := range of.chains {
		parts := map[int]bool{}
		alone := 0
		for _, m := range chain {
			if k, ok := by.of[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		r.Num += float64(len(chain) - len(parts) - alone)
		r.Den += float64(len(chain) - 1)
	}
	return r
}

// b3 is the mean, over the mentions, of the part of a mention's chain that is in its chain on the other side too.
func b3(of, by partition) (r Ratio) {
	for _, chain := range of.chains {
		shared := map[int]int{}
		for _, m := range chain {
			if k, ok := by.of[m]; ok {
				shared[k]++
			}
		}
		for _, n := range shared {
			r.Num += float64(n*n) / float64(len(chain))
		}
		r.Den += float64(len(chain))
	}
	return r
}

// ceafe is the similarity of the best one-to-one match of chains, where that of two chains is 2·shared / (their sizes together).
func ceafe(a, b partition) float64 {
	if len(a.chains) > len(b.chains) {
		a, b = b, a
	}
	weight := make([][]float64, len(a.chains))
	for i, chain := range a.chains {
		weight[i] = make([]float64, len(b.chains))
		for _, m := range chain {
			if k, ok := b.of[m]; ok {
				weight[i][k] += 2 / float64(len(chain)+len(b.chains[k]))
			}
		}
	}
	total := 0.0
	for i, k := range assign(weight) {
		total += weight[i][k]
	}
	return total
}
