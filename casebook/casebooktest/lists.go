package casebooktest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

func testFacets(b *bench) {
	b.world()
	f := must[casebook.Facets](b)(b.Facets(b.ctx, casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}))
	is(b, "kinds, as if none were asked for", f.Kinds, []casebook.Count{{Value: "airstrike", N: 1}, {Value: "shelling", N: 1}, {Value: "talks", N: 1}})
	is(b, "countries", f.Countries, []casebook.Count{{Value: "UPL", N: 1}})
	is(b, "sides", f.Sides, []casebook.Count{{Value: "MARUN", N: 1}})
	f = must[casebook.Facets](b)(b.Facets(b.ctx, casebook.Query{}))
	is(b, "sides of all", f.Sides, []casebook.Count{{Value: "UPL", N: 2}, {Value: "MARUN", N: 1}})
	is(b, "outlets", f.Outlets, []casebook.Count{{Value: "Dorel Radio", N: 2}, {Value: "Kesh Post", N: 2}})
	for _, p := range f.Places {
		page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, casebook.Query{Place: `"` + p.Value + `"`}))
		is(b, "place "+p.Value, page.Total, p.N)
	}
	is(b, "places", len(f.Places), 6)
	is(b, "days", f.Days, []casebook.Count{{Value: "2021-06-15", N: 1}, {Value: "2021-07-01", N: 1}, {Value: "2021-07-05", N: 1}})
	is(b, "flags", []int{f.NewOnly, f.Disputed, f.HasToll}, []int{3, 0, 2})
	f = must[casebook.Facets](b)(b.Facets(b.ctx, casebook.Query{Country: "nowhere"}))
	is(b, "countries, where the one asked for is none", len(f.Countries), 3)
	is(b, "kinds there", len(f.Kinds), 0)
}

func testReports(b *bench) {
	b.world()
	list := func(q casebook.Query) string {
		b.Helper()
		page := must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, q))
		var ids []string
		for _, r := range page.Rows {
			ids = append(ids, r.ID)
		}
		is(b, "how many", page.Total, len(ids))
		return strings.Join(ids, " ")
	}
	for _, c := range []struct {
		name string
		q    casebook.Query
		want string
	}{
		{"all", casebook.Query{}, "talks-1 kesh-1 dorel-2 dorel-1"},
		{"the oldest first", casebook.Query{Order: casebook.Oldest}, "dorel-1 dorel-2 kesh-1 talks-1"},
		{"published from", casebook.Query{From: day("2021-06-17"), To: day("2021-07-02")}, "kesh-1 dorel-2"},
		{"outlet", casebook.Query{Outlet: "kesh post"}, "kesh-1 dorel-2"},
		{"text", casebook.Query{Text: "river"}, "kesh-1"},
		{"title", casebook.Query{Text: "five dead"}, "dorel-2"},
		{"text and days", casebook.Query{Text: "hit", To: day("2021-06")}, "dorel-2 dorel-1"},
		{"by what they tell", casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}, "dorel-2 dorel-1"},
		{"by where", casebook.Query{Lat: 10, Lon: 20, Km: 10}, "dorel-2 dorel-1"},
		{"of an incident", casebook.Query{Incident: "i-kesh"}, "kesh-1"},
		{"by who says something", casebook.Query{Source: "hospital"}, "dorel-2"},
		{"by id", casebook.Query{Report: "kesh-1"}, "kesh-1"},
		{"filed since", casebook.Query{ChangedSince: minute(1)}, ""},
	} {
		is(b, c.name, list(c.q), c.want)
	}
	undated := talks
	undated.id, undated.day = "undated", ""
	b.file(undated)
	is(b, "one without a day", list(casebook.Query{}), "talks-1 kesh-1 dorel-2 dorel-1 undated")
	is(b, "not before a day", list(casebook.Query{To: day("2021-06-16")}), "dorel-1")
	is(b, "by the beginning of an id", must[casebook.StoredReport](b)(b.Report(b.ctx, "kesh", 0)).Head.ID, "kesh-1")
	is(b, "its text", must[string](b)(casebook.Text(b.ctx, b.Casebook, "kesh-1")), must[casebook.StoredReport](b)(b.Report(b.ctx, "kesh-1", 0)).Reading.Report.Text)
	whole := must[casebook.StoredReport](b)(b.Report(b.ctx, "kesh-1", 0))
	said := must[casebook.Saying](b)(casebook.SaidIn(b.ctx, b.Casebook, "kesh-1"))
	is(b, "its head and text", fmt.Sprintf("%+v %s", said.Head, said.Text), fmt.Sprintf("%+v %s", whole.Head, whole.Reading.Report.Text))
	is(b, "its claims", fmt.Sprintf("%+v", must[[]sitrep.Claim](b)(said.Claims())), fmt.Sprintf("%+v", whole.Reading.Claims))
	is(b, "its times", fmt.Sprintf("%+v", must[[]sitrep.Timex](b)(said.Timexes())), fmt.Sprintf("%+v", whole.Reading.Timexes))
	for i := range whole.Reading.Events {
		e := &whole.Reading.Events[i]
		is(b, "its event "+e.ID, fmt.Sprintf("%+v", *must[*sitrep.Event](b)(said.Event(e.ID))), fmt.Sprintf("%+v", *e))
	}
	if _, err := casebook.SaidIn(b.ctx, b.Casebook, "nothing"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("what a report says that is not there: %v", err)
	}
	if _, err := casebook.Text(b.ctx, b.Casebook, "nothing"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("text of no report: got %v", err)
	}
	for id, version := range map[string]int{"nothing": 0, "kesh-1": 9, "dorel-": 0} {
		if _, err := b.Report(b.ctx, id, version); !errors.Is(err, casebook.ErrNotFound) {
			b.Errorf("report %s, version %d: got %v", id, version, err)
		}
		if _, err := b.Raw(b.ctx, id, version); !errors.Is(err, casebook.ErrNotFound) {
			b.Errorf("bytes of report %s, version %d: got %v", id, version, err)
		}
	}
}

