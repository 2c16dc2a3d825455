package basemap

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// View is a part of the world on a page: the middle, and how many pixels the whole world would be wide.
type View struct {
	Middle        Point
	World         float64
	Width, Height int
}

// ViewOf is the view in which a box of the earth, in degrees, just fits.
func ViewOf(west, south, east, north float64, width, height int) View {
	a, b := Project(north, west), Project(south, east)
	w, h := math.Max(b.X-a.X, 1e-6), math.Max(b.Y-a.Y, 1e-6)
	return View{Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2}, math.Min(float64(width)/w, float64(height)/h), width, height}
}

// Pixel is where a place lies in the view.
func (v View) Pixel(p Point) (x, y float64) {
	return (p.X-v.Middle.X)*v.World + float64(v.Width)/2, (p.Y-v.Middle.Y)*v.World + float64(v.Height)/2
}

// Zoom is the zoom of a map of tiles of 256 pixels that shows as much.
func (v View) Zoom() float64 { return math.Log2(v.World / 256) }

// WritePaths writes the map of a view as SVG paths of the classes land, lake, river, border and disputed. It is for pages that no script makes a map of.
func (m *Map) WritePaths(w io.Writer, v View) error {
	l := m.level(int(math.Round(v.Zoom())))
	scale := v.World / grid
	win := window{
		west: v.Middle.X*grid - float64(v.Width)/2/scale, north: v.Middle.Y*grid - float64(v.Height)/2/scale, scale: scale * fine,
		width: float64(v.Width) * fine, height: float64(v.Height) * fine, margin: 4 * fine,
	}
	for _, layer := range []struct {
		class string
		lines [][]int32
		ring  bool
	}{
		{"land", win.rings(l.land), true}, {"lake", win.rings(l.lakes), true}, {"river", win.lines(l.streams), false},
		{"border", win.lines(l.borders), false}, {"disputed", win.lines(l.disputed), false},
	} {
		if len(layer.lines) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, `<path class="%s" d="%s"/>`, layer.class, pathOf(layer.lines, layer.ring)); err != nil {
			return err
		}
	}
	return nil
}

// fine is how many steps of a path are one pixel. Points nearer than least steps to the one before are left out, and so are rings that lie within so few.
const (
	fine  = 1
	least = 2
)

// pathOf is the "d" of a path, in pixels.
func pathOf(lines [][]int32, ring bool) []byte {
	var b []byte
	for _, l := range lines {
		if l = thinned(l); len(l) < 4 || ring && len(l) < 6 {
			continue
		}
		b = append(b, 'M')
		for i := 0; i < len(l); i += 2 {
			if i > 0 {
				b = append(b, 'L')
			}
			b = strconv.AppendFloat(b, float64(l[i])/fine, 'g', -1, 64)
			b = append(b, ' ')
			b = strconv.AppendFloat(b, float64(l[i+1])/fine, 'g', -1, 64)
		}
		if ring {
			b = append(b, 'Z')
		}
	}
	return b
}

// thinned is a line without points that lie hardly apart; its last point stays.
func thinned(l []int32) []int32 {
	out := l[:2:2]
	for i := 2; i < len(l); i += 2 {
		dx, dy := l[i]-out[len(out)-2], l[i+1]-out[len(out)-1]
		if max(dx, -dx, dy, -dy) >= least || i == len(l)-2 {
			out = append(out, l[i], l[i+1])
		}
	}
	return out
}
