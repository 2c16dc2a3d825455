package web

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// situationView is the first page: map, timeline and list of incidents, with their facets.
type situationView struct {
	State    state
	Rows     []sitrep.Incident
	Total    int
	Next     string
	Chips    []chip
	Facets   []facet
	Timeline timeline
	Map      drawing
	Stats    casebook.Stats
	Since    time.Time // the last visit, zero for a first one
	Changed  int       // incidents that are new or changed since
	Orders   []link
}

// link is an address with its label; On marks the one that is shown.
type link struct {
	Label, Href string
	On          bool
}

// facet is a field with the values that the incidents have, and how many have each.
type facet struct {
	Name   string
	Values []facetValue
	Rest   []facetValue // less frequent ones, folded
}

type facetValue struct {
	Label, Href string
	N           int
	On          bool
}

func (s *Server) situation(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	since := lastVisit(w, r, s.o.Now())
	if part := r.URL.Query().Get("part"); part == "list" {
		v, err := s.situationOf(r.Context(), st, since)
		if err != nil {
			return err
		}
		return s.show(w, r, "situation-parts.html", "Situation", "situation", v)
	}
	var picture drawing
	drawn := beside(func() (err error) {
		picture, err = s.pictured(r.Context(), st)
		return err
	})
	v, err := s.situationOf(r.Context(), st, since)
	if err = errors.Join(err, drawn()); err != nil {
		return err
	}
	v.Map = picture
	if len(v.Rows) == 0 {
		if v.Stats, err = s.book.Stats(r.Context()); err != nil {
			return err
		}
	}
	return s.show(w, r, "situation.html", "Situation", "situation", v)
}

func (s *Server) situationOf(ctx context.Context, st state, since time.Time) (*situationView, error) {
	v := &situationView{State: st, Chips: st.chips(), Since: since}
	st.query.Limit = mostRows
	l, err := keeping(ctx, s, "listed", st.query, func(ctx context.Context) (listed, error) { return s.listed(ctx, st.query) })
	if err != nil {
		return nil, err
	}
	v.Rows, v.Total = l.page.Rows, l.page.Total
	if l.page.Next != "" {
		v.Next = st.next(l.page.Next)
	}
	v.Facets, v.Timeline = st.facets(l.counts), newTimeline(l.counts.Days, st)
	v.Timeline.place(v.Rows)
	if !since.IsZero() {
		q := casebook.Query{ChangedSince: since, Limit: 1}
		changed, err := keeping(ctx, s, "changed", q, func(ctx context.Context) (casebook.Page[sitrep.Incident], error) { return s.book.Incidents(ctx, q) })
		if err != nil {
			return nil, err
		}
		v.Changed = changed.Total
		v.Facets = append(v.Facets, st.sinceFacet(since, v.Changed))
	}
	for _, o := range []struct {
		label string
		order casebook.Order
	}{{"latest", casebook.Newest}, {"earliest", casebook.Oldest}, {"last changed", casebook.Changed}, {"most killed", casebook.Deadly}} {
		v.Orders = append(v.Orders, link{o.label, st.with(pOrder, string(o.order)), st.query.Order == o.order})
	}
	return v, nil
}

// listed are the rows of a view and what its facets count.
type listed struct {
	page   casebook.Page[sitrep.Incident]
	counts casebook.Facets
}

// listed asks for the two side by side.
func (s *Server) listed(ctx context.Context, q casebook.Query) (l listed, err error) {
	counted := beside(func() (err error) {
		l.counts, err = s.record.Facets(ctx, withoutPage(q))
		return err
	})
	l.page, err = s.record.Incidents(ctx, q)
	return l, errors.Join(err, counted())
}

// pictured is the map of a view, which stands for good while the filters change.
func (s *Server) pictured(ctx context.Context, st state) (drawing, error) {
	at, err := s.scene(ctx, st.query)
	if err != nil {
		return drawing{}, err
	}
	return s.draw(at.spots, at.box, st, mapWidth, mapHeight), nil
}

// scene is a part of the map with what lies in it.
type scene struct {
	box   [4]float64
	spots []casebook.Spot
}

