package gazetteer

import (
	"strings"
	"testing"
)

func TestFindFirst(t *testing.T) {
	cases := []struct {
		name, country, want string
		kind                Kind
	}{
		{"Aleppo", "SYR", "Aleppo", Populated},
		{"Halab", "SYR", "Aleppo", Populated},
		{"ALEPPO", "SYR", "Aleppo", Populated},
		{"Deir ez-Zor", "SYR", "Deir ez-Zor", Populated},
		{"Deir al-Zor", "SYR", "Deir ez-Zor", Populated},
		{"Deir Ezzor", "SYR", "Deir ez-Zor", Populated},
		{"deir ez zor", "SYR", "Deir ez-Zor", Populated},
		{"Kyiv", "UKR", "Kyiv", Capital},
		{"Kiev", "UKR", "Kyiv", Capital},
		{"Kharkov", "UKR", "Kharkiv", Populated},
		{"Mazar-i-Sharif", "AFG", "Mazār-e Sharīf", Populated},
		{"Goma", "COD", "Goma", Populated},
		{"El Fasher", "SDN", "El Fasher", Populated},
		{"el-Fasher", "SDN", "El Fasher", Populated},
		{"N'Djamena", "TCD", "N'Djamena", Capital},
		{"N’Djamena", "TCD", "N'Djamena", Capital},
		{"Ndjamena", "TCD", "N'Djamena", Capital},
		{"al-Raqqa", "SYR", "Ar Raqqah", Populated},
		{"Hodeidah", "YEM", "Al Ḩudaydah", Populated},
		{"Georgia", "GEO", "Georgia", Country},
		{"DRC", "COD", "Democratic Republic of the Congo", Country},
		{"Helmand", "AFG", "Helmand", Admin1},
		{"Helmand province", "AFG", "Helmand", Admin1},
		{"Donetsk oblast", "UKR", "Donetsk", Admin1},
		{"Darfur", "SDN", "Darfur", Region},
		{"the Donbas", "UKR", "Donbas", Region},
		{"Sahel", "", "Sahel", Region},
		{"Bab el-Mandeb", "", "Bab al-Mandab", Water},
		{"Hindu Kush", "", "Hindu Kush", Terrain},
	}
	g := Default()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := g.Find(c.name)
			if len(found) == 0 {
				t.Fatal("not found")
			}
			if p := found[0]; p.Name != c.want || p.Country != c.country || p.Kind != c.kind {
				t.Errorf("got %s in %q, %s; want %s in %q, %s", p.Name, p.Country, p.Kind, c.want, c.country, c.kind)
			}
		})
	}
}

func TestFindOrdersPlacesOfOneName(t *testing.T) {
	found := Default().Find("Tripoli")
	if len(found) < 3 || found[0].Country != "LBY" || found[0].Kind != Capital || found[1].Country != "LBN" {
		t.Errorf("Tripoli: want Libya's, then Lebanon's: %+v", found)
	}
}

func TestFindGivesTheWholePlace(t *testing.T) {
	p := Default().Find("Halab")[0]
	if p.ID != 170063 || p.Matched != "Halab" || p.Admin1 != "Aleppo" || p.Admin1Code != "09" || p.Population < 1_000_000 {
		t.Errorf("got %+v", p)
	}
	if p.Lat < 36.1 || p.Lat > 36.3 || p.Lon < 37.0 || p.Lon > 37.3 {
		t.Errorf("Aleppo is at %g, %g", p.Lat, p.Lon)
	}
	if p := Default().Find("Sahel")[0]; p.Country != "" || len(p.Countries) < 5 {
		t.Errorf("the Sahel lies in several countries: %+v", p)
	}
}

func TestFindNothing(t *testing.T) {
	for _, name := range []string{"", " ", "-", "'", "Xyzzyq", "province", " province", "the ", "\xff\xfe", "😀", "القاهرة", strings.Repeat("a", 1<<20), strings.Repeat("-", 1<<20), "Al\x00eppo city"} {
		if found := Default().Find(name); found != nil {
			t.Errorf("%.20q: found %+v", name, found[0])
		}
	}
}

func TestMissAllocatesNothing(t *testing.T) {
	g := Default()
	for _, name := range []string{"Xyzzyq", "the Xyzzyq", "Xyzzyq province", "N’Xyzzyqena-al-Ḩ"} {
		if n := testing.AllocsPerRun(100, func() { g.Find(name) }); n != 0 {
			t.Errorf("%s: %g allocations", name, n)
		}
	}
}

func TestNear(t *testing.T) {
	cases := []struct{ name, want string }{
		{"Allepo", "Aleppo"},
		{"Mosull", "Mosul"},
		{"Kandahr", "Kandahār"},
		{"Bahkmut", "Bakhmut"},
		{"Mogadishou", "Mogadishu"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			near := Default().Near(c.name, 3)
			if len(near) == 0 || len(near) > 3 || near[0].Name != c.want {
				t.Errorf("got %+v, want %s first", near, c.want)
			}
		})
	}
	for _, name := range []string{"", "\xff", "qqqqqqqqqqqqq", strings.Repeat("a", 100)} {
		if near := Default().Near(name, 3); near != nil {
			t.Errorf("%.20q: near %+v", name, near[0])
		}
	}
}

func TestPrefix(t *testing.T) {
	found := Default().Prefix("mogad", 5)
	if len(found) == 0 || len(found) > 5 || found[0].Name != "Mogadishu" {
		t.Errorf("got %+v", found)
	}
	if found := Default().Prefix("", 5); found != nil {
		t.Errorf("nothing begins all places: %+v", found)
	}
	if found := Default().Prefix("aleppo", 0); len(found) != 0 {
		t.Errorf("%d places with a limit of none", len(found))
	}
}

func TestLookup(t *testing.T) {
	g := Default()
	if p, ok := g.Lookup(170063); !ok || p.Name != "Aleppo" || p.Matched != "Aleppo" {
		t.Errorf("170063 is %+v", p)
	}
	helmand := g.Find("Helmand")[0]
	if p, ok := g.Lookup(helmand.ID); !ok || helmand.ID >= 0 || p.Name != "Helmand" {
		t.Errorf("%d is %+v", helmand.ID, p)
	}
	for _, id := range []int{0, 1, -1, 1 << 30, -1 << 40} {
		if p, ok := g.Lookup(id); ok || g.Names(id) != nil {
			t.Errorf("%d is %+v", id, p)
		}
	}
	if names := g.Names(703448); len(names) < 5 || names[0] != "Kyiv" {
		t.Errorf("the names of Kyiv: %q", names)
	}
}

func BenchmarkMiss(b *testing.B) {
	g := Default()
	for b.Loop() {
		g.Find("Ministry of Defence")
	}
}

func BenchmarkHit(b *testing.B) {
	g := Default()
	for b.Loop() {
		g.Find("Deir ez-Zor")
	}
}

func BenchmarkNear(b *testing.B) {
	g := Default()
	for b.Loop() {
		g.Near("Allepo", 3)
	}
}
