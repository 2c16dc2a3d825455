package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"sitrep"
)

// part is those of the core that hang together by likeness, and the happenings that they make.
type part struct {
	size    int
	groups  [][]*profile
	checked bool // against the incidents beside it
}

// grow takes in all that may change by what is to be placed. Happenings are made by joining, again and again, the two groups that are most alike: what becomes of two of them hangs on no
// third. So tellings are parted as they would be at once if each two happenings, by themselves, come out as the same two; and an incident beside the core stays as it is unless, with one of
// the happenings that the core makes, it does not.
func (h *hood) grow() error {
	for {
		if err := h.complete(); err != nil {
			return err
		}
		if err := h.join(); err != nil {
			return err
		}
		more, err := h.disturbed()
		if err != nil || len(more) == 0 {
			return err
		}
		for _, k := range more {
			h.include(k)
		}
	}
}

// complete takes in what goes with the core however alike it is: what is recalled alike, what people joined, and what is in an incident with one of it.
func (h *hood) complete() error {
	for len(h.todo) > 0 {
		round := h.todo
		h.todo = nil
		reach := slices.DeleteFunc(slices.Clone(round), h.recalls)
		firsts := map[string]*profile{}
		for _, p := range round {
			if s := p.signature(); h.recalls(p) {
				h.alike[s] = append(h.alike[s], p)
				firsts[s] = nil
			}
		}
		for s := range firsts {
			firsts[s] = firstOf(h.alike[s])
		}
		for _, s := range slices.Sorted(maps.Keys(firsts)) {
			reach = append(reach, firsts[s])
		}
		for _, p := range reach {
			if err := h.reach(p); err != nil {
				return err
			}
		}
		if err := h.present(round); err != nil {
			return err
		}
	}
	return nil
}

// recalls tells whether a telling is compared by one that stands for all with its signature.
func (h *hood) recalls(p *profile) bool { return p.signature() != "" && !h.rules.has(p.t.Key) }

// firstOf is the telling that is compared for all that recall something alike.
func firstOf(list []*profile) *profile {
	if u := unitOf(ranked(list)); u != nil {
		list = u.few
	}
	return slices.MinFunc(list, func(a, b *profile) int { return compareKeys(a.t.Key, b.t.Key) })
}

// reach looks for what is like a telling.
func (h *hood) reach(p *profile) error {
	if _, done := h.beside[p.t.Key]; done || h.ctx.Err() != nil {
		return h.ctx.Err()
	}
	near, err := h.near(p.keys())
	if err != nil {
		return err
	}
	near = append(near, h.rules.partners(p.t.Key)...)
	if err := h.load(near); err != nil {
		return err
	}
	like := []sitrep.EventKey{}
	for _, k := range near {
		q := h.loaded[k]
		switch {
		case q == nil || q == p:
		case h.rules.of(p.t.Key, k) == together, h.recalls(p) && h.recalls(q) && p.signature() == q.signature():
			h.include(k)
			like = append(like, k)
		case h.likes.of(p, q) > 0:
			like = append(like, k)
		}
	}
	h.beside[p.t.Key] = like
	return nil
}

// present takes in the events of the incidents that hold some tellings now.
func (h *hood) present(of []*profile) error {
	incidents, err := h.book.IncidentsOf(h.ctx, keysOfProfiles(of))
	if err != nil {
		return wrap("incidents", err)
	}
	for _, in := range incidents {
		if _, ok := h.old[in.ID]; ok {
			continue
		}
		h.old[in.ID] = in
		if err := h.load(in.Events); err != nil {
			return err
		}
		for _, k := range in.Events {
			h.include(k)
		}
	}
	return nil
}

func keysOfProfiles(of []*profile) []sitrep.EventKey {
	keys := make([]sitrep.EventKey, len(of))
	for i, p := range of {
		keys[i] = p.t.Key
	}
	return keys
}

