package reconcile

import (
	"testing"
	"time"

	"sitrep"
)

// at is a telling's profile, of a strike that is told as news on the day.
func at(published string, when sitrep.Interval, change func(*sitrep.Telling)) *profile {
	x := told("a"+published+when.From.String(), "e1", published, sitrep.Airstrike, sitrep.CivilDate{}, "")
	x.Event.When = when
	if change != nil {
		change(&x)
	}
	return profileOf(&x)
}

func onDay(y, m, d int) sitrep.Interval {
	return sitrep.Interval{From: day(y, m, d), To: day(y, m, d), Basis: sitrep.Told}
}

func between(from, to sitrep.CivilDate) sitrep.Interval {
	return sitrep.Interval{From: from, To: to, Basis: sitrep.Told}
}

func TestWhenTwoTellingsAreOfOneTime(t *testing.T) {
	assumed := func(i sitrep.Interval) sitrep.Interval { i.Basis = sitrep.Assumed; return i }
	march := between(day(2016, 3, 0), day(2016, 3, 0))
	for _, test := range []struct {
		name string
		a, b sitrep.Interval
		want float64
	}{
		{"the same day", onDay(2016, 3, 12), onDay(2016, 3, 12), 2.5},
		{"the next day", onDay(2016, 3, 12), onDay(2016, 3, 13), 0.3},
		{"the next day, one that no word tells", onDay(2016, 3, 12), assumed(onDay(2016, 3, 13)), 0.8},
		{"two days apart", onDay(2016, 3, 12), onDay(2016, 3, 14), -1.2},
		{"two days apart, assumed", onDay(2016, 3, 12), assumed(onDay(2016, 3, 14)), -0.8},
		{"three days apart", onDay(2016, 3, 12), onDay(2016, 3, 15), -6},
		{"three days apart, assumed", onDay(2016, 3, 12), assumed(onDay(2016, 3, 15)), -2.5},
		{"four days apart, assumed", onDay(2016, 3, 12), assumed(onDay(2016, 3, 16)), -6},
		{"a day of the days", between(day(2016, 3, 12), day(2016, 3, 18)), onDay(2016, 3, 18), 2.5},
		{"a day and its month", march, onDay(2016, 3, 31), 0.9},
		{"three days after the month", march, onDay(2016, 4, 3), -1.5},
		{"four days after the month", march, onDay(2016, 4, 4), -6},
		{"two months next to each other", march, between(day(2016, 4, 0), day(2016, 4, 0)), -1.5},
		{"a month and the one after the next", march, between(day(2016, 5, 0), day(2016, 5, 0)), -1.5},
		{"three months apart", march, between(day(2016, 6, 0), day(2016, 6, 0)), -6},
		{"the same month", march, march, 1.3},
		{"a day in what goes on", sitrep.Interval{From: day(2016, 3, 1)}, onDay(2016, 3, 12), -1},
		{"a day before it began", sitrep.Interval{From: day(2016, 3, 12)}, onDay(2016, 3, 1), -6},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := at("2016-03-20", test.a, nil), at("2016-03-20", test.b, nil)
			if got := compareWhen(a, b).weight; got != test.want {
				t.Errorf("%g, want %g", got, test.want)
			}
			if got := compareWhen(b, a).weight; got != test.want {
				t.Errorf("the other way round %g, want %g", got, test.want)
			}
		})
	}
}

