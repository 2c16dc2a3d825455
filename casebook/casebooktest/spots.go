package casebooktest

import (
	"sitrep"
	"sitrep/casebook"
)

// testSpots gathers the incidents of the world in squares of a degree, and all of them in one.
func testSpots(b *bench) {
	b.world()
	degree := func(lat, lon float64) [2]int32 { return [2]int32{int32(lat), int32(lon)} }
	for _, q := range []casebook.Query{{}, {Kinds: []sitrep.Kind{sitrep.Shelling}}, {Text: "shells"}, {Country: "nowhere"}} {
		points := must[[]casebook.Point](b)(casebook.Points(b.ctx, b.Casebook, q))
		spots := must[[]casebook.Spot](b)(casebook.Spots(b.ctx, b.Casebook, q, degree))
		var want, got []string
		for _, p := range points {
			want = append(want, p.ID)
		}
		n := 0
		for _, s := range spots {
			n += s.N
			if s.N == 1 {
				got = append(got, s.Only.ID)
			}
		}
		is(b, "incidents in squares", n, len(points))
		if len(spots) == len(points) {
			is(b, "those that are alone in theirs", sameStrings(got, want), true)
		}
	}
	bare := must[[]casebook.Spot](b)(casebook.BareSpots(b.ctx, b.Casebook, casebook.Query{}, degree))
	full := must[[]casebook.Spot](b)(casebook.Spots(b.ctx, b.Casebook, casebook.Query{}, degree))
	is(b, "as many bare squares", len(bare), len(full))
	for i := range bare {
		is(b, "incidents in a bare square", bare[i].N, full[i].N)
	}
	all := must[[]casebook.Spot](b)(casebook.Spots(b.ctx, b.Casebook, casebook.Query{}, func(float64, float64) [2]int32 { return [2]int32{} }))
	points := must[[]casebook.Point](b)(casebook.Points(b.ctx, b.Casebook, casebook.Query{}))
	is(b, "all in one square", len(all), 1)
	is(b, "so many of them", all[0].N, len(points))
	kinds, killed := 0, 0
	for _, k := range all[0].Kinds {
		kinds += k.N
	}
	for _, p := range points {
		killed = max(killed, p.Killed)
	}
	is(b, "each of a kind", kinds, len(points))
	is(b, "the deadliest", all[0].Killed, killed)
	is(b, "none that is alone", all[0].Only, casebook.Point{})
}

// sameStrings tells whether two lists hold the same, in any order.
func sameStrings(a, b []string) bool {
	n := map[string]int{}
	for _, s := range a {
		n[s]++
	}
	for _, s := range b {
		n[s]--
	}
	for _, k := range n {
		if k != 0 {
			return false
		}
	}
	return true
}