// scene is the part of the map that a query asks for, else the one in which most of its incidents lie.
func (s *Server) scene(ctx context.Context, q casebook.Query) (scene, error) {
	return keeping(ctx, s, "scene", withoutPage(q), func(ctx context.Context) (at scene, err error) {
		if at.box = q.Box; at.box == ([4]float64{}) {
			coarse, err := casebook.BareSpots(ctx, s.book, q, squares(coarseZoom))
			if err != nil {
				return at, err
			}
			at.box = evened(around(coarse))
		}
		zoom := viewOf(at.box, mapWidth, mapHeight).Zoom()
		spots, err := s.gathered(ctx, q, zoom)
		at.spots = apart(spots, zoom)
		return at, err
	})
}

// coarseZoom is the zoom at which the incidents are gathered to find where most of them lie.
const coarseZoom = 7

// sinceFacet offers what is new or changed since the last visit.
func (s state) sinceFacet(since time.Time, n int) facet {
	at := since.UTC().Format(time.RFC3339)
	href := s.with(pSince, at, pOrder, string(casebook.Changed))
	if s.on(pSince, at) {
		href = s.with(pSince, "")
	}
	return facet{Name: "Since your last visit", Values: []facetValue{{"new or changed", href, n, s.on(pSince, at)}}}
}

// mostRows is how many incidents stand on a page of the list.
const mostRows = 50

// How many values of a facet are shown, and how many more lie folded below them; those that are chosen are always shown.
const mostValues, mostFolded = 8, 40

// facets are the facets of a view, with the address to which each value leads.
func (s state) facets(c casebook.Facets) []facet {
	var out []facet
	for _, f := range []struct {
		label, name string
		counts      []casebook.Count
	}{
		{"Kind", pKind, c.Kinds}, {"Side", pSide, c.Sides}, {"Country", pCountry, c.Countries}, {"Place", pPlace, quoted(c.Places)}, {"Grade", pGrade, c.Grades}, {"Status", pStatus, c.Statuses},
		{"Actor", pActor, c.Actors}, {"Outlet", pOutlet, c.Outlets},
	} {
		g := facet{Name: f.label}
		for i, n := range f.counts {
			on := s.on(f.name, n.Value)
			value := facetValue{valueLabel(f.name, n.Value), s.toggledOrSet(f.name, n.Value), n.N, on}
			switch {
			case n.Value == "":
			case i < mostValues || on:
				g.Values = append(g.Values, value)
			case len(g.Rest) < mostFolded:
				g.Rest = append(g.Rest, value)
			}
		}
		if len(g.Values) > 0 {
			out = append(out, g)
		}
	}
	return append(out, facet{Name: "Only", Values: []facetValue{
		{"new", s.toggled(pNew, "1"), c.NewOnly, s.on(pNew, "1")},
		{"disputed", s.toggled(pDisputed, "1"), c.Disputed, s.on(pDisputed, "1")},
		{"with a toll", s.toggled(pToll, "1"), c.HasToll, s.on(pToll, "1")},
	}})
}

// toggledOrSet is toggled, for parameters of which only one value can hold the value that takes the other's place.
func (s state) toggledOrSet(name, value string) string {
	switch name {
	case pCountry, pPlace, pActor, pOutlet:
		if !s.on(name, value) {
			return s.with(name, value)
		}
	}
	return s.toggled(name, value)
}

func valueLabel(name, value string) string {
	switch name {
	case pKind:
		return kindLabel(sitrep.Kind(value))
	case pGrade:
		return gradeLabel(sitrep.Grade(value))
	case pCountry, pSide: // a side that is no state stands by its letters, as beside every name
		return countryLabel(value)
	case pPlace:
		return strings.Trim(value, `"`)
	}
	return value
}

// quoted are places by their whole names: those that only have the name in theirs are others. Countries have a field of their own.
func quoted(places []casebook.Count) (out []casebook.Count) {
	for _, p := range places {
		if p.Value != "" && !isCountry(p.Value) {
			out = append(out, casebook.Count{Value: `"` + p.Value + `"`, N: p.N})
		}
	}
	return out
}