func TestWhatHasNoDayIsComparedByPublication(t *testing.T) {
	recalled := func(k sitrep.Kind) func(*sitrep.Telling) {
		return func(x *sitrep.Telling) { x.Event.News, x.Event.Kind = false, k }
	}
	published := func(days int) string { return time.Date(2016, 3, 12+days, 0, 0, 0, 0, time.UTC).Format("2006-01-02") }
	for _, test := range []struct {
		name   string
		when   sitrep.Interval
		apart  int
		change func(*sitrep.Telling)
		want   float64
	}{
		{"two days apart", sitrep.Interval{}, 2, nil, 0.7},
		{"three days apart", sitrep.Interval{}, 3, nil, 0.2},
		{"a week apart", sitrep.Interval{}, 7, nil, 0.2},
		{"eight days apart", sitrep.Interval{}, 8, nil, 0},
		{"news a month apart", sitrep.Interval{}, 30, nil, 0},
		{"news more than a month apart", sitrep.Interval{}, 31, nil, -2.5},
		{"recalled within three months", sitrep.Interval{}, 90, recalled(sitrep.Airstrike), 0},
		{"recalled later", sitrep.Interval{}, 91, recalled(sitrep.Airstrike), -0.7},
		{"a truce that is recalled", sitrep.Interval{}, 120, recalled(sitrep.Ceasefire), 0.5},
		{"too long after", sitrep.Interval{}, 121, recalled(sitrep.Ceasefire), -0.7},
		{"talks are many", sitrep.Interval{}, 100, recalled(sitrep.Talks), -0.7},
		{"a day and right after it", onDay(2016, 3, 12), 3, nil, 0.7},
		{"a day and some days after it", onDay(2016, 3, 12), 4, nil, 0},
		{"a fortnight after it", onDay(2016, 3, 12), 14, nil, 0},
		{"news more than a fortnight after it", onDay(2016, 3, 12), 15, nil, -2.5},
		{"the day before it", onDay(2016, 3, 12), -1, nil, 0.7},
		{"two days before it", onDay(2016, 3, 12), -2, nil, -4},
		{"a truce recalled within months of it", onDay(2016, 3, 12), 120, recalled(sitrep.Ceasefire), 0.8},
		{"later than that", onDay(2016, 3, 12), 121, recalled(sitrep.Ceasefire), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := at("2016-03-12", test.when, test.change), at(published(test.apart), sitrep.Interval{}, test.change)
			if got := comparePublished(a, b).weight; got != test.want {
				t.Errorf("%g, want %g", got, test.want)
			}
			if got := comparePublished(b, a).weight; got != test.want {
				t.Errorf("the other way round %g, want %g", got, test.want)
			}
		})
	}
}

func TestWhatBecameOfATruce(t *testing.T) {
	of := func(phase string, days int) *profile {
		d := day(2016, 3, 1).AddDays(days)
		return profileOf(new(truce("a"+phase, d.String(), phase, sitrep.Interval{From: d, To: d, Basis: sitrep.Told}, nil)))
	}
	for _, test := range []struct {
		name         string
		first, later *profile
		want         bool
	}{
		{"it took effect", of("agreed", 0), of("in-effect", 3), true},
		{"it holds", of("in-effect", 0), of("in-effect", 20), true},
		{"it ended", of("declared", 0), of("ended", 60), true},
		{"later than truces live", of("declared", 0), of("ended", 61), false},
		{"another one was made", of("in-effect", 0), of("agreed", 9), false},
		{"none ends twice", of("ended", 0), of("broken-down", 9), false},
		{"what is over does not hold", of("ended", 0), of("in-effect", 9), false},
		{"it was prolonged before it broke down", of("extended", 0), of("broken-down", 9), true},
		{"it only was proposed", of("proposed", 0), of("ended", 9), false},
		{"nothing is told of where it stands", of("", 0), of("ended", 9), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			gap := test.first.when.gap(test.later.when)
			if a, b := lives(test.first, test.later, gap), lives(test.later, test.first, gap); a != test.want || b != test.want {
				t.Errorf("%v and %v, want %v", a, b, test.want)
			}
			if test.want && len(common(test.first.keys(), test.later.keys(), 1)) == 0 {
				t.Error("no key in common: the two are never compared")
			}
		})
	}
}

