package where

import (
	"maps"
	"slices"
	"strings"

	"sitrep"
)

// view is a story with what is looked at often.
type view struct {
	*sitrep.Story
	head     []int // of each toponym: the token that the others of the name hang on
	sentence []int
	place    []int // of each toponym: the first toponym that means the same place
	times    []int // how often that place is named
	title    []bool
	source   []bool         // whether it is part of the naming of a source
	nearest  []int          // the mention that stands nearest to it in its sentence, -1 for none
	weight   map[string]int // of each country that names of the report lie in
	country  string         // the heaviest
	around   []answer       // for two toponyms, whether the one is around the other: see covers
}

// answer is one that is kept.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// mostKept bounds the toponyms for any two of which an answer is kept: a million.
const mostKept = 1000

func newView(s *sitrep.Story) *view {
	n := len(s.Toponyms)
	v := &view{Story: s, head: make([]int, n), sentence: make([]int, n), place: make([]int, n), times: make([]int, n), title: make([]bool, n), source: make([]bool, n)}
	for i := range s.Toponyms {
		t := &s.Toponyms[i]
		v.head[i] = headOf(s, t.First, t.Last)
		if v.head[i] >= 0 {
			v.sentence[i] = s.Tree.Sentence(v.head[i])
		}
		v.place[i] = v.firstOf(i)
		v.times[v.place[i]]++
		v.title[i] = strings.Contains(s.Report.Title, plainName(s.In(t.Span)))
	}
	v.markSources()
	v.weighCountries()
	v.findOwners()
	return v
}

// findOwners finds for each toponym the mention that stands nearest to it in the tree of its sentence.
func (v *view) findOwners() {
	in := map[int][]int{} // the mentions of each sentence
	for m := range v.Mentions {
		if t := v.Mentions[m].Trigger; t >= 0 && t < len(v.Tokens) {
			s := v.Tree.Sentence(t)
			in[s] = append(in[s], m)
		}
	}
	v.nearest = make([]int, len(v.Toponyms))
	for i := range v.Toponyms {
		v.nearest[i] = -1
		if v.head[i] < 0 {
			continue
		}
		least := farSteps * 2
		for _, m := range in[v.sentence[i]] {
			if d := v.steps(v.Mentions[m].Trigger, v.head[i]); d < least {
				least, v.nearest[i] = d, m
			}
		}
	}
}

// headOf is the token of a run whose governor lies outside, -1 for an empty run.
func headOf(s *sitrep.Story, first, last int) int {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// firstOf is the first toponym of the place that toponym i means.
func (v *view) firstOf(i int) int {
	for k := range i {
		if same(&v.Toponyms[k].Place, &v.Toponyms[i].Place) {
			return v.place[k]
		}
	}
	return i
}

func same(a, b *sitrep.Place) bool {
	if a.Located != b.Located {
		return false
	}
	if !a.Located {
		return strings.EqualFold(plainName(a.Name), plainName(b.Name))
	}
	return a.Lat == b.Lat && a.Lon == b.Lon && a.Precision == b.Precision
}

// covers tells whether toponym a is a larger unit around b. That is asked for every mention and every event again.
func (v *view) covers(a, b int) bool {
	n := len(v.Toponyms)
	if n > mostKept {
		return v.isAround(a, b)
	}
	if v.around == nil {
		v.around = make([]answer, n*n)
	}
	kept := &v.around[a*n+b]
	if *kept == unasked {
		*kept = no
		if v.isAround(a, b) {
			*kept = yes
		}
	}
	return *kept == yes
}

func (v *view) isAround(a, b int) bool {
	p, q := &v.Toponyms[a].Place, &v.Toponyms[b].Place
	if p.Kind == "country" && q.Kind != "country" {
		return shares(p.Countries, q.Countries)
	}
	if (q.Precision == 2 || !q.Located) && sizeOf(p) == "town" && slices.Contains(q.Within, plainName(p.Name)) {
		return true // a part of the town
	}
	if p.Precision < 3 || !(q.Precision < p.Precision) || !shares(p.Countries, q.Countries) {
		return false
	}
	name := plainName(p.Name)
	for _, w := range q.Within {
		if strings.Contains(w, name) || strings.Contains(name, w) && p.Kind == "admin1" {
			return true
		}
	}
	return p.Kind == "region" && p.Located && q.Located && near(p, q)
}

// plainName is a name with one space where a text may break the line.
func plainName(name string) string {
	if !strings.ContainsAny(name, "\n\t\r") {
		return name
	}
	return strings.Join(strings.Fields(name), " ")
}

// near tells whether places lie within some two degrees of each other.
func near(p, q *sitrep.Place) bool {
	return p.Lat-q.Lat < 2 && q.Lat-p.Lat < 2 && p.Lon-q.Lon < 2.5 && q.Lon-p.Lon < 2.5
}

func shares(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// markSources marks the toponyms within the names of those who are quoted.
func (v *view) markSources() {
	for _, a := range v.Attributions {
		for _, source := range a.Source {
			for i := range v.Toponyms {
				v.source[i] = v.source[i] || source.Contains(v.Toponyms[i].Span)
			}
		}
	}
}

// weighCountries counts how often names of the report lie in each country, those of governments and peoples half, and finds the one with the most.
func (v *view) weighCountries() {
	v.weight = map[string]int{}
	for i := range v.Toponyms {
		t := &v.Toponyms[i]
		if len(t.Place.Countries) != 1 {
			continue
		}
		v.weight[t.Place.Countries[0]]++
		if !t.Metonym && !t.Adjectival {
			v.weight[t.Place.Countries[0]]++
		}
	}
	for _, c := range slices.Sorted(maps.Keys(v.weight)) {
		if v.country == "" || v.weight[c] > v.weight[v.country] {
			v.country = c
		}
	}
}