// join makes the happenings of those parts of the core that have grown.
func (h *hood) join() error {
	var nodes []*profile
	for _, k := range slices.SortedFunc(maps.Keys(h.core), compareKeys) {
		nodes = append(nodes, h.loaded[k])
	}
	few, all := stands(nodes, h.rules)
	h.units = all
	stand := map[*profile]bool{}
	for _, p := range few {
		stand[p] = true
	}
	parts := map[sitrep.EventKey]*part{}
	for _, members := range h.together(nodes) {
		least := nodes[members[0]].t.Key
		if before := h.parts[least]; before != nil && before.size == len(members) {
			parts[least] = before
			continue
		}
		if err := h.ctx.Err(); err != nil {
			return err
		}
		var those []*profile
		for _, i := range members {
			if stand[nodes[i]] {
				those = append(those, nodes[i])
			}
		}
		parts[least] = &part{size: len(members), groups: newGraph(those, h.rules, h.likes).groups()}
	}
	h.parts = parts
	return nil
}

// together are the numbers of those tellings that hang together.
func (h *hood) together(nodes []*profile) [][]int {
	at := map[sitrep.EventKey]int{}
	for i, p := range nodes {
		at[p.t.Key] = i
	}
	set := newSets(len(nodes))
	for i, p := range nodes {
		for _, k := range h.beside[p.t.Key] {
			if j, ok := at[k]; ok {
				set.join(i, j)
			}
		}
	}
	for _, list := range h.alike {
		for _, p := range list[1:] {
			set.join(at[list[0].t.Key], at[p.t.Key])
		}
	}
	return set.parts()
}

// disturbed are the events of incidents beside the core that would be other ones beside what the core makes.
func (h *hood) disturbed() (out []sitrep.EventKey, err error) {
	taken := map[string]bool{}
	for _, least := range slices.SortedFunc(maps.Keys(h.parts), compareKeys) {
		p := h.parts[least]
		if p.checked {
			continue
		}
		p.checked = true
		for _, group := range p.groups {
			around, err := h.around(group)
			if err != nil {
				return nil, err
			}
			for _, in := range around {
				if taken[in.ID] {
					continue
				}
				stays, err := h.apart(group, in)
				if err != nil {
					return nil, err
				}
				if !stays {
					taken[in.ID] = true
					out = append(out, in.Events...)
				}
			}
		}
	}
	return out, nil
}

// around are the incidents beside the core that hold what is like one of a group.
func (h *hood) around(group []*profile) (out []*sitrep.Incident, err error) {
	var keys, unknown []sitrep.EventKey
	for _, p := range group {
		for _, k := range h.beside[p.t.Key] {
			if h.core[k] {
				continue
			}
			keys = append(keys, k)
			if _, ok := h.holder[k]; !ok {
				h.holder[k] = nil
				unknown = append(unknown, k)
			}
		}
	}
	incidents, err := h.book.IncidentsOf(h.ctx, unknown)
	if err != nil {
		return nil, wrap("incidents", err)
	}
	for i := range incidents {
		for _, k := range incidents[i].Events {
			h.holder[k] = &incidents[i]
		}
	}
	seen := map[string]bool{}
	for _, k := range keys {
		if in := h.holder[k]; in != nil && !seen[in.ID] { // what is in none is placed later
			seen[in.ID] = true
			out = append(out, in)
		}
	}
	slices.SortFunc(out, func(a, b *sitrep.Incident) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// apart tells whether a group and an incident, by themselves, are the two happenings that they are.
func (h *hood) apart(group []*profile, in *sitrep.Incident) (bool, error) {
	if err := h.ctx.Err(); err != nil {
		return false, err
	}
	if err := h.load(in.Events); err != nil {
		return false, err
	}
	both := slices.Clone(group)
	for _, k := range in.Events {
		if q := h.loaded[k]; q != nil {
			both = append(both, q)
		}
	}
	groups := newGraph(both, h.rules, h.likes).groups()
	return len(groups) == 2 && (slices.Equal(groups[0], group) || slices.Equal(groups[1], group)), nil
}
