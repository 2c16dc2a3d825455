package reconcile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sitrep"
)

// crowd draws reports of a few dense days in some countries, each with a dozen towns: most of what they tell has much beside it that is like it.
func crowd(rng *rand.Rand, reports, countries int) [][]sitrep.Telling {
	begin := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC)
	var all [][]sitrep.Telling
	for r := range reports {
		at := begin.AddDate(0, 0, rng.IntN(12))
		head := sitrep.ReportHead{ID: fmt.Sprintf("r%04d", r), SHA256: fmt.Sprint("s", r), Outlet: fmt.Sprintf("Outlet %d", rng.IntN(60)), Published: at, Title: "Strike on a " + crowdWords[rng.IntN(len(crowdWords))]}
		country := fmt.Sprintf("C%02d", rng.IntN(countries))
		var events []sitrep.Telling
		for e := range 1 + rng.IntN(5) {
			t := sitrep.Telling{Key: sitrep.EventKey{Report: head.ID, Event: fmt.Sprintf("e%d", e)}, Report: head, Event: crowdEvent(rng, country, at)}
			t.Event.ID = t.Key.Event
			for range 3 {
				t.Words = append(t.Words, crowdWords[rng.IntN(len(crowdWords))])
			}
			events = append(events, t)
		}
		all = append(all, events)
	}
	return all
}

var crowdWords = []string{"market", "crowd", "hospital", "convoy", "bridge", "plan", "helicopter", "school", "prisoner", "general", "harbour", "mill", "square", "checkpoint", "road"}

// crowdEvent is news of these days, or recalls one of three wars of the country.
func crowdEvent(rng *rand.Rand, country string, at time.Time) sitrep.Event {
	sides := []sitrep.Actor{{Role: sitrep.Party, Name: "the army", Side: country}, {Role: sitrep.Party, Name: "rebels", Side: "REBELS_" + country}}
	if rng.IntN(5) == 0 {
		return sitrep.Event{Kind: sitrep.War, Status: sitrep.Ongoing, When: sitrep.Interval{From: sitrep.CivilDate{Year: 2008 + rng.IntN(3)}}, Actors: sides,
			Places: []sitrep.Place{{Name: "Land " + country, Countries: []string{country}, Precision: 6}}}
	}
	kinds := []sitrep.Kind{sitrep.Airstrike, sitrep.Attack, sitrep.Battle, sitrep.Shelling, sitrep.Talks, sitrep.Ceasefire, sitrep.Release}
	on, town := sitrep.CivilDateOf(at.AddDate(0, 0, -rng.IntN(3))), rng.IntN(12)
	return sitrep.Event{Kind: kinds[rng.IntN(len(kinds))], Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Basis: sitrep.Told}, Actors: sides,
		Places: []sitrep.Place{{Name: fmt.Sprintf("Town %d %s", town, country), Countries: []string{country}, Lat: float64(town), Lon: float64(country[2] - '0'), Located: true, Precision: 1}}}
}

// Where most of a day hangs together only a part of it is made anew with a report, and it comes to the same as when all are joined at once.
func TestDenseDaysComeToTheSameStepByStep(t *testing.T) {
	reports := 900
	if testing.Short() {
		reports = 300
	}
	rng := rand.New(rand.NewPCG(1, 1))
	book := newShelf()
	var all []sitrep.Telling
	for n, events := range crowd(rng, reports, 4) {
		all = append(all, events...)
		book.file(events...)
		if rng.IntN(3) == 0 {
			settleAll(t, book)
		}
		if (n+1)%(reports/3) == 0 {
			settleAll(t, book)
			if got, want := recordOf(t, book.all()), recordOf(t, All(slices.Clone(all), nil)); got != want {
				differ(t, fmt.Sprintf("after %d reports", n+1), want, got)
			}
		}
	}
}

// street draws a strike a day in one town: each is like those of the day before and after, so that all hang together.
func street(rng *rand.Rand, strikes int) []sitrep.Telling {
	var all []sitrep.Telling
	for n := range strikes {
		all = append(all, strikeOn(rng, fmt.Sprintf("r%04d", n), n))
	}
	return all
}

func strikeOn(rng *rand.Rand, report string, day int) sitrep.Telling {
	at := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day)
	on := sitrep.CivilDateOf(at)
	t := sitrep.Telling{Key: sitrep.EventKey{Report: report, Event: "e"}, Report: sitrep.ReportHead{ID: report, SHA256: report, Outlet: report, Published: at, Title: "Strike"},
		Event: sitrep.Event{ID: "e", Kind: sitrep.Airstrike, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Basis: sitrep.Told},
			Places: []sitrep.Place{{Name: "Town", Countries: []string{"XXX"}, Lat: 1, Lon: 1, Located: true, Precision: 1}}}}
	for _, w := range rng.Perm(len(crowdWords))[:5+rng.IntN(6)] {
		t.Words = append(t.Words, crowdWords[w])
	}
	return t
}

// A report makes anew what it changes, not all that hangs together with it.
func TestAReportTouchesItsNeighbourhoodAlone(t *testing.T) {
	const strikes, more = 300, 30
	rng := rand.New(rand.NewPCG(4, 4))
	all := street(rng, strikes)
	if n := len(newGraph(profilesOf(all), judgementsOf(nil), nil).edges); n < strikes {
		t.Fatalf("%d strikes are alike in %d pairs: they do not hang together", strikes, n)
	}
	book := newShelf()
	book.file(all...)
	settleAll(t, book)
	made := 0
	for n := range more {
		one := strikeOn(rng, fmt.Sprintf("s%04d", n), rng.IntN(strikes))
		all = append(all, one)
		book.file(one)
		r, err := Reconcile(t.Context(), book, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		made += r.Put
		settleAll(t, book)
	}
	if made > 10*more {
		t.Errorf("%d reports made %d incidents anew", more, made)
	}
	if got, want := recordOf(t, book.all()), recordOf(t, All(all, nil)); got != want {
		differ(t, "after all", want, got)
	}
	t.Logf("%d reports made %d incidents anew", more, made)
}

func profilesOf(tellings []sitrep.Telling) (out []*profile) {
	for i := range tellings {
		out = append(out, profileOf(&tellings[i]))
	}
	return out
}
