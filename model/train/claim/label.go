package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/claim"
	"sitrep/internal/maxent"
)

// examples are candidates with what the answers say of them.
type examples struct {
	keep, stance []maxent.Example
	also         [][]sitrep.Stance // stances that are as good, of each example of a stance
	told, stood  []string          // the words of each example of what to keep, and of each example of a stance
	missed       []string          // claims that no candidate fits
	claims       int               // in the answers, without those that may be left out
}

const (
	yes = "yes"
	no  = "no"
)

// add pairs the candidates of a report with the claims of its answer, the best fit first. What fits a claim that may be left out is no
// example of what to keep.
func (e *examples) add(a *gold.Answer, candidates []claim.Candidate) {
	fit := pairs(a.Claims, candidates)
	found := map[int]bool{}
	for _, k := range fit {
		found[k] = true
	}
	for k, c := range a.Claims {
		if !found[k] && !c.Optional {
			e.missed = append(e.missed, a.ID+" "+around(a.Text, c.Spans))
		}
	}
	for i := range candidates {
		k, ok := fit[i]
		label := no
		if ok {
			g := &a.Claims[k]
			e.stance = append(e.stance, maxent.Example{Vector: candidates[i].Stance, Class: string(g.Stance), Group: a.ID})
			e.also = append(e.also, g.StanceAlt)
			e.stood = append(e.stood, a.ID+" "+around(a.Text, candidates[i].Content))
			label = yes
			if g.Optional {
				continue
			}
		}
		e.told = append(e.told, a.ID+" "+around(a.Text, candidates[i].Content))
		e.keep = append(e.keep, maxent.Example{Vector: candidates[i].Keep, Class: label, Group: a.ID})
	}
	for i := range a.Claims {
		if !a.Claims[i].Optional {
			e.claims++
		}
	}
}

// pairs gives of each candidate the claim that it fits, one to one: at least half of the words of both together.
func pairs(claims []gold.Claim, candidates []claim.Candidate) map[int]int {
	type pair struct {
		fit  float64
		i, k int
	}
	var all []pair
	for i := range candidates {
		for k := range claims {
			if f := dice(candidates[i].Content, claims[k].Spans); f >= 0.5 {
				all = append(all, pair{f, i, k})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int { return cmp.Or(cmp.Compare(b.fit, a.fit), a.k-b.k, a.i-b.i) })
	fit, taken := map[int]int{}, map[int]bool{}
	for _, p := range all {
		if _, ok := fit[p.i]; !ok && !taken[p.k] {
			fit[p.i], taken[p.k] = p.k, true
		}
	}
	return fit
}

// around shows words in their context.
func around(text string, spans []sitrep.Span) string {
	if len(spans) == 0 {
		return ""
	}
	first, last := spans[0].Start, spans[len(spans)-1].End
	show := text[max(0, first-90):first]
	for i, s := range spans {
		show += "⟦" + text[s.Start:s.End] + "⟧"
		if i+1 < len(spans) {
			show += text[s.End:max(s.End, spans[i+1].Start)]
		}
	}
	return strings.Join(strings.Fields(show+text[last:min(len(text), last+80)]), " ")
}

func dice(a, b []sitrep.Span) float64 {
	both, sum := 0, 0
	for _, x := range a {
		sum += x.Len()
		for _, y := range b {
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		sum += y.Len()
	}
	return 2 * float64(both) / float64(max(1, sum))
}

// measure prints what cross-validation over reports gives, and with detail the errors.
func (e *examples) measure(detail bool) {
	best, at := 0.0, 0.0
	folds := maxent.CrossValidate(e.keep, keepOptions, 10)
	for bar := 0.2; bar < 0.7; bar += 0.05 {
		right, given := 0, 0
		for _, f := range folds {
			if f.P[slices.Index(f.Classes, yes)] >= bar {
				given++
				if f.Right == yes {
					right++
				}
			}
		}
		f1 := 2 * float64(right) / float64(given+e.claims)
		fmt.Printf("keep at %.2f: claim F1 %.3f (%d right of %d given, %d wanted)\n", bar, f1, right, given, e.claims)
		if f1 > best {
			best, at = f1, bar
		}
	}
	found := 0
	for _, k := range e.keep {
		if k.Class == yes {
			found++
		}
	}
	fmt.Printf("candidates %d, of them claims %d\n", len(e.keep), found)
	fmt.Printf("best %.3f at %.2f\n", best, at)
	if detail {
		e.errors(folds, at)
	}
	right, exact, matrix := 0, 0, map[string]int{}
	for i, f := range maxent.CrossValidate(e.stance, stanceOptions, 10) {
		if f.Given == f.Right {
			exact++
		} else {
			matrix[f.Right+" taken for "+f.Given]++
		}
		if f.Given == f.Right || slices.Contains(e.also[i], sitrep.Stance(f.Given)) {
			right++
		} else if detail {
			fmt.Printf("STANCE %s for %s: %s\n", f.Given, f.Right, e.stood[i])
		}
	}
	for _, k := range slices.Sorted(maps.Keys(matrix)) {
		if detail {
			fmt.Println("MATRIX", matrix[k], k)
		}
	}
	fmt.Printf("stance: %.3f right, %.3f the first one, of %d\n", float64(right)/float64(len(e.stance)), float64(exact)/float64(len(e.stance)), len(e.stance))
}

func (e *examples) errors(folds []maxent.Fold, at float64) {
	for _, m := range e.missed {
		fmt.Println("MISSED", m)
	}
	for i, f := range folds {
		p := f.P[slices.Index(f.Classes, yes)]
		if given := p >= at; given != (f.Right == yes) {
			fmt.Printf("%s %.2f %s\n", map[bool]string{true: "INVENTED", false: "REJECTED"}[given], p, e.told[i])
		}
	}
}
