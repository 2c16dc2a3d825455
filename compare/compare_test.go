package compare_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/compare"
	"sitrep/reference"
)

func day(s string) sitrep.CivilDate {
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// theirs is a shelling of Dorel with 3 to 9 dead.
func theirs(change ...func(*reference.Incident)) reference.Incident {
	i := reference.Incident{ID: "7001", From: day("2031-05-02"), To: day("2031-05-02"), Country: "UPL", Land: "Upland", Place: "Dorel", Lat: 10, Lon: 20, Located: true, Km: 5,
		Kinds: reference.Violent, Sides: []string{"Government of Upland"}, Tolls: []reference.Toll{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9}}}
	for _, f := range change {
		f(&i)
	}
	return i
}

// ours is the same as a report of the day after has it.
func ours(change ...func(*compare.Ours)) compare.Ours {
	o := compare.Ours{ID: "i1", Kind: sitrep.Shelling, Status: sitrep.Happened, When: sitrep.Interval{From: day("2031-05-02"), To: day("2031-05-02"), Precision: sitrep.DayPrecision}, News: true,
		Place:  sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Lat: 10.01, Lon: 20.01, Located: true, Precision: 1},
		Actors: []compare.Actor{{Name: "Northern Army", Side: "UPL"}}, First: time.Date(2031, 5, 3, 8, 0, 0, 0, time.UTC), Last: time.Date(2031, 5, 3, 8, 0, 0, 0, time.UTC),
		Tally: []compare.Line{{Harm: sitrep.Killed, Low: 3, Best: 4, High: 4}}}
	for _, f := range change {
		f(&o)
	}
	return o
}

func side(name string) string {
	return map[string]string{"Government of Upland": "UPL", "Lake Front": "LAKE"}[name]
}

func put(t []reference.Incident, o []compare.Ours) compare.Result {
	return compared(t, o, compare.Options{Dataset: reference.UCDP, Side: side})
}

func compared(theirs []reference.Incident, ours []compare.Ours, o compare.Options) compare.Result {
	c := compare.New(o)
	for _, t := range theirs {
		c.Theirs(t)
	}
	for _, o := range ours {
		c.Ours(o)
	}
	return c.Result()
}

func when(from, to string) func(*compare.Ours) {
	return func(o *compare.Ours) { o.When.From, o.When.To = day(from), day(to) }
}

func TestWhatIsAPair(t *testing.T) {
	type their = func(*reference.Incident)
	type our = func(*compare.Ours)
	for _, c := range []struct {
		name   string
		theirs their
		ours   our
		want   string // part of a reason; empty for no pair
	}{
		{"the same in all", func(*reference.Incident) {}, func(*compare.Ours) {}, "the same day, 2031-05-02"},
		{"one day apart", func(*reference.Incident) {}, when("2031-05-03", "2031-05-03"), "one day apart"},
		{"three days apart", func(*reference.Incident) {}, when("2031-05-05", "2031-05-05"), ""},
		{"three days apart, of a week that it may lie off", func(i *reference.Incident) { i.Slack = 6 }, when("2031-05-05", "2031-05-05"), "3 days apart, of 6"},
		{"two days from an assumed day", func(*reference.Incident) {}, func(o *compare.Ours) {
			when("2031-05-04", "2031-05-04")(o)
			o.When.Basis = sitrep.Assumed
		}, "2 days apart"},
		{"another town of the same day", func(i *reference.Incident) { i.Place, i.Lat = "Kesh", 11 }, func(*compare.Ours) {}, ""},
		{"a town near by, by another name", func(i *reference.Incident) { i.Place, i.Lat = "Dorel suburb", 10.05 }, func(*compare.Ours) {}, "Dorel"},
		{"two towns of one name", func(i *reference.Incident) { i.Lat = 15 }, func(*compare.Ours) {}, ""},
		{"a province that holds the town", func(i *reference.Incident) { i.Place, i.Lat, i.Km = "Lake province", 10.6, 90 }, func(*compare.Ours) {}, "known by province or country only"},
		{"another country", func(i *reference.Incident) { i.Country, i.Lat = "LOW", 12 }, func(*compare.Ours) {}, ""},
		{"no place on the map, the same name", func(i *reference.Incident) { i.Located = false }, func(*compare.Ours) {}, "the same place by name"},
		{"talks of that day", func(*reference.Incident) {}, func(o *compare.Ours) { o.Kind = sitrep.Talks }, ""},
		{"another kind of violence", func(i *reference.Incident) { i.Kinds = []sitrep.Kind{sitrep.Airstrike} }, func(*compare.Ours) {}, "of another kind"},
		{"the side of another name", func(*reference.Incident) {}, func(*compare.Ours) {}, "both name Government of Upland = Northern Army"},
		{"other sides", func(i *reference.Incident) { i.Sides = []string{"Lake Front"} }, func(*compare.Ours) {}, "no side is named by both"},
		{"figures that overlap", func(*reference.Incident) {}, func(*compare.Ours) {}, "the figures of killed overlap"},
		{"figures that are far apart", func(i *reference.Incident) {
			i.Tolls[0] = reference.Toll{Harm: sitrep.Killed, Low: 300, Best: 400, High: 500}
		}, func(*compare.Ours) {}, "far apart"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := put([]reference.Incident{theirs(c.theirs)}, []compare.Ours{ours(c.ours)})
			if c.want == "" {
				if len(r.Pairs) != 0 {
					t.Errorf("paired: %q", r.Pair(0).Reasons)
				}
				return
			}
			if len(r.Pairs) != 1 || !strings.Contains(strings.Join(r.Pair(0).Reasons, "; "), c.want) || len(r.Theirs)+len(r.Ours) != 0 {
				t.Errorf("got %+v", r)
			}
		})
	}
}

