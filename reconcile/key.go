package reconcile

import (
	"fmt"
	"slices"

	"sitrep"
)

// Keys are the blocking keys of a telling, in order: two tellings are compared only where they have one in common. A key holds a family of kinds, a time and
// a place or sides, each as coarsely as two reports of one happening may differ, and as finely as that allows: a block stays small however many reports come.
//
// The shapes:
//
//	d/v/735961/SYR         a day (and, so that days that are next to each other meet, half of the keys count from an odd day) in a country
//	m/v/2017-04/aleppo     a month and a town, for what is told to the month
//	y/f/2013/fua           a year and a town, for what reports recall
//	p/p/25207/IRN          a fortnight of publication, for what has no day, with a country or a side
//	w/SYR                  a war, by country or by side
//	t/killed/112/2017-04   a number of people that few happenings share
//	a/REPORT/shelling      what a report tells as news, and where it only names it again
func Keys(t *sitrep.Telling) []string { return profileOf(t).keys() }

func (p *profile) keys() []string {
	if p.blocks == nil {
		p.blocks = p.makeKeys()
	}
	return p.blocks
}

func (p *profile) makeKeys() []string {
	k := keyring{p: p}
	if p.kind == sitrep.War {
		k.war()
	}
	if p.signedWar() {
		slices.Sort(k.all)
		return slices.Compact(k.all)
	}
	for _, f := range familiesOf(p.kind) {
		k.dated(f)
		k.undated(f)
	}
	k.counts()
	if p.bareMention() || violent(p.kind) && p.t.Event.News {
		k.add("a/%s/%s", p.t.Key.Report, p.kind)
	}
	slices.Sort(k.all)
	return slices.Compact(k.all)
}

type keyring struct {
	p   *profile
	all []string
}

func (k *keyring) add(form string, args ...any) { k.all = append(k.all, fmt.Sprintf(form, args...)) }

// where are the countries, or where there is no place the sides; for talks and deals, of which one report tells the venue and another the parties, both.
func (k *keyring) where() []string {
	switch {
	case familiesOf(k.p.kind)[0] == peace:
		return append(slices.Clone(k.p.lands), k.p.anySide()...)
	case len(k.p.lands) > 0:
		return k.p.lands
	}
	return k.p.anySide()
}

// war gives the keys of a war. Those of one that is identified by countries and a year hang on these alone: all that are told alike have the same neighbours.
func (k *keyring) war() {
	from := k.p.t.Event.When.From.Year
	for _, land := range k.p.lands {
		k.add("w/%s", land)
		if k.p.signedWar() && from != 0 {
			k.add("y/%c/%04d/%s", violence, from, land)
		}
	}
	if k.p.signedWar() && from != 0 {
		return
	}
	for _, s := range k.p.anySide() {
		k.add("w/%s", s)
	}
}

func (k *keyring) dated(f family) {
	w := k.p.when
	if !w.known {
		if k.p.t.Event.News && k.p.pub > 0 { // news without a day is of these days
			k.days(f, k.p.pub-2, k.p.pub)
		}
		return
	}
	if !w.coarse {
		k.days(f, w.first, min(w.last, w.first+2))
	}
	from := k.p.t.Event.When.From
	if from.IsZero() {
		from = k.p.t.Event.When.To
	}
	names := append(k.placeNames(), k.broadly(f)...)
	k.month(f, from, names)
	if k.p.kind == sitrep.Ceasefire && trucePhase(k.p) > 1 && from.Month > 0 { // it may have been made up to truceLife before
		for months := range truceLife/31 + 1 {
			k.month(f, sitrep.CivilDateOf(from.First().AddDate(0, -1-months, 1-from.First().Day())), names)
		}
	}
}

// days gives keys of days, so that two that are next to each other have one in common.
func (k *keyring) days(f family, first, last int) {
	for _, where := range k.where() {
		for day := first; day <= last; day++ {
			k.add("d/%c/%d/%s", f, day/2*2, where)
			k.add("d/%c/%d/%s", f, (day+1)/2*2-1, where)
		}
	}
}

// broadly are the countries or sides under which a telling is found in its month or year as a whole: only what is told coarsely, or of which there is little.
func (k *keyring) broadly(f family) []string {
	if f == peace || f == people || k.p.when.coarse {
		return k.where()
	}
	return nil
}

// month gives keys of the month, and of the year to what is told coarsely or recalled.
func (k *keyring) month(f family, from sitrep.CivilDate, names []string) {
	for _, name := range names {
		if from.Month > 0 {
			k.add("m/%c/%04d-%02d/%s", f, from.Year, from.Month, name)
		}
		if k.p.when.coarse || !k.p.t.Event.News {
			k.add("y/%c/%04d/%s", f, from.Year, name)
		}
	}
}

// placeNames are the places finer than a country.
func (k *keyring) placeNames() []string {
	var out []string
	for _, s := range k.p.spots {
		if s.fineness != land && s.name != "" {
			out = append(out, s.name)
		}
	}
	if len(k.p.spots) == 0 && len(k.where()) == 0 {
		return k.p.t.Around[:min(len(k.p.t.Around), 6)] // it may be in any of the places that its report names first
	}
	return out
}

// undated gives keys by publication to what has no day, and to what may be told without one elsewhere: deals, talks, who was freed or moved.
func (k *keyring) undated(f family) {
	if k.p.pub == 0 || k.p.signature() != "" || k.p.when.known && f != peace && f != people {
		return
	}
	if k.p.when.known && k.p.pub-k.p.when.last > 60 {
		return
	}
	for _, where := range k.where() {
		k.add("p/%c/%d/%s", f, k.p.pub/14*2, where)
		k.add("p/%c/%d/%s", f, (k.p.pub+7)/14*2-1, where)
	}
	for _, name := range k.placeNames() {
		k.add("p/%c/%d/%s", f, k.p.pub/14*2, name)
		k.add("p/%c/%d/%s", f, (k.p.pub+7)/14*2-1, name)
	}
}

// counts gives keys to numbers of people that few happenings share.
func (k *keyring) counts() {
	when := k.p.t.Event.When.From
	if when.Month == 0 || k.p.signature() != "" {
		return
	}
	for _, c := range k.p.counts {
		if c.n >= 10 && !c.vague {
			k.add("t/%s/%d/%04d-%02d", c.harm, c.n, when.Year, when.Month)
		}
	}
}
