package event

import (
	"testing"

	"sitrep"
)

func TestCourseOfAFigure(t *testing.T) {
	killed := func(n int) sitrep.Toll { return sitrep.Toll{Harm: sitrep.Killed, Count: n} }
	for _, c := range []struct {
		name           string
		earlier, later sitrep.Toll
		want           string
	}{
		{"the same", killed(12), killed(12), "same"},
		{"a little more", killed(12), killed(14), "killed somewhat more"},
		{"one of many", killed(40), killed(1), "killed far less"},
		{"a war beside an attack", killed(12), killed(6000), "killed far more"},
		{"another harm", killed(12), sitrep.Toll{Harm: sitrep.Wounded, Count: 12}, ""},
		{"no number", killed(12), killed(0), ""},
	} {
		v := &view{Story: &sitrep.Story{Tolls: []sitrep.Toll{c.earlier, c.later}}}
		if got := v.course([]int{0}, []int{1}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOpposed(t *testing.T) {
	actor := func(role sitrep.Role, entity int, side string) []sitrep.Actor {
		return []sitrep.Actor{{Role: role, Entity: entity, Side: side}}
	}
	for _, c := range []struct {
		name string
		a, b []sitrep.Actor
		want bool
	}{
		{"who took the town is driven out", actor(sitrep.Initiator, 1, ""), actor(sitrep.Target, 1, ""), true},
		{"by their side", actor(sitrep.Target, -1, "GOV"), actor(sitrep.Initiator, -1, "GOV"), true},
		{"who took it takes another", actor(sitrep.Initiator, 1, ""), actor(sitrep.Initiator, 1, ""), false},
		{"nobody named", actor(sitrep.Initiator, -1, ""), actor(sitrep.Target, -1, ""), false},
		{"a party of talks", actor(sitrep.Party, 1, "GOV"), actor(sitrep.Target, 1, "GOV"), false},
	} {
		if got := opposed(c.a, c.b); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

func TestLineage(t *testing.T) {
	place := func(name string, within ...string) *sitrep.Place { return &sitrep.Place{Name: name, Within: within} }
	town := place("Ardun", "Northland", "Vale", "Lower Vale")
	for _, c := range []struct {
		name string
		with *sitrep.Place
		want lineage
	}{
		{"the same name", place("Ardun"), onePlace},
		{"its province", place("Vale", "Northland"), inside},
		{"a town of its province", place("Belo", "Northland", "Vale", "Upper Vale"), oneProvince},
		{"a town of its country", place("Caro", "Northland", "Hills"), oneCountry},
		{"abroad", place("Dorn", "Southland", "Vale"), abroad},
		{"nothing known of it", place("Elm"), abroad},
	} {
		if got := lineageOf(town, c.with); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if got := lineageOf(c.with, town); got != c.want {
			t.Errorf("%s, the other way round: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOddsOfPlaces(t *testing.T) {
	s := &sitrep.Story{Toponyms: []sitrep.Toponym{{Place: sitrep.Place{Name: "Ardun"}}, {Place: sitrep.Place{Name: "Belo"}}, {Place: sitrep.Place{Name: "Ardun"}}}}
	v := &view{Story: s, named: map[string]int{"Ardun": 0, "Belo": 1}}
	odds := func(scores ...float64) placeOdds {
		m := &sitrep.EventMention{}
		for i, p := range scores {
			m.PlaceScores = append(m.PlaceScores, sitrep.PlaceScore{Toponym: i, Score: p})
		}
		return v.odds(m)
	}
	twice := odds(0.25, 0.25, 0.5)
	if len(twice) != 2 || twice[0].Score != 0.75 {
		t.Errorf("a name told twice: %v", twice)
	}
	for _, c := range []struct {
		name string
		a, b placeOdds
		want float64
	}{
		{"both at one place", odds(1), twice, 0.75},
		{"at two", odds(1), odds(0, 1), 0},
		{"nothing known", nil, twice, 0},
	} {
		if got := c.a.shared(c.b); got != c.want {
			t.Errorf("%s: %g, want %g", c.name, got, c.want)
		}
	}
}

func TestMarker(t *testing.T) {
	s := &sitrep.Story{Report: &sitrep.Report{}, Doc: &sitrep.Doc{Sentences: []sitrep.Sentence{{Last: 5}}}}
	for _, w := range []struct {
		form, relation string
		head           int
	}{{"troops", "nsubj", 1}, {"withdrew", "root", -1}, {"After", "case", 4}, {"the", "det", 4}, {"fighting", "obl", 1}} {
		s.Tokens = append(s.Tokens, sitrep.Token{Form: w.form, Deprel: w.relation, Head: w.head})
	}
	s.Tree = sitrep.NewTree(s.Doc)
	v := &view{Story: s}
	if got := v.marker(4); got != ":after" {
		t.Errorf("after the fighting: %q", got)
	}
	if got := v.marker(1); got != "" {
		t.Errorf("troops withdrew: %q", got)
	}
}

func TestTheFirstMemberThatTellsATimeTellsTheGroups(t *testing.T) {
	v := &view{Story: &sitrep.Story{Mentions: make([]sitrep.EventMention, 4)}, traits: []trait{{told: untold}, {told: assumed}, {told: "3"}, {told: "7"}}}
	g := &group{unlike: []int{0, 1, 2}}
	if l := v.likeness(3, g); l.told != "3" {
		t.Errorf("the group was %q ago", l.told)
	}
	if l := v.likeness(3, &group{unlike: []int{0, 1}}); l.told != assumed {
		t.Errorf("the group was %q ago", l.told)
	}
}