func TestTollsSideBySide(t *testing.T) {
	line := func(side string, civilian sitrep.Truth, low, high int, open bool) compare.Line {
		return compare.Line{Harm: sitrep.Killed, Side: side, Civilian: civilian, Low: low, Best: low, High: high, Open: open}
	}
	toll := func(low, best, high int) reference.Toll {
		return reference.Toll{Harm: sitrep.Killed, Low: low, Best: best, High: high}
	}
	civilians := toll(4, 4, 4)
	civilians.Civilians = true
	for _, c := range []struct {
		name   string
		theirs reference.Toll
		ours   []compare.Line
		want   compare.Overlap
		lines  int
	}{
		{"one figure in the other's range", toll(3, 5, 9), []compare.Line{line("", sitrep.NotKnown, 4, 4, false)}, compare.Overlaps, 1},
		{"theirs is higher", toll(10, 10, 10), []compare.Line{line("", sitrep.NotKnown, 4, 6, false)}, compare.TheirsHigher, 1},
		{"theirs is higher, but ours is at least so many", toll(10, 10, 10), []compare.Line{line("", sitrep.NotKnown, 4, 6, true)}, compare.Overlaps, 1},
		{"ours is higher", toll(1, 1, 2), []compare.Line{line("", sitrep.NotKnown, 4, 6, true)}, compare.OursHigher, 1},
		{"we tell none", toll(1, 1, 2), nil, compare.TheirsOnly, 0},
		{"two sides of ours are not added up, and their sum is not denied", toll(9, 9, 9), []compare.Line{line("UPL", sitrep.False, 4, 4, false), line("LAKE", sitrep.False, 5, 5, false)}, compare.Overlaps, 2},
		{"one side of ours alone is more than all of theirs", toll(3, 3, 3), []compare.Line{line("UPL", sitrep.False, 4, 4, false), line("LAKE", sitrep.False, 5, 5, false)}, compare.OursHigher, 2},
		{"a whole of ours counts, not its part", toll(10, 10, 10), []compare.Line{line("", sitrep.True, 4, 4, false), line("", sitrep.NotKnown, 10, 10, false)}, compare.Overlaps, 2},
		{"civilians stand beside civilians", civilians, []compare.Line{line("", sitrep.True, 4, 4, false), line("LAKE", sitrep.False, 30, 30, false)}, compare.Overlaps, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := put([]reference.Incident{theirs(func(i *reference.Incident) { i.Tolls = []reference.Toll{c.theirs} })}, []compare.Ours{ours(func(o *compare.Ours) { o.Tally = c.ours })})
			if len(r.Pairs) != 1 || len(r.Pair(0).Tolls) != 1 {
				t.Fatalf("got %+v", r)
			}
			if x := r.Pair(0).Tolls[0]; x.Overlap != c.want || len(x.Ours) != c.lines {
				t.Errorf("got %s with %q, want %s", x.Overlap, x.Ours, c.want)
			}
		})
	}
}

