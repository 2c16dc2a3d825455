package reconcile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"sitrep"
)

// world draws reports of a small war: strikes, battles, talks and truces in a few towns over some weeks, told by several outlets, with what they recall.
func world(rng *rand.Rand, reports int) []sitrep.Telling {
	towns := []sitrep.Place{
		{Name: "Oldtown", Countries: []string{"XXX"}, Lat: 10, Lon: 10, Located: true, Precision: 1, GeoNames: 1},
		{Name: "Newbridge", Countries: []string{"XXX"}, Lat: 10.1, Lon: 10.05, Located: true, Precision: 1, GeoNames: 2},
		{Name: "Highfield", Countries: []string{"XXX"}, Lat: 12, Lon: 11, Located: true, Precision: 1, GeoNames: 3},
		{Name: "Xland", Countries: []string{"XXX"}, Lat: 11, Lon: 11, Located: true, Precision: 6},
	}
	var all []sitrep.Telling
	for r := range reports {
		published := time.Date(2016, 3, 1+rng.IntN(40), 0, 0, 0, 0, time.UTC)
		id := fmt.Sprintf("r%03d", r)
		head := sitrep.ReportHead{ID: id, Outlet: fmt.Sprintf("Outlet %d", rng.IntN(6)), Published: published, Title: "Strike on " + towns[rng.IntN(3)].Name}
		around := drawNames(rng)
		for e := range 1 + rng.IntN(4) {
			t := sitrep.Telling{Key: sitrep.EventKey{Report: id, Event: fmt.Sprintf("e%d", e)}, Report: head, Around: around}
			drawEvent(rng, &t, published, towns)
			t.Event.ID = t.Key.Event
			all = append(all, t)
		}
		if rng.IntN(3) == 0 {
			breach(all)
		}
	}
	return all
}

// recalling are reports of strikes that all recall one war, by other sides and places and some with a figure, and some of them another war.
func recalling(rng *rand.Rand, reports int) []sitrep.Telling {
	land := sitrep.Place{Name: "Yland", Countries: []string{"YYY"}, Lat: 40, Lon: 40, Located: true, Precision: 6}
	var all []sitrep.Telling
	for r := range reports {
		published := time.Date(2016, 5, 1+rng.IntN(300), 0, 0, 0, 0, time.UTC)
		on := sitrep.CivilDateOf(published)
		head := sitrep.ReportHead{ID: fmt.Sprintf("y%03d", r), Outlet: fmt.Sprintf("Outlet %d", rng.IntN(6)), Published: published, Title: "Strike"}
		strike := sitrep.Telling{Key: sitrep.EventKey{Report: head.ID, Event: "e0"}, Report: head, Words: []string{"strike"}, Event: sitrep.Event{ID: "e0", Kind: sitrep.Airstrike,
			Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Basis: sitrep.Told}, Places: []sitrep.Place{land}}}
		since := sitrep.Interval{From: sitrep.CivilDate{Year: 2012}}
		if rng.IntN(4) == 0 {
			since = sitrep.Interval{From: sitrep.CivilDate{Year: 2001}, To: sitrep.CivilDate{Year: 2004}}
		}
		war := sitrep.Telling{Key: sitrep.EventKey{Report: head.ID, Event: "e1"}, Report: head, Words: []string{"war"}, Event: sitrep.Event{ID: "e1", Kind: sitrep.War,
			Status: sitrep.Ongoing, When: since, Places: []sitrep.Place{land}}}
		if rng.IntN(3) == 0 {
			war.Event.Tolls = []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 1000 * (1 + rng.IntN(60)), Qualifier: sitrep.MoreThan, Words: sitrep.Span{Start: 0, End: 9}}}
			war.Quotes = []sitrep.Passage{{Span: sitrep.Span{Start: 0, End: 9}, Words: "some dead"}}
		}
		war.Event.Actors = []sitrep.Actor{{Role: sitrep.Party, Name: "the army", Side: "YYY"}, {Role: sitrep.Party, Name: "rebels", Side: []string{"REBELS", "OTHERS"}[rng.IntN(2)]}}
		if rng.IntN(2) == 0 {
			war.Event.Places = []sitrep.Place{{Name: "Salt Hill", Countries: []string{"YYY"}, Lat: 41, Lon: 40, Located: true, Precision: 1}}
		}
		all = append(all, strike, war)
	}
	return all
}

