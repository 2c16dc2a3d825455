package sitrep

import "testing"

func TestTollSame(t *testing.T) {
	five := Toll{Harm: Killed, Count: 5, Who: "people"}
	for _, c := range []struct {
		name string
		a, b Toll
		want bool
	}{
		{"told again", five, five, true},
		{"another harm", five, Toll{Harm: Wounded, Count: 5}, false},
		{"another figure", five, Toll{Harm: Killed, Count: 6}, false},
		{"two sides", Toll{Harm: Killed, Count: 5, Side: "DNK"}, Toll{Harm: Killed, Count: 5, Side: "NOR"}, false},
		{"one side not told", Toll{Harm: Killed, Count: 5, Side: "DNK"}, five, true},
		{"civilians and soldiers", Toll{Harm: Killed, Count: 5, Civilian: True}, Toll{Harm: Killed, Count: 5, Civilian: False}, false},
		{"civilians and people", Toll{Harm: Killed, Count: 5, Civilian: True}, five, true},
		{"two persons", Toll{Harm: Killed, Count: 1, Who: "a nurse"}, Toll{Harm: Killed, Count: 1, Who: "a guard"}, false},
		{"one person by two words", Toll{Harm: Killed, Count: 1, Who: "a nurse"}, Toll{Harm: Killed, Count: 1, Who: "the woman"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.a.Same(&c.b); got != c.want {
				t.Errorf("%v", got)
			}
		})
	}
}
