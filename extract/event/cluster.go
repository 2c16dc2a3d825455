package event

import (
	"math"
	"sort"

	"sitrep/internal/maxent"
)

const (
	// joins is how likely one happening must be for two mentions to be joined; the likelihood of two groups is the mean over their pairs.
	joins = 0.5
	// most is how many mentions are compared with each other; later ones of a longer text are compared with the last so many alone.
	most = 400
)

// clusters puts the mentions of one happening together: each group, and the groups by their first mention, in the order of the text.
func (m *models) clusters(v *view) [][]int {
	n := len(v.Mentions)
	score := m.scores(v)
	groups := make([][]int, n)
	for i := range groups {
		groups[i] = []int{i}
	}
	for {
		best, a, b := joins, -1, -1
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				if p := likelihood(score, groups[i], groups[j]); p > best {
					best, a, b = p, i, j
				}
			}
		}
		if a < 0 {
			break
		}
		groups[a] = append(groups[a], groups[b]...)
		sort.Ints(groups[a])
		groups = append(groups[:b], groups[b+1:]...)
	}
	return groups
}

// scores are the likelihoods of one happening for all pairs, the first before the second.
func (m *models) scores(v *view) map[[2]int]float64 {
	score := map[[2]int]float64{}
	var x maxent.Vector
	for j := range v.Mentions {
		for i := max(0, j-most); i < j; i++ {
			if barred(v, i, j) {
				continue
			}
			score[[2]int{i, j}] = m.one(v, i, j, &x)
		}
	}
	return score
}

// one is the likelihood that two mentions tell of one happening.
func (m *models) one(v *view, i, j int, x *maxent.Vector) float64 {
	x.Reset()
	v.pair(i, j, x)
	return m.pairs.Of("same", x)
}

// barred tells whether two mentions cannot be of one happening, whatever else speaks for it.
func barred(v *view, i, j int) bool {
	a, b := &v.Mentions[i], &v.Mentions[j]
	if families[a.Kind] != families[b.Kind] {
		return true
	}
	return days(a.When, b.When) == distinct && v.places(a.Places, b.Places) == distinct
}

// likelihood is the mean over the pairs of two groups; one pair that cannot be of one happening keeps them apart.
func likelihood(score map[[2]int]float64, a, b []int) float64 {
	sum, n := 0.0, 0
	for _, i := range a {
		for _, j := range b {
			p, ok := score[[2]int{min(i, j), max(i, j)}]
			if !ok {
				return 0
			}
			sum += p
			n++
		}
	}
	return sum / float64(n)
}

// correlation is the likeness of two vectors about their means.
func correlation(a, b []uint8) float64 {
	ma, mb := mean(a), mean(b)
	var ab, aa, bb float64
	for k := range a {
		x, y := float64(a[k])-ma, float64(b[k])-mb
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

func mean(a []uint8) float64 {
	sum := 0
	for _, x := range a {
		sum += int(x)
	}
	return float64(sum) / float64(max(1, len(a)))
}
