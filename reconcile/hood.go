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
	stands map[string]*casebook.Stand   // of each signature that was asked for; nil where nothing stands
	late   map[sitrep.EventKey]bool     // fresh, and of no more use than that others stand for it already
	likes  likenesses
	alike  map[string][]*profile                 // of core, by their signatures
	beside map[sitrep.EventKey][]sitrep.EventKey // of each of core that was compared with its neighbours: those that it is rather one happening with than not
	holder map[sitrep.EventKey]*sitrep.Incident  // of what is beside, as it was asked for; nil for none
	parts  map[sitrep.EventKey]*part             // of core, by their least keys
	units  units                                 // of core
}

func newHood(ctx context.Context, book Neighbours, rules *judgements) *hood {
	return &hood{ctx: ctx, book: book, rules: rules, loaded: map[sitrep.EventKey]*profile{}, fresh: map[sitrep.EventKey]bool{},
		core: map[sitrep.EventKey]bool{}, asked: map[string][]sitrep.EventKey{}, told: map[string][]sitrep.EventKey{}, old: map[string]sitrep.Incident{},
		stands: map[string]*casebook.Stand{}, late: map[sitrep.EventKey]bool{}, likes: likenesses{}, alike: map[string][]*profile{}, beside: map[sitrep.EventKey][]sitrep.EventKey{},
		holder: map[sitrep.EventKey]*sitrep.Incident{}, parts: map[sitrep.EventKey]*part{}}
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
