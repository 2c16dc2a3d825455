package language

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"sitrep"
)

// chains makes chains of mentions of one word each: "abc" is a chain of the words a, b and c.
func chains(sets ...string) (all []sitrep.Chain) {
	for _, set := range sets {
		var c sitrep.Chain
		for _, r := range set {
			c.Mentions = append(c.Mentions, sitrep.Mention{First: int(r), Last: int(r) + 1})
		}
		all = append(all, c)
	}
	return all
}

// The figures are worked out by hand from the definitions.
func TestScoreChains(t *testing.T) {
	cases := []struct {
		name         string
		gold, system []sitrep.Chain
		want         [5]float64 // mentions, MUC, B³, CEAF-e, average
	}{
		{"the gold itself", chains("abc", "defg"), chains("gfed", "cba"), [5]float64{1, 1, 1, 1, 1}},
		{
			// MUC: recall (1+1)/(2+3), precision (1+0+1)/(1+1+3). B³: recall (5/3+5/4)/7 = 5/12, precision (2+1+1)/8. CEAF-e: the best match
			// is abc-ab (4/5) and defg-fghi (4/8), so recall 1.3/2 and precision 1.3/3. Mentions: 6 of 7 and of 8.
			"split, merged, missed and invented", chains("abc", "defg"), chains("ab", "cd", "fghi"),
			[5]float64{12. / 15, .4, 2 * (5. / 12) * .5 / (5./12 + .5), 2 * 1.3 / 5, 0},
		},
		{"chains of one mention count for nothing", chains("ab", "c"), chains("ab", "d"), [5]float64{1, 1, 1, 1, 1}},
		{"a mention belongs to its first chain", chains("abc"), chains("abc", "cde"), [5]float64{2 * 3. / 8, 2 * 1 * (2. / 3) / (5. / 3), 2 * 1 * (3. / 5) / (8. / 5), 2. / 3, 0}},
		{"nothing found", chains("ab"), nil, [5]float64{}},
		{"nothing there", nil, nil, [5]float64{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.want[4] == 0 {
				c.want[4] = (c.want[1] + c.want[2] + c.want[3]) / 3
			}
			got := scoreChains(c.gold, c.system)
			for i, f := range got.figures() {
				if math.Abs(f.value-c.want[i]) > 1e-9 {
					t.Errorf("%s %.4f, want %.4f", f.head, f.value, c.want[i])
				}
			}
		})
	}
}

func TestChainsAreSummedOverDocuments(t *testing.T) {
	var c Chains
	c.add(scoreChains(chains("abc"), chains("ab")))  // MUC recall 1/2, precision 1/1
	c.add(scoreChains(chains("abcd"), chains("ab"))) // 1/3, 1/1
	if r, p := c.MUC.Recall, c.MUC.Precision; r != (Ratio{2, 5}) || p != (Ratio{2, 2}) {
		t.Errorf("recall %v and precision %v, want 2/5 and 2/2", r, p)
	}
}

func TestAssignFindsTheBestMatch(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for n := range 40 {
		rows := 1 + n%5
		weight := make([][]float64, rows)
		for i := range weight {
			weight[i] = make([]float64, rows+n%3)
			for j := range weight[i] {
				weight[i][j] = float64(random.Intn(10)) / 8
			}
		}
		total, taken := 0.0, map[int]bool{}
		for i, j := range assign(weight) {
			total += weight[i][j]
			taken[j] = true
		}
		if want := best(weight, 0, map[int]bool{}); len(taken) != rows || math.Abs(total-want) > 1e-9 {
			t.Fatalf("%v: %v over %d columns, want %v", weight, total, len(taken), want)
		}
	}
}

// best tries every match.
func best(weight [][]float64, row int, taken map[int]bool) float64 {
	if row == len(weight) {
		return 0
	}
	most := math.Inf(-1)
	for j, w := range weight[row] {
		if !taken[j] {
			taken[j] = true
			most = max(most, w+best(weight, row+1, taken))
			taken[j] = false
		}
	}
	return most
}

func TestScoreNames(t *testing.T) {
	name := func(first, last int, label sitrep.NameLabel) sitrep.Name {
		return sitrep.Name{First: first, Last: last, Label: label}
	}
	gold := &sitrep.Doc{Names: []sitrep.Name{name(0, 2, "PER"), name(3, 4, "LOC"), name(5, 6, "LOC"), name(7, 9, "ORG")}}
	ours := &sitrep.Doc{Names: []sitrep.Name{name(0, 2, sitrep.Person), name(3, 4, sitrep.GPE), name(5, 6, sitrep.Org), name(7, 8, sitrep.Org),
		name(10, 11, sitrep.Facility), name(12, 13, sitrep.Date), name(14, 15, sitrep.NORP)}}
	got := fmt.Sprint(scoreNames(gold, ours))
	// Right: the person and one place. Dates and NORP are no names here.
	if want := fmt.Sprint(Names{PER: Score{1, 1, 1}, ORG: Score{0, 1, 2}, LOC: Score{1, 2, 2}, All: Score{2, 4, 5}}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
