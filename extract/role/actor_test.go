package role_test

import (
	"slices"
	"testing"

	"sitrep"
)

// told are the actors of a role as "name (kind)", with what they are of behind a slash.
func told(all []sitrep.Actor, r sitrep.Role) (out []string) {
	for _, a := range all {
		if a.Role == r {
			s := a.Name + " (" + string(a.Kind) + ")"
			if a.Group != "" {
				s += "/" + a.Group
			}
			out = append(out, s)
		}
	}
	return out
}

func TestNamesOfActors(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
		role sitrep.Role
		want string
	}{
		{"a thing that is burned", sitrep.Attack, "Rebels *burned the bus near the village.", sitrep.Target, "bus (thing)"},
		{"a thing without where it stood", sitrep.Bombing, "Rebels *bombed the power station in Dolmar on Monday.", sitrep.Target, "power station (thing)"},
		{"a building of those who work in it", sitrep.Bombing, "A car bomb *hit the Ruritanian embassy on Monday.", sitrep.Target, "Ruritanian embassy (thing)"},
		{"a person without his title", sitrep.Attack, "Gunmen *killed Judge Armando Velquero on Monday.", sitrep.Target, "Armando Velquero (person)"},
		{"those who did it, and whose they are", sitrep.Attack, "Hamas said nothing. Hamas fighters *attacked the outpost.", sitrep.Initiator, "Hamas fighters (people)/Hamas"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(happening(t, c.kind, c.text), c.role); !slices.Contains(got, c.want) {
				t.Errorf("%q: got %q, want %q", c.text, got, c.want)
			}
		})
	}
}
