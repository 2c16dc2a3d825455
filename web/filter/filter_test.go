package filter

import (
	"net/url"
	"testing"
	"time"
)

func TestAgesAndFlags(t *testing.T) {
	for address, ok := range map[string]func(Filter) bool{
		"since=36h":           func(f Filter) bool { return time.Since(f.Query.ChangedSince) > 35*time.Hour },
		"since=7d":            func(f Filter) bool { return time.Since(f.Query.ChangedSince) > 6*24*time.Hour },
		"new=true&disputed=0": func(f Filter) bool { return f.Query.NewOnly && !f.Query.Disputed },
		"side=%20SYR&side=":   func(f Filter) bool { return len(f.Query.Sides) == 1 && f.Query.Sides[0] == "SYR" },
		"color=red":           func(f Filter) bool { return true },
	} {
		values, err := url.ParseQuery(address)
		if err != nil {
			t.Fatal(err)
		}
		if f := Read(values); len(f.Faults) != 0 || !ok(f) {
			t.Errorf("%s: %+v", address, f)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("from=2016&kind=battle&box=1,2,3,4&near=NaN,0,1&since=24h")
	f.Fuzz(func(t *testing.T, address string) {
		values, err := url.ParseQuery(address)
		if err != nil {
			t.Skip()
		}
		q := Read(values).Query
		for _, x := range []float64{q.Lat, q.Lon, q.Km, q.Box[0]} {
			if x != x || x > 1e5 {
				t.Errorf("%q gives %v", address, x)
			}
		}
	})
}