func testClaims(b *bench) {
	b.world()
	for _, c := range []struct {
		name string
		q    casebook.Query
		want string
	}{
		{"all", casebook.Query{}, "talks-1 kesh-1 dorel-2 dorel-1"},
		{"source", casebook.Query{Source: "Monitor"}, "dorel-1"},
		{"stance", casebook.Query{Stances: []sitrep.Stance{sitrep.Accuse, sitrep.Promise}}, "talks-1 kesh-1 dorel-1"},
		{"outlet", casebook.Query{Outlet: "Kesh Post"}, "kesh-1 dorel-2"},
		{"published", casebook.Query{From: day("2021-07-01")}, "talks-1 kesh-1"},
		{"words", casebook.Query{Text: "hit dorel"}, "dorel-2 dorel-1"},
		{"words of the report that are not the claim's", casebook.Query{Text: "river"}, ""},
		{"report", casebook.Query{Report: "kesh-1"}, "kesh-1"},
		{"incident", casebook.Query{Incident: "i-dorel"}, "dorel-2 dorel-1"},
		{"place of what they are about", casebook.Query{Country: "LOW"}, "kesh-1"},
		{"actor", casebook.Query{Actor: "the envoy"}, "talks-1"},
		{"side", casebook.Query{Sides: []string{"UPL"}}, ""},
	} {
		page := must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, c.q))
		var ids []string
		for _, r := range page.Rows {
			ids = append(ids, r.Report.ID)
		}
		is(b, c.name, strings.Join(ids, " "), c.want)
		is(b, c.name+": how many", page.Total, len(ids))
	}
	var asked []casebook.Voice
	of := must[[]casebook.ClaimRow](b)(casebook.ClaimsBy(b.ctx, b.Casebook, casebook.Query{Limit: 1}, func(v casebook.Voice) bool {
		asked = append(asked, v)
		return v.Stance != sitrep.Accuse
	}))
	var left, voices []string
	for _, r := range must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, casebook.Query{})).Rows {
		voices = append(voices, fmt.Sprint(casebook.Voice{Source: r.Claim.Source, Side: r.Claim.Side, Stance: r.Claim.Stance}))
		if r.Claim.Stance != sitrep.Accuse {
			left = append(left, fmt.Sprintf("%+v", r))
		}
	}
	is(b, "by voices", sortedOf(of, func(r casebook.ClaimRow) string { return fmt.Sprintf("%+v", r) }), sortedOf(left, strings.Clone))
	is(b, "the voices", slices.Compact(sortedOf(asked, func(v casebook.Voice) string { return fmt.Sprint(v) })), slices.Compact(sortedOf(voices, strings.Clone)))
	row := must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, casebook.Query{Report: "kesh-1"})).Rows[0]
	is(b, "quote", row.Quote, "Upland's air force hit Kesh")
	is(b, "incidents", row.Incidents, []string{"i-kesh"})
	is(b, "claim", row.Claim, kesh.filing().Reading.Claims[0])
}

// sortedOf are the words for each of a list, in order.
func sortedOf[T any](list []T, words func(T) string) (out []string) {
	for _, v := range list {
		out = append(out, words(v))
	}
	slices.Sort(out)
	return out
}

