package reconcile

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// hood is the tellings that hang together with those that are to be placed.
type hood struct {
	ctx    context.Context
	book   Neighbours
	rules  *judgements
	loaded map[sitrep.EventKey]*profile
	fresh  map[sitrep.EventKey]bool // of what is to be placed
	core   map[sitrep.EventKey]bool // of what is made anew
	todo   []*profile
	asked  map[string][]sitrep.EventKey // blocking keys that were asked for
	told   map[string][]sitrep.EventKey // by reports that were asked for
	old    map[string]sitrep.Incident   // that hold one of core
	units  map[unison]sitrep.EventKey   // the least key that was reached from
	stands map[string]*casebook.Stand   // of each signature that was asked for; nil where nothing stands
	late   map[sitrep.EventKey]bool     // fresh, and of no more use than that others stand for it already
}

// unison is what is told with one signature: what is to be placed by itself, since it may come before the one that has stood for all in comparisons.
type unison struct {
	signature string
	fresh     bool
}

func newHood(ctx context.Context, book Neighbours, rules *judgements) *hood {
	return &hood{ctx: ctx, book: book, rules: rules, loaded: map[sitrep.EventKey]*profile{}, fresh: map[sitrep.EventKey]bool{},
		core: map[sitrep.EventKey]bool{}, asked: map[string][]sitrep.EventKey{}, told: map[string][]sitrep.EventKey{}, old: map[string]sitrep.Incident{}, units: map[unison]sitrep.EventKey{},
		stands: map[string]*casebook.Stand{}, late: map[sitrep.EventKey]bool{}}
}

// take puts tellings into the core, but for those for which others stand already.
func (h *hood) take(tellings []sitrep.Telling) error {
	for i := range tellings {
		p := profileOf(&tellings[i])
		k := p.t.Key
		h.loaded[k], h.fresh[k] = p, true
		stand, err := h.standing(p)
		if err != nil {
			return err
		}
		if stand != nil && rank(p.t) > stand.Bar {
			h.late[k] = true
			continue
		}
		h.include(k)
	}
	return nil
}

// standing is what stands for all that recall the same as a telling, nil for nothing.
func (h *hood) standing(p *profile) (*casebook.Stand, error) {
	s := p.signature()
	if s == "" || h.rules.has(p.t.Key) {
		return nil, nil
	}
	if stand, ok := h.stands[s]; ok {
		return stand, nil
	}
	stand, ok, err := h.book.Stand(h.ctx, unitNumber(s))
	if err != nil {
		return nil, wrap("what is recalled alike", err)
	}
	h.stands[s] = nil
	if ok {
		h.stands[s] = &stand
	}
	return h.stands[s], nil
}

func (h *hood) include(k sitrep.EventKey) {
	if p := h.loaded[k]; p != nil && !h.core[k] {
		h.core[k] = true
		h.todo = append(h.todo, p)
	}
}

// grow takes in all that hangs together with the core: by likeness, by what people said, and by the incidents that hold it now.
func (h *hood) grow() error {
	for len(h.todo) > 0 {
		round := h.todo
		h.todo = nil
		for _, p := range round {
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

// reach takes in what is like a telling. Of tellings with one signature it is enough to do so for the first that comes and the first that was there.
func (h *hood) reach(p *profile) error {
	if s := p.signature(); s != "" && !h.rules.has(p.t.Key) {
		u := unison{s, h.fresh[p.t.Key]}
		if least, ok := h.units[u]; ok && compareKeys(least, p.t.Key) < 0 {
			return nil
		}
		h.units[u] = p.t.Key
	}
	near, err := h.near(p.keys())
	if err != nil {
		return err
	}
	near = append(near, h.rules.partners(p.t.Key)...)
	if err := h.load(near); err != nil {
		return err
	}
	for _, k := range near {
		if q := h.loaded[k]; q != nil && !h.core[k] && h.hangs(p, q) {
			h.include(k)
		}
	}
	return nil
}

// hangs tells whether two tellings must be placed in one go.
func (h *hood) hangs(p, q *profile) bool {
	if h.rules.of(p.t.Key, q.t.Key) == together {
		return true
	}
	if s := p.signature(); s != "" && s == q.signature() {
		return true
	}
	s, _ := compare(p, q)
	return s > 0
}

// near are the keys of the tellings that have one of the blocking keys, in order.
func (h *hood) near(keys []string) ([]sitrep.EventKey, error) {
	var out []sitrep.EventKey
	for _, k := range keys {
		in, ok := h.asked[k]
		if !ok {
			var err error
			if in, err = h.book.Near(h.ctx, []string{k}); err != nil {
				return nil, wrap("the neighbourhood", err)
			}
			h.asked[k] = in
		}
		out = append(out, in...)
	}
	slices.SortFunc(out, compareKeys)
	return slices.Compact(out), nil
}

// ofReports are the keys of the tellings of some reports, in order.
func (h *hood) ofReports(reports []string) ([]sitrep.EventKey, error) {
	var out []sitrep.EventKey
	for _, r := range reports {
		in, ok := h.told[r]
		if !ok {
			var err error
			if in, err = h.book.TellingsOf(h.ctx, r); err != nil {
				return nil, wrap("the tellings of a report", err)
			}
			h.told[r] = in
		}
		out = append(out, in...)
	}
	return out, nil
}

// load fetches tellings that are not there yet.
func (h *hood) load(keys []sitrep.EventKey) error {
	keys = slices.DeleteFunc(slices.Clone(keys), func(k sitrep.EventKey) bool { return h.loaded[k] != nil })
	if len(keys) == 0 {
		return nil
	}
	tellings, err := h.book.Tellings(h.ctx, keys)
	if err != nil {
		return wrap("tellings", err)
	}
	for i := range tellings {
		h.loaded[tellings[i].Key] = profileOf(&tellings[i])
	}
	return nil
}

// present takes in the events of the incidents that hold some tellings now.
func (h *hood) present(of []*profile) error {
	keys := make([]sitrep.EventKey, len(of))
	for i, p := range of {
		keys[i] = p.t.Key
	}
	incidents, err := h.book.IncidentsOf(h.ctx, keys)
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

// siblings are the tellings of some reports, by report, in order.
func (h *hood) siblings(reports []string) (map[string][]*profile, error) {
	near, err := h.ofReports(reports)
	if err != nil {
		return nil, err
	}
	if err := h.load(near); err != nil {
		return nil, err
	}
	out := map[string][]*profile{}
	for _, k := range near {
		if p := h.loaded[k]; p != nil {
			out[k.Report] = append(out[k.Report], p)
		}
	}
	return out, nil
}
