package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	"sitrep"
)

func TestTheFieldThatAFormSets(t *testing.T) {
	for name, c := range map[string]struct{ form, field, value string }{
		"a kind":                           {"field=kind&kind-value=shelling&status-value=planned", "kind", "shelling"},
		"a day":                            {"field=to&day-value=2016-04-12", "to", "2016-04-12"},
		"no day":                           {"field=from&day-value=", "from", "none"},
		"how many":                         {"field=toll+2+count&count-value=1,200", "toll 2 count", "1200"},
		"as what a figure is meant":        {"field=toll+1+qualifier&qualifier-value=at-least", "toll 1 qualifier", "at-least"},
		"a figure that is none":            {"field=toll+1+none", "toll 1 none", ""},
		"a place":                          {"field=place&place-value=+Dorel+", "place", "Dorel"},
		"as programs send it":              {"field=event.kind&value=battle", "event.kind", "battle"},
		"nothing":                          {"", "", ""},
		"a field that the form has not":    {"field=nonsense", "nonsense", ""},
		"a toll that is no number of none": {"field=toll+x", "toll x", ""},
	} {
		r := httptest.NewRequest("POST", "/review", strings.NewReader(c.form))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if field, value := fixOf(r); field != c.field || value != c.value {
			t.Errorf("%s: %q %q, want %q %q", name, field, value, c.field, c.value)
		}
	}
}

func TestTheWayBackFromAProblem(t *testing.T) {
	for name, c := range map[string]struct{ method, referer, want string }{
		"a form of this window": {"POST", "http://localhost/reports/a%20b?version=1", "/reports/a%20b?version=1"},
		"of another site":       {"POST", "http://elsewhere.example/reports/a", ""},
		"no form":               {"GET", "http://localhost/reports/a", ""},
		"not told":              {"POST", "", ""},
		"two slashes":           {"POST", "http://localhost//elsewhere.example", ""},
		"no address":            {"POST", "%zz", ""},
	} {
		r := httptest.NewRequest(c.method, "/correct", nil)
		r.Host = "localhost"
		r.Header.Set("Referer", c.referer)
		if got := backOf(r); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAMapHoldsHowFarOffAPlaceMayBe(t *testing.T) {
	b := wider([4]float64{-73.5, 3, -70.5, 5}, 250)
	if south := b[1]*111.2 + 250; south > 4*111.2 || b[0] > -72-2.25 || b[2] < -72+2.25 {
		t.Errorf("%v does not hold 250 km around 4, -72", b)
	}
	if b := wider([4]float64{-180, -80, 180, 82}, 250); b != [4]float64{-180, -80, 180, 82} {
		t.Errorf("wider than the world: %v", b)
	}
}

func TestEvenedHoldsTheBox(t *testing.T) {
	for _, b := range [][4]float64{world, {34.2, 33.1, 40.7, 37.9}, {-73.5, 3, -70.5, 5}, {179, -10, 180, -9}} {
		e := evened(b)
		if e[0] > b[0] || e[1] > b[1] || e[2] < b[2] || e[3] < b[3] || (e[2]-e[0]) > 1.5*(b[2]-b[0]) {
			t.Errorf("%v evened is %v", b, e)
		}
	}
	if a, b := evened([4]float64{34.21, 33.11, 40.71, 37.91}), evened([4]float64{34.24, 33.13, 40.74, 37.93}); a != b {
		t.Errorf("nearly the same part of the world is drawn twice: %v, %v", a, b)
	}
}

func TestRoughTallies(t *testing.T) {
	of := func(all ...sitrep.TollQualifier) (t sitrep.Tally) {
		for _, q := range all {
			t.RestsOn = append(t.RestsOn, sitrep.TallyToll{Qualifier: q})
		}
		return t
	}
	for _, c := range []struct {
		of   sitrep.Tally
		want string
	}{{of(sitrep.Vague), "about"}, {of(sitrep.About, sitrep.Vague), "about"}, {of(sitrep.About, sitrep.Exact), ""}, {of(sitrep.AtLeast), ""}, {of(), ""}} {
		if got := roughly(c.of); got != c.want {
			t.Errorf("%+v: %q, want %q", c.of.RestsOn, got, c.want)
		}
	}
}
