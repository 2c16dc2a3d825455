package incidents

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep"
)

// Prediction is what was made of the events of the answers.
type Prediction struct {
	Of       map[Key]int            // the cluster of each event of the answers that counts and was found
	Tally    map[int][]sitrep.Tally // of each cluster
	Invented map[int]int            // events in each cluster that are none of the answers'
}

// Figures are what came out. Those of tallies are NaN where none is asked for.
type Figures struct {
	BCubedP, BCubedR, BCubedF1       float64
	FoundF1, InventedF1, Found       float64 // only end to end
	LinksP, LinksR, LinksF1, Across  float64
	Best, Band, Whole, WholeOfJoined float64
	Tallies, TalliesOfJoined         int
	Events, Incidents                int
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Score compares a prediction with the answers.
func (s *Set) Score(p *Prediction) Figures {
	var f Figures
	f.BCubedP, f.BCubedR = bcubed(s.of, p.Of, nil)
	f.BCubedF1 = f1(f.BCubedP, f.BCubedR)
	found := map[Key]string{}
	for e := range p.Of {
		found[e] = s.of[e]
	}
	f.FoundF1 = f1(bcubed(found, p.Of, nil))
	f.InventedF1 = f1(bcubed(s.of, p.Of, p.Invented))
	f.Found = float64(len(p.Of)) / float64(max(1, len(s.of)))
	f.LinksP, f.LinksR = pairwise(s.of, p.Of, false)
	f.LinksF1 = f1(f.LinksP, f.LinksR)
	f.Across = f1(pairwise(s.of, p.Of, true))
	s.tallies(p, &f)
	names := map[string]bool{}
	for _, i := range s.of {
		names[i] = true
	}
	f.Events, f.Incidents = len(s.of), len(names)
	return f
}

// bcubed is the mean over events of how pure an event's cluster is, and of how much of its incident is in it.
func bcubed(want map[Key]string, got map[Key]int, invented map[int]int) (precision, recall float64) {
	size, wanted, both := map[int]int{}, map[string]int{}, map[string]map[int]int{}
	for e, i := range want {
		wanted[i]++
		if both[i] == nil {
			both[i] = map[int]int{}
		}
		if c, ok := got[e]; ok {
			both[i][c]++
			size[c]++
		}
	}
	n := len(got)
	for _, k := range invented {
		n += k
	}
	for i, clusters := range both {
		for c, k := range clusters {
			precision += float64(k) * float64(k) / float64(size[c]+invented[c])
			recall += float64(k) * float64(k) / float64(wanted[i])
		}
	}
	return precision / float64(max(1, n)), recall / float64(max(1, len(want)))
}

// pairwise counts the pairs of events that share an incident, of two reports where across is asked for.
func pairwise(want map[Key]string, got map[Key]int, across bool) (precision, recall float64) {
	keys := make([]Key, 0, len(want))
	for e := range want {
		keys = append(keys, e)
	}
	slices.SortFunc(keys, func(a, b Key) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	var right, wanted, given int
	for i, a := range keys {
		for _, b := range keys[:i] {
			if across && a[0] == b[0] {
				continue
			}
			ca, okA := got[a]
			cb, okB := got[b]
			w, g := want[a] == want[b], okA && okB && ca == cb
			wanted, given = wanted+count(w), given+count(g)
			right += count(w && g)
		}
	}
	return share(right, given, count(wanted == 0)), share(right, wanted, 1)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(n, of, without int) float64 {
	if of == 0 {
		return float64(without)
	}
	return float64(n) / float64(of)
}

// tallies compares the lines of the answers with those of the clusters that share most with them.
func (s *Set) tallies(p *Prediction, f *Figures) {
	cluster := s.pair(p)
	var best, band, whole, wholeJoined int
	for _, i := range s.Incidents {
		n := 0
		for _, e := range i.Events {
			n += count(s.need[e])
		}
		if n == 0 {
			continue
		}
		var have []sitrep.Tally
		if c, ok := cluster[i.ID]; ok {
			have = p.Tally[c]
		}
		for _, want := range i.Tally {
			t := find(&want, i.Tally, have)
			okLow, okBest, okHigh := want.judge(t)
			f.Tallies, best, band, whole = f.Tallies+1, best+count(okBest), band+count(okLow && okHigh), whole+count(okLow && okBest && okHigh)
			f.TalliesOfJoined += count(n > 1)
			wholeJoined += count(n > 1 && okLow && okBest && okHigh)
		}
	}
	f.Best, f.Band, f.Whole = share(best, f.Tallies, 0), share(band, f.Tallies, 0), share(whole, f.Tallies, 0)
	f.WholeOfJoined = share(wholeJoined, f.TalliesOfJoined, 0)
}

// pair gives each incident the cluster that shares most events with it, one to one: of several the smallest.
func (s *Set) pair(p *Prediction) map[string]int {
	type both struct {
		incident string
		cluster  int
	}
	shared, size := map[both]int{}, map[int]int{}
	for e, c := range p.Of {
		shared[both{s.of[e], c}]++
		size[c]++
	}
	var all []both
	for b := range shared {
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b both) int {
		return cmp.Or(shared[b]-shared[a], size[a.cluster]-size[b.cluster], cmp.Compare(a.incident, b.incident),
			cmp.Compare(strconv.Itoa(a.cluster)+")", strconv.Itoa(b.cluster)+")")) // as the scorer breaks ties
	})
	out, used := map[string]int{}, map[int]bool{}
	for _, b := range all {
		if _, ok := out[b.incident]; !ok && !used[b.cluster] {
			out[b.incident] = b.cluster
			used[b.cluster] = true
		}
	}
	return out
}

// find looks for a line of the same harm and side; where answer and prediction have one line of that harm each, the side need not agree.
func find(want *Line, wants []Line, have []sitrep.Tally) *sitrep.Tally {
	var same []*sitrep.Tally
	for i := range have {
		if have[i].Harm == want.Harm {
			same = append(same, &have[i])
		}
	}
	for _, t := range same {
		if t.Side == want.Side {
			return t
		}
	}
	n := 0
	for _, w := range wants {
		n += count(w.Harm == want.Harm)
	}
	if len(same) == 1 && n == 1 {
		return same[0]
	}
	return nil
}

// judge tells which of the three figures of a line are right.
func (l *Line) judge(t *sitrep.Tally) (low, best, high bool) {
	if t == nil {
		return false, false, false
	}
	return t.Low == l.Low || slices.Contains(l.LowAlt, t.Low), t.Best == l.Best || slices.Contains(l.BestAlt, t.Best),
		t.High == l.High || slices.Contains(l.HighAlt, t.High)
}
