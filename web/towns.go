package web

import (
	"cmp"
	"math"
	"net/http"
	"slices"
	"sync"

	"sitrep/casebook"
	"sitrep/gazetteer"
	"sitrep/web/basemap"
)

// town is a label of the map: a populated place, or a country.
type town struct {
	Name    string  `json:"name"`
	X       float64 `json:"x"` // on the projected world, from 0 to 1
	Y       float64 `json:"y"`
	Country bool    `json:"country,omitempty"`
	Capital bool    `json:"capital,omitempty"`
	people  int
}

// towns finds the labels of tiles. They lie in the squares of one zoom, the largest first.
type towns struct {
	from    *gazetteer.Gazetteer
	sorted  func() map[[2]int][]town
	columns int
}

// townZoom is the zoom whose tiles the towns are sorted into.
const townZoom = 6

func newTowns(g *gazetteer.Gazetteer) *towns {
	t := &towns{from: g, columns: 1 << townZoom}
	t.sorted = sync.OnceValue(t.sort)
	return t
}

func (t *towns) sort() map[[2]int][]town {
	out := map[[2]int][]town{}
	if t.from == nil {
		return out
	}
	for p := range t.from.All() {
		if p.Kind != gazetteer.Populated && p.Kind != gazetteer.Capital && p.Kind != gazetteer.Country {
			continue
		}
		at := basemap.Project(p.Lat, p.Lon)
		l := town{Name: p.Name, X: at.X, Y: at.Y, Country: p.Kind == gazetteer.Country, Capital: p.Kind == gazetteer.Capital, people: p.Population}
		key := t.square(at.X, at.Y)
		out[key] = append(out[key], l)
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b town) int {
			return cmp.Or(b2i(b.Country)-b2i(a.Country), b2i(b.Capital)-b2i(a.Capital), cmp.Compare(b.people, a.people), cmp.Compare(a.Name, b.Name))
		})
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *towns) square(x, y float64) [2]int {
	n := float64(t.columns)
	return [2]int{min(t.columns-1, int(x*n)), min(t.columns-1, int(y*n))}
}

// least is the population from which a town is named at a zoom. Countries are named up to zoom 6, capitals from zoom 4 on.
func least(zoom int) int {
	steps := []int{1 << 40, 1 << 40, 1 << 40, 4_000_000, 1_500_000, 500_000, 150_000, 40_000, 8_000, 1_000, 0}
	return steps[min(zoom, len(steps)-1)]
}

// mostLabels is how many labels a tile has at most.
const mostLabels = 40

// in are the labels of a tile, the most important first.
func (t *towns) in(zoom, x, y int) []town {
	out := []town{}
	n := 1 << zoom
	west, north := float64(x)/float64(n), float64(y)/float64(n)
	side := 1 / float64(n)
	from, to := t.square(west, north), t.square(west+side-1e-12, north+side-1e-12)
	for col := from[0]; col <= to[0]; col++ {
		for row := from[1]; row <= to[1]; row++ {
			for _, l := range t.sorted()[[2]int{col, row}] {
				if l.X >= west && l.X < west+side && l.Y >= north && l.Y < north+side && l.named(zoom) {
					out = append(out, l)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b town) int { return cmp.Or(b2i(b.Country)-b2i(a.Country), cmp.Compare(b.people, a.people)) })
	return out[:min(len(out), mostLabels)]
}

// drawnTown is a name on a picture of the map.
type drawnTown struct {
	Name string
	X, Y float64
}

// How much room a name takes on a picture, in pixels: a letter, and a line.
const letterWidth, lineHeight = 6.4, 14

// drawn are the names on a picture, the most important first; none lies on another.
func (t *towns) drawn(v basemap.View, width, height int) []drawnTown {
	zoom := min(mostTownZoom, max(0, int(v.Zoom())))
	n := 1 << zoom
	side := v.World / float64(n)
	west, north := v.Middle.X*v.World-float64(width)/2, v.Middle.Y*v.World-float64(height)/2
	var all []town
	for x := max(0, int(west/side)); float64(x)*side < west+float64(width) && x < n; x++ {
		for y := max(0, int(north/side)); float64(y)*side < north+float64(height) && y < n; y++ {
			all = append(all, t.in(zoom, x, y)...)
		}
	}
	slices.SortStableFunc(all, func(a, b town) int { return cmp.Or(b2i(b.Country)-b2i(a.Country), cmp.Compare(b.people, a.people)) })
	var out []drawnTown
	for _, l := range all {
		d := drawnTown{Name: l.Name}
		d.X, d.Y = v.Pixel(basemap.Point{X: l.X, Y: l.Y})
		d.Y -= 8
		room := float64(len([]rune(l.Name))) * letterWidth / 2
		outside := d.X < room || d.Y < lineHeight || d.X > float64(width)-room || d.Y > float64(height)
		if !outside && !slices.ContainsFunc(out, func(o drawnTown) bool {
			return math.Abs(o.Y-d.Y) < lineHeight && math.Abs(o.X-d.X) < room+float64(len([]rune(o.Name)))*letterWidth/2
		}) {
			out = append(out, d)
		}
	}
	return out
}

func (l town) named(zoom int) bool {
	switch {
	case l.Country:
		return zoom <= 6 && l.people >= []int{60_000_000, 20_000_000, 5_000_000, 500_000, 0, 0, 0}[zoom]
	case l.Capital:
		return zoom >= 4
	}
	return l.people >= least(zoom)
}

// mostTownZoom is the zoom at which every place has its label.
const mostTownZoom = 10

func (s *Server) townLabels(w http.ResponseWriter, r *http.Request) error {
	at, err := tileOf(r)
	if err != nil {
		return err
	}
	if n := 1 << min(at[0], mostTownZoom); at[0] > mostTownZoom || at[1] >= n || at[2] >= n {
		return casebook.ErrNotFound
	}
	w.Header().Set("Cache-Control", "public, max-age=86400")
	return writeJSON(w, s.towns.in(at[0], at[1], at[2]))
}
