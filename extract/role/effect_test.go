package role_test

import (
	"testing"

	"sitrep"
)

// What became of a thing that was hit is what the words say, and no more.
func TestEffectsOfWhatWasHit(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       sitrep.Effect
	}{
		{"Rebels *bombed a bridge on Monday.", "bridge", ""},
		{"Rebels *blew up a public bus on Monday.", "public bus", sitrep.Destroyed},
		{"A *bomb destroyed the town hall on Monday.", "town hall", sitrep.Destroyed},
		{"A *bomb could have destroyed the town hall on Monday.", "town hall", ""},
		{"Rebels *attacked a school, causing damage to the school.", "school", sitrep.Damaged},
		{"A *bomb exploded at a bank, and the bank was not damaged.", "bank", sitrep.Undamaged},
		{"A *bomb exploded at a bank, and the bank was badly damaged.", "bank", sitrep.Damaged},
	} {
		found := false
		for _, a := range happening(t, sitrep.Bombing, c.text) {
			if a.Role == sitrep.Target && a.Kind == sitrep.ThingEntity {
				if found = true; a.Effect != c.want {
					t.Errorf("%q: %s is %q; want %q", c.text, a.Name, a.Effect, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: nothing was hit; want %s", c.text, c.name)
		}
	}
}

// People who suffer have no such effect, and who burns something does it.
func TestWhoBurnsSomethingDoesIt(t *testing.T) {
	all := happening(t, sitrep.Attack, "Guerrillas *burned two trucks on Monday.")
	if count(all, sitrep.Target, "") != 1 || all[0].Role == all[len(all)-1].Role {
		t.Errorf("%+v", all)
	}
}

func TestThingsThatWereHitAreCounted(t *testing.T) {
	for text, want := range map[string]sitrep.Actor{
		"Rebels *bombed a bridge on Monday.":                   {},
		"Rebels *bombed three bridges on Monday.":              {Count: 3, Qualifier: sitrep.Exact},
		"Rebels *bombed at least three bridges on Monday.":     {Count: 3, Qualifier: sitrep.AtLeast},
		"Rebels *bombed between 10 and 15 bridges on Monday.":  {Count: 10, CountTo: 15, Qualifier: sitrep.Range},
		"Rebels *bombed the bridges of 1916 again on Monday.":  {},
		"Rebels *bombed three of the seven bridges on Monday.": {},
	} {
		for _, a := range happening(t, sitrep.Bombing, text) {
			if a.Role == sitrep.Target && (a.Count != want.Count || a.CountTo != want.CountTo || a.Qualifier != want.Qualifier) {
				t.Errorf("%q: %s is %d to %d, %q", text, a.Name, a.Count, a.CountTo, a.Qualifier)
			}
		}
	}
}
