package gazetteer

import (
	"slices"
	"strings"
	"testing"
)

func twoLetters(code string) string {
	if code == "SY" {
		return "SYR"
	}
	return ""
}

const dumpLine = "7000001\tTall Numuna\tTall Numuna\tTell Numuna,Тест\t36.5\t38.25\tP\tPPL\tSY\t\t09\t\t\t\t321\t\t400\tAsia/Damascus\t2020-01-01"

func TestImport(t *testing.T) {
	cases := []struct{ name, text string }{
		{"GeoNames dump", dumpLine + "\n" + strings.Replace(strings.Replace(dumpLine, "7000001", "7000002", 1), "P\tPPL", "R\tRD", 1)},
		{"CSV", "name,lat,lon,country,alternates\nTall Numuna,36.5,38.25,SYR,Tell Numuna\n"},
		{"CSV in another order", "country,name,alternates,lon,lat\nSY,Tall Numuna,Tell Numuna|Numuna,38.25,36.5\n"},
		{"GeoJSON", `{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [38.25, 36.5]},
			"properties": {"name": "Tall Numuna", "country": "SYR", "alternates": "Tell Numuna"}}]}`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file, n, err := Import([]byte(c.text), twoLetters)
			if err != nil || n != 1 {
				t.Fatalf("%d places, %v", n, err)
			}
			g, err := Open(string(file))
			if err != nil {
				t.Fatal(err)
			}
			found := Default().With(g).Find("Tell Numuna")
			if len(found) != 1 || found[0].Name != "Tall Numuna" || found[0].Country != "SYR" || found[0].Lat != 36.5 || found[0].Lon != 38.25 {
				t.Errorf("got %+v", found)
			}
		})
	}
}

func TestImportNamesTheLine(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"empty", " \n", "the file is empty"},
		{"no header", "Tall Numuna,36.5,38.25,SYR", `line 1: the header "Tall Numuna,36.5,38.25,SYR" has no column "name"`},
		{"latitude", "name,lat,lon,country\nX,north,38,SYR\n", `line 2: latitude "north"`},
		{"country", "name,lat,lon,country\nX,36,38,Syria\n", `line 2: country of "X"`},
		{"no name", "name,lat,lon,country\n,36,38,SYR\n", "line 2: a place without a name"},
		{"twice", "name,lat,lon,country\nX,36,38,SYR\nX,36,38,SYR\n", `line 3: "X" stands twice`},
		{"a line of a dump cut short", dumpLine + "\n700\tX", "line 2: 2 columns: a GeoNames dump has 19"},
		{"GeoJSON of lines", `{"type": "FeatureCollection", "features": [{"geometry": {"type": "LineString", "coordinates": [[1, 2]]}, "properties": {"name": "X"}}]}`, `line 1: feature "X": want a Point`},
		{"broken GeoJSON", `{"type": `, "line 1: no GeoJSON"},
		{"header only", "name,lat,lon,country\n", "it holds no place"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := Import([]byte(c.text), twoLetters); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestInstalled(t *testing.T) {
	dir := t.TempDir() + "/places"
	file, _, err := Import([]byte("name,lat,lon,country\nTall Numuna,36.5,38.25,SYR\n"), twoLetters)
	if err != nil {
		t.Fatal(err)
	}
	if err := Install(dir, "villages", file); err != nil {
		t.Fatal(err)
	}
	if names, err := Installed(dir); err != nil || !slices.Equal(names, []string{"villages"}) {
		t.Errorf("installed: %q, %v", names, err)
	}
	if g, err := OpenInstalled(dir, "villages"); err != nil || g.Find("Tall Numuna") == nil {
		t.Errorf("opened: %v", err)
	}
	if err := Remove(dir, "villages"); err != nil {
		t.Error(err)
	}
	if names, err := Installed(dir); err != nil || names != nil {
		t.Errorf("after removal: %q, %v", names, err)
	}
	if Install(dir, "../up", file) == nil || Remove(dir, "../up") == nil {
		t.Error("a name with a slash is taken")
	}
}
