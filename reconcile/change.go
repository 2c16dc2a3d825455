package reconcile

import (
	"maps"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// outcome is what a step of joining makes.
type outcome struct {
	h       *hood
	made    []*sitrep.Incident                   // of the core, in the order of their least events
	holder  map[sitrep.EventKey]*sitrep.Incident // of each event of the core, and of others as they were asked for
	before  map[sitrep.EventKey]string           // the incident that held each event of the core
	sibling map[string][]*profile
	units   units
	lesser  map[sitrep.EventKey]bool // of the core and late: others stand for them
}

// change is what is to be put in the place of the incidents that hold the core.
func (h *hood) change(standing []sitrep.Correction) (casebook.Change, error) {
	o := &outcome{h: h, holder: map[sitrep.EventKey]*sitrep.Incident{}, before: map[sitrep.EventKey]string{}, lesser: map[sitrep.EventKey]bool{}}
	for id, in := range h.old {
		for _, k := range in.Events {
			o.before[k] = id
		}
	}
	if err := o.make(); err != nil {
		return casebook.Change{}, err
	}
	o.follow()
	placed := append(o.core(), slices.SortedFunc(maps.Keys(h.late), compareKeys)...)
	ties := ties{}
	links, err := o.linksOf(placed)
	if err != nil {
		return casebook.Change{}, err
	}
	children, err := o.link(slices.DeleteFunc(links, func(l link) bool { return !o.matters(l) }), ties)
	if err != nil {
		return casebook.Change{}, err
	}
	c := casebook.Change{Alias: map[string]string{}}
	for _, in := range o.made {
		ties.settle(in)
		judge(in, standing)
		c.Put = append(c.Put, *in)
	}
	more, err := o.retie(children)
	if err != nil {
		return casebook.Change{}, err
	}
	c.Put = append(c.Put, more...)
	o.drop(&c)
	c.Verdicts = o.verdicts()
	c.Placed = placed
	c.Recalled = o.recalled()
	return c, nil
}

// follow puts those for which others stand where these are.
func (o *outcome) follow() {
	for _, u := range o.units {
		for _, q := range u.others {
			o.holder[q.t.Key], o.lesser[q.t.Key] = o.holder[u.few[0].t.Key], true
		}
	}
	for k := range o.h.late {
		s := o.h.loaded[k].signature()
		o.holder[k], o.lesser[k] = &o.h.stands[s].Incident, true
		if in := o.standIn(s); in != nil {
			o.holder[k] = in
		}
	}
}

// standIn is the incident that those make now that stand for all with a signature; nil where they are not of the core.
func (o *outcome) standIn(signature string) *sitrep.Incident {
	if u := o.units[signature]; u != nil {
		return o.holder[u.few[0].t.Key]
	}
	return nil
}

// recalled says where those belong for which others stand, those that came late with the rest.
func (o *outcome) recalled() []casebook.Recalled {
	out := o.units.recalled(func(k sitrep.EventKey) string { return o.holder[k].ID })
	at := map[int64]int{}
	for i := range out {
		at[out[i].Alike] = i
	}
	for s, u := range o.units {
		out[at[unitNumber(s)]].Altered = slices.ContainsFunc(slices.Concat(u.few, u.others), func(p *profile) bool {
			return p.tiesOthers() && o.before[p.t.Key] != "" && o.altered(p.t.Key)
		})
	}
	for _, k := range slices.SortedFunc(maps.Keys(o.h.late), compareKeys) {
		s := o.h.loaded[k].signature()
		n := unitNumber(s)
		i, ok := at[n]
		if !ok {
			i = len(out)
			at[n] = i
			out = append(out, casebook.Recalled{Alike: n, Incident: o.holder[k].ID, Bar: o.h.stands[s].Bar})
		}
		out[i].Others = append(out[i].Others, k)
	}
	return out
}

// core is the keys of what is made anew, in order.
func (o *outcome) core() []sitrep.EventKey {
	return slices.SortedFunc(maps.Keys(o.h.core), compareKeys)
}

// make groups the core.
func (o *outcome) make() error {
	var reports []string
	for _, k := range o.core() {
		if n := len(reports); o.h.loaded[k].hasCourse() && (n == 0 || reports[n-1] != k.Report) {
			reports = append(reports, k.Report)
		}
	}
	var err error
	if o.sibling, err = o.h.siblings(reports); err != nil {
		return err
	}
	o.units = o.h.units
	for _, p := range o.h.parts {
		for _, group := range p.groups {
			in := assemble(group, aroundOf(group, o.sibling))
			o.made = append(o.made, &in)
			for _, p := range group {
				o.holder[p.t.Key] = &in
			}
		}
	}
	slices.SortFunc(o.made, func(a, b *sitrep.Incident) int { return compareKeys(a.Events[0], b.Events[0]) })
	return nil
}

// drop takes away the incidents that are no more. One that is no more is an alias of the incident that holds now the event that it had its id from,
// or else its least.
func (o *outcome) drop(c *casebook.Change) {
	gone := maps.Clone(o.h.old)
	for i := range c.Put {
		delete(gone, c.Put[i].ID)
	}
	for id, in := range gone {
		c.Drop = append(c.Drop, id)
		for _, k := range in.Events {
			if now := o.holder[k]; now != nil && (c.Alias[id] == "" || IncidentID(k) == id) {
				c.Alias[id] = now.ID
			}
		}
	}
	slices.Sort(c.Drop)
}

// verdicts say of each fresh telling that was joined with which one of its incident it is one happening most surely. One that nothing was like has none.
func (o *outcome) verdicts() []sitrep.Verdict {
	var out []sitrep.Verdict
	for _, k := range slices.SortedFunc(maps.Keys(o.h.fresh), compareKeys) {
		if v := o.verdict(k); v.Relation != "" {
			out = append(out, v)
		}
	}
	return out
}

// compared is how many tellings of its incident a telling is compared with for its verdict: the reasons of one that is like it are enough.
const compared = 50

func (o *outcome) verdict(k sitrep.EventKey) sitrep.Verdict {
	var best sitrep.Verdict
	in := o.holder[k]
	if in == nil || o.h.late[k] {
		return best
	}
	for i, e := range in.Events {
		if q := o.h.loaded[e]; e != k && q != nil && i < compared {
			v := match(o.h.loaded[k], q)
			if o.h.rules.of(k, e) == together {
				v.Relation, v.Score, v.By, v.Reasons = sitrep.SameIncident, 1, "person", []string{"joined by a person"}
			}
			if best.Relation == "" || v.Score > best.Score {
				v.Relation = sitrep.SameIncident
				best = v
			}
		}
	}
	return best
}
