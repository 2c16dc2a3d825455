package event

import (
	"testing"

	"sitrep"
)

func onDay(d int) sitrep.Interval {
	x := sitrep.CivilDate{Year: 2020, Month: 5, Day: d}
	return sitrep.Interval{From: x, To: x, Precision: sitrep.DayPrecision}
}

func TestOneScene(t *testing.T) {
	town := func(name string) []sitrep.Place { return []sitrep.Place{{Name: name, Precision: 1}} }
	tolls := []sitrep.Toll{{Harm: sitrep.Killed, Count: 5}}
	blast := sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun"), Tolls: tolls}
	for _, c := range []struct {
		name  string
		again sitrep.Event
		trait trait
		want  bool
	}{
		{"told again", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun")}, trait{}, true},
		{"another day", sitrep.Event{Kind: sitrep.Bombing, When: onDay(5), Places: town("Ardun")}, trait{}, false},
		{"another town", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Belo")}, trait{}, false},
		{"another kind", sitrep.Event{Kind: sitrep.Battle, When: onDay(4), Places: town("Ardun")}, trait{}, false},
		{"another blast", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun")}, trait{quantity: " another"}, false},
		{"meanwhile", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun")}, trait{apart: []string{"meanwhile"}}, false},
		{"one more dead", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun"), Tolls: []sitrep.Toll{{Harm: sitrep.Killed, Count: 1}}}, trait{}, false},
		{"in a street of its own", sitrep.Event{Kind: sitrep.Bombing, When: onDay(4), Places: town("Ardun")}, trait{where: []int{0}}, false},
	} {
		v := &view{Story: &sitrep.Story{Toponyms: []sitrep.Toponym{{Place: sitrep.Place{Name: "Mill Street"}}}}, traits: []trait{{}, c.trait}, sentence: []int{2, 5}}
		all := []*standing{{group: &group{members: []int{0}}, event: blast}, {group: &group{members: []int{1}}, event: c.again}}
		joinPairs(all, v.oneScene)
		if all[1].joined != c.want {
			t.Errorf("%s: joined %t", c.name, all[1].joined)
		}
		v.sentence[1], all[1].joined = 2, false
		if joinPairs(all, v.oneScene); all[1].joined {
			t.Errorf("%s: joined with what its own sentence tells beside it", c.name)
		}
	}
}

func TestPartsThatAddUp(t *testing.T) {
	killed := func(word int, counts ...int) []sitrep.Toll {
		var all []sitrep.Toll
		for _, n := range counts {
			all = append(all, sitrep.Toll{Harm: sitrep.Killed, Count: n, HarmToken: word})
		}
		return all
	}
	for _, c := range []struct {
		name         string
		whole, parts []sitrep.Toll
		days         [2]int
		want         bool
	}{
		{"one and three are the four", killed(1, 4), killed(9, 1, 3), [2]int{4, 4}, true},
		{"the sum is told last", killed(1, 50, 2), killed(9, 52), [2]int{4, 4}, true},
		{"another sum", killed(1, 4), killed(9, 2, 3), [2]int{4, 4}, false},
		{"a week apart", killed(1, 4), killed(9, 1, 3), [2]int{4, 11}, false},
		{"three may be chance", killed(1, 3), killed(9, 1, 2), [2]int{4, 4}, false},
		{"in two sentences", killed(1, 4), append(killed(9, 1), killed(20, 3)...), [2]int{4, 4}, false},
		{"a part", []sitrep.Toll{{Harm: sitrep.Killed, Count: 4, Relation: sitrep.PartToll}}, killed(9, 1, 3), [2]int{4, 4}, false},
		{"one figure", killed(1, 4), killed(9, 4), [2]int{4, 4}, false},
	} {
		all := []*standing{{group: &group{members: []int{0}}, event: sitrep.Event{Kind: sitrep.Battle, When: onDay(c.days[0]), Tolls: c.whole}},
			{group: &group{members: []int{1}}, event: sitrep.Event{Kind: sitrep.Attack, When: onDay(c.days[1]), Tolls: c.parts}}}
		joinPairs(all, summed)
		if all[1].joined != c.want {
			t.Errorf("%s: joined %t", c.name, all[1].joined)
		}
	}
}

// TestFigureOfAWeakGroup: a figure that cannot stand alone goes to the violence told of just before it.
func TestFigureOfAWeakGroup(t *testing.T) {
	v := &view{sentence: []int{3, 4, 9}}
	raid := &standing{group: &group{members: []int{0}, family: "violence"}, event: sitrep.Event{Kind: sitrep.Airstrike, When: onDay(4)}}
	weak := func(member int, d int) *standing {
		return &standing{group: &group{members: []int{member}, family: "violence"}, event: sitrep.Event{Kind: sitrep.Attack, When: onDay(d), Tolls: []sitrep.Toll{{Count: 30}}}}
	}
	for name, c := range map[string]struct {
		weak *standing
		want bool
	}{
		"the next sentence": {weak(1, 4), true}, "another day": {weak(1, 14), false}, "far below": {weak(2, 4), false},
	} {
		if got := v.lastTold([]*standing{raid}, c.weak); (got == raid) != c.want || !c.weak.counts() {
			t.Errorf("%s: %v", name, got)
		}
	}
}
