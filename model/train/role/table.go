package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"sitrep"
	"sitrep/eval/gold"
)

// fit is how well an actor answers one of the gold: 1, or 0.5 in another role, or 0 for somebody else.
func fit(g gold.Actor, p *sitrep.Actor) float64 {
	if !same(g, p.Name, p.Side) {
		return 0
	}
	if g.Role == p.Role {
		return 1
	}
	return 0.5
}

func same(g gold.Actor, name, side string) bool {
	if g.Side != "" && side != "" {
		return g.Side == side
	}
	a, b := words(g.Name), words(name)
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	least := min(len(a), len(b))
	return least > 0 && 2*shared >= least
}

// small are words that do not tell names apart, as the scorer has them.
var small = func() map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields("the a an of and in on for to by s 's his her its their two both official officials mr ms") {
		s[w] = true
	}
	return s
}()

func words(name string) map[string]bool {
	w := map[string]bool{}
	name = strings.ReplaceAll(strings.ToLower(name), "’", "'")
	for _, f := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' && r != '_'
	}) {
		if f = strings.TrimSuffix(f, "'s"); f != "" && !small[f] {
			w[f] = true
		}
	}
	return w
}

type count struct{ right, gold, given float64 }

// table counts what was found by kind and by role.
type table struct {
	rows                         map[string]*count
	initiators, right, exchanged float64
}

func newTable() *table { return &table{rows: map[string]*count{}} }

func (t *table) add(row string, right, gold, given float64) {
	if t.rows[row] == nil {
		t.rows[row] = &count{}
	}
	c := t.rows[row]
	c.right, c.gold, c.given = c.right+right, c.gold+gold, c.given+given
}

func (t *table) score(s *sitrep.Story, e *gold.Event, given []sitrep.Actor, detail bool) {
	taken := make([]bool, len(given))
	var missed, wrong []string
	right := 0.0
	match := make([]float64, len(e.Actors))
	for _, want := range []float64{1, 0.5} {
		for i, g := range e.Actors {
			if match[i] > 0 {
				continue
			}
			for j := range given {
				if !taken[j] && fit(g, &given[j]) == want {
					taken[j], match[i] = true, want
					right += want
					t.add("role "+string(g.Role), want, 0, 0)
					break
				}
			}
		}
	}
	for i, g := range e.Actors {
		t.add("role "+string(g.Role), 0, 1, 0)
		if match[i] < 1 {
			missed = append(missed, fmt.Sprintf("%s %s/%s", g.Role, g.Name, g.Side))
		}
	}
	for j, p := range given {
		t.add("role "+string(p.Role), 0, 0, 1)
		if !taken[j] {
			wrong = append(wrong, fmt.Sprintf("%s %s/%s", p.Role, p.Name, p.Side))
		}
	}
	t.add("kind "+string(e.Kind), right, float64(len(e.Actors)), float64(len(given)))
	t.add("all", right, float64(len(e.Actors)), float64(len(given)))
	t.blame(e, given)
	if detail && len(missed)+len(wrong) > 0 {
		fmt.Printf("%s %s %s\n   missed %s\n   wrong  %s\n   words  %s\n", s.Report.ID, e.ID, e.Kind, strings.Join(missed, "; "),
			strings.Join(wrong, "; "), strings.Join(e.Words, " | "))
	}
}

// blame counts initiators that the gold does not have, and those that it has as targets.
func (t *table) blame(e *gold.Event, given []sitrep.Actor) {
	for i := range given {
		p := &given[i]
		if p.Role != sitrep.Initiator {
			continue
		}
		t.initiators++
		right, target := false, false
		for _, g := range e.Actors {
			if fit(g, p) > 0 {
				right = right || g.Role == sitrep.Initiator || g.Role == sitrep.Party
				target = target || g.Role == sitrep.Target
			}
		}
		if right {
			t.right++
		} else if target {
			t.exchanged++
		}
	}
}

func (t *table) print() {
	var names []string
	for n := range t.rows {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		c := t.rows[n]
		p, r := c.right/max(1, c.given), c.right/max(1, c.gold)
		fmt.Printf("%-20s P %.3f  R %.3f  F %.3f  gold %4.0f given %4.0f\n", n, p, r, 2*p*r/max(1e-9, p+r), c.gold, c.given)
	}
	fmt.Printf("initiators right %.3f, target %.3f of %.0f\n", t.right/max(1, t.initiators), t.exchanged/max(1, t.initiators), t.initiators)
}
