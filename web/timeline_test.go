package web

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/casebook"
)

func TestTimelineChoosesItsUnit(t *testing.T) {
	for name, c := range map[string]struct {
		days []casebook.Count
		unit string
		bars int
	}{
		"days":                   {[]casebook.Count{{Value: "2016-04-01", N: 2}, {Value: "2016-04-03", N: 1}}, "day", 2},
		"weeks":                  {[]casebook.Count{{Value: "2016-01-04", N: 1}, {Value: "2016-01-05", N: 1}, {Value: "2016-11-30", N: 4}}, "week", 2},
		"months":                 {[]casebook.Count{{Value: "2012", N: 1}, {Value: "2014-03", N: 1}, {Value: "2016-04-03", N: 1}}, "month", 3},
		"years":                  {[]casebook.Count{{Value: "1948", N: 9}, {Value: "1967-06", N: 9}, {Value: "2016-04-03", N: 9}}, "year", 3},
		"one day":                {[]casebook.Count{{Value: "2016-04-01", N: 7}}, "day", 1},
		"what is no date":        {[]casebook.Count{{Value: "", N: 3}, {Value: "2016-04-01", N: 7}}, "day", 1},
		"nothing with any dates": {[]casebook.Count{{Value: "", N: 3}}, "", 0},
	} {
		got := newTimeline(c.days, state{path: "/"})
		if got.Unit != c.unit || len(got.Bars) != c.bars {
			t.Errorf("%s: unit %q, %d bars", name, got.Unit, len(got.Bars))
		}
	}
}

func TestTimelineCountsEverythingOnce(t *testing.T) {
	var days []casebook.Count
	total := 0
	for d := 1; d <= 28; d++ {
		for m := 1; m <= 12; m += 3 {
			days = append(days, casebook.Count{Value: fmt.Sprintf("2016-%02d-%02d", m, d), N: d})
		}
	}
	days = sortedDays(days)
	for _, d := range days {
		total += d.N
	}
	got := 0
	for _, b := range newTimeline(days, state{path: "/"}).Bars {
		got += b.N
		if b.X < 0 || b.X+b.W > 100.01 || b.H <= 0 || b.Y < 0 {
			t.Errorf("bar %+v", b)
		}
	}
	if got != total {
		t.Errorf("%d of %d", got, total)
	}
}

func sortedDays(days []casebook.Count) []casebook.Count {
	out := map[string]int{}
	for _, d := range days {
		out[d.Value] = d.N
	}
	var list []casebook.Count
	for m := 1; m <= 12; m++ {
		for d := 1; d <= 31; d++ {
			if v := fmt.Sprintf("2016-%02d-%02d", m, d); out[v] > 0 {
				list = append(list, casebook.Count{Value: v, N: out[v]})
			}
		}
	}
	return list
}

// A report that recalls a war of long ago does not make the days of this week invisible, and is told of.
func TestTimelineBeginsWhereMostIs(t *testing.T) {
	days := []casebook.Count{{Value: "1964", N: 1}, {Value: "1990", N: 2}, {Value: "2016-04-01", N: 20}, {Value: "2016-04-02", N: 30}}
	got := newTimeline(days, state{path: "/"})
	if got.Unit != "day" || got.EarlierN != 3 || !strings.Contains(got.Earlier.Href, "to=2016-03-31") {
		t.Errorf("unit %s, %d earlier by %s", got.Unit, got.EarlierN, got.Earlier.Href)
	}
	if limited := newTimeline(days, stateOf(t, "/?from=1960")); limited.EarlierN != 0 {
		t.Error("a time that was asked for is cut")
	}
}

// A report that speaks of a year far ahead does not make the days of this week invisible either, and is told of. Plans of next year stay.
func TestTimelineEndsWhereMostIs(t *testing.T) {
	days := []casebook.Count{{Value: "2016-04-01", N: 200}, {Value: "2016-04-02", N: 300}, {Value: "2416", N: 1}}
	got := newTimeline(days, state{path: "/"})
	if got.Unit != "day" || got.LaterN != 1 || !strings.Contains(got.Later.Href, "from=2416-01-01") {
		t.Errorf("unit %s, %d later by %s", got.Unit, got.LaterN, got.Later.Href)
	}
	if asked := newTimeline(days, stateOf(t, "/?to=2500")); asked.LaterN != 0 {
		t.Error("a time that was asked for is cut")
	}
	for name, days := range map[string][]casebook.Count{
		"a plan of next year": {{Value: "2016-04-01", N: 500}, {Value: "2017-06", N: 1}},
		"many far ahead":      {{Value: "2016-04-01", N: 500}, {Value: "2030", N: 10}},
		"a single day":        {{Value: "2416", N: 1}},
	} {
		if got := newTimeline(days, state{path: "/"}); got.LaterN != 0 || len(got.Bars) != len(days) {
			t.Errorf("%s: %d later, %d bars", name, got.LaterN, len(got.Bars))
		}
	}
}

// Whoever has chosen a time sees what lies around it, finer than before, and where it lies in it.
func TestTimelineOfAChosenTime(t *testing.T) {
	days := []casebook.Count{{Value: "1964", N: 1}, {Value: "2015-06-01", N: 4}, {Value: "2016-03-30", N: 2}, {Value: "2016-04-02", N: 30}, {Value: "2016-04-20", N: 1}, {Value: "2019-04-02", N: 5}}
	for address, want := range map[string]string{
		"/":                               "month 3 5 0",
		"/?from=2016-04-01&to=2016-04-03": "day 2 5 6",
		"/?from=2016&to=2016":             "week 3 1 5",
		"/?from=2016-04-01":               "month 4 1 0",
		"/?to=1970":                       "day 1 0 42",
		"/?from=2017&to=2017":             "week 2 5 5",
		"/?from=1990&to=1990":             "year 4 0 0",
	} {
		got := newTimeline(days, stateOf(t, address))
		if is := fmt.Sprint(got.Unit, " ", len(got.Bars), " ", got.EarlierN, " ", got.LaterN); is != want {
			t.Errorf("%s: %s, want %s", address, is, want)
		}
		if chosen := address != "/"; chosen != (got.Chosen.W > 0) {
			t.Errorf("%s: chosen %+v", address, got.Chosen)
		}
	}
	got := newTimeline(days, stateOf(t, "/?kind=battle&from=2016-04-01&to=2016-04-03"))
	if got.Chosen.X != 40 || got.Chosen.W != 60 {
		t.Errorf("the chosen time stands at %+v", got.Chosen)
	}
	if got.Earlier.Href != "/?kind=battle&to=2016-03-29" || got.Later.Href != "/?from=2016-04-20&kind=battle" {
		t.Errorf("earlier by %s, later by %s", got.Earlier.Href, got.Later.Href)
	}
}
