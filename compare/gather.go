package compare

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/reference"
)

// Comparer takes two datasets in, one event after the other: first all of theirs, then all of ours. It keeps no more of them than pairs need, and nothing of
// what cannot be compared.
type Comparer struct {
	options   Options
	theirs    []*reference.Incident
	ours      []*Ours
	all       days            // of theirs
	any       bool            // theirs has a day
	countries map[string]bool // of theirs
	told      map[string][]days
	aside     map[string]*aside
	leftOut   map[[2]string]int
	texts     map[string]string
	lists     map[string][]string
	kinds     map[string][]sitrep.Kind
}

// aside counts what lies outside of all days of theirs, by its countries.
type aside struct {
	countries []string
	n         int
}

// New begins a comparing.
func New(o Options) *Comparer {
	return &Comparer{options: o, countries: map[string]bool{}, told: map[string][]days{}, aside: map[string]*aside{}, leftOut: map[[2]string]int{}, texts: map[string]string{},
		lists: map[string][]string{}, kinds: map[string][]sitrep.Kind{}}
}

// Dataset says of what sort theirs are, which is known once a file is read.
func (c *Comparer) Dataset(d reference.Dataset) { c.options.Dataset = d }

func (c *Comparer) leave(whose, why string) { c.leftOut[[2]string{whose, why}]++ }

// Theirs takes an event of theirs.
func (c *Comparer) Theirs(i reference.Incident) {
	d, ok := daysOf(i.From, i.To)
	if ok {
		if !c.any {
			c.all, c.any = d, true
		}
		c.all.first, c.all.last = min(c.all.first, d.first), max(c.all.last, d.last)
		c.countries[i.Country] = true
	}
	switch {
	case i.Country == "":
		c.leave("theirs", "of no country that is known by the name they give")
	case d.length() > long:
		c.leave("theirs", "longer than two months")
	default:
		c.keepTheirs(&i)
	}
}

// keepTheirs keeps an event with texts of its own: those of a sheet's row hold on to the whole row.
func (c *Comparer) keepTheirs(i *reference.Incident) {
	kept := *i
	kept.ID = strings.Clone(i.ID)
	kept.Country, kept.Land, kept.Place, kept.Sort, kept.Source = c.text(i.Country), c.text(i.Land), c.text(i.Place), c.text(i.Sort), c.text(i.Source)
	kept.Sides, kept.Kinds, kept.Tolls = listOf(c.lists, i.Sides), listOf(c.kinds, i.Kinds), slices.Clip(i.Tolls)
	c.theirs = append(c.theirs, &kept)
}

// Ours takes an incident of ours.
func (c *Comparer) Ours(o Ours) {
	c.tell(&o)
	d, ok := daysOf(o.When.From, o.When.To)
	switch {
	case o.Grade == sitrep.Discounted:
		c.leave("ours", "discounted by a person")
	case o.Status == sitrep.Planned:
		c.leave("ours", "only planned")
	case !ok:
		c.leave("ours", "of no day that is told")
	case d.length() > long:
		c.leave("ours", "longer than two months, as whole wars are, or of a year only")
	case len(o.Place.Countries) == 0:
		c.leave("ours", "of no country that is told")
	case !slices.ContainsFunc(o.Place.Countries, func(s string) bool { return c.countries[s] }):
		c.leave("ours", nothingThere)
	case d.apart(c.asked()) > edge:
		c.setAside(o.Place.Countries)
	default:
		c.keepOurs(&o)
	}
}

const (
	nothingThere = "in countries of which they have nothing"
	notCovered   = "on days that one of the two does not cover"
)

// tell notes the days on which an incident was news.
func (c *Comparer) tell(o *Ours) {
	d, ok := tellingDays(o)
	if !o.News || !ok {
		return
	}
	for _, country := range o.Place.Countries {
		if !c.countries[country] || c.options.Country != "" && country != c.options.Country {
			continue
		}
		if c.told[country] = append(c.told[country], d); len(c.told[country]) > 4096 {
			c.told[country] = slices.Clip(joined(c.told[country]))
		}
	}
}

func (c *Comparer) setAside(countries []string) {
	key := strings.Join(countries, " ")
	if c.aside[key] == nil {
		c.aside[key] = &aside{countries: slices.Clone(countries)}
	}
	c.aside[key].n++
}

func (c *Comparer) keepOurs(o *Ours) {
	kept := *o
	p := &kept.Place
	p.Name, p.Countries, p.Within = c.text(p.Name), listOf(c.lists, p.Countries), nil
	kept.Title = c.text(kept.Title)
	for k := range kept.Actors {
		a := &kept.Actors[k]
		a.Name, a.Side, a.Words = c.text(a.Name), c.text(a.Side), c.text(a.Words)
	}
	kept.Actors, kept.Tally = slices.Clip(kept.Actors), slices.Clip(kept.Tally)
	c.ours = append(c.ours, &kept)
}

// asked are the days of theirs, as far as they are asked for.
func (c *Comparer) asked() days {
	all := c.all
	if from, ok := daysOf(c.options.From, c.options.From); ok {
		all.first = max(all.first, from.first)
	}
	if to, ok := daysOf(c.options.To, c.options.To); ok {
		all.last = min(all.last, to.last)
	}
	return all
}

// text is a text that is kept once.
func (c *Comparer) text(s string) string {
	if s == "" {
		return ""
	}
	kept, ok := c.texts[s]
	if !ok {
		kept = strings.Clone(s)
		c.texts[kept] = kept
	}
	return kept
}

// listOf is a list that is kept once.
func listOf[T ~string](known map[string][]T, list []T) []T {
	if len(list) == 0 {
		return nil
	}
	var key strings.Builder
	for _, s := range list {
		key.WriteString(string(s))
		key.WriteByte(0)
	}
	kept, ok := known[key.String()]
	if !ok {
		for _, s := range list {
			kept = append(kept, T(strings.Clone(string(s))))
		}
		known[key.String()] = kept
	}
	return kept
}
