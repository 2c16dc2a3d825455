package gazetteer

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
)

func TestBuiltInFileIsThatOfItsManifest(t *testing.T) {
	m, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(places))); sum != m.SHA256 || len(places) != m.Size {
		t.Errorf("places.bin has %d bytes of sum %s, places.json says %d of sum %s", len(places), sum, m.Size, m.SHA256)
	}
	if m.Size > 16<<20 {
		t.Errorf("places.bin has %d bytes: want 16 MB at the most", m.Size)
	}
	if g := Default(); g.size() != m.Places {
		t.Errorf("%d places, places.json says %d", g.size(), m.Places)
	}
	if _, err := Open(places); err != nil {
		t.Error(err)
	}
}

func TestEveryPlaceIsFoundByItsName(t *testing.T) {
	if testing.Short() {
		t.Skip("looks 239,000 names up")
	}
	g, err := read(places)
	if err != nil {
		t.Fatal(err)
	}
	for p := range g.All() {
		found := false
		for _, q := range g.find(p.Name) {
			found = found || q.ID == p.ID
		}
		if !found {
			t.Fatalf("%s (%d) is not found by its name", p.Name, p.ID)
		}
	}
}

func TestDefaultUsesTheFileInPlace(t *testing.T) {
	var g *Gazetteer
	if n := testing.AllocsPerRun(10, func() { g = Default() }); n > 4 {
		t.Errorf("%g allocations to open", n)
	}
	if g.Len() == 0 {
		t.Error("empty")
	}
}

// small is a gazetteer of three places.
func small(t *testing.T) string {
	t.Helper()
	file, err := Encode([]Entry{
		{Place: Place{ID: 2, Name: "Beta", Country: "BBB", Admin1Code: "01", Admin1: "Bee", Kind: Populated, Population: 20, Lat: -89.9999, Lon: 179.9999}},
		{Place: Place{ID: 1, Name: "Alpha", Country: "AAA", Kind: Capital, Population: 10, Lat: 90, Lon: -180}, Names: []string{"ALPHA", "Ay", ""}},
		{Place: Place{ID: -5, Name: "Sea", Countries: []string{"AAA", "BBB"}, Kind: Water}, Names: []string{"Beta"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

func TestEncodeOpen(t *testing.T) {
	g, err := Open(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if names := g.Names(1); strings.Join(names, ",") != "Alpha,Ay" {
		t.Errorf("names of Alpha: %q: want each once", names)
	}
	p, _ := g.Lookup(2)
	if p.Lat != -89.9999 || p.Lon != 179.9999 || p.Admin1 != "Bee" || p.Country != "BBB" || p.Population != 20 {
		t.Errorf("Beta is %+v", p)
	}
	if p, _ := g.Lookup(1); p.Lat != 90 || p.Lon != -180 {
		t.Errorf("Alpha is %+v", p)
	}
	if found := g.Find("beta"); len(found) != 2 || found[0].ID != -5 {
		t.Errorf("beta: %+v", found)
	}
}

func TestEncodeRefuses(t *testing.T) {
	ok := Place{ID: 1, Name: "A", Kind: Populated}
	cases := []struct {
		name, want string
		change     func(*Place)
	}{
		{"no name", "no name", func(p *Place) { p.Name = "" }},
		{"kind", `kind "town"`, func(p *Place) { p.Kind = "town" }},
		{"latitude", "no place of the globe", func(p *Place) { p.Lat = 91 }},
		{"id twice", "has the id 7 too", func(p *Place) { p.ID = 7 }},
		{"id too great", "out of range", func(p *Place) { p.ID = 1 << 40 }},
		{"population", "out of range", func(p *Place) { p.Population = -1 }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := ok
			c.change(&p)
			_, err := Encode([]Entry{{Place: p}, {Place: Place{ID: 7, Name: "B", Kind: Populated}}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestOpenDamagedFile(t *testing.T) {
	whole := small(t)
	damaged := map[string]string{
		"empty":         "",
		"other file":    strings.Repeat("not a gazetteer", 100),
		"header only":   whole[:headerSize],
		"other version": whole[:len(magic)] + "\x09" + whole[len(magic)+1:],
		"cut short":     whole[:len(whole)-1],
	}
	for at := headerSize; at < len(whole); at += 1 + len(whole)/200 {
		damaged[fmt.Sprintf("byte %d", at)] = whole[:at] + string(whole[at]^0x40) + whole[at+1:]
	}
	for at := len(magic); at < headerSize; at++ {
		damaged[fmt.Sprintf("header byte %d", at)] = whole[:at] + string([]byte{whole[at] ^ 0x80}) + whole[at+1:]
	}
	for name, data := range damaged {
		if _, err := Open(data); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.HasPrefix(err.Error(), "gazetteer: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
