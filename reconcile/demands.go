package reconcile

import (
	"fmt"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// demandGroups are demands as they are gathered, those first told first. Two claims have to do with each other only where they share words of what is spoken of, so that each is
// compared with those of its words: of some months there are thousands.
type demandGroups struct {
	groups []demandGroup
	of     map[claimKey]int
	first  map[string][]int // by a word: the demands whose first telling has it, in order
	any    map[string][]int // those of which some telling has it
	by     voices
}

func newDemandGroups() *demandGroups {
	return &demandGroups{of: map[claimKey]int{}, first: map[string][]int{}, any: map[string][]int{}, by: voices{}}
}

// demanded adds the demands among some claims.
func (all *demandGroups) demanded(rows []casebook.ClaimRow) {
	for _, d := range all.inOrder(rows, true) {
		all.tell(d)
	}
}

// replied gives the demands the answers to them among some claims.
func (all *demandGroups) replied(rows []casebook.ClaimRow) {
	for _, a := range all.inOrder(rows, false) {
		if g, ok := all.of[claimKey{a.row.Report.ID, a.row.Claim.Answers}]; ok {
			all.groups[g].answers = append(all.groups[g].answers, a)
		} else if a.row.Claim.Answers != "" {
			continue
		} else if g := all.answered(a); g >= 0 {
			all.groups[g].answers = append(all.groups[g].answers, a)
		}
	}
}

// rows are the demands of some claims, each as the first of those that are wanted tells it.
func (all *demandGroups) rows(of []casebook.ClaimRow, wanted map[claimKey]bool) (out []Demand, err error) {
	for i := range of {
		g, ok := all.of[keyOfClaim(&of[i])]
		if !ok {
			return out, fmt.Errorf("look for other reports of a demand of report %s: it is not among those of its days", of[i].Report.ID)
		}
		if first := all.groups[g].firstOf(wanted); first != nil && keyOfClaim(first) == keyOfClaim(&of[i]) {
			out = append(out, all.groups[g].as(&of[i]))
		}
	}
	return out, nil
}

// inOrder are the demands among some claims, or the others, by when they were told.
func (all *demandGroups) inOrder(rows []casebook.ClaimRow, demands bool) (out []*spoken) {
	for i := range rows {
		if demands == (rows[i].Claim.Stance == sitrep.Demand) {
			out = append(out, all.by.spokenOf(&rows[i]))
		}
	}
	slices.SortFunc(out, compareSpoken)
	return out
}

// tell adds a telling to the first demand that it can be one with, or as one of its own.
func (all *demandGroups) tell(d *spoken) {
	key := keyOfClaim(d.row)
	g, again := all.of[key]
	if again = again && keyOfClaim(all.groups[g].told[0].row) == key; !again {
		g = len(all.groups)
	}
	for _, k := range all.candidates(all.first, d, sameDemand) {
		if k < g && oneDemand(&all.groups[k], d) {
			g = k
			break
		}
	}
	if g == len(all.groups) {
		all.groups = append(all.groups, demandGroup{})
		note(all.first, d, g)
	}
	all.groups[g].tell(d)
	note(all.any, d, g)
	all.of[key] = g
}

// note notes a demand under the words of a telling of it.
func note(words map[string][]int, d *spoken, g int) {
	for _, w := range d.matter.words {
		k, there := slices.BinarySearch(words[w], g)
		if !there {
			words[w] = slices.Insert(words[w], k, g)
		}
	}
}

// candidates are the demands that share a word with a claim, first told at most so many days before it, in order.
func (all *demandGroups) candidates(words map[string][]int, s *spoken, days int) (out []int) {
	// Days are those of where a report appeared, moments order the groups: of neighbours a day may be later than the next one's.
	from, _ := slices.BinarySearchFunc(all.groups, s.pub-days-zones, func(g demandGroup, pub int) int { return g.told[0].pub - pub })
	for _, w := range s.matter.words {
		k, _ := slices.BinarySearch(words[w], from)
		out = append(out, words[w][k:]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// zones is by how many days at most the days of two reports can be in another order than the moments at which they appeared, and one more.
const zones = 3

// answered is the demand that a claim of another report answers, -1 for none; of several the one of whose matter it has most, of equals the later one.
func (all *demandGroups) answered(a *spoken) int {
	best, most := -1, 0.0
	for _, g := range all.candidates(all.any, a, answersSoon) {
		if n := all.groups[g].answerScore(a); n > 0 && n >= most {
			best, most = g, n
		}
	}
	return best
}

// matter is what a claim speaks of: the words, with what they weigh.
type matter struct {
	words   []string
	weights []float64
	sum     float64
}

func (m *matter) add(word string) {
	w := weight(word)
	m.words, m.weights, m.sum = append(m.words, word), append(m.weights, w), m.sum+w
}

// shared is the weight of the words that two share, and of the lesser one.
func (m *matter) shared(o *matter) (both, least float64) {
	for i, w := range m.words {
		if slices.Contains(o.words, w) {
			both += m.weights[i]
		}
	}
	return both, min(m.sum, o.sum)
}
