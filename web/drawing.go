package web

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strings"
	"sync"

	"sitrep/casebook"
	"sitrep/web/basemap"
)

// drawing is the map as a picture, for a page without script; with it the same picture stands until the map is drawn.
type drawing struct {
	ground
	Width, Height int
	Marks         []drawnMark
	Box           [4]float64 // west, south, east, north of what is shown
	Beyond        int        // incidents of the view that lie further off
}

// ground is what a map shows of the world itself.
type ground struct {
	Paths template.HTML
	Towns []drawnTown
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
func (s *Server) draw(spots []casebook.Spot, box [4]float64, st state, width, height int) drawing {
	view := viewOf(box, width, height)
	d := drawing{Width: width, Height: height, Box: box}
	d.ground = s.grounds.of(view, func() ground { return ground{pathsOf(view), s.towns.drawn(view, width, height)} })
	for _, m := range marksOf(spots) {
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

// viewOf is the view of a box, which is no nearer than the base map goes.
func viewOf(box [4]float64, width, height int) basemap.View {
	v := basemap.ViewOf(box[0], box[1], box[2], box[3], width, height)
	v.World = min(v.World, 256*512)
	return v
}

// world is the inhabited world: west, south, east, north.
var world = [4]float64{-130, -45, 155, 68}

// World is the address of the view with the map of the whole world.
func (s state) World() string { return s.with(pBox, boxLabel(world)) }

// grounds are those of maps that were drawn, by their view: whoever comes back to a page, or sets a filter, mostly sees the same part of the world.
type grounds struct {
	mu   sync.Mutex
	made map[basemap.View]ground
}

const mostGrounds = 64

func (p *grounds) of(v basemap.View, draw func() ground) ground {
	p.mu.Lock()
	defer p.mu.Unlock()
	if drawn, ok := p.made[v]; ok {
		return drawn
	}
	if p.made == nil || len(p.made) >= mostGrounds {
		p.made = map[basemap.View]ground{}
	}
	p.made[v] = draw()
	return p.made[v]
}

// pathsOf are the coasts, borders, lakes and rivers of a view.
func pathsOf(v basemap.View) template.HTML {
	var b strings.Builder
	if err := basemap.Default().WritePaths(&b, v); err != nil {
		return "" // a Builder takes all that is written
	}
	return template.HTML(b.String()) // of numbers and classes of our own only
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

// around is the box of the earth that holds the spots, with some room about it; the inhabited world where there are none.
func around(spots []casebook.Spot) [4]float64 {
	if len(spots) == 0 {
		return world
	}
	b := [4]float64{180, 90, -180, -90}
	for i := range spots {
		s := &spots[i]
		b = [4]float64{min(b[0], s.West), min(b[1], s.South), max(b[2], s.East), max(b[3], s.North)}
	}
	if near := middle(spots); (near[2]-near[0])*(near[3]-near[1]) < closely*(b[2]-b[0])*(b[3]-b[1]) {
		b = near
	}
	dx, dy := max(1.5, (b[2]-b[0])*0.08), max(1, (b[3]-b[1])*0.1)
	return [4]float64{max(-180, b[0]-dx), max(-80, b[1]-dy), min(180, b[2]+dx), min(82, b[3]+dy)}
}

// wider is a box that holds what may lie so many kilometres off on either side of it, with some room.
func wider(b [4]float64, km float64) [4]float64 {
	high := 1.3 * km / 111.2
	wide := high / max(0.2, math.Cos((b[1]+b[3])/2*math.Pi/180))
	return [4]float64{max(-180, b[0]-wide), max(-80, b[1]-high), min(180, b[2]+wide), min(82, b[3]+high)}
}

// evened is a box a little larger, on a grid as fine as a twelfth of it: of other days mostly the same part of the world is shown, which then is drawn already.
func evened(b [4]float64) [4]float64 {
	for i := range 2 {
		step := math.Exp2(math.Round(math.Log2((b[i+2] - b[i]) / 12)))
		b[i], b[i+2] = math.Floor(b[i]/step)*step, math.Ceil(b[i+2]/step)*step
	}
	return [4]float64{max(-180, b[0]), max(-80, b[1]), min(180, b[2]), min(82, b[3])}
}

// Where all but a few incidents lie on less than this share of the earth on which all of them do, the map begins with those: one town of the same name elsewhere, or
// talks abroad, must not make a war as small as a dot.
const closely, few = 0.4, 0.04

// middle is the box of all incidents but the few that lie furthest out, to each side.
func middle(spots []casebook.Spot) [4]float64 {
	west, east := inner(spots, func(s *casebook.Spot) (float64, float64) { return s.West, s.East })
	south, north := inner(spots, func(s *casebook.Spot) (float64, float64) { return s.South, s.North })
	return [4]float64{west, south, east, north}
}

// inner is from where to where all but a few lie, at either end.
func inner(spots []casebook.Spot, of func(*casebook.Spot) (low, high float64)) (low, high float64) {
	order, total := make([]*casebook.Spot, len(spots)), 0
	for i := range spots {
		order[i] = &spots[i]
		total += spots[i].N
	}
	slices.SortFunc(order, func(a, b *casebook.Spot) int {
		x, _ := of(a)
		y, _ := of(b)
		return cmp.Compare(x, y)
	})
	left := int(few * float64(total))
	for n, i := 0, 0; i < len(order); i++ {
		if n += order[i].N; n > left {
			low, _ = of(order[i])
			break
		}
	}
	high = low
	for n, i := 0, len(order)-1; i >= 0; i-- {
		if n += order[i].N; n > left {
			_, high = of(order[i])
			break
		}
	}
	return low, max(low, high)
}
