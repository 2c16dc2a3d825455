package extract_test

import (
	"testing"

	"sitrep"
)

// Whoever only tells of a deed has not done it.
func TestTellersAreNoDoers(t *testing.T) {
	for _, text := range []string{
		"Nine people were killed on Monday when shells hit a market in Gao, an activist group said. The shelling went on until the evening, residents of the town said.",
		"Rockets hit an army base near Garissa on Sunday, killing two soldiers, the Kenyan police said. The attack wounded three others, police said.",
		"An Afghan police official said a blast in Kabul on Tuesday had killed four people. The explosion was heard across the city, the official said.",
	} {
		for _, e := range read(t, published, text).Events {
			for _, a := range e.Actors {
				if a.Role == sitrep.Initiator {
					t.Errorf("%q: %s is an initiator", text, a.Name)
				}
			}
		}
	}
}
