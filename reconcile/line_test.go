package reconcile

import (
	"fmt"
	"slices"
	"testing"

	"sitrep"
)

func TestLines(t *testing.T) {
	of := func(n int, side string, civilian sitrep.Truth) sitrep.Toll {
		return sitrep.Toll{Harm: sitrep.Killed, Count: n, Qualifier: sitrep.Exact, Side: side, Civilian: civilian}
	}
	part := func(x sitrep.Toll) sitrep.Toll { x.Relation = sitrep.PartToll; return x }
	wounded := func(x sitrep.Toll) sitrep.Toll { x.Harm = sitrep.Wounded; return x }
	const unknown, civilians, forces = sitrep.NotKnown, sitrep.True, sitrep.False
	for _, test := range []struct {
		name  string
		tolls []sitrep.Toll
		want  []string // harm, side, civilian, best
	}{
		{"forces of two sides", []sitrep.Toll{of(4, "XXX", forces), of(6, "REBELS", forces)}, []string{"killed REBELS false 6", "killed XXX false 4"}},
		{"civilians and forces of one state", []sitrep.Toll{of(4, "XXX", forces), of(6, "XXX", civilians)}, []string{"killed XXX true 6", "killed XXX false 4"}},
		{"nothing told beside forces", []sitrep.Toll{of(4, "XXX", forces), of(6, "", unknown)}, []string{"killed  null 6", "killed XXX false 4"}},
		{"civilians alone", []sitrep.Toll{of(4, "XXX", civilians)}, []string{"killed XXX true 4"}},
		{"civilians, and the same people of whom nothing is told", []sitrep.Toll{of(4, "XXX", civilians), of(6, "", unknown)}, []string{"killed  null 6"}},
		{"forces harmed in another way part nothing", []sitrep.Toll{wounded(of(9, "XXX", forces)), of(4, "XXX", civilians), of(6, "", unknown)},
			[]string{"killed  null 6", "wounded XXX false 9"}},
		{"civilians of two countries", []sitrep.Toll{of(3, "XXX", civilians), of(2, "YYY", civilians)}, []string{"killed XXX true 3", "killed YYY true 2"}},
		{"civilians of two countries and all of them", []sitrep.Toll{of(5, "", unknown), of(3, "XXX", civilians), of(2, "YYY", civilians)},
			[]string{"killed  null 5", "killed XXX true 3", "killed YYY true 2"}},
		{"one of them is a part", []sitrep.Toll{of(5, "XXX", civilians), part(of(2, "YYY", civilians))}, []string{"killed XXX true 5"}},
		{"a state's people in a strike are no forces", []sitrep.Toll{of(3, "XXX", unknown)}, []string{"killed  null 3"}},
		{"an armed group's people are", []sitrep.Toll{of(3, "REBELS", unknown)}, []string{"killed REBELS false 3"}},
		{"so are those of one with a short name", []sitrep.Toll{of(3, "SDF", unknown)}, []string{"killed SDF false 3"}},
		{"killed, wounded and casualties", []sitrep.Toll{of(3, "", unknown), wounded(of(8, "", unknown)), {Harm: sitrep.Casualties, Count: 11, Qualifier: sitrep.Exact}},
			[]string{"killed  null 3", "wounded  null 8", "casualties  null 11"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var says []say
			for _, x := range test.tolls {
				says = append(says, say{"a", "2016-03-12", monitor, x})
			}
			var got []string
			for _, l := range incidentOf(t, says).Tally {
				got = append(got, fmt.Sprint(l.Harm, " ", l.Side, " ", map[sitrep.Truth]string{unknown: "null", civilians: "true", forces: "false"}[l.Civilian], " ", l.Best))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestWhoFallsInABattleIsTakenForTheSideThatHeFightsFor(t *testing.T) {
	x := &sitrep.Toll{Harm: sitrep.Killed, Count: 3, Side: "XXX"}
	for kind, want := range map[sitrep.Kind]line{sitrep.Battle: {sitrep.Killed, "XXX", sitrep.False}, sitrep.Shelling: {sitrep.Killed, "", sitrep.NotKnown}} {
		if got := lineOf(x, &sitrep.Event{Kind: kind}); got != want {
			t.Errorf("in a %s: %+v, want %+v", kind, got, want)
		}
	}
}
