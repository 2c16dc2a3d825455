package reconcile

import (
	"errors"
	"maps"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// linksOf are the links between some events, which are in order, and others.
func (o *outcome) linksOf(events []sitrep.EventKey) (links []link, err error) {
	seen := map[string]bool{} // signatures: what is recalled alike has the same links, but for those in its own report
	for _, k := range events {
		if err := o.h.ctx.Err(); err != nil {
			return nil, err
		}
		p := o.h.loaded[k]
		near, err := o.h.ofReports([]string{k.Report})
		if err != nil {
			return nil, err
		}
		if s := p.signature(); !o.lesser[k] && (s == "" || !seen[s] || o.h.rules.has(k)) {
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
		links = o.appendLinks(links, p, near)
	}
	return links, nil
}

// matters tells whether a link is from one of the events that are placed, or to one that is in another incident now: other incidents are tied as they were.
func (o *outcome) matters(l link) bool {
	if o.h.core[l.from] || o.h.late[l.from] {
		return !o.lesser[l.from]
	}
	return (o.h.core[l.to] || o.h.late[l.to]) && o.altered(l.to)
}

// link ties incidents, and gives those outside of the core to which there are new ones to be tied.
func (o *outcome) link(links []link, t ties) (children map[string]*child, err error) {
	if err := o.hold(links); err != nil {
		return nil, err
	}
	children = map[string]*child{}
	for _, l := range links {
		x, y := o.holder[l.from], o.holder[l.to]
		if x == nil || y == nil {
			continue // not placed yet: it will be tied when it is
		}
		if !holds(x, l.from) {
			continue
		}
		if o.h.core[l.from] {
			t.consider(x, y, l.relation)
			continue
		}
		c := children[x.ID]
		if c == nil {
			c = &child{in: x}
			children[x.ID] = c
		}
		c.to = append(c.to, toward{y, l.relation})
	}
	return children, nil
}

// appendLinks adds the links of a telling to others; of those that are recalled alike, to the first, but for those of its own report.
func (o *outcome) appendLinks(links []link, p *profile, near []sitrep.EventKey) []link {
	seen := map[string]bool{}
	for _, n := range near {
		q := o.h.loaded[n]
		if q == nil || n == p.t.Key || o.lesser[n] && n.Report != p.t.Key.Report {
			continue
		}
		if s := q.signature(); s != "" && !o.h.rules.has(n) {
			if seen[s] && n.Report != p.t.Key.Report {
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
	return now.ID != id || old.When != now.When || stageOf(old.Kind) != stageOf(now.Kind)
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

// holdOthers asks for the incidents of those events, among some, for which others stand. Where these are made anew it is theirs: the incident that held them may have been parted.
func (o *outcome) holdOthers(keys []sitrep.EventKey) error {
	for _, k := range keys {
		if o.holder[k] != nil {
			continue
		}
		if p := o.h.loaded[k]; p != nil {
			if o.holder[k] = o.standIn(p.signature()); o.holder[k] != nil {
				continue
			}
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

// child is an incident outside of the core that some of the core may be the whole of, or the one before.
type child struct {
	in *sitrep.Incident
	to []toward
}

type toward struct {
	in       *sitrep.Incident
	relation sitrep.Relation
}

// retie ties incidents outside of the core anew, and gives those that changed. What one is tied to already is better than all else that it could have been tied to so far: where that
// is as it was, only what is new is compared with it.
func (o *outcome) retie(children map[string]*child) (out []sitrep.Incident, err error) {
	for _, id := range slices.Sorted(maps.Keys(children)) {
		c := children[id]
		t := ties{}
		sure, err := o.tiedAsBefore(c.in, t)
		if err == nil && sure {
			for _, y := range c.to {
				t.consider(c.in, y.in, y.relation)
			}
		} else if err == nil {
			t = ties{}
			err = o.tieAnew(c.in, t)
		}
		if err != nil {
			return nil, err
		}
		now := *c.in
		t.settle(&now)
		if now.PartOf != c.in.PartOf || now.Follows != c.in.Follows {
			out = append(out, now)
		}
	}
	return out, nil
}

// tiedAsBefore has the ties that an incident has; false where one of them is to something that is otherwise than before.
func (o *outcome) tiedAsBefore(in *sitrep.Incident, t ties) (bool, error) {
	for _, tie := range []struct {
		id       string
		relation sitrep.Relation
	}{{in.PartOf, sitrep.PartOf}, {in.Follows, sitrep.Follows}} {
		if tie.id == "" {
			continue
		}
		if _, anew := o.h.old[tie.id]; anew {
			now := o.remade(tie.id)
			if now == nil {
				return false, nil
			}
			t.consider(in, now, tie.relation)
			continue
		}
		to, err := o.h.book.Incident(o.h.ctx, tie.id)
		if errors.Is(err, casebook.ErrNotFound) || err == nil && (to.ID != tie.id || !allowed(in, &to, tie.relation)) {
			return false, nil
		}
		if err != nil {
			return false, wrap("incident "+tie.id, err)
		}
		t.consider(in, &to, tie.relation)
	}
	return true, nil
}

// remade is an incident of the core that has the id, the time, the kind and all the events of one that was there, nil for none.
func (o *outcome) remade(id string) *sitrep.Incident {
	old := o.h.old[id]
	var now *sitrep.Incident
	for i, k := range old.Events {
		in := o.holder[k]
		if in == nil || i > 0 && in != now {
			return nil
		}
		now = in
	}
	if now == nil || now.ID != id || now.When != old.When || stageOf(now.Kind) != stageOf(old.Kind) {
		return nil
	}
	return now
}

// tieAnew looks for all that an incident can be tied to.
func (o *outcome) tieAnew(in *sitrep.Incident, t ties) error {
	if err := o.h.load(in.Events); err != nil {
		return err
	}
	links, err := o.linksOf(in.Events)
	if err != nil {
		return err
	}
	links = slices.DeleteFunc(links, func(l link) bool { return !holds(in, l.from) })
	if err := o.hold(links); err != nil {
		return err
	}
	for _, l := range links {
		if y := o.holder[l.to]; y != nil {
			t.consider(in, y, l.relation)
		}
	}
	return nil
}
