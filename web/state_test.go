package web

import (
	"net/url"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

func stateOf(t *testing.T, address string) state {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return readState(u)
}

func TestStateReadsItsAddress(t *testing.T) {
	s := stateOf(t, "/?from=2016-04&to=2016-05-02&kind=battle&kind=war&side=AZE&near=40.1,47.2,30&box=1,2,3,4&country=aze&new=1&order=toll&q=shells+hit&since=2016-04-12T09:30:00Z")
	q := s.query
	for name, ok := range map[string]bool{
		"from": q.From == sitrep.CivilDate{Year: 2016, Month: 4}, "to": q.To == sitrep.CivilDate{Year: 2016, Month: 5, Day: 2}, "kinds": len(q.Kinds) == 2 && q.Kinds[1] == sitrep.War,
		"side": len(q.Sides) == 1 && q.Sides[0] == "AZE", "near": q.Lat == 40.1 && q.Lon == 47.2 && q.Km == 30, "box": q.Box == [4]float64{1, 2, 3, 4}, "country": q.Country == "AZE",
		"new": q.NewOnly && !q.Disputed, "order": q.Order == casebook.Deadly, "text": q.Text == "shells hit", "since": q.ChangedSince.Minute() == 30, "no faults": len(s.faults) == 0,
	} {
		if !ok {
			t.Errorf("%s: %+v %v", name, q, s.faults)
		}
	}
}

func TestStateTellsOfWhatItDoesNotUnderstand(t *testing.T) {
	for address, want := range map[string]string{
		"/?from=yesterday": "from=yesterday", "/?kind=metaphor": "kind=metaphor", "/?box=1,2,3": "box=1,2,3", "/?near=a,b,c": "near=a,b,c", "/?near=NaN,1,2": "near=NaN,1,2", "/?order=random": "order=random",
		"/?since=now": "since=now", "/?new=yes": "new=yes", "/?q=" + strings.Repeat("x", 500): "q=xxx",
	} {
		s := stateOf(t, address)
		if len(s.faults) != 1 || !strings.HasPrefix(s.faults[0], want) {
			t.Errorf("%s: faults %q", address, s.faults)
		}
	}
}

func TestAddressesOfChangedViews(t *testing.T) {
	s := stateOf(t, "/?kind=battle&kind=war&from=2016&after=xyz")
	for name, c := range map[string][2]string{
		"a value taken away":             {s.toggled("kind", "war"), "/?from=2016&kind=battle"},
		"a value added":                  {s.toggled("kind", "coup"), "/?from=2016&kind=battle&kind=war&kind=coup"},
		"a parameter set":                {s.with("from", "2017", "to", "2018"), "/?from=2017&kind=battle&kind=war&to=2018"},
		"a parameter taken away":         {s.with("from", "", "kind", ""), "/"},
		"another view, the same filters": {s.at("/claims"), "/claims?after=xyz&from=2016&kind=battle&kind=war"},
		"the next page":                  {s.next("abc"), "/?after=abc&from=2016&kind=battle&kind=war"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %s, want %s", name, c[0], c[1])
		}
	}
	if got := s.facets(casebook.Facets{Sides: []casebook.Count{{Value: "SYR", N: 9}, {Value: "UN", N: 2}}})[0].Values; got[0].Label != "Syria" || got[1].Label != "UN" {
		t.Errorf("sides are called %+v", got)
	}
	if got := stateOf(t, "/?side=SYR").chips()[0].Label; got != "side Syria" {
		t.Errorf("a side that is asked for is called %s", got)
	}
	if n := len(s.chips()); n != 3 {
		t.Errorf("%d chips", n)
	}
}
