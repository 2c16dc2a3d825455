// Package read measures readings against answers made by hand: events with their slots, and claims with their sources.
//
// Every figure is an F1 between 0 and 1 unless it says accuracy, precision or share.
package read

import (
	"math"
	"slices"

	"sitrep"
	"sitrep/eval/gold"
)

// The figures, in the order in which they are printed.
const (
	Event       = "event"
	EventFamily = "event, any kind of its family"
	EventNew    = "event, new"
	When        = "when"
	Where       = "where"
	Who         = "who"
	Toll        = "toll"
	News        = "news (accuracy on found)"
	Status      = "status (accuracy on found)"
	Initiator   = "initiator (precision on found)"
	Exchanged   = "initiator that is the target (share, low is good)"
	Claim       = "claim"
	Stance      = "stance (accuracy on found)"
	Mode        = "mode (accuracy on found)"
	ClaimSource = "claim with its source"
	TollSource  = "toll's source (accuracy on found)"
	ClaimEvents = "claim's events"
	Boilerplate = "boilerplate kept out (accuracy)"
	leastDice   = 0.5
)

// Figures are all figures, in the order in which they are printed.
var Figures = []string{Event, EventFamily, EventNew, When, Where, Who, Toll, News, Status, Initiator, Exchanged, Claim, Stance, Mode, ClaimSource,
	TollSource, ClaimEvents, Boilerplate}

// head are the figures whose mean is the score.
var head = []string{Event, When, Where, Who, Toll, ClaimSource}

// Count is what a figure is made of.
type Count struct {
	Right     float64
	Want, Got int
}

// F1 is the figure; NaN where there is nothing to find and nothing was given.
func (c Count) F1() float64 {
	if c.Want+c.Got == 0 {
		return math.NaN()
	}
	return 2 * c.Right / float64(c.Want+c.Got)
}

// Counts are the counts of all figures.
type Counts map[string]Count

func (c Counts) add(figure string, right float64, want, got int) {
	x := c[figure]
	c[figure] = Count{x.Right + right, x.Want + want, x.Got + got}
}

func (c Counts) judge(figure string, right bool) {
	if right {
		c.add(figure, 1, 1, 1)
	} else {
		c.add(figure, 0, 1, 1)
	}
}

// Plus is the sum of two counts.
func (c Counts) Plus(o Counts) Counts {
	sum := Counts{}
	for _, part := range []Counts{c, o} {
		for f, x := range part {
			sum.add(f, x.Right, x.Want, x.Got)
		}
	}
	return sum
}

