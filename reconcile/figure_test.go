package reconcile

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"sitrep"
)

// drawSays are tolls of one strike as reports tell them, of every harm, qualifier, relation, group and source.
func drawSays(rng *rand.Rand) []say {
	pick := func(n int) int { return rng.IntN(n) }
	var out []say
	for r := range 1 + pick(6) {
		report, published := string(rune('a'+r)), fmt.Sprintf("2016-03-%02d", 12+pick(4))
		for range 1 + pick(4) {
			x := sitrep.Toll{Harm: []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Missing}[pick(3)], Count: 1 + pick(40), Civilian: sitrep.Truth(pick(3)), Side: []string{"", "XXX", "YYY", "REBELS"}[pick(4)],
				Qualifier: []sitrep.TollQualifier{sitrep.Exact, sitrep.Exact, sitrep.AtLeast, sitrep.MoreThan, sitrep.About, sitrep.UpTo, sitrep.FewerThan, sitrep.Range, sitrep.Vague}[pick(9)],
				Relation:  []sitrep.TollRelation{"", "", sitrep.WholeToll, sitrep.PartToll, sitrep.RivalToll, sitrep.UpdateToll, sitrep.CumulativeToll}[pick(7)]}
			if x.Qualifier == sitrep.Range {
				x.CountTo = x.Count + pick(20)
			}
			source := []sitrep.Claim{reporter, monitor, hospital, enemy, witness, unnamed, faroff, atHome}[pick(8)]
			out = append(out, say{report, published, source, x})
		}
	}
	return out
}

// Whatever reports tell: every low, best and high is a figure that one of them told, with its words, never a sum of several; every figure is in one line, and
// counts or is set aside for a reason.
func TestEveryFigureIsToldWhateverIsTold(t *testing.T) {
	seeds := uint64(400)
	if testing.Short() {
		seeds = 80
	}
	for seed := range seeds {
		says := drawSays(rand.New(rand.NewPCG(seed, 9)))
		in := incidentOf(t, says)
		seen := map[string]bool{}
		for _, line := range in.Tally {
			figures := map[int]bool{}
			for _, f := range line.RestsOn {
				figures[f.Count] = true
				if f.CountTo > 0 {
					figures[f.CountTo] = true
				}
			}
			if !figures[line.Low] || !figures[line.Best] || !figures[line.High] || line.Low > line.Best || line.Best > line.High || line.Why == "" {
				t.Fatalf("seed %d: %d/%d/%d (%s) rests on %+v", seed, line.Low, line.Best, line.High, line.Why, line.RestsOn)
			}
			for _, f := range append(line.RestsOn[:len(line.RestsOn):len(line.RestsOn)], line.SetAside...) {
				var n int
				if _, err := fmt.Sscanf(f.Toll, "t%d", &n); err != nil || seen[f.Toll] {
					t.Fatalf("seed %d: toll %s twice, or none", seed, f.Toll)
				}
				seen[f.Toll] = true
				x := says[n].toll
				if x.Count != f.Count || x.CountTo != f.CountTo || x.Harm != line.Harm || f.Key.Report != says[n].report || f.Quote != fmt.Sprint(x.Count, " dead") || f.Why == "" || f.Origin == "" {
					t.Fatalf("seed %d: figure %+v was told as %+v", seed, f, says[n])
				}
			}
		}
		if len(seen) != len(says) {
			t.Fatalf("seed %d: %d figures of %d are in a line", seed, len(seen), len(says))
		}
	}
}