// breach makes the last event a breach of a ceasefire of its report, where there is one.
func breach(all []sitrep.Telling) {
	last := &all[len(all)-1]
	for i := range all {
		if all[i].Key.Report == last.Key.Report && all[i].Event.Kind == sitrep.Ceasefire && i < len(all)-1 {
			last.Event.Kind, last.Event.Violates = sitrep.Violation, all[i].Key.Event
		}
	}
}

func drawEvent(rng *rand.Rand, t *sitrep.Telling, published time.Time, towns []sitrep.Place) {
	kinds := []sitrep.Kind{sitrep.Airstrike, sitrep.Attack, sitrep.Battle, sitrep.Shelling, sitrep.Talks, sitrep.Ceasefire, sitrep.War, sitrep.Release, sitrep.Territory}
	words := []string{"market", "crowd", "hospital", "convoy", "bridge", "warplan", "helicopter", "school", "prisoner", "general"}
	e := &t.Event
	e.Kind, e.Status, e.News = kinds[rng.IntN(len(kinds))], sitrep.Happened, rng.IntN(3) > 0
	on := sitrep.CivilDateOf(published.AddDate(0, 0, -rng.IntN(4)))
	e.When = sitrep.Interval{From: on, To: on, Basis: sitrep.Told}
	switch rng.IntN(6) {
	case 0:
		e.When = sitrep.Interval{}
	case 1:
		e.When = sitrep.Interval{From: sitrep.CivilDate{Year: on.Year, Month: on.Month}, To: sitrep.CivilDate{Year: on.Year, Month: on.Month}}
	}
	if e.Kind == sitrep.War {
		e.News, e.Status, e.When = false, sitrep.Ongoing, sitrep.Interval{From: sitrep.CivilDate{Year: 2014 + rng.IntN(2)}}
	}
	if rng.IntN(8) > 0 {
		e.Places = []sitrep.Place{towns[rng.IntN(len(towns))]}
	}
	role := [][2]sitrep.Role{{sitrep.Initiator, sitrep.Target}, {sitrep.Party, sitrep.Party}}[rng.IntN(2)]
	e.Actors = []sitrep.Actor{{Role: role[0], Name: "the army", Side: "XXX"}, {Role: role[1], Name: "rebels", Side: []string{"REBELS", "OTHERS"}[rng.IntN(2)]}}
	for range 1 + rng.IntN(5) {
		if w := words[rng.IntN(len(words))]; !slices.Contains(t.Words, w) {
			t.Words = append(t.Words, w)
		}
	}
	if rng.IntN(2) == 0 {
		drawToll(rng, t)
	}
}

// drawNames are names that a report speaks of.
func drawNames(rng *rand.Rand) []string {
	names := []string{"oldtown", "newbridge", "general orr", "the lake council", "mara quill", "route nine", "saint anna", "the salt works"}
	rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	return names[:rng.IntN(len(names))]
}

func drawToll(rng *rand.Rand, t *sitrep.Telling) {
	qualifiers := []sitrep.TollQualifier{sitrep.Exact, sitrep.AtLeast, sitrep.Vague, sitrep.MoreThan}
	sources := []sitrep.Claim{
		{Source: "the Xland Observatory", SourceKind: sitrep.MonitorSource}, {Source: "a hospital in Oldtown", SourceKind: sitrep.MedicalOrRescue},
		{Source: "the defence ministry", Side: "XXX", SourceKind: sitrep.Belligerent}, {Source: "witnesses", SourceKind: sitrep.Witness},
	}
	x := sitrep.Toll{ID: "t1", Harm: []sitrep.Harm{sitrep.Killed, sitrep.Wounded}[rng.IntN(2)], Count: 1 + rng.IntN(60), Qualifier: qualifiers[rng.IntN(len(qualifiers))],
		Civilian: sitrep.Truth(rng.IntN(3)), Words: sitrep.Span{Start: 0, End: 9}}
	if rng.IntN(2) == 0 {
		c := sources[rng.IntN(len(sources))]
		c.ID, c.Stance, c.Content = "c1", sitrep.Assert, []sitrep.Span{{Start: 0, End: 20}}
		t.Claims, x.Claim = []sitrep.Claim{c}, "c1"
	}
	t.Event.Tolls = []sitrep.Toll{x}
	t.Quotes = []sitrep.Passage{{Span: x.Words, Words: "some dead"}}
}