// Score is the mean of the head figures, each rounded to a thousandth.
func (c Counts) Score() float64 {
	sum, n := 0.0, 0
	for _, f := range head {
		if x := c[f].F1(); !math.IsNaN(x) {
			sum += math.RoundToEven(x*1000) / 1000
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// comparison is an answer and a reading side by side.
type comparison struct {
	want           *gold.Answer
	got            *sitrep.Reading
	text           *flatText
	wantAt, gotAt  [][]sitrep.Span // words of the events, in code points of the answer's text
	toGot          map[int]int     // events paired
	toWant         map[int]int
	carry          func([]sitrep.Span) []sitrep.Span
	counts         Counts
	spare          map[int]bool // events of the reading that sit on an optional answer
	needed, judged []int
}

// Compare counts what a reading has right of an answer.
func Compare(want *gold.Answer, got *sitrep.Reading) Counts {
	c := newComparison(want, got)
	c.pairEvents()
	c.events()
	c.slots()
	c.doers()
	claims := c.claims()
	c.tollSources()
	c.claimEvents(claims)
	c.boilerplate()
	return c.counts
}

func (c *comparison) pairEvents() {
	for _, p := range pairs(len(c.want.Events), len(c.got.Events), c.eventFit) {
		c.toGot[p.want], c.toWant[p.got] = p.got, p.want
	}
	for j := range c.got.Events {
		i, paired := c.toWant[j]
		c.spare[j] = paired && c.want.Events[i].Optional || !paired && c.onOptional(j)
		if !c.spare[j] {
			c.judged = append(c.judged, j)
		}
	}
	for i := range c.want.Events {
		if !c.want.Events[i].Optional {
			c.needed = append(c.needed, i)
		}
	}
}

func (c *comparison) eventFit(i, j int) float64 {
	g, p := &c.want.Events[i], &c.got.Events[j]
	k := kindFit(g, p.Kind)
	if k == 0 {
		return 0
	}
	t := told(c.wantAt[i], c.gotAt[j])
	if t == 0 {
		return 0
	}
	return k + t + 0.75*WhenFit(g, p.When.From.String(), p.When.To.String())
}

func (c *comparison) onOptional(j int) bool {
	for i := range c.want.Events {
		g := &c.want.Events[i]
		if g.Optional && kindFit(g, c.got.Events[j].Kind) > 0 && float64(sitrep.Shared(c.wantAt[i], c.gotAt[j])) >= 0.8*float64(length(c.gotAt[j])) {
			return true
		}
	}
	return false
}

// found gives the pairs that count: a needed answer and the reading's event for it.
func (c *comparison) found(do func(g *gold.Event, p *sitrep.Event)) {
	for _, i := range c.needed {
		if j, ok := c.toGot[i]; ok {
			do(&c.want.Events[i], &c.got.Events[j])
		}
	}
}

func (c *comparison) events() {
	right, family, fresh, wantFresh, gotFresh := 0, 0, 0, 0, 0
	for _, i := range c.needed {
		if c.want.Events[i].News {
			wantFresh++
		}
	}
	for _, j := range c.judged {
		if c.got.Events[j].News {
			gotFresh++
		}
	}
	c.found(func(g *gold.Event, p *sitrep.Event) {
		family++
		exact := kindFit(g, p.Kind) == 1
		if exact {
			right++
		}
		if exact && g.News && p.News {
			fresh++
		}
		c.counts.judge(News, g.News == p.News)
		c.counts.judge(Status, statusOf(g.Status) == statusOf(p.Status))
	})
	c.counts.add(Event, float64(right), len(c.needed), len(c.judged))
	c.counts.add(EventFamily, float64(family), len(c.needed), len(c.judged))
	c.counts.add(EventNew, float64(fresh), wantFresh, gotFresh)
}

func statusOf(s sitrep.Status) sitrep.Status {
	if s == "" {
		return sitrep.Happened
	}
	return s
}

func dated(g *gold.Event) bool {
	return g.From != "" || g.To != "" || len(g.FromAlt) > 0 || len(g.ToAlt) > 0
}

func (c *comparison) slots() {
	when, want, got := 0.0, 0, 0
	var places, actors, tolls float64
	c.found(func(g *gold.Event, p *sitrep.Event) {
		if dated(g) {
			when += WhenFit(g, p.When.From.String(), p.When.To.String())
		}
		places += total(pairs(len(g.Places), len(p.Places), func(i, j int) float64 { return placeFit(&g.Places[i], &p.Places[j]) }))
		actors += total(pairs(len(g.Actors), len(p.Actors), func(i, j int) float64 {
			return actorFit(g.Actors[i].Role, g.Actors[i].Side, g.Actors[i].Name, &p.Actors[j])
		}))
		tolls += total(pairs(len(g.Tolls), len(p.Tolls), func(i, j int) float64 { return tollFit(&g.Tolls[i], &p.Tolls[j]) }))
	})
	var wantPlaces, wantActors, wantTolls, gotPlaces, gotActors, gotTolls int
	for _, i := range c.needed {
		g := &c.want.Events[i]
		if dated(g) {
			want++
		}
		wantPlaces, wantActors, wantTolls = wantPlaces+len(g.Places), wantActors+len(g.Actors), wantTolls+len(g.Tolls)
	}
	for _, j := range c.judged {
		p := &c.got.Events[j]
		i, paired := c.toWant[j]
		if paired && dated(&c.want.Events[i]) || !paired && !p.When.IsZero() {
			got++
		}
		if !paired || len(c.want.Events[i].Places) > 0 {
			gotPlaces += len(p.Places)
		}
		gotActors, gotTolls = gotActors+len(p.Actors), gotTolls+len(p.Tolls)
	}
	c.counts.add(When, when, want, got)
	c.counts.add(Where, places, wantPlaces, gotPlaces)
	c.counts.add(Who, actors, wantActors, gotActors)
	c.counts.add(Toll, tolls, wantTolls, gotTolls)
}

func total(all []pair) float64 {
	sum := 0.0
	for _, p := range all {
		sum += p.fit
	}
	return sum
}

// doers judges initiators: one that the report does not give, or killer and killed exchanged, harms somebody.
func (c *comparison) doers() {
	c.found(func(g *gold.Event, p *sitrep.Event) {
		for k := range p.Actors {
			a := &p.Actors[k]
			if a.Role != sitrep.Initiator {
				continue
			}
			right := fits(g, a, sitrep.Initiator, sitrep.Party)
			c.counts.judge(Initiator, right)
			c.counts.judge(Exchanged, !right && fits(g, a, sitrep.Target))
		}
	})
}

func fits(g *gold.Event, a *sitrep.Actor, roles ...sitrep.Role) bool {
	return slices.ContainsFunc(g.Actors, func(x gold.Actor) bool {
		return slices.Contains(roles, x.Role) && actorFit(x.Role, x.Side, x.Name, a) > 0
	})
}

func (c *comparison) tollSources() {
	c.found(func(g *gold.Event, p *sitrep.Event) {
		for _, x := range pairs(len(g.Tolls), len(p.Tolls), func(i, j int) float64 { return tollFit(&g.Tolls[i], &p.Tolls[j]) }) {
			want, got := c.goldClaim(g.Tolls[x.want].Claim), c.claim(p.Tolls[x.got].Claim)
			c.counts.judge(TollSource, want == nil && got == nil || want != nil && got != nil && sameSource(want.Source, got.Source))
		}
	})
}

func (c *comparison) goldClaim(id string) *gold.Claim {
	for i := range c.want.Claims {
		if c.want.Claims[i].ID == id {
			return &c.want.Claims[i]
		}
	}
	return nil
}

func (c *comparison) claim(id string) *sitrep.Claim {
	for i := range c.got.Claims {
		if c.got.Claims[i].ID == id && id != "" {
			return &c.got.Claims[i]
		}
	}
	return nil
}

func sameSource(a, b string) bool { return normal(a) == normal(b) || sameName(a, b) }

// claims judges claims and gives those that were paired.
func (c *comparison) claims() []pair {
	want, got := c.want.Claims, c.got.Claims
	all := c.claimPairs()
	needed, right, sourced, spare := 0, 0, 0, 0
	for i := range want {
		if !want[i].Optional {
			needed++
		}
	}
	for _, p := range all {
		g, x := &want[p.want], &got[p.got]
		if g.Optional {
			spare++
		} else {
			right++
			if sameSource(g.Source, x.Source) {
				sourced++
			}
		}
		c.counts.judge(Stance, x.Stance == g.Stance || slices.Contains(g.StanceAlt, x.Stance))
		c.counts.judge(Mode, x.Mode == g.Mode)
	}
	c.counts.add(Claim, float64(right), needed, len(got)-spare)
	c.counts.add(ClaimSource, float64(sourced), needed, len(got)-spare)
	return all
}

// claimPairs puts claims together whose words are mostly the same.
func (c *comparison) claimPairs() []pair {
	wantAt, gotAt := make([][]sitrep.Span, len(c.want.Claims)), make([][]sitrep.Span, len(c.got.Claims))
	for i := range wantAt {
		wantAt[i] = c.quoted(c.want.Claims[i].Words)
	}
	for j := range gotAt {
		gotAt[j] = c.carry(c.got.Claims[j].Content)
	}
	return pairs(len(wantAt), len(gotAt), func(i, j int) float64 {
		if f := dice(wantAt[i], gotAt[j]); f >= leastDice {
			return f
		}
		return 0
	})
}

// claimEvents judges what claims are about.
func (c *comparison) claimEvents(claims []pair) {
	optional := map[string]bool{}
	for i := range c.want.Events {
		optional[c.want.Events[i].ID] = c.want.Events[i].Optional
	}
	number := map[string]int{}
	for j := range c.got.Events {
		number[c.got.Events[j].ID] = j
	}
	for _, p := range claims {
		want, right, given := map[string]bool{}, map[string]bool{}, 0
		for _, e := range c.want.Claims[p.want].About {
			if !optional[e] {
				want[e] = true
			}
		}
		for _, e := range c.got.Claims[p.got].About {
			id := ""
			if j, ok := number[e]; ok {
				if i, ok := c.toWant[j]; ok {
					id = c.want.Events[i].ID
				}
			}
			if !optional[id] {
				given++
			}
			if want[id] {
				right[id] = true
			}
		}
		c.counts.add(ClaimEvents, float64(len(right)), len(want), given)
	}
}

// boilerplate judges whether stretches that are no part of the report were kept out of events and claims.
func (c *comparison) boilerplate() {
	for _, b := range c.want.Boilerplate {
		at, ok := c.text.find(b)
		if !ok {
			continue
		}
		clean := true
		for _, spans := range c.gotAt {
			clean = clean && sitrep.Shared([]sitrep.Span{at}, spans) == 0
		}
		for j := range c.got.Claims {
			clean = clean && sitrep.Shared([]sitrep.Span{at}, c.carry(c.got.Claims[j].Content)) == 0
		}
		c.counts.judge(Boilerplate, clean)
	}
}

func (c *comparison) quoted(quotes []string) []sitrep.Span {
	var out []sitrep.Span
	for _, q := range quotes {
		if s, ok := c.text.find(q); ok {
			out = append(out, s)
		}
	}
	return out
}
