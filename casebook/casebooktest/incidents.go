package casebooktest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

func testIncidents(b *bench) {
	b.world()
	want := incident("i-dorel", dorel, dorelAgain)
	got := must[sitrep.Incident](b)(b.Incident(b.ctx, "i-dorel"))
	is(b, "incident", got, want)
	is(b, "by the beginning of its id", must[sitrep.Incident](b)(b.Incident(b.ctx, "i-k")).ID, "i-kesh")
	_, err := b.Incident(b.ctx, "i-")
	if !errors.Is(err, casebook.ErrNotFound) || !strings.Contains(err.Error(), "i-dorel") {
		b.Errorf("a beginning that several have: got %v, want them named", err)
	}
	if _, err := b.Incident(b.ctx, "nothing"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("an id that is not there: got %v", err)
	}
	page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, casebook.Query{}))
	is(b, "all, the newest first", idsOf(page.Rows), []string{"i-talks", "i-kesh", "i-dorel"})
	is(b, "how many", page.Total, 3)
	err = b.Apply(b.ctx, casebook.Change{Put: []sitrep.Incident{incident("i-x", made{id: "unknown", kind: sitrep.Battle})}, Drop: []string{"i-kesh"}, At: b.at(5)})
	if !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("an incident of a report that is not there: got %v", err)
	}
	if _, err := b.Incident(b.ctx, "i-kesh"); err != nil {
		b.Errorf("a change that failed did something: %v", err)
	}
}

// ids are the ids of the incidents of a query.
func (b *bench) ids(q casebook.Query) []string {
	b.Helper()
	return idsOf(must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, q)).Rows)
}

// filters are queries, each with the incidents of the world that it wants.
var filters = []struct {
	name string
	q    casebook.Query
	want string
}{
	{"from", casebook.Query{From: day("2021-07-01")}, "i-kesh"},
	{"to", casebook.Query{To: day("2021-06-30")}, "i-dorel"},
	{"a day", casebook.Query{From: day("2021-06-15"), To: day("2021-06-15")}, "i-dorel"},
	{"a month", casebook.Query{From: day("2021-06"), To: day("2021-06")}, "i-dorel"},
	{"no such day", casebook.Query{From: day("2021-06-16"), To: day("2021-06-30")}, ""},
	{"place", casebook.Query{Place: "dorel"}, "i-dorel"},
	{"a part of a place's name", casebook.Query{Place: "ander"}, "i-talks"},
	{"what the place lies in", casebook.Query{Place: "UPL land"}, "i-dorel"},
	{"radius", casebook.Query{Lat: 10.2, Lon: 20.2, Km: 50}, "i-dorel"},
	{"a radius too small", casebook.Query{Lat: 10.2, Lon: 20.2, Km: 20}, ""},
	{"a radius across the line where east is west", casebook.Query{Lat: -33, Lon: -179.5, Km: 200}, "i-kesh"},
	{"a radius around a pole", casebook.Query{Lat: 89.9, Lon: 0, Km: 20000}, "i-kesh i-dorel"},
	{"box", casebook.Query{Box: [4]float64{15, 5, 25, 15}}, "i-dorel"},
	{"a box across the line where east is west", casebook.Query{Box: [4]float64{170, -40, -170, -30}}, "i-kesh"},
	{"country", casebook.Query{Country: "LOW"}, "i-kesh"},
	{"kind", casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}, "i-dorel"},
	{"kinds", casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling, sitrep.Talks, sitrep.Coup}}, "i-talks i-dorel"},
	{"a kind that is not there", casebook.Query{Kinds: []sitrep.Kind{sitrep.Coup}}, ""},
	{"side", casebook.Query{Sides: []string{"UPL"}}, "i-talks i-kesh"},
	{"actor", casebook.Query{Actor: "The Marun front"}, "i-dorel"},
	{"a part of an actor's name", casebook.Query{Actor: "envoy"}, "i-talks"},
	{"outlet", casebook.Query{Outlet: "Kesh Post"}, "i-kesh i-dorel"},
	{"source", casebook.Query{Source: "hospital"}, "i-dorel"},
	{"harm", casebook.Query{Harms: []sitrep.Harm{sitrep.Killed}}, "i-kesh i-dorel"},
	{"another harm", casebook.Query{Harms: []sitrep.Harm{sitrep.Wounded}}, ""},
	{"new only", casebook.Query{NewOnly: true}, "i-talks i-kesh i-dorel"},
	{"disputed", casebook.Query{Disputed: true}, ""},
	{"has a toll", casebook.Query{HasToll: true}, "i-kesh i-dorel"},
	{"grade", casebook.Query{Grades: []sitrep.Grade{sitrep.SingleOrigin}}, "i-talks i-kesh i-dorel"},
	{"status", casebook.Query{Statuses: []sitrep.Status{sitrep.Happened}}, "i-talks i-kesh i-dorel"},
	{"another status", casebook.Query{Statuses: []sitrep.Status{sitrep.Planned}}, ""},
	{"report", casebook.Query{Report: "dorel-2"}, "i-dorel"},
	{"incident", casebook.Query{Incident: "i-kesh"}, "i-kesh"},
	{"an incident that is not there", casebook.Query{Incident: "nothing"}, ""},
	{"all together", casebook.Query{From: day("2021-06-01"), To: day("2021-06-30"), Place: "Dorel", Lat: 10, Lon: 20, Km: 5, Box: [4]float64{15, 5, 25, 15}, Country: "UPL",
		Kinds: []sitrep.Kind{sitrep.Shelling}, Sides: []string{"MARUN"}, Actor: "the Marun Front", Outlet: "Dorel Radio", NewOnly: true, HasToll: true,
		Grades: []sitrep.Grade{sitrep.SingleOrigin}, Harms: []sitrep.Harm{sitrep.Killed}, Text: "Dorel", Report: "dorel-1", Incident: "i-dorel"}, "i-dorel"},
	{"two that exclude each other", casebook.Query{Country: "LOW", Place: "Dorel"}, ""},
}