func TestHowFarApartTwoPlacesOfOneHappeningAre(t *testing.T) {
	const degree = 111.195 // kilometres of latitude
	place := func(name string, precision int, km float64, countries ...string) sitrep.Place {
		return sitrep.Place{Name: name, Countries: countries, Lat: km / degree, Lon: 10, Located: true, Precision: precision}
	}
	spotOf := func(x sitrep.Place) spot {
		p := profile{}
		p.addPlace(&x)
		return p.spots[0]
	}
	for _, test := range []struct {
		name string
		a, b sitrep.Place
		want float64
	}{
		{"one town", place("Oldtown", 2, 0, "XXX"), place("Oldtown", 2, 0, "XXX"), 2.2},
		{"one name, near", place("Oldtown", 2, 0, "XXX"), place("Oldtown", 2, 99, "XXX"), 2.2},
		{"one name, far", place("Oldtown", 2, 0, "XXX"), place("Oldtown", 2, 101, "XXX"), -4},
		{"one region", place("The Hills", 4, 0, "XXX"), place("The Hills", 4, 0, "XXX"), 1.2},
		{"one country", place("Xland", 6, 0, "XXX"), place("Xland", 6, 0, "XXX"), 0.4},
		{"4 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 4, "XXX"), 2},
		{"5 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 5.1, "XXX"), 1.3},
		{"14 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 14.9, "XXX"), 1.3},
		{"15 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 15.1, "XXX"), 0.3},
		{"30 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 30.1, "XXX"), -2},
		{"59 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 59.9, "XXX"), -2},
		{"60 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 60.1, "XXX"), -4},
		{"120 km", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 120.1, "XXX"), -4.5},
		{"two countries, however near", place("Oldtown", 2, 0, "XXX"), place("Newbridge", 2, 1, "YYY"), -4.5},
		{"a town and a region, 119 km", place("Oldtown", 2, 0, "XXX"), place("The Hills", 4, 119, "XXX"), 0.4},
		{"121 km", place("Oldtown", 2, 0, "XXX"), place("The Hills", 4, 121, "XXX"), -0.5},
		{"401 km", place("Oldtown", 2, 0, "XXX"), place("The Hills", 4, 401, "XXX"), -3},
		{"a region over the border, 299 km", place("Oldtown", 2, 0, "XXX"), place("The Hills", 4, 299, "YYY"), -0.5},
		{"a region over the border, 301 km", place("Oldtown", 2, 0, "XXX"), place("The Hills", 4, 301, "YYY"), -3.5},
		{"a town and its country", place("Oldtown", 2, 0, "XXX"), place("Xland", 6, 300, "XXX"), -0.3},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := spotOf(test.a), spotOf(test.b)
			if x, y := compareSpots(a, b).weight, compareSpots(b, a).weight; x != test.want || y != test.want {
				t.Errorf("%g and %g, want %g", x, y, test.want)
			}
		})
	}
}

func TestWhichCountsCanBeOfOneHappening(t *testing.T) {
	exact := func(n int) count { return count{sitrep.Killed, n, false, true} }
	word := func(n int) count { return count{sitrep.Killed, n, true, false} }
	loose := func(n int) count { return count{sitrep.Killed, n, false, false} }
	for _, test := range []struct {
		name    string
		a, b    count
		sameDay bool
		want    float64
	}{
		{"one small number", exact(2), exact(2), true, 0.2},
		{"one of some", exact(9), exact(9), true, 0.6},
		{"one round number", exact(20), exact(20), true, 0.9},
		{"one that is not", exact(23), exact(23), true, 1.4},
		{"four times as many", exact(20), exact(80), false, 0},
		{"more than four times", exact(20), exact(81), false, -1},
		{"more than four times, but few", exact(2), exact(12), false, 0},
		{"and not so few", exact(2), exact(13), false, -1},
		{"two numbers of one day", exact(9), exact(8), true, -0.5},
		{"a bound of one day", exact(9), loose(8), true, 0},
		{"two numbers of two days", exact(9), exact(8), false, 0},
		{"a word, nineteen times as many", word(20), exact(380), false, 0},
		{"a word, twenty times", word(20), exact(400), false, -1},
		{"other harm", exact(9), count{sitrep.Wounded, 90, false, true}, true, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, q := &profile{counts: []count{test.a}, pub: 10}, &profile{counts: []count{test.b}, pub: 10}
			if !test.sameDay {
				q.pub = 11
			}
			if x, y := compareCounts(p, q).weight, compareCounts(q, p).weight; x != test.want || y != test.want {
				t.Errorf("%g and %g, want %g", x, y, test.want)
			}
		})
	}
}

func TestNamesOfPlacesInOtherLetters(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"oldtown", "oldtown", true}, {"al marun", "marun", true}, {"al-marun", "el marun", true}, {"kessab", "kesab", true}, {"darel", "dorel", false},
		{"darelsan", "dorelsen", true}, {"dorelsan", "torelsan", false}, {"", "", false}, {"al", "al", true}, {"oldtown", "newtown", false},
	} {
		if alike(test.a, test.b) != test.want || alike(test.b, test.a) != test.want {
			t.Errorf("%q and %q: want %v", test.a, test.b, test.want)
		}
	}
}

func TestATownThatBothTellOfIsNamedOnce(t *testing.T) {
	town := func(report, place string, at float64, words ...string) *profile {
		x := told(report, "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), place)
		x.Event.Places[0].Lat, x.Event.Places[0].Lon, x.Event.Places[0].Located = at, 20, true
		x.Words = words
		return profileOf(&x)
	}
	e := compareWhere(town("a", "Oldtown", 10, "oldtown", "dorel"), town("b", "Dorel", 14, "oldtown", "dorel"))
	if e.reason != "both tell of Oldtown" || e.weight != 0.4 {
		t.Errorf("got %+v", e)
	}
}
