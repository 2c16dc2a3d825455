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

func TestAFigureToldTwiceKeepsTheMoreCarefulQualifier(t *testing.T) {
	for _, c := range []struct {
		name                string
		first, second, want sitrep.TollQualifier
	}{
		{"the second is more careful", sitrep.Exact, sitrep.AtLeast, sitrep.AtLeast},
		{"the first is", sitrep.AtLeast, sitrep.Exact, sitrep.AtLeast},
		{"a vague word, then the number", sitrep.Vague, sitrep.AtLeast, sitrep.AtLeast},
	} {
		t.Run(c.name, func(t *testing.T) {
			toll := sitrep.Toll{Harm: sitrep.Wounded, Count: 3, Qualifier: c.first}
			again := toll
			again.Qualifier = c.second
			got := addToll(addToll(nil, toll), again)
			if len(got) != 1 || got[0].Qualifier != c.want {
				t.Errorf("%+v, want one that is %s", got, c.want)
			}
		})
	}
}

func TestAnAttackWithAPlantedExplosiveIsABombing(t *testing.T) {
	for _, c := range []struct {
		weapon, words string
		want          bool
	}{
		{"explosives", "attacked the post with explosives", true},
		{"car bomb", "attacked the gate with a car bomb", true},
		{"rifles", "attacked the post with rifles", false},
		{"bomb", "attacks sent them to bomb shelters", false},
	} {
		if got := planted(c.weapon) && !spared(c.words); got != c.want {
			t.Errorf("%q with %q: got %v", c.words, c.weapon, got)
		}
	}
}