func testTolls(b *bench) {
	b.world()
	for _, c := range []struct {
		name string
		q    casebook.Query
		want string
	}{
		{"all", casebook.Query{}, "kesh-1 dorel-1 dorel-2"},
		{"harm", casebook.Query{Harms: []sitrep.Harm{sitrep.Wounded}}, ""},
		{"source", casebook.Query{Source: "hospital"}, "dorel-2"},
		{"happened", casebook.Query{To: day("2021-06-15")}, "dorel-1 dorel-2"},
		{"incident", casebook.Query{Incident: "i-kesh"}, "kesh-1"},
		{"outlet", casebook.Query{Outlet: "Kesh Post"}, "kesh-1 dorel-2"},
		{"text of the report", casebook.Query{Text: "river"}, "kesh-1"},
		{"country", casebook.Query{Country: "UPL"}, "dorel-1 dorel-2"},
		{"the highest first", casebook.Query{Order: casebook.Deadly}, "kesh-1 dorel-2 dorel-1"},
	} {
		page := must[casebook.Page[casebook.TollRow]](b)(b.Tolls(b.ctx, c.q))
		got := map[string]bool{}
		var ids []string
		for _, r := range page.Rows {
			ids = append(ids, r.Report.ID)
			got[r.Report.ID] = true
		}
		if c.q.Order == casebook.Deadly {
			is(b, c.name, strings.Join(ids, " "), c.want)
		}
		for _, id := range strings.Fields(c.want) {
			if !got[id] {
				b.Errorf("%s: got %v, want %s", c.name, ids, c.want)
			}
		}
		is(b, c.name+": how many", []int{len(ids), page.Total}, []int{len(strings.Fields(c.want)), len(strings.Fields(c.want))})
	}
	row := must[casebook.Page[casebook.TollRow]](b)(b.Tolls(b.ctx, casebook.Query{Report: "dorel-2"})).Rows[0]
	is(b, "toll", row.Toll, dorelAgain.filing().Reading.Events[0].Tolls[0])
	is(b, "its words, event, incident and source", []any{row.Quote, row.Event, row.Incident, row.Source}, []any{"killing 5 people", dorelAgain.key(), "i-dorel", "the hospital of Dorel"})
}

// testStances: the counts by stance are those of asking for each, whatever stance is asked for.
func testStances(b *bench) {
	b.world()
	for what, q := range map[string]casebook.Query{"all": {}, "one asked for": {Stances: []sitrep.Stance{sitrep.Accuse}}, "of a source": {Source: "Kesh Monitor"}, "of a country": {Country: "LOW"}, "of days": {From: day("2021-07-01"), To: day("2021-07-31")}, "none": {Source: "nobody"}} {
		page, counts, err := casebook.ClaimsByStance(b.ctx, b.Casebook, q)
		if err != nil {
			b.Fatal(err)
		}
		is(b, what+": the claims", page, must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, q)))
		if counts == nil {
			b.Skip("it does not count them")
		}
		for _, s := range []sitrep.Stance{sitrep.Assert, sitrep.Accuse, sitrep.Promise, sitrep.Deny} {
			one := q
			one.Stances = []sitrep.Stance{s}
			is(b, what+": "+string(s), counts[s], must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, one)).Total)
		}
	}
}

func testActors(b *bench) {
	b.world()
	page := must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, casebook.Query{}))
	var names []string
	for _, r := range page.Rows {
		names = append(names, r.Name)
	}
	is(b, "actors", names, []string{"Upland's air force", "Upland's envoy", "the Marun Front"})
	is(b, "one of them", page.Rows[2], casebook.ActorRow{Name: "the Marun Front", Side: "MARUN", Kind: sitrep.OrganisationEntity, Roles: map[sitrep.Role]int{sitrep.Initiator: 1},
		Incidents: 1, First: day("2021-06-15"), Last: day("2021-06-15")})
	page = must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, casebook.Query{Country: "LOW"}))
	is(b, "of a country's incidents", []any{len(page.Rows), page.Total, page.Rows[0].Name}, []any{1, 1, "Upland's air force"})
	page = must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, casebook.Query{Text: "upland", Limit: 1}))
	is(b, "by a word of the name, the first", []any{page.Rows[0].Name, page.Total}, []any{"Upland's air force", 2})
	page = must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, casebook.Query{Text: "upland", Limit: 1, After: page.Next}))
	is(b, "the second", []any{page.Rows[0].Name, page.Next}, []any{"Upland's envoy", ""})
}