func testFilters(b *bench) {
	b.world()
	for _, f := range filters {
		page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, f.q))
		is(b, f.name, strings.Join(idsOf(page.Rows), " "), f.want)
		is(b, f.name+": how many", page.Total, len(strings.Fields(f.want)))
	}
	b.at(60)
	disputed := incident("i-kesh", kesh)
	disputed.Grade, disputed.Status = sitrep.Contested, sitrep.Disputed
	b.apply(disputed)
	is(b, "changed since", b.ids(casebook.Query{ChangedSince: start.Add(time.Minute)}), []string{"i-kesh"})
	is(b, "disputed", b.ids(casebook.Query{Disputed: true}), []string{"i-kesh"})
	part := incident("i-part", dorelAgain)
	part.PartOf = "i-kesh"
	b.apply(part)
	is(b, "an incident with its parts", b.ids(casebook.Query{Incident: "i-kesh"}), []string{"i-kesh", "i-part"})
	waiting := func() []sitrep.EventKey {
		b.Helper()
		return keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0)))
	}
	before := len(waiting())
	part.PartOf = "i-anew"
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-anew", kesh), part}, Drop: []string{"i-kesh"}, At: b.at(70)})
	is(b, "a part that was tied anew does not wait", len(waiting()), before)
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-kesh", kesh)}, Drop: []string{"i-anew"}, At: b.at(80)})
	is(b, "a part of what is no more waits", slices.Contains(waiting(), dorelAgain.key()), true)
}

