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
	Pairs   []Match               // by day; Pair tells all of one
	Theirs  []*reference.Incident // what they have there that we lack, by day
	Ours    []*Ours               // what we have there that they lack, by day
	LeftOut []LeftOut
	side    func(string) string
	known   *folded
}

// Match is a pair in short.
type Match struct {
	Theirs *reference.Incident
	Ours   *Ours
	Score  float64
	Apart  int  // days
	Shared bool // see Pair
}

// Pair is the pair of that number, with why it is one.
func (r *Result) Pair(n int) Pair {
	m := &r.Pairs[n]
	p, _ := pairOf(m.Theirs, m.Ours, r.side, r.known, true)
	p.Shared = m.Shared
	return p
}

// Result puts the two side by side. The order in which either was given makes no difference.
func (c *Comparer) Result() Result {
	slices.SortStableFunc(c.theirs, func(a, b *reference.Incident) int {
		return cmp.Or(a.From.First().Compare(b.From.First()), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Line, b.Line))
	})
	slices.SortStableFunc(c.ours, func(a, b *Ours) int {
		return cmp.Or(a.When.From.First().Compare(b.When.From.First()), cmp.Compare(a.ID, b.ID))
	})
	c.texts, c.lists, c.kinds = nil, nil, nil // nothing more is taken in
	x := comparer{Options: c.options, coverage: c.coverage(), known: &folded{map[string]*foldedName{}}, theirs: c.theirs, ours: c.ours,
		theirState: make([]state, len(c.theirs)), ourState: make([]state, len(c.ours)), byDay: map[int][]int32{}}
	x.place()
	x.choose(x.candidates())
	return x.result()
}

// comparer compares. What it knows of an event stands at the event's number.
type comparer struct {
	Options
	*coverage
	known                *folded
	theirs               []*reference.Incident
	ours                 []*Ours
	theirState, ourState []state
	byDay                map[int][]int32 // of ours, those that can be half of a pair
	pairs                []candidate
}

// state is what is known of an event.
type state struct {
	inside bool // it lies in what both cover
	here   bool // it can be half of a pair
	paired bool
}

// candidate is a pair that may be. There may be very many.
type candidate struct {
	score        float64
	theirs, ours int32
	apart        int32
	shared       bool
}

func (c *comparer) place() {
	for n, t := range c.theirs {
		s := &c.theirState[n]
		s.inside, s.here = c.placeTheirs(t)
	}
	for n, o := range c.ours {
		d, _ := daysOf(o.When.From, o.When.To)
		s := &c.ourState[n]
		if s.inside, s.here = c.placeOurs(o, d); !s.here {
			continue
		}
		for day := d.first; day <= d.last; day++ {
			c.byDay[day] = append(c.byDay[day], int32(n))
		}
	}
}

// most is how many of ours are kept for one of theirs: the surest.
const most = 8

// candidates are the pairs that may be, the surest first.
func (c *comparer) candidates() []candidate {
	var out, of []candidate
	seen := map[int32]bool{}
	for n := range c.theirs {
		if c.theirState[n].here {
			of = c.candidatesOf(int32(n), of[:0], seen)
			out = append(out, of[:min(len(of), most)]...)
		}
	}
	slices.SortFunc(out, c.surest)
	return out
}

// candidatesOf are those for one of theirs.
func (c *comparer) candidatesOf(n int32, of []candidate, seen map[int32]bool) []candidate {
	clear(seen)
	t := c.theirs[n]
	d, _ := daysOf(t.From, t.To)
	slack := max(2, t.Slack)
	for day := d.first - slack; day <= d.last+slack; day++ {
		for _, k := range c.byDay[day] {
			o := c.ours[k]
			if seen[k] || !c.theirState[n].inside && !c.ourState[k].inside || !possible(t, o) {
				continue
			}
			seen[k] = true
			if p, ok := pairOf(t, o, c.Side, c.known, false); ok {
				of = append(of, candidate{score: p.Score, theirs: n, ours: k, apart: int32(p.Apart)})
			}
		}
	}
	slices.SortFunc(of, c.surest)
	return of
}

// surest puts surer pairs first.
func (c *comparer) surest(a, b candidate) int {
	t, u := c.theirs[a.theirs], c.theirs[b.theirs]
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.apart, b.apart), cmp.Compare(t.ID, u.ID), cmp.Compare(t.Line, u.Line), cmp.Compare(c.ours[a.ours].ID, c.ours[b.ours].ID))
}

// choose takes the surest pairs, each event once; then, for those that are left, the surest pair with one that is taken: datasets cut happenings differently.
func (c *comparer) choose(candidates []candidate) {
	for _, p := range candidates {
		if t, o := &c.theirState[p.theirs], &c.ourState[p.ours]; !t.paired && !o.paired {
			c.pairs = append(c.pairs, p)
			t.paired, o.paired = true, true
		}
	}
	for _, p := range candidates {
		if t, o := &c.theirState[p.theirs], &c.ourState[p.ours]; !t.paired || !o.paired {
			p.shared = true
			c.pairs = append(c.pairs, p)
			t.paired, o.paired = true, true
		}
	}
}

func (c *comparer) result() Result {
	r := Result{Dataset: c.Dataset, side: c.Side, known: c.known}
	for n, t := range c.theirs {
		if s := c.theirState[n]; s.inside && !s.paired {
			r.Theirs = append(r.Theirs, t)
		}
	}
	for n, o := range c.ours {
		switch s := c.ourState[n]; {
		case !s.inside || s.paired:
		case !inScope(c.Dataset, o):
			c.leave("ours", scopes[c.Dataset])
		default:
			r.Ours = append(r.Ours, o)
		}
	}
	for _, p := range c.pairs {
		r.Pairs = append(r.Pairs, Match{c.theirs[p.theirs], c.ours[p.ours], p.score, int(p.apart), p.shared})
	}
	slices.SortStableFunc(r.Pairs, func(a, b Match) int {
		return cmp.Or(a.Theirs.From.First().Compare(b.Theirs.From.First()), cmp.Compare(a.Theirs.ID, b.Theirs.ID), cmp.Compare(a.Theirs.Line, b.Theirs.Line), cmp.Compare(a.Ours.ID, b.Ours.ID))
	})
	r.Windows, r.LeftOut = c.windows(), c.left()
	return r
}