func testSources(b *bench) {
	b.file(dorel, dorelAgain, kesh, talks)
	i := incident("i-dorel", dorel, dorelAgain)
	i.Tally[0].SetAside = []sitrep.TallyToll{{Key: dorel.key(), Count: 9, Origin: dorel.source, Published: day("2021-06-01").First()}}
	i.Contradictions = []sitrep.Contradiction{{Field: "killed", Entries: []sitrep.ContradictionEntry{{Value: "9", Origin: dorel.source, Key: dorel.key()}, {Value: "5", Origin: dorelAgain.source}}},
		{Field: "when", Entries: []sitrep.ContradictionEntry{{Value: "2021-06-15", Origin: dorel.source, Key: dorel.key()}, {Value: "2021-06-16", Origin: dorelAgain.source}}}}
	b.apply(i)
	page := must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{}))
	is(b, "how many", page.Total, 4)
	page = must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{Source: "Kesh Monitor"}))
	is(b, "a source", page.Rows, []casebook.SourceRow{{Name: "the Kesh Monitor", Kind: sitrep.MonitorSource, Claims: 1, Reports: 1, Outlets: 1, Tolls: 1, Lowered: 1, Contradicted: 1,
		First: day("2021-06-16"), Last: day("2021-06-16")}})
	begun := talks
	begun.id, begun.day, begun.source = "begun", "2021-07-09", strings.ToUpper(kesh.source[:1])+kesh.source[1:]
	again := begun
	again.id, again.day = "again", "2021-07-08"
	b.file(begun, again)
	page = must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{Limit: 1}))
	is(b, "capitals make no other source", page.Total, 4)
	row := page.Rows[0]
	is(b, "one that begins sentences", []any{row.Name, row.Claims, row.Reports, row.First, row.Last}, []any{begun.source, 3, 3, day(kesh.day), day("2021-07-09")})
	page = must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{Limit: 10, After: page.Next}))
	is(b, "the others", len(page.Rows), 3)
	page = must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{To: day(kesh.day), Source: kesh.source}))
	is(b, "as it is named there", page.Rows[0].Name, kesh.source)
}

func testStats(b *bench) {
	b.world()
	got := must[casebook.Stats](b)(b.Stats(b.ctx))
	if got.Bytes <= 0 {
		b.Errorf("%d bytes", got.Bytes)
	}
	got.Bytes = 0
	is(b, "stats", got, casebook.Stats{Reports: 4, Versions: 4, Events: 4, Claims: 4, Tolls: 3, Incidents: 3, FirstPublished: day("2021-06-16").First(),
		LastPublished: day("2021-07-05").First(), LastFiled: start})
}

// restsOn has an incident rest on the word of a side alone.
func restsOn(side string, i sitrep.Incident) sitrep.Incident {
	for k := range i.Origins {
		i.Origins[k].Kind, i.Origins[k].Side = sitrep.GovernmentSource, side
	}
	return i
}

func testOneSide(b *bench) {
	both := kesh
	both.id, both.day = "both", "2021-07-03"
	b.file(dorel, dorelAgain, kesh, talks, both)
	b.apply(incident("i-dorel", dorel, dorelAgain), restsOn("UPL", incident("i-kesh", kesh, both)), restsOn("LOW", incident("i-talks", talks)))
	counts := func(q casebook.Query) string {
		b.Helper()
		var out []string
		for _, r := range must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, q)).Rows {
			out = append(out, fmt.Sprintf("%s %d/%d", r.Name, r.OneSide, r.Incidents))
		}
		for _, r := range must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, q)).Rows {
			out = append(out, fmt.Sprintf("%s %d/%d", r.Name, r.OneSide, r.Claims))
		}
		for _, r := range must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, q)).Rows {
			out = append(out, fmt.Sprintf("%s %d/%d", r.ID, r.OneSide, r.Incidents))
		}
		return strings.Join(out, ", ")
	}
	const all = "Upland's air force 1/1, Upland's envoy 1/1, the Marun Front 0/1, a witness 2/2, the Kesh Monitor 0/1, the envoy 1/1, the hospital of Dorel 0/1, " +
		"talks-1 1/1, both 1/1, kesh-1 1/1, dorel-2 0/1, dorel-1 0/1"
	is(b, "all", counts(casebook.Query{}), all)
	is(b, "asked again", counts(casebook.Query{}), all)
	is(b, "of a country", counts(casebook.Query{Country: "LOW"}), "Upland's air force 1/1, a witness 2/2, both 1/1, kesh-1 1/1")
	b.apply(incident("i-kesh", kesh, both))
	is(b, "once others tell of it", counts(casebook.Query{Country: "LOW"}), "Upland's air force 0/1, a witness 0/2, both 0/1, kesh-1 0/1")
}
