package reconcile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep"
)

// sketches draws reports of some texts and of texts that are more or less like them, many just so alike as copies have to be.
func sketches(rng *rand.Rand, n int) []*sitrep.ReportHead {
	var out []*sitrep.ReportHead
	for i := range n {
		h := &sitrep.ReportHead{ID: fmt.Sprintf("r%03d", i)}
		if i == 0 || rng.IntN(3) == 0 {
			for range sketch {
				h.Shingles = append(h.Shingles, rng.Uint64())
			}
		} else {
			h.Shingles = slices.Clone(out[rng.IntN(i)].Shingles)
			for _, k := range rng.Perm(sketch)[:sketch-leastAlike-2+rng.IntN(5)] {
				h.Shingles[k] = rng.Uint64()
			}
		}
		out = append(out, h)
	}
	return out
}

func TestChainsAreThoseOfAllPairs(t *testing.T) {
	if want := int(math.Ceil(copyLikeness * sketch)); leastAlike != want {
		t.Fatalf("leastAlike is %d, want %d", leastAlike, want)
	}
	for seed := range uint64(20) {
		reports := sketches(rand.New(rand.NewPCG(seed, 5)), 80)
		set := newSets(len(reports))
		for i := range reports {
			for j := range i {
				if copies(reports[i], reports[j]) {
					set.join(i, j)
				}
			}
		}
		var want, got []string
		for _, part := range set.parts() {
			want = append(want, fmt.Sprint(part))
		}
		for _, chain := range chainsOf(reports) {
			var part []int
			for _, h := range chain {
				part = append(part, slices.Index(reports, h))
			}
			got = append(got, fmt.Sprint(part))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
	}
}
