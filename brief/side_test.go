package brief

import (
	"testing"

	"sitrep"
)

// A side stands by its name where it has one: nobody has to know the codes.
func TestSidesStandByName(t *testing.T) {
	m := &maker{}
	for want, tally := range map[string]sitrep.Tally{
		"forces of Peru":            {Side: "PER"},
		"civilians (Peru)":          {Side: "PER", Civilian: sitrep.True},
		"forces of XNO":             {Side: "XNO"},
		"who they were is not told": {},
	} {
		if got := m.whom(&tally); got != want {
			t.Errorf("%+v: %q, want %q", tally, got, want)
		}
	}
}
