package extract

import (
	"testing"

	"sitrep"
)

func TestPeopleHitAreNotTheDoersForWantOfWords(t *testing.T) {
	cases := map[string]struct{ who, want string }{
		"nothing tells whose":   {"four soldiers", ""},
		"a word for a people":   {"four Dorelian soldiers", "DOR"},
		"somebody's":            {"four of its soldiers", "DOR"},
		"capital at the start":  {"Soldiers", ""},
		"a number at the start": {"Four soldiers", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := &sitrep.Story{Events: []sitrep.Event{{
				Actors: []sitrep.Actor{{Role: sitrep.Initiator, Name: "Dorel", Side: "DOR"}, {Role: sitrep.Target, Name: c.who, Side: "DOR"}},
				Tolls:  []sitrep.Toll{{Who: c.who, Side: "DOR"}, {Who: "two men", Side: "XYZ"}},
			}}}
			ownSide(s)
			e := s.Events[0]
			if e.Actors[0].Side != "DOR" || e.Actors[1].Side != c.want || e.Tolls[0].Side != c.want || e.Tolls[1].Side != "XYZ" {
				t.Errorf("doer %q, target %q, tolls %q and %q; want the target's %q", e.Actors[0].Side, e.Actors[1].Side, e.Tolls[0].Side, e.Tolls[1].Side, c.want)
			}
		})
	}
}
