package reconcile

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// Neighbours is the part of a casebook that joining needs.
type Neighbours interface {
	casebook.Reconciler
	// Corrections in the order in which they were made; all where report is empty.
	Corrections(ctx context.Context, report string) ([]sitrep.Correction, error)
}

// Result says what a step of joining did.
type Result struct {
	Placed  int // tellings
	Put     int // incidents that are new or were made anew
	Dropped int // incidents that are no more
}

// step is how many tellings are placed at once: enough that a happening that many reports tell is made anew once for all of them, and little enough that a step
// can be waited for.
const step = 1000

// Reconcile joins what the book has not placed yet with its neighbourhood, and applies the outcome. It places as much as one step should; call it until
// Result.Placed is 0. What comes out is what All makes of all tellings of the book.
func Reconcile(ctx context.Context, book Neighbours, at time.Time) (Result, error) {
	fresh, err := book.Unplaced(ctx, step)
	if err != nil || len(fresh) == 0 {
		return Result{}, wrap("what is not placed", err)
	}
	corrections, err := book.Corrections(ctx, "")
	if err != nil {
		return Result{}, wrap("corrections", err)
	}
	h := newHood(ctx, book, judgementsOf(corrections))
	h.take(fresh)
	if err := h.grow(); err != nil {
		return Result{}, err
	}
	change, err := h.change(corrections, at)
	if err != nil {
		return Result{}, err
	}
	for i := range fresh {
		change.Placed = append(change.Placed, fresh[i].Key)
	}
	if err := book.Apply(ctx, change); err != nil {
		return Result{}, wrap("the outcome", err)
	}
	return Result{Placed: len(fresh), Put: len(change.Put), Dropped: len(change.Drop)}, nil
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("reconcile: %s: %w", what, err)
}

// hood is the tellings that hang together with those that are to be placed.
type hood struct {
	ctx    context.Context
	book   Neighbours
	rules  *judgements
	loaded map[sitrep.EventKey]*profile
	core   map[sitrep.EventKey]bool // of what is made anew
	todo   []*profile
	asked  map[string][]sitrep.EventKey // blocking keys that were asked for
	old    map[string]sitrep.Incident   // that hold one of core
}

func newHood(ctx context.Context, book Neighbours, rules *judgements) *hood {
	return &hood{ctx, book, rules, map[sitrep.EventKey]*profile{}, map[sitrep.EventKey]bool{}, nil, map[string][]sitrep.EventKey{}, map[string]sitrep.Incident{}}
}

// take puts tellings into the core.
func (h *hood) take(tellings []sitrep.Telling) {
	for i := range tellings {
		h.loaded[tellings[i].Key] = profileOf(&tellings[i])
		h.include(tellings[i].Key)
	}
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

// reach takes in what is like a telling.
func (h *hood) reach(p *profile) error {
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

// near are the keys of the tellings that have one of the blocking keys.
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

// change is what is to be put in the place of the incidents that hold the core.
func (h *hood) change(corrections []sitrep.Correction, at time.Time) (casebook.Change, error) {
	c := casebook.Change{At: at, Alias: map[string]string{}}
	var nodes []*profile
	for k := range h.core {
		nodes = append(nodes, h.loaded[k])
	}
	g := newGraph(nodes, h.rules)
	holder := map[sitrep.EventKey]string{}
	for _, group := range g.groups() {
		in := assemble(group, aroundOf(group, h.siblings()))
		c.Put = append(c.Put, in)
		for _, k := range in.Events {
			holder[k] = in.ID
		}
	}
	drop(&c, h.old, holder)
	return c, nil
}

// drop takes away the incidents that are no more. One that is no more is an alias of the incident that holds its least event now.
func drop(c *casebook.Change, old map[string]sitrep.Incident, holder map[sitrep.EventKey]string) {
	for _, in := range c.Put {
		delete(old, in.ID)
	}
	for id, in := range old {
		c.Drop = append(c.Drop, id)
		for _, k := range in.Events {
			if now := holder[k]; now != "" {
				c.Alias[id] = now
				break
			}
		}
	}
	slices.Sort(c.Drop)
}

// siblings are the tellings that are there, by report, in order.
func (h *hood) siblings() map[string][]*profile {
	out := map[string][]*profile{}
	for _, p := range h.loaded {
		out[p.t.Key.Report] = append(out[p.t.Key.Report], p)
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b *profile) int { return compareKeys(a.t.Key, b.t.Key) })
	}
	return out
}
