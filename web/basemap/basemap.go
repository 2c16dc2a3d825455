package basemap

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:embed basemap.bin
var file []byte

// Notice is what every map has to say beside it.
const Notice = "Base map: Natural Earth. Lines show who is in control and take no position; dashed lines are disputed."

// grid is how many steps the world has from edge to edge, in both directions.
const grid = 1 << 22

// Point is a place on the projected world: 0,0 is its north-western corner, 1,1 its south-eastern.
type Point struct{ X, Y float64 }

// mostLat is the latitude at which the projection makes the world a square.
const mostLat = 85.0511

// Project is where a place of the earth, in degrees, lies on the projected world.
func Project(lat, lon float64) Point {
	lat = math.Max(-mostLat, math.Min(mostLat, lat)) * math.Pi / 180
	return Point{(lon + 180) / 360, (1 - math.Log(math.Tan(lat)+1/math.Cos(lat))/math.Pi) / 2}
}

// line is a run of points in steps of the grid, with the box that holds it.
type line struct {
	points         [][2]int32
	west, north    int32
	east, southern int32
}

func newLine(points [][2]int32) line {
	l := line{points: points, west: math.MaxInt32, north: math.MaxInt32, east: math.MinInt32, southern: math.MinInt32}
	for _, p := range points {
		l.west, l.east = min(l.west, p[0]), max(l.east, p[0])
		l.north, l.southern = min(l.north, p[1]), max(l.southern, p[1])
	}
	return l
}

// level is the world at one level of detail.
type level struct {
	land, lakes                []line // rings
	borders, disputed, streams []line
}

// Map is the base map. It is safe for concurrent use.
type Map struct{ levels []level }

// Default is the map that is built in. It costs some 20 milliseconds once.
var Default = sync.OnceValue(func() *Map {
	m, err := Open(file)
	if err != nil {
		panic(err) // the program was built with a broken file; the tests of this package read it
	}
	return m
})

// Open reads a map from the bytes of a file that Encode made.
func Open(packed []byte) (*Map, error) {
	z, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
	if err != nil {
		return nil, fmt.Errorf("base map: %w", err)
	}
	defer z.Close()
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("base map: %w", err)
	}
	d := decoder{rest: raw}
	m := &Map{}
	for range d.number() {
		m.levels = append(m.levels, d.level())
	}
	if d.bad || len(d.rest) > 0 {
		return nil, errors.New("base map: the file is damaged")
	}
	return m, nil
}

// decoder reads what Encode wrote: unsigned varints for counts, signed ones for steps from point to point.
type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) number() int {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 || v > uint64(len(d.rest)) {
		d.bad = true
		return 0
	}
	d.rest = d.rest[n:]
	return int(v)
}

func (d *decoder) step() int32 {
	v, n := binary.Varint(d.rest)
	if n <= 0 {
		d.bad = true
		return 0
	}
	d.rest = d.rest[n:]
	return int32(v)
}

// level reads the arcs of a level and puts its lines and rings together from them.
func (d *decoder) level() level {
	arcs := make([][][2]int32, d.number())
	for i := range arcs {
		arcs[i] = d.arc()
	}
	var l level
	for _, layer := range []*[]line{&l.land, &l.lakes, &l.borders, &l.disputed, &l.streams} {
		for range d.number() {
			*layer = append(*layer, newLine(d.joined(arcs)))
		}
	}
	l.land = unwrapped(l.land)
	return l
}

// unwrapped are rings with those that cross the antimeridian drawn beyond the edge of the world, once at each end of it. One that goes around the
// pole in the south is closed along the southern edge.
func unwrapped(rings []line) []line {
	out := make([]line, 0, len(rings))
	for _, r := range rings {
		shift, crossed := int32(0), false
		points := make([][2]int32, len(r.points))
		for i, p := range r.points {
			if i > 0 {
				if step := p[0] - r.points[i-1][0]; step > grid/2 {
					shift, crossed = shift-grid, true
				} else if step < -grid/2 {
					shift, crossed = shift+grid, true
				}
			}
			points[i] = [2]int32{p[0] + shift, p[1]}
		}
		if !crossed {
			out = append(out, r)
			continue
		}
		if shift != 0 {
			points = append(points, [2]int32{points[len(points)-1][0], grid}, [2]int32{points[0][0], grid})
		}
		for _, by := range []int32{-grid, 0, grid} {
			moved := make([][2]int32, len(points))
			for i, p := range points {
				moved[i] = [2]int32{p[0] + by, p[1]}
			}
			if l := newLine(moved); l.east >= 0 && l.west <= grid {
				out = append(out, l)
			}
		}
	}
	return out
}

func (d *decoder) arc() [][2]int32 {
	points := make([][2]int32, d.number())
	var x, y int32
	for i := range points {
		x, y = x+d.step(), y+d.step()
		points[i] = [2]int32{x, y}
	}
	return points
}

// joined is a line of arcs, each begun where the one before ended; a number below zero is an arc from its end to its beginning.
func (d *decoder) joined(arcs [][][2]int32) [][2]int32 {
	var out [][2]int32
	for range d.number() {
		ref := int(d.step())
		back := ref < 0
		if back {
			ref = ^ref
		}
		if ref >= len(arcs) {
			d.bad = true
			return nil
		}
		arc := arcs[ref]
		for i := range arc {
			p := arc[i]
			if back {
				p = arc[len(arc)-1-i]
			}
			if len(out) == 0 || out[len(out)-1] != p {
				out = append(out, p)
			}
		}
	}
	return out
}
