package reconcile

import (
	"testing"

	"sitrep"
)

// event is a telling of something with sides, on days, at a place.
func event(report string, kind sitrep.Kind, when sitrep.Interval, place *sitrep.Place, sides ...string) *profile {
	x := told(report, "e1", "2016-03-20", kind, sitrep.CivilDate{}, "")
	x.Event.When = when
	if place != nil {
		x.Event.Places = []sitrep.Place{*place}
	}
	for _, s := range sides {
		role := sitrep.Party
		if oneSided(kind) {
			role = sitrep.Initiator
		}
		x.Event.Actors = append(x.Event.Actors, sitrep.Actor{Role: role, Name: s, Side: s})
	}
	return profileOf(&x)
}

func mediated(p *profile, by string) *profile {
	x := *p.t
	x.Event.Actors = append(x.Event.Actors[:len(x.Event.Actors):len(x.Event.Actors)], sitrep.Actor{Role: sitrep.Mediator, Name: by, Side: by})
	return profileOf(&x)
}

func TestParts(t *testing.T) {
	const degree = 111.195
	town := func(km float64) *sitrep.Place {
		return &sitrep.Place{Name: "Oldtown " + string(rune('A'+int(km))), Countries: []string{"XXX"}, Lat: km / degree, Lon: 10, Located: true, Precision: 2}
	}
	hills := &sitrep.Place{Name: "The Hills", Countries: []string{"XXX"}, Lat: 0, Lon: 10, Located: true, Precision: 4}
	land := &sitrep.Place{Name: "Xland", Countries: []string{"XXX"}, Lat: 3, Lon: 10, Located: true, Precision: 6}
	other := &sitrep.Place{Name: "Yland", Countries: []string{"YYY"}, Lat: 3, Lon: 10, Located: true, Precision: 6}
	since := sitrep.Interval{From: day(2016, 3, 1)}
	days := between(day(2016, 3, 10), day(2016, 3, 14))
	const war, battle, strike, shelling, abduction = sitrep.War, sitrep.Battle, sitrep.Airstrike, sitrep.Shelling, sitrep.Abduction
	for _, test := range []struct {
		name        string
		part, whole *profile
		want        bool
	}{
		{"a strike in a war", event("a", strike, onDay(2016, 3, 12), town(0), "XXX"), event("b", war, since, land, "XXX", "REBELS"), true},
		{"on its first day", event("a", strike, onDay(2016, 3, 1), town(0), "XXX"), event("b", war, since, land, "XXX", "REBELS"), true},
		{"before it", event("a", strike, onDay(2016, 2, 29), town(0), "XXX"), event("b", war, since, land, "XXX", "REBELS"), false},
		{"in another country", event("a", strike, onDay(2016, 3, 12), town(0), "XXX"), event("b", war, since, other, "XXX", "REBELS"), false},
		{"of others", event("a", strike, onDay(2016, 3, 12), town(0), "ZZZ"), event("b", war, since, land, "XXX", "REBELS"), false},
		{"of nobody told", event("a", strike, onDay(2016, 3, 12), town(0)), event("b", war, since, land, "XXX", "REBELS"), true},
		{"a day of a battle", event("a", shelling, onDay(2016, 3, 14), town(0), "XXX"), event("b", battle, days, town(0), "XXX", "REBELS"), true},
		{"the day after it", event("a", shelling, onDay(2016, 3, 15), town(0), "XXX"), event("b", battle, days, town(0), "XXX", "REBELS"), false},
		{"14 km away", event("a", shelling, onDay(2016, 3, 14), town(14.9), "XXX"), event("b", battle, days, town(0), "XXX", "REBELS"), true},
		{"15 km away", event("a", shelling, onDay(2016, 3, 14), town(15.1), "XXX"), event("b", battle, days, town(0), "XXX", "REBELS"), false},
		{"in a region, 119 km", event("a", shelling, onDay(2016, 3, 14), town(119), "XXX"), event("b", battle, days, hills, "XXX", "REBELS"), true},
		{"in a region, 121 km", event("a", shelling, onDay(2016, 3, 14), town(121), "XXX"), event("b", battle, days, hills, "XXX", "REBELS"), false},
		{"an abduction is no part of a battle", event("a", abduction, onDay(2016, 3, 12), town(0), "XXX"), event("b", battle, days, town(0), "XXX", "REBELS"), false},
		{"a day's strike in days of strikes", event("a", strike, onDay(2016, 3, 12), town(0), "XXX"), event("b", strike, days, town(0), "XXX"), true},
		{"in those that are laid at nobody's door", event("a", strike, onDay(2016, 3, 12), town(0)), event("b", strike, days, town(0), "XXX"), false},
		{"a strike is no part of shelling", event("a", strike, onDay(2016, 3, 12), town(0), "XXX"), event("b", shelling, days, town(0), "XXX"), false},
		{"nothing is a part of what is no longer", event("a", strike, days, town(0), "XXX"), event("b", strike, days, town(0), "XXX"), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := isPart(test.part, test.whole); got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestWhatFollows(t *testing.T) {
	const talks, truce, deal, breach, strike = sitrep.Talks, sitrep.Ceasefire, sitrep.Agreement, sitrep.Violation, sitrep.Airstrike
	of := func(report string, kind sitrep.Kind, when sitrep.Interval) *profile {
		return event(report, kind, when, nil, "XXX", "REBELS")
	}
	first := onDay(2016, 3, 1)
	for _, test := range []struct {
		name         string
		later, first *profile
		want         bool
	}{
		{"a truce from talks", of("b", truce, onDay(2016, 3, 3)), of("a", talks, first), true},
		{"45 days later", of("b", truce, onDay(2016, 4, 15)), of("a", talks, first), true},
		{"46 days later", of("b", truce, onDay(2016, 4, 16)), of("a", talks, first), false},
		{"before the talks", of("b", truce, onDay(2016, 2, 29)), of("a", talks, first), false},
		{"of one side in common", event("b", truce, onDay(2016, 3, 3), nil, "XXX", "OTHERS"), of("a", talks, first), false},
		{"by another mediator", mediated(of("b", truce, onDay(2016, 3, 3)), "NOR"), mediated(of("a", talks, first), "CHE"), false},
		{"by the same one", mediated(of("b", truce, onDay(2016, 3, 3)), "NOR"), mediated(of("a", talks, first), "NOR"), true},
		{"talks from a truce do not", of("b", talks, onDay(2016, 3, 3)), of("a", truce, first), false},
		{"a deal from a truce does not", of("b", deal, onDay(2016, 3, 3)), of("a", truce, first), false},
		{"a breach from a truce", of("b", breach, onDay(2016, 3, 3)), of("a", truce, first), true},
		{"a strike from a truce does not", of("b", strike, onDay(2016, 3, 3)), of("a", truce, first), false},
		{"the next round of talks", of("b", talks, onDay(2016, 3, 2)), of("a", talks, first), true},
		{"the same day", of("b", talks, first), of("a", talks, first), false},
		{"400 days later", of("b", talks, onDay(2017, 4, 5)), of("a", talks, first), true},
		{"401 days later", of("b", talks, onDay(2017, 4, 6)), of("a", talks, first), false},
		{"a round whose time nobody tells", of("b", talks, sitrep.Interval{}), of("a", talks, first), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := followsFrom(test.later, test.first); got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}
