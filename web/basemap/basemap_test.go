package basemap_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"sitrep/web/basemap"
)

func TestProject(t *testing.T) {
	for _, c := range []struct {
		name     string
		lat, lon float64
		x, y     float64
	}{
		{"the middle of the world", 0, 0, 0.5, 0.5},
		{"the edge in the west", 0, -180, 0, 0.5},
		{"the pole is held at the corner", 90, 180, 1, 0},
		{"the other pole", -90, 0, 0.5, 1},
	} {
		if p := basemap.Project(c.lat, c.lon); abs(p.X-c.x) > 1e-5 || abs(p.Y-c.y) > 1e-5 {
			t.Errorf("%s: got %v, want %v %v", c.name, p, c.x, c.y)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// covered tells whether a place lies on the rings of its tile, by the even-odd rule.
func covered(t *testing.T, m *basemap.Map, zoom int, lat, lon float64, layer func(basemap.Tile) [][]int32) bool {
	t.Helper()
	p, n := basemap.Project(lat, lon), float64(int(1)<<zoom)
	x, y := int(p.X*n), int(p.Y*n)
	tile, err := m.Tile(zoom, x, y)
	if err != nil {
		t.Fatal(err)
	}
	px, py := (p.X*n-float64(x))*basemap.TileSize, (p.Y*n-float64(y))*basemap.TileSize
	in := false
	for _, ring := range layer(tile) {
		var corners [][2]float64
		cx, cy := 0.0, 0.0
		for i := 0; i < len(ring); i += 2 {
			cx, cy = cx+float64(ring[i]), cy+float64(ring[i+1])
			corners = append(corners, [2]float64{cx, cy})
		}
		for i, b := range corners {
			a := corners[(i+len(corners)-1)%len(corners)]
			if (a[1] > py) != (b[1] > py) && px < a[0]+(py-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				in = !in
			}
		}
	}
	return in
}

func TestLandAndWater(t *testing.T) {
	m := basemap.Default()
	land := func(t basemap.Tile) [][]int32 { return t.Land }
	lakes := func(t basemap.Tile) [][]int32 { return t.Lakes }
	for zoom := 0; zoom <= basemap.MostZoom; zoom++ {
		for _, c := range []struct {
			name     string
			lat, lon float64
			layer    func(basemap.Tile) [][]int32
			want     bool
		}{
			{"Damascus is on land", 33.51, 36.29, land, true},
			{"N'Djamena is on land", 12.11, 15.05, land, true},
			{"Bogotá is on land", 4.6, -74.08, land, true},
			{"the Atlantic is not", 30, -40, land, false},
			{"the Black Sea is not", 43.2, 34, land, false},
			{"Chukotka, beyond the antimeridian, is", 66.5, -175, land, true},
			{"Siberia is", 66.5, 110, land, true},
			{"the Bering Sea is not", 59, 179, land, false},
			{"the Pacific at the height of Fiji is not", -17, -120, land, false},
			{"Antarctica is", -80, 20, land, true},
			{"Lake Victoria is a lake", -1, 33, lakes, true},
			{"Kampala is not in it", 0.5, 32.5, lakes, false},
		} {
			if got := covered(t, m, zoom, c.lat, c.lon, c.layer); got != c.want {
				t.Errorf("zoom %d, %s: got %v", zoom, c.name, got)
			}
		}
	}
}

// near tells whether a line of a layer passes within some steps of a place.
func near(t *testing.T, zoom int, lat, lon float64, layer func(basemap.Tile) [][]int32) bool {
	t.Helper()
	p, n := basemap.Project(lat, lon), float64(int(1)<<zoom)
	x, y := int(p.X*n), int(p.Y*n)
	tile, err := basemap.Default().Tile(zoom, x, y)
	if err != nil {
		t.Fatal(err)
	}
	px, py := (p.X*n-float64(x))*basemap.TileSize, (p.Y*n-float64(y))*basemap.TileSize
	for _, l := range layer(tile) {
		cx, cy := 0.0, 0.0
		for i := 0; i < len(l); i += 2 {
			cx, cy = cx+float64(l[i]), cy+float64(l[i+1])
			if abs(cx-px) < 60 && abs(cy-py) < 60 {
				return true
			}
		}
	}
	return false
}

func TestDisputedLinesAreNoBorders(t *testing.T) {
	borders := func(t basemap.Tile) [][]int32 { return t.Borders }
	disputed := func(t basemap.Tile) [][]int32 { return t.Disputed }
	for _, c := range []struct {
		name     string
		lat, lon float64
		disputed bool
	}{
		{"Serbia and Kosovo", 42.7, 21.7, true},
		{"the Line of Control at Uri", 34.08, 74.0, true},
		{"the division of Cyprus", 35.17, 33.37, true},
		{"France and Spain", 42.6, 0.5, false},
		{"Mali and Niger", 15.3, 3.6, false},
	} {
		if got := near(t, 6, c.lat, c.lon, disputed); got != c.disputed {
			t.Errorf("%s: disputed line there: %v", c.name, got)
		}
		if got := near(t, 6, c.lat, c.lon, borders); got == c.disputed {
			t.Errorf("%s: settled border there: %v", c.name, got)
		}
	}
}

func TestTileOutsideTheWorld(t *testing.T) {
	for _, c := range [][3]int{{-1, 0, 0}, {basemap.MostZoom + 1, 0, 0}, {2, 4, 0}, {2, 0, -1}} {
		if _, err := basemap.Default().Tile(c[0], c[1], c[2]); err == nil {
			t.Errorf("tile %v: no error", c)
		}
	}
}

func TestTilesStayInTheirSquare(t *testing.T) {
	tile, err := basemap.Default().Tile(5, 19, 12)
	if err != nil {
		t.Fatal(err)
	}
	if len(tile.Land) == 0 {
		t.Fatal("no land in the tile of the Levant")
	}
	for _, ring := range tile.Land {
		x, y := int32(0), int32(0)
		for i := 0; i < len(ring); i += 2 {
			x, y = x+ring[i], y+ring[i+1]
			if x < -64 || y < -64 || x > basemap.TileSize+64 || y > basemap.TileSize+64 {
				t.Fatalf("point %d,%d", x, y)
			}
		}
	}
	if b, _ := json.Marshal(tile); !bytes.Contains(b, []byte(`"rivers":[`)) {
		t.Error("an empty layer is no list")
	}
}

func TestPathsAreWellFormed(t *testing.T) {
	v := basemap.ViewOf(34, 32, 43, 38, 800, 600)
	if x, y := v.Pixel(basemap.Project(35.0, 38.5)); x < 350 || x > 450 || y < 250 || y > 350 {
		t.Errorf("the middle of the box is drawn at %.0f,%.0f", x, y)
	}
	var b bytes.Buffer
	b.WriteString("<svg>")
	if err := basemap.Default().WritePaths(&b, v); err != nil {
		t.Fatal(err)
	}
	b.WriteString("</svg>")
	for _, class := range []string{"land", "border", "disputed", "river"} {
		if !strings.Contains(b.String(), `class="`+class+`"`) {
			t.Errorf("no %s", class)
		}
	}
	d := xml.NewDecoder(&b)
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestDamagedFiles(t *testing.T) {
	good, err := basemap.Encode([]basemap.Source{{Arcs: [][]basemap.Point{{{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.3}}}, Land: [][]int{{0}}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := basemap.Open(good); err != nil {
		t.Fatal(err)
	}
	bad, err := basemap.Encode([]basemap.Source{{Arcs: [][]basemap.Point{{{0.1, 0.1}, {0.2, 0.1}}}, Land: [][]int{{7}}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"empty": nil, "cut": good[:len(good)-5], "no file of ours": []byte("PK\x03\x04"), "an arc that is not there": bad} {
		if _, err := basemap.Open(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
