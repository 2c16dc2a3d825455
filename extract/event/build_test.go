package event

import (
	"testing"

	"sitrep"
)

func TestATimeThatIsToldBeatsAnAssumedOne(t *testing.T) {
	told := sitrep.Interval{From: sitrep.CivilDate{Year: 2020, Month: 5, Day: 1}, Basis: sitrep.Resolved}
	assumed := sitrep.Interval{From: sitrep.CivilDate{Year: 2020, Month: 5, Day: 6}, Basis: sitrep.Assumed}
	for name, c := range map[string]struct {
		told, assumed float64
		want          sitrep.Interval
	}{
		"a little less sure": {0.7, 0.8, told},
		"much less sure":     {0.3, 0.9, assumed},
		"surer":              {0.8, 0.7, told},
	} {
		s := &sitrep.Story{Mentions: []sitrep.EventMention{{When: assumed, WhenScore: c.assumed}, {When: told, WhenScore: c.told}}}
		if got := whenOf(&view{Story: s}, []int{0, 1}); got.From != c.want.From {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