func testPages(b *bench) {
	b.world()
	for order, want := range map[casebook.Order]string{casebook.Newest: "i-talks i-kesh i-dorel", casebook.Oldest: "i-dorel i-kesh i-talks", casebook.Deadly: "i-kesh i-dorel i-talks"} {
		is(b, "order "+string(order), strings.Join(b.ids(casebook.Query{Order: order}), " "), want)
	}
	b.at(10)
	changed := incident("i-dorel", dorel)
	b.apply(changed)
	is(b, "the last changed first", b.ids(casebook.Query{Order: casebook.Changed}), []string{"i-dorel", "i-kesh", "i-talks"})
	var many []made
	for k := range 9 {
		m := kesh
		m.id, m.killed, m.when = "many-"+string(rune('a'+k%26))+string(rune('a'+k/26)), k+20, "2022-01-0"+string(rune('1'+k%3))
		many = append(many, m)
	}
	b.file(many...)
	for _, m := range many {
		b.apply(incident("i-"+m.id, m))
	}
	for _, q := range []casebook.Query{{}, {Order: casebook.Oldest}, {Order: casebook.Deadly}, {Order: casebook.Changed}, {Text: "kesh"}, {Text: "kesh", Order: casebook.Oldest},
		{Kinds: []sitrep.Kind{sitrep.Airstrike}}, {Kinds: []sitrep.Kind{sitrep.Airstrike}, Order: casebook.Deadly}, {From: day("2022-01-01")}, {Outlet: "Kesh Post"}} {
		q.All = true
		whole := b.ids(q)
		q.All = false
		for _, limit := range []int{1, 4, 11, 100} {
			q.Limit, q.After = limit, ""
			var pages []string
			for range 60 {
				page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, q))
				pages = append(pages, idsOf(page.Rows)...)
				if len(page.Rows) > limit || page.Total != len(whole) {
					b.Errorf("%+v: %d rows of %d, want at most %d of %d", q, len(page.Rows), page.Total, limit, len(whole))
				}
				if q.After = page.Next; q.After == "" {
					break
				}
			}
			is(b, "pages of a list", pages, whole)
		}
	}
}

func testText(b *bench) {
	b.world()
	for typed, want := range map[string]string{
		"dorel": "i-dorel", "DOREL": "i-dorel", "hit": "i-talks i-kesh i-dorel", "hit kesh": "i-kesh", `"front hit dorel"`: "i-dorel", `"dorel hit front"`: "",
		"kes*": "i-kesh", "hit -kesh": "i-talks i-dorel", "dorél": "i-dorel", "nothing": "", `"`: "i-talks i-kesh i-dorel", "": "i-talks i-kesh i-dorel",
		"NEAR(hit kesh)": "", "hit OR": "", "words:kesh": "", "kesh AND": "", "^kesh": "i-kesh", "{kesh}": "i-kesh", "-kesh": "i-talks i-kesh i-dorel",
		"\x00kesh": "i-kesh", "kesh\xff": "i-kesh", "'; DROP TABLE incident --": "", "*": "i-talks i-kesh i-dorel", `"kesh`: "i-kesh",
	} {
		is(b, "text "+typed, strings.Join(b.ids(casebook.Query{Text: typed}), " "), want)
	}
	is(b, "text and a filter", b.ids(casebook.Query{Text: "hit", Outlet: "Dorel Radio"}), []string{"i-talks", "i-dorel"})
	is(b, "text and days", b.ids(casebook.Query{Text: "hit", From: day("2021-07-01"), To: day("2021-07-01")}), []string{"i-kesh"})
}

// testSketches compares the sketches of incidents with the incidents.
func testSketches(b *bench) {
	b.world()
	for _, q := range []casebook.Query{{}, {Order: casebook.Oldest}, {Kinds: []sitrep.Kind{sitrep.Shelling}}, {From: day("2021-06-10"), To: day("2021-06-20")}, {Text: "hit"}, {Country: "NOWHERE"}} {
		got, reports, err := casebook.Sketches(b.ctx, b.Casebook, q)
		if err != nil {
			b.Fatal(err)
		}
		q.All = true
		page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, q))
		in := map[string]bool{}
		var want []casebook.Sketch
		for i := range page.Rows {
			s := casebook.SketchOf(&page.Rows[i])
			s.First, s.Last = s.First.UTC(), s.Last.UTC()
			want = append(want, s)
			for _, id := range casebook.ReportsOf(&page.Rows[i]) {
				in[id] = true
			}
		}
		is(b, fmt.Sprintf("sketches of %+v", q), fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want))
		is(b, "the reports that tell them", reports, len(in))
	}
}
