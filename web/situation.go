package web

import (
	"context"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/basemap"
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
	v, err := s.situationOf(r.Context(), st, since)
	if err != nil {
		return err
	}
	if part := r.URL.Query().Get("part"); part == "list" {
		return s.show(w, r, "situation-parts.html", "Situation", "situation", v)
	}
	if err := s.background(r.Context(), v); err != nil {
		return err
	}
	return s.show(w, r, "situation.html", "Situation", "situation", v)
}

func (s *Server) situationOf(ctx context.Context, st state, since time.Time) (*situationView, error) {
	v := &situationView{State: st, Chips: st.chips(), Since: since}
	st.query.Limit = mostRows
	list, err := s.book.Incidents(ctx, st.query)
	if err != nil {
		return nil, err
	}
	if v.Rows, err = s.veiled(ctx, list.Rows); err != nil {
		return nil, err
	}
	v.Total = list.Total
	if list.Next != "" {
		v.Next = st.next(list.Next)
	}
	counts, err := s.record.Facets(ctx, st.query)
	if err != nil {
		return nil, err
	}
	v.Facets, v.Timeline = st.facets(counts), newTimeline(counts.Days, st)
	v.Timeline.place(v.Rows)
	if !since.IsZero() {
		changed, err := s.book.Incidents(ctx, casebook.Query{ChangedSince: since, Limit: 1})
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

// background fills in what stands for good while the filters change: the map, and the sizes of the casebook.
func (s *Server) background(ctx context.Context, v *situationView) error {
	points, err := casebook.Points(ctx, s.book, v.State.query)
	if err != nil {
		return err
	}
	v.Map = s.draw(points, v.State, mapWidth, mapHeight)
	v.Stats, err = s.book.Stats(ctx)
	return err
}

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

// veiled are incidents as they may be shown.
func (s *Server) veiled(ctx context.Context, rows []sitrep.Incident) ([]sitrep.Incident, error) {
	return s.record.Veiled(ctx, rows)
}

// How many values of a facet are shown, and how many more lie folded below them; those that are chosen are always shown.
const mostValues, mostFolded = 8, 40

// facets are the facets of a view, with the address to which each value leads.
func (s state) facets(c casebook.Facets) []facet {
	var out []facet
	for _, f := range []struct {
		label, name string
		counts      []casebook.Count
	}{
		{"Kind", pKind, c.Kinds}, {"Side", pSide, c.Sides}, {"Country", pCountry, c.Countries}, {"Grade", pGrade, c.Grades}, {"Status", pStatus, c.Statuses},
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
	case pCountry, pActor, pOutlet:
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
	}
	return value
}

// drawing is the map as a picture, for a page without script; with it the same picture stands until the map is drawn.
type drawing struct {
	Width, Height int
	Paths         template.HTML
	Marks         []drawnMark
	Box           [4]float64 // west, south, east, north of what is shown
	Beyond        int        // incidents of the view that lie further off
	Towns         []drawnTown
}

type drawnMark struct {
	mark
	X, Y, R, Around float64 // pixels; Around is how far off the place may be
	Href            string
}

// The sizes of the picture of a situation and of an incident, in pixels.
const (
	mapWidth, mapHeight     = 960, 640
	smallWidth, smallHeight = 1150, 256
)

// draw draws the incidents of a view on the part of the world in which they lie, or on the part that its URL names.
func (s *Server) draw(points []casebook.Point, st state, width, height int) drawing {
	box := st.query.Box
	if box == ([4]float64{}) {
		box = around(points)
	}
	view := basemap.ViewOf(box[0], box[1], box[2], box[3], width, height)
	if most := 256 * 512.0; view.World > most {
		view.World = most
	}
	d := drawing{Width: width, Height: height, Box: box}
	d.Paths = s.pictures.of(view)
	d.Towns = s.towns.drawn(view, width, height)
	for _, m := range marksOf(points, view.Zoom()) {
		x, y := view.Pixel(basemap.Project(m.Lat, m.Lon))
		if x < 0 || y < 0 || x > float64(width) || y > float64(height) {
			d.Beyond += m.N
			continue
		}
		href := "/incidents/" + m.ID
		if m.N > 1 {
			href = st.with(pBox, strings.Join(m.Box, ","))
		}
		d.Marks = append(d.Marks, drawnMark{m, x, y, radius(m.N), pixels(m, view), href})
	}
	return d
}

// world is the inhabited world: west, south, east, north.
var world = [4]float64{-130, -45, 155, 68}

// World is the address of the view with the map of the whole world.
func (s state) World() string { return s.with(pBox, boxLabel(world)) }

// pictures are the paths of maps that were drawn, by their view: whoever comes back to a page, or sets a filter, mostly sees the same part of the world.
type pictures struct {
	mu   sync.Mutex
	made map[basemap.View]template.HTML
}

const mostPictures = 64

func (p *pictures) of(v basemap.View) template.HTML {
	p.mu.Lock()
	defer p.mu.Unlock()
	if drawn, ok := p.made[v]; ok {
		return drawn
	}
	var b strings.Builder
	if err := basemap.Default().WritePaths(&b, v); err != nil {
		return "" // a Builder takes all that is written
	}
	if p.made == nil || len(p.made) >= mostPictures {
		p.made = map[basemap.View]template.HTML{}
	}
	p.made[v] = template.HTML(b.String()) // of numbers and classes of our own only
	return p.made[v]
}

// radius is how large a mark of so many incidents is.
func radius(n int) float64 {
	r := 6.0
	for n >= 4 && r < 22 {
		n /= 3
		r += 3
	}
	return r
}

// pixels is how far off a mark's place may be, in pixels.
func pixels(m mark, v basemap.View) float64 {
	if m.Km == 0 {
		return 0
	}
	_, a := v.Pixel(basemap.Project(m.Lat, m.Lon))
	_, b := v.Pixel(basemap.Project(m.Lat+m.Km/111.2, m.Lon))
	return a - b
}

// around is the box of the earth that holds the points, with some room about it; the inhabited world where there are none.
func around(points []casebook.Point) [4]float64 {
	if len(points) == 0 {
		return world
	}
	b := [4]float64{180, 90, -180, -90}
	for _, p := range points {
		b = [4]float64{min(b[0], p.Lon), min(b[1], p.Lat), max(b[2], p.Lon), max(b[3], p.Lat)}
	}
	if near := middle(points); (near[2]-near[0])*(near[3]-near[1]) < closely*(b[2]-b[0])*(b[3]-b[1]) {
		b = near
	}
	dx, dy := max(1.5, (b[2]-b[0])*0.08), max(1, (b[3]-b[1])*0.1)
	return [4]float64{max(-180, b[0]-dx), max(-80, b[1]-dy), min(180, b[2]+dx), min(82, b[3]+dy)}
}

// Where all but a few points lie on less than this share of the earth on which all of them do, the map begins with those: one town of the same name elsewhere, or
// talks abroad, must not make a war as small as a dot.
const closely, few = 0.4, 0.04

// middle is the box of all points but the few that lie furthest out, to each side.
func middle(points []casebook.Point) [4]float64 {
	lats, lons := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		lats[i], lons[i] = p.Lat, p.Lon
	}
	slices.Sort(lats)
	slices.Sort(lons)
	n := int(few * float64(len(points)))
	return [4]float64{lons[n], lats[n], lons[len(lons)-1-n], lats[len(lats)-1-n]}
}
