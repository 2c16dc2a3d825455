package compare

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/reference"
)

// Window is a country with the days that both cover, and how many of each lie in it.
type Window struct {
	Country      string
	From, To     sitrep.CivilDate
	Theirs, Ours int
}

// LeftOut counts what was not compared, and says why.
type LeftOut struct {
	Whose string // "theirs" or "ours"
	Why   string
	N     int
}

// coverage is the countries and days that both cover.
type coverage struct {
	both    map[string][]days // by country, in order, without overlaps
	counts  map[window]*Window
	leftOut map[[2]string]int
}

// window names a stretch of days in a country.
type window struct {
	country string
	days    days
}

// gap is how many days may pass without news of a country before they count as not covered.
const gap = 7

// coverage finds what both cover. Theirs are the days from their first event to their last, in each country that they have. Ours are those in whose news a
// country was: the days of the reports, the day before, and a week between two. Background that reports recall, of years ago, is no coverage.
func (c *Comparer) coverage() *coverage {
	out := &coverage{both: map[string][]days{}, counts: map[window]*Window{}, leftOut: c.leftOut}
	all := c.asked()
	for country, list := range c.told {
		for _, d := range joined(list) {
			if d = (days{max(d.first, all.first), min(d.last, all.last)}); d.first <= d.last {
				out.both[country] = append(out.both[country], d)
				out.counts[window{country, d}] = &Window{Country: country, From: civil(d.first), To: civil(d.last)}
			}
		}
	}
	for _, a := range c.aside {
		out.leftOut[[2]string{"ours", out.why(a.countries)}] += a.n
	}
	return out
}

// why tells why something of ours, of these countries and of other days, is not compared.
func (c *coverage) why(countries []string) string {
	if slices.ContainsFunc(countries, func(s string) bool { return len(c.both[s]) > 0 }) {
		return notCovered
	}
	return nothingThere
}

// joined are stretches of days in order, those with a short gap between them as one.
func joined(list []days) []days {
	slices.SortFunc(list, func(a, b days) int { return cmp.Or(a.first-b.first, a.last-b.last) })
	var out []days
	for _, d := range list {
		if n := len(out); n > 0 && d.first-out[n-1].last <= gap {
			out[n-1].last = max(out[n-1].last, d.last)
			continue
		}
		out = append(out, d)
	}
	return out
}

func civil(day int) sitrep.CivilDate {
	return sitrep.CivilDate{Year: 1970, Month: 1, Day: 1}.AddDays(day)
}

// tellingDays are the days on which an incident was news: those of its reports and the day before, or its own where no report says when it appeared.
func tellingDays(o *Ours) (days, bool) {
	if o.First.IsZero() || o.Last.IsZero() {
		return daysOf(o.When.From, o.When.To)
	}
	return days{number(o.First.Unix()) - 1, number(o.Last.Unix())}, true
}

// edge is how many days outside of what both cover an event may lie and still be the other half of a pair.
const edge = 3

// covers tells whether something of a country and some days lies in what both cover, and whether it can be half of a pair.
func (c *coverage) covers(countries []string, d days) (in *Window, paired bool) {
	for _, country := range countries {
		for _, both := range c.both[country] {
			apart := both.apart(d)
			if apart == 0 {
				return c.counts[window{country, both}], true
			}
			paired = paired || apart <= edge
		}
	}
	return nil, paired
}

func (c *coverage) leave(whose, why string) { c.leftOut[[2]string{whose, why}]++ }

// placeTheirs tells whether one of theirs lies in what both cover, and whether it can be half of a pair.
func (c *coverage) placeTheirs(t *reference.Incident) (inside, paired bool) {
	d, _ := daysOf(t.From, t.To)
	in, paired := c.covers([]string{t.Country}, d)
	switch {
	case in != nil:
		in.Theirs++
	case len(c.both[t.Country]) == 0:
		c.leave("theirs", "in countries of which we have no news in their time")
	default:
		c.leave("theirs", "on days that our reports do not cover")
	}
	return in != nil, paired
}

// placeOurs tells the same of one of ours.
func (c *coverage) placeOurs(o *Ours, d days) (inside, paired bool) {
	in, paired := c.covers(o.Place.Countries, d)
	if in != nil {
		in.Ours++
	} else {
		c.leave("ours", c.why(o.Place.Countries))
	}
	return in != nil, paired
}

func (c *coverage) windows() []Window {
	var out []Window
	for _, w := range c.counts {
		if w.Theirs+w.Ours > 0 {
			out = append(out, *w)
		}
	}
	slices.SortFunc(out, func(a, b Window) int {
		return cmp.Or(strings.Compare(a.Country, b.Country), a.From.First().Compare(b.From.First()))
	})
	return out
}

func (c *coverage) left() []LeftOut {
	var out []LeftOut
	for k, n := range c.leftOut {
		out = append(out, LeftOut{k[0], k[1], n})
	}
	slices.SortFunc(out, func(a, b LeftOut) int { return strings.Compare(b.Whose+a.Why, a.Whose+b.Why) })
	return out
}
