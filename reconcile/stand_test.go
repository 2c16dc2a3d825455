package reconcile

import (
	"fmt"
	"slices"
	"testing"

	"sitrep"
)

func warOf(id string, from sitrep.CivilDate, side string, places ...sitrep.Place) *profile {
	return profileOf(&sitrep.Telling{Key: sitrep.EventKey{Report: id, Event: "e"}, Event: sitrep.Event{Kind: sitrep.War, Status: sitrep.Ongoing, When: sitrep.Interval{From: from},
		Places: places, Actors: []sitrep.Actor{{Role: sitrep.Party, Name: "the army", Side: "YYY"}, {Role: sitrep.Party, Name: "rebels", Side: side}}}})
}

// A country has one war that began in a year, however it is told; what has the same signature has the same keys, so that it is found wherever one of it is.
func TestAWarIsKnownByItsCountryAndYear(t *testing.T) {
	land := sitrep.Place{Name: "Yland", Countries: []string{"YYY"}, Precision: 6}
	hill := sitrep.Place{Name: "Salt Hill", Countries: []string{"YYY"}, Located: true, Lat: 1, Lon: 1, Precision: 1}
	year := sitrep.CivilDate{Year: 2012}
	first := warOf("a", year, "REBELS", land)
	for _, c := range []struct {
		name string
		war  *profile
		same bool
	}{
		{"other sides", warOf("b", year, "OTHERS", land), true},
		{"a town", warOf("b", year, "REBELS", hill), true},
		{"a month", warOf("b", sitrep.CivilDate{Year: 2012, Month: 3}, "REBELS", land), true},
		{"another year", warOf("b", sitrep.CivilDate{Year: 2001}, "REBELS", land), false},
		{"no year", warOf("b", sitrep.CivilDate{}, "REBELS", land), false},
	} {
		if same := c.war.signature() == first.signature(); same != c.same {
			t.Errorf("%s: one signature %v, want %v", c.name, same, c.same)
		}
		if c.same && !slices.Equal(first.keys(), c.war.keys()) {
			t.Errorf("%s: keys %v, want %v", c.name, c.war.keys(), first.keys())
		}
	}
	if a, b := warOf("a", sitrep.CivilDate{}, "REBELS", land), warOf("b", sitrep.CivilDate{}, "OTHERS", land); a.signature() == b.signature() {
		t.Error("wars without a year and of other sides have one signature")
	}
}

func TestHowManyStand(t *testing.T) {
	for _, c := range []struct {
		name            string
		figures, others int
		stand           int  // 0 for each by itself
		figure          bool // whether any one more with a figure would be among the few
	}{
		{"too few", 3, plain - 4, 0, false},
		{"none with a figure", 0, plain + 5, plain, true},
		{"few with a figure", 2, plain + 5, plain, true},
		{"as many with a figure as stand", plain, 5, plain, true},
		{"more with a figure", plain + 3, 5, plain + 3, true},
		{"all that may stand with a figure", standing + 9, 5, standing, false},
	} {
		var list []*profile
		for i := range c.figures + c.others {
			p := warOf(fmt.Sprint("r", i), sitrep.CivilDate{Year: 2012}, "REBELS")
			if i < c.figures {
				p.t.Event.Tolls = []sitrep.Toll{{Count: 5}}
			}
			list = append(list, p)
		}
		slices.SortFunc(list, func(a, b *profile) int { return int(rank(a.t)>>32) - int(rank(b.t)>>32) })
		u := unitOf(list)
		if u == nil {
			if c.stand != 0 {
				t.Errorf("%s: each stands for itself", c.name)
			}
			continue
		}
		last := int64(noFigure - 1) // the last of those with a figure
		if len(u.few) != c.stand || u.bar >= last != c.figure {
			t.Errorf("%s: %d stand, bar %x; want %d, one more with a figure %v", c.name, len(u.few), u.bar, c.stand, c.figure)
		}
	}
}

// What many recall has the id of the first of those that stand for it, and lasts as long as most of them say, whatever else is told to belong to it.
func TestWhatManyRecallKeepsItsIDAndTime(t *testing.T) {
	land := sitrep.Place{Name: "Yland", Countries: []string{"YYY"}, Precision: 6}
	var many []*profile
	for i := range plain {
		many = append(many, warOf(fmt.Sprintf("m%02d", i), sitrep.CivilDate{Year: 2012}, "REBELS", land))
	}
	onADay := warOf("a", sitrep.CivilDate{Year: 2015, Month: 3, Day: 4}, "REBELS", land)
	onADay.t.Event.When.To, onADay.t.Event.News = onADay.t.Event.When.From, true
	onADay = profileOf(onADay.t)
	began := warOf("b", sitrep.CivilDate{Year: 2012, Month: 2, Day: 9}, "REBELS", land)
	first := ranked(many)[0].t.Key
	for _, c := range []struct {
		name  string
		group []*profile
		id    sitrep.EventKey
		from  sitrep.CivilDate
	}{
		{"many", many, first, sitrep.CivilDate{Year: 2012}},
		{"many, and a day of it", append([]*profile{onADay}, many...), first, sitrep.CivilDate{Year: 2012}},
		{"many, and the day on which it began", append([]*profile{began}, many...), first, sitrep.CivilDate{Year: 2012}},
		{"few, and the day on which it began", append([]*profile{began}, many[1:]...), began.t.Key, sitrep.CivilDate{Year: 2012, Month: 2, Day: 9}},
		{"too few", append([]*profile{onADay}, many[1:]...), onADay.t.Key, sitrep.CivilDate{Year: 2012}},
		{"a day alone", []*profile{onADay}, onADay.t.Key, onADay.t.Event.When.From},
	} {
		in := assemble(c.group, nil)
		if in.ID != IncidentID(c.id) || in.When.From != c.from {
			t.Errorf("%s: %s from %s, want %s (of %s) from %s", c.name, in.ID, in.When.From, IncidentID(c.id), c.id.Report, c.from)
		}
	}
}