// What one of the two does not cover says nothing of what it lacks.
func TestOnlyWhatBothCoverIsComparedAndTheRestIsCounted(t *testing.T) {
	other := func(id, country string, from string) reference.Incident {
		return theirs(func(i *reference.Incident) {
			i.ID, i.Country, i.From, i.To, i.Place, i.Located = id, country, day(from), day(from), "Orm", false
		})
	}
	our := func(id string, change func(*compare.Ours)) compare.Ours {
		return ours(func(o *compare.Ours) { o.ID, o.Place.Name, o.Place.Located, o.Place.Lat = id, "Hill", false, 0 }, change)
	}
	long := other("long", "UPL", "2031-01-01")
	long.To = day("2031-12-31")
	r := put([]reference.Incident{theirs(), other("same days", "UPL", "2031-05-03"), other("later", "UPL", "2031-08-01"), other("elsewhere", "LOW", "2031-05-02"), other("nowhere", "", "2031-05-02"), long},
		[]compare.Ours{ours(), our("lacks", func(*compare.Ours) {}),
			our("background", func(o *compare.Ours) { o.News = false; o.When.From, o.When.To = day("1999-01-01"), day("1999-01-01") }),
			our("planned", func(o *compare.Ours) { o.Status = sitrep.Planned }), our("no day", func(o *compare.Ours) { o.When = sitrep.Interval{} }),
			our("no country", func(o *compare.Ours) { o.Place.Countries = nil }), our("not fatal", func(o *compare.Ours) { o.Tally = nil }),
			our("elsewhere", func(o *compare.Ours) { o.Place.Countries = []string{"FAR"} }), our("discounted", func(o *compare.Ours) { o.Grade = sitrep.Discounted }),
			our("war", func(o *compare.Ours) { when("2030-01-01", "2031-06-01")(o) })})
	if len(r.Pairs) != 1 || len(r.Theirs) != 1 || r.Theirs[0].ID != "same days" || len(r.Ours) != 1 || r.Ours[0].ID != "lacks" {
		t.Errorf("pairs %d, theirs %v, ours %v", len(r.Pairs), r.Theirs, r.Ours)
	}
	if want := []compare.Window{{Country: "UPL", From: day("2031-05-02"), To: day("2031-05-03"), Theirs: 2, Ours: 3}}; !slices.Equal(r.Windows, want) {
		t.Errorf("windows %+v", r.Windows)
	}
	n := map[string]int{}
	for _, l := range r.LeftOut {
		n[l.Whose] += l.N
	}
	if n["theirs"] != 4 || n["ours"] != 8 {
		t.Errorf("left out %+v", r.LeftOut)
	}
}

// A week of ours without news is no coverage: what they have there, we do not lack.
func TestSilenceIsNoCoverage(t *testing.T) {
	late := ours(func(o *compare.Ours) {
		o.ID = "late"
		o.First = o.First.AddDate(0, 1, 0)
		o.Last = o.First
		when("2031-06-02", "2031-06-02")(o)
	})
	last := theirs(func(i *reference.Incident) { i.ID, i.From, i.To = "last", day("2031-06-02"), day("2031-06-02") })
	between := theirs(func(i *reference.Incident) { i.ID, i.From, i.To = "between", day("2031-05-20"), day("2031-05-20") })
	r := put([]reference.Incident{theirs(), between, last}, []compare.Ours{ours(), late})
	if len(r.Windows) != 2 || len(r.Theirs) != 0 || len(r.Pairs) != 2 {
		t.Errorf("%+v", r)
	}
}

// Two of theirs that are one of ours are not told as lacking: the second stands as a part.
func TestWhatOneOfTheTwoCutsFinerIsShared(t *testing.T) {
	second := theirs(func(i *reference.Incident) { i.ID, i.Lat, i.Tolls = "7002", 10.03, nil })
	r := put([]reference.Incident{second, theirs()}, []compare.Ours{ours()})
	if len(r.Pairs) != 2 || len(r.Theirs) != 0 || r.Pairs[0].Theirs.ID != "7001" || r.Pairs[0].Shared || !r.Pairs[1].Shared {
		t.Errorf("%+v", r.Pairs)
	}
}

func TestOptionsNarrow(t *testing.T) {
	for _, o := range []compare.Options{{From: day("2031-06")}, {To: day("2031-04")}, {Country: "LOW"}} {
		o.Dataset, o.Side = reference.UCDP, side
		if r := compared([]reference.Incident{theirs()}, []compare.Ours{ours()}, o); len(r.Pairs)+len(r.Windows)+len(r.Theirs)+len(r.Ours) != 0 {
			t.Errorf("%+v: %+v", o, r)
		}
	}
}

// The order of neither list makes a difference, and what is given is left as it is.
func TestOrderMakesNoDifference(t *testing.T) {
	var a []reference.Incident
	var b []compare.Ours
	draw := rand.New(rand.NewSource(1))
	for n := range 60 {
		d := fmt.Sprintf("2031-05-%02d", 1+draw.Intn(9))
		lat := 10 + float64(draw.Intn(3))/20
		a = append(a, theirs(func(i *reference.Incident) { i.ID, i.From, i.To, i.Lat = fmt.Sprint("t", n), day(d), day(d), lat }))
		b = append(b, ours(func(o *compare.Ours) { o.ID, o.Place.Lat = fmt.Sprint("i", n), lat; when(d, d)(o) }))
	}
	want := put(a, b)
	draw.Shuffle(len(a), reflect.Swapper(a))
	draw.Shuffle(len(b), reflect.Swapper(b))
	got := put(a, b)
	if !reflect.DeepEqual([]any{got.Pairs, got.Windows, got.Theirs, got.Ours, got.LeftOut}, []any{want.Pairs, want.Windows, want.Theirs, want.Ours, want.LeftOut}) {
		t.Error("another order gave another result")
	}
	seen := map[string]int{}
	for _, p := range want.Pairs {
		if !p.Shared {
			seen["t"+p.Theirs.ID]++
			seen["o"+p.Ours.ID]++
		}
	}
	for id, n := range seen {
		if n > 1 {
			t.Errorf("%s is in %d pairs", id, n)
		}
	}
}
