package compare

import (
	"cmp"
	"slices"

	"sitrep"
	"sitrep/reference"
)

// Options say how the two are compared.
type Options struct {
	Dataset  reference.Dataset
	Side     func(name string) string // the side of a name as they write it, empty where it is not known
	From, To sitrep.CivilDate         // only these days; zero for all
	Country  string                   // only this country; empty for all
}

// Result is the record beside another dataset.
type Result struct {
	Dataset reference.Dataset
	Windows []Window              // what both cover, by country
	Pairs   []Pair                // by day
	Theirs  []*reference.Incident // what they have there that we lack, by day
	Ours    []*Ours               // what we have there that they lack, by day
	LeftOut []LeftOut
}

// Compare puts the two side by side. The order in which either is given makes no difference.
func Compare(theirs []reference.Incident, ours []Ours, o Options) Result {
	theirs, ours = slices.Clone(theirs), slices.Clone(ours)
	slices.SortStableFunc(theirs, func(a, b reference.Incident) int {
		return cmp.Or(a.From.First().Compare(b.From.First()), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Line, b.Line))
	})
	slices.SortStableFunc(ours, func(a, b Ours) int {
		return cmp.Or(a.When.From.First().Compare(b.When.From.First()), cmp.Compare(a.ID, b.ID))
	})
	c := comparer{Options: o, coverage: coverageOf(theirs, ours, o), pairedTheirs: map[*reference.Incident]bool{}, pairedOurs: map[*Ours]bool{}}
	c.place(theirs, ours)
	c.choose(c.candidates())
	return c.result()
}

// comparer compares.
type comparer struct {
	Options
	*coverage
	here         []*reference.Incident // of theirs, what can be half of a pair
	byDay        map[int][]*Ours       // of ours
	insideTheirs []*reference.Incident
	insideOurs   []*Ours
	inside       map[any]bool
	pairs        []Pair
	pairedTheirs map[*reference.Incident]bool
	pairedOurs   map[*Ours]bool
}

func (c *comparer) place(theirs []reference.Incident, ours []Ours) {
	c.byDay, c.inside = map[int][]*Ours{}, map[any]bool{}
	for i := range theirs {
		inside, paired := c.theirs(&theirs[i])
		if paired {
			c.here = append(c.here, &theirs[i])
		}
		if inside {
			c.insideTheirs = append(c.insideTheirs, &theirs[i])
			c.inside[&theirs[i]] = true
		}
	}
	for i := range ours {
		inside, paired := c.ours(&ours[i])
		if paired {
			d, _ := daysOf(ours[i].When.From, ours[i].When.To)
			for n := d.first; n <= d.last; n++ {
				c.byDay[n] = append(c.byDay[n], &ours[i])
			}
		}
		if inside {
			c.insideOurs = append(c.insideOurs, &ours[i])
			c.inside[&ours[i]] = true
		}
	}
}

// most is how many of ours are kept for one of theirs: the surest.
const most = 8

// candidates are the pairs that may be, the surest first.
func (c *comparer) candidates() []Pair {
	var out []Pair
	for _, t := range c.here {
		d, _ := daysOf(t.From, t.To)
		slack := max(2, t.Slack)
		seen := map[*Ours]bool{}
		var of []Pair
		for n := d.first - slack; n <= d.last+slack; n++ {
			for _, o := range c.byDay[n] {
				if seen[o] || !c.inside[t] && !c.inside[o] || !possible(t, o) {
					continue
				}
				seen[o] = true
				if p, ok := pairOf(t, o, c.Side); ok {
					of = append(of, p)
				}
			}
		}
		slices.SortStableFunc(of, surest)
		out = append(out, of[:min(len(of), most)]...)
	}
	slices.SortStableFunc(out, surest)
	return out
}

func surest(a, b Pair) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Apart, b.Apart), cmp.Compare(a.Theirs.ID, b.Theirs.ID), cmp.Compare(a.Theirs.Line, b.Theirs.Line), cmp.Compare(a.Ours.ID, b.Ours.ID))
}

// choose takes the surest pairs, each event once; then, for those that are left, the surest pair with one that is taken: datasets cut happenings differently.
func (c *comparer) choose(candidates []Pair) {
	for _, p := range candidates {
		if !c.pairedTheirs[p.Theirs] && !c.pairedOurs[p.Ours] {
			c.pairs = append(c.pairs, p)
			c.pairedTheirs[p.Theirs], c.pairedOurs[p.Ours] = true, true
		}
	}
	for _, p := range candidates {
		if !c.pairedTheirs[p.Theirs] || !c.pairedOurs[p.Ours] {
			p.Shared = true
			c.pairs = append(c.pairs, p)
			c.pairedTheirs[p.Theirs], c.pairedOurs[p.Ours] = true, true
		}
	}
}

func (c *comparer) result() Result {
	r := Result{Dataset: c.Dataset, Pairs: c.pairs}
	for _, t := range c.insideTheirs {
		if !c.pairedTheirs[t] {
			r.Theirs = append(r.Theirs, t)
		}
	}
	for _, o := range c.insideOurs {
		switch {
		case c.pairedOurs[o]:
		case !inScope(c.Dataset, o):
			c.leave("ours", scopes[c.Dataset])
		default:
			r.Ours = append(r.Ours, o)
		}
	}
	slices.SortStableFunc(r.Pairs, func(a, b Pair) int {
		return cmp.Or(a.Theirs.From.First().Compare(b.Theirs.From.First()), cmp.Compare(a.Theirs.ID, b.Theirs.ID), cmp.Compare(a.Theirs.Line, b.Theirs.Line), cmp.Compare(a.Ours.ID, b.Ours.ID))
	})
	r.Windows, r.LeftOut = c.windows(), c.left()
	return r
}
