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
	others  map[string][]*profile // for which others stand, by their signatures
	few     []*profile            // the core without them
}

// change is what is to be put in the place of the incidents that hold the core.
func (h *hood) change(standing []sitrep.Correction) (casebook.Change, error) {
	o := &outcome{h: h, holder: map[sitrep.EventKey]*sitrep.Incident{}, before: map[sitrep.EventKey]string{}}
	for id, in := range h.old {
		for _, k := range in.Events {
			o.before[k] = id
		}
	}
	if err := o.make(); err != nil {
		return casebook.Change{}, err
	}
	ties := ties{}
	children, err := o.link(o.core(), ties)
	if err != nil {
		return casebook.Change{}, err
	}
	c := casebook.Change{Alias: map[string]string{}}
	for _, in := range o.made {
		ties.settle(in)
		judge(in, standing)
		c.Put = append(c.Put, *in)
	}
	more, err := o.relink(children)
	if err != nil {
		return casebook.Change{}, err
	}
	c.Put = append(c.Put, more...)
	o.drop(&c)
	c.Verdicts = o.verdicts()
	c.Placed = o.core()
	c.Recalled = recalled(o.few, o.others, func(k sitrep.EventKey) string { return o.holder[k].ID })
	return c, nil
}

// core is the keys of what is made anew, in order.
func (o *outcome) core() []sitrep.EventKey {
	return slices.SortedFunc(maps.Keys(o.h.core), compareKeys)
}

// make groups the core.
func (o *outcome) make() error {
	var nodes []*profile
	var reports []string
	for _, k := range o.core() {
		nodes = append(nodes, o.h.loaded[k])
		if n := len(reports); n == 0 || reports[n-1] != k.Report {
			reports = append(reports, k.Report)
		}
	}
	var err error
	if o.sibling, err = o.h.siblings(reports); err != nil {
		return err
	}
	o.few, o.others = stands(nodes, o.h.rules)
	for _, group := range newGraph(slices.Clone(o.few), o.h.rules).groups() {
		in := assemble(group, aroundOf(group, o.sibling))
		o.made = append(o.made, &in)
		for _, p := range group {
			o.holder[p.t.Key] = &in
		}
	}
	for _, p := range o.few {
		for _, q := range o.others[p.signature()] {
			o.holder[q.t.Key] = o.holder[p.t.Key]
		}
	}
	return nil
}

// link ties the incidents of some events to others, and gives the incidents that may have to be tied anew because of them.
func (o *outcome) link(events []sitrep.EventKey, t ties) (children []string, err error) {
	var links []link
	seen := map[string]bool{} // signatures: what is recalled alike has the same links, but for those in its own report
	for _, k := range events {
		p := o.h.loaded[k]
		near, err := o.h.ofReports([]string{k.Report})
		if err != nil {
			return nil, err
		}
		if s := p.signature(); s == "" || !seen[s] || o.h.rules.has(k) {
			seen[s] = true
			like, err := o.h.near(p.keys())
			if err != nil {
				return nil, err
			}
			near = append(slices.Clone(near), like...)
			slices.SortFunc(near, compareKeys)
			near = slices.Compact(near)
		}
		if err := o.h.load(near); err != nil {
			return nil, err
		}
		links = appendLinks(links, p, near, o.h)
	}
	if err := o.hold(links); err != nil {
		return nil, err
	}
	for _, l := range links {
		x, y := o.holder[l.from], o.holder[l.to]
		if x == nil || y == nil {
			continue // not placed yet: it will be tied when it is
		}
		t.consider(x, y, l.relation)
		if !o.h.core[l.from] && o.h.core[l.to] && o.altered(l.to) {
			children = append(children, x.ID)
		}
	}
	return ordered(children), nil
}

// appendLinks adds the links of a telling to others; of those that are recalled alike, to the first, but for those of its own report.
func appendLinks(links []link, p *profile, near []sitrep.EventKey, h *hood) []link {
	seen := map[string]bool{}
	for _, n := range near {
		q := h.loaded[n]
		if q == nil || n == p.t.Key {
			continue
		}
		if s := q.signature(); s != "" && n.Report != p.t.Key.Report && !h.rules.has(n) {
			if seen[s] {
				continue
			}
			seen[s] = true
		}
		links = appendLink(links, p, q)
	}
	return links
}

// altered tells whether an event of the core is in another incident than before, or in one that is another for those that are tied to it.
func (o *outcome) altered(k sitrep.EventKey) bool {
	now, id := o.holder[k], o.before[k]
	old := o.h.old[id]
	return now.ID != id || old.When != now.When || old.Kind != now.Kind
}

// hold asks for the incidents of linked events outside of the core.
func (o *outcome) hold(links []link) error {
	var keys []sitrep.EventKey
	for _, l := range links {
		for _, k := range []sitrep.EventKey{l.from, l.to} {
			if _, ok := o.holder[k]; !ok && !o.h.core[k] {
				keys = append(keys, k)
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.SortFunc(keys, compareKeys)
	incidents, err := o.h.book.IncidentsOf(o.h.ctx, slices.Compact(keys))
	if err != nil {
		return wrap("incidents", err)
	}
	for i := range incidents {
		for _, k := range incidents[i].Events {
			if !o.h.core[k] {
				o.holder[k] = &incidents[i]
			}
		}
	}
	return o.holdOthers(keys)
}

// holdOthers asks for the incidents of those events, among some, for which others stand.
func (o *outcome) holdOthers(keys []sitrep.EventKey) error {
	for _, k := range keys {
		if o.holder[k] != nil {
			continue
		}
		in, err := o.h.book.IncidentsOf(o.h.ctx, []sitrep.EventKey{k})
		if err != nil {
			return wrap("incidents", err)
		}
		for i := range in {
			o.holder[k] = o.known(&in[i])
		}
	}
	return nil
}

// known is an incident that is held already, in the place of one that was read again.
func (o *outcome) known(in *sitrep.Incident) *sitrep.Incident {
	for _, k := range in.Events {
		if h := o.holder[k]; h != nil {
			return h
		}
	}
	return in
}

// relink ties incidents outside of the core anew, and gives those that changed.
func (o *outcome) relink(ids []string) ([]sitrep.Incident, error) {
	byID := map[string]*sitrep.Incident{}
	for _, in := range o.holder {
		byID[in.ID] = in
	}
	var out []sitrep.Incident
	for _, id := range ids {
		in := byID[id]
		if err := o.h.load(in.Events); err != nil {
			return nil, err
		}
		t := ties{}
		if _, err := o.link(in.Events, t); err != nil {
			return nil, err
		}
		now := *in
		t.settle(&now)
		if now.PartOf != in.PartOf || now.Follows != in.Follows {
			out = append(out, now)
		}
	}
	return out, nil
}

// drop takes away the incidents that are no more. One that is no more is an alias of the incident that holds its least event now.
func (o *outcome) drop(c *casebook.Change) {
	gone := maps.Clone(o.h.old)
	for i := range c.Put {
		delete(gone, c.Put[i].ID)
	}
	for id, in := range gone {
		c.Drop = append(c.Drop, id)
		for _, k := range in.Events {
			if now := o.holder[k]; now != nil {
				c.Alias[id] = now.ID
				break
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
	if in == nil {
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
