package event

import (
	"testing"

	"sitrep"
)

func TestRetoldJoinsGroupsThatTellOneFigure(t *testing.T) {
	day := func(d int) sitrep.Interval {
		x := sitrep.CivilDate{Year: 2020, Month: 5, Day: d}
		return sitrep.Interval{From: x, To: x}
	}
	dead := func(n int, q sitrep.TollQualifier) []sitrep.Toll {
		return []sitrep.Toll{{Harm: sitrep.Killed, Count: n, Qualifier: q}}
	}
	blast := sitrep.Event{Kind: sitrep.Bombing, When: day(4), Tolls: dead(40, sitrep.AtLeast)}
	for _, c := range []struct {
		name  string
		again sitrep.Event
		want  bool
	}{
		{"told again", sitrep.Event{Kind: sitrep.Attack, When: day(4), Tolls: dead(40, sitrep.Exact)}, true},
		{"at a time not told", sitrep.Event{Kind: sitrep.Attack, Tolls: dead(40, sitrep.Exact)}, true},
		{"another figure", sitrep.Event{Kind: sitrep.Attack, When: day(4), Tolls: dead(41, sitrep.Exact)}, false},
		{"a week later", sitrep.Event{Kind: sitrep.Attack, When: day(11), Tolls: dead(40, sitrep.Exact)}, false},
		{"another family", sitrep.Event{Kind: sitrep.Displacement, When: day(4), Tolls: dead(40, sitrep.Exact)}, false},
		{"a vague word", sitrep.Event{Kind: sitrep.Attack, When: day(4), Tolls: dead(40, sitrep.Vague)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := []*standing{{group: &group{members: []int{0, 2}}, event: blast}, {group: &group{members: []int{1}}, event: c.again}}
			(&view{}).retold(all)
			if got := all[1].joined; got != c.want || c.want && len(all[0].members) != 3 {
				t.Errorf("joined %v, members %v", got, all[0].members)
			}
		})
	}
	small := []*standing{{group: &group{members: []int{0}}, event: sitrep.Event{Kind: sitrep.Attack, Tolls: dead(4, sitrep.Exact)}},
		{group: &group{members: []int{1}}, event: sitrep.Event{Kind: sitrep.Attack, Tolls: dead(4, sitrep.Exact)}}}
	if (&view{}).retold(small); small[1].joined {
		t.Error("two happenings may have four dead each")
	}
}
